"""Errors in figures and in what they stand for: each plants one kind, wherever it can be planted in a draft."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from random import Random

from planting import Bench, Planted, adjective

from storygen.model.figure import Cell, Formula, Unit

FIGURES = (Unit.COUNT, Unit.RATE, Unit.PER_CENT, Unit.KG, Unit.DOSES, Unit.PLANTS)
THOUSAND = 1000


def _changed(bench: Bench, change: Callable[[int, Random], int]) -> Iterator[Planted]:
    """Change the whole number a figure shows, in the text's own way of writing it."""
    for place in bench.figures(*FIGURES):
        shown = re.search(r"\d[\d,]*", place.note.shown)
        if shown is None or "." in place.note.shown:
            continue
        number = int(shown[0].replace(",", ""))
        other = change(number, bench.draw)
        if other not in {number, 0}:
            start = place.note.start + shown.start()
            yield bench.replaced(place.number, (start, start + len(shown[0])), f"{other:,}")


def wrong_figure(bench: Bench) -> Iterator[Planted]:
    """A figure up to a twelfth off."""
    return _changed(bench, lambda number, draw: number + draw.choice((-1, 1)) * draw.randint(1, max(1, number // 12)))


def transposed(bench: Bench) -> Iterator[Planted]:
    """Two digits next to each other, changed about."""
    return _changed(bench, _swap)


def _swap(number: int, draw: Random) -> int:
    digits = list(str(number))
    pairs = [at for at in range(len(digits) - 1) if digits[at] != digits[at + 1] and (at or digits[1] != "0")]
    if pairs:
        at = draw.choice(pairs)
        digits[at], digits[at + 1] = digits[at + 1], digits[at]
    return int("".join(digits))


def factor_ten(bench: Bench) -> Iterator[Planted]:
    """Ten times as much, or a tenth."""
    return _changed(
        bench, lambda number, draw: number // 10 if number % 10 == 0 and draw.randint(0, 1) else number * 10
    )


def stale(bench: Bench) -> Iterator[Planted]:
    """The number of the same cell the year before."""
    for place in bench.figures(Unit.COUNT):
        figure, cell = place.note.figure, place.note.figure.cell
        measure = bench.dataset.topic.measure
        if figure.formula is not Formula.CELL or cell is None or not cell.file.startswith(f"{measure}/"):
            continue
        start = int(figure.period[:4]) - 1
        old = bench.dataset.printed.get(
            Cell(file=f"{measure}/{start}-{(start + 1) % 100:02}.csv", row=cell.row, column=cell.column), ""
        )
        if old and int(old) != figure.value and place.note.nearest == 1:
            yield bench.replaced(place.number, (place.note.start, place.note.end), f"{int(old):,}")


def wrong_drug(bench: Bench) -> Iterator[Planted]:
    """
    The name of another drug of which the force has a number, or where a quantity is told of, one that is weighed.

    A drug of a class may be most of a change as well as the class is: "most of that rise" keeps its own.
    """
    weighed = {each.noun for each in bench.dataset.topic.categories if each.unit}
    drugs, year = bench.drugs(), bench.draft.plan.edition.year
    names = sorted({*drugs, *map(adjective, drugs)}, key=lambda name: (-len(name), name))
    for number, found in bench.words("|".join(map(re.escape, names))):
        mine = next(noun for noun in drugs if adjective(noun) == adjective(found[0]))
        others = [
            noun
            for noun, column in drugs.items()
            if noun != mine and "class" not in noun and bench.count(column, year) != bench.count(drugs[mine], year)
        ]
        sentence = _sentence(found)
        others = [noun for noun in others if noun in weighed] if "quantity" in sentence else others
        if not others or " of that " in sentence:
            continue
        other = bench.draw.choice(sorted(others))
        is_adjective = found.string[found.end() :].startswith(f" {bench.counted}")
        yield bench.replaced(number, found.span(), adjective(other) if is_adjective else other)


def _sentence(found: re.Match[str]) -> str:
    """The sentence words stand in."""
    text = found.string
    start = text.rfind(". ", 0, found.start()) + 1
    end = text.find(". ", found.end())
    return text[start : end if end > 0 else len(text)]


def swapped_drugs(bench: Bench) -> Iterator[Planted]:
    """Two drugs of a sentence, changed about, whose numbers differ."""
    drugs, year = bench.drugs(), bench.draft.plan.edition.year
    pattern = re.compile(
        rf"(?<![\w-])(?:{'|'.join(sorted(drugs, key=len, reverse=True))})(?![\w-])(?! {bench.counted})"
    )
    for number, paragraph in bench.copy():
        for one, two in pairwise(pattern.finditer(paragraph.text)):
            is_one_sentence = ". " not in paragraph.text[one.end() : two.start()]
            if is_one_sentence and bench.count(drugs[one[0]], year) != bench.count(drugs[two[0]], year):
                between = paragraph.text[one.end() : two.start()]
                yield bench.replaced(number, (one.start(), two.end()), f"{two[0]}{between}{one[0]}")


def wrong_year(bench: Bench) -> Iterator[Planted]:
    """Another year, but for the year a record goes back to (see `false_record`)."""
    for number, found in bench.words(r"(?<!since )(?<!at least )20\d\d-\d\d"):
        others = [year for year in bench.dataset.years if year != found[0]]
        yield bench.replaced(number, found.span(), bench.draw.choice(others))


def wrong_force(bench: Bench) -> Iterator[Planted]:
    """Another force's name, or its area's."""
    forces = [area for area in bench.dataset.stories if area.is_ranked and area.nation == "England"]
    forces = [area for area in forces if area.force == area.the_force and not area.place.startswith("the ")]
    names = {getattr(area, kind): (area, kind) for area in forces for kind in ("force", "place")}
    for number, found in bench.words("|".join(sorted(map(re.escape, names), key=len, reverse=True))):
        area, kind = names[found[0]]
        other = bench.draw.choice([each for each in forces if each is not area])
        yield bench.replaced(number, found.span(), getattr(other, kind))


def wrong_region(bench: Bench) -> Iterator[Planted]:
    """Another region's name."""
    regions = sorted({area.region for area in bench.dataset.stories if area.is_ranked} - {"London", "Wales"})
    for number, found in bench.words("|".join(map(re.escape, regions))):
        yield bench.replaced(number, found.span(), bench.draw.choice([each for each in regions if each != found[0]]))


def points_for_percent(bench: Bench) -> Iterator[Planted]:
    """Percentage points where a change in per cent is meant."""
    for number, found in bench.words(r"(?:per cent|%)(?= from| fewer| more| in a year| in 20)"):
        yield bench.replaced(number, found.span(), "percentage points")


def wrong_unit(bench: Bench) -> Iterator[Planted]:
    """A quantity in the unit of another drug."""
    for number, paragraph in bench.copy():
        for found in re.finditer(r"(?<=\d)kg\b| doses\b", paragraph.text):
            yield bench.replaced(number, found.span(), " doses" if found[0] == "kg" else "kg")


def number_as_amount(bench: Bench) -> Iterator[Planted]:
    """A number told as kilograms, or as an amount, where the tables tell the two apart."""
    if not any(each.unit for each in bench.dataset.topic.categories):
        return
    drugs = "|".join(sorted(map(adjective, bench.drugs()), key=lambda name: (-len(name), name)))
    for number, paragraph in bench.copy():
        for found in re.finditer(rf"(\d[\d,]*) ({drugs}) {bench.counted}", paragraph.text):
            yield bench.replaced(number, found.span(), f"{found[1]}kg of {found[2]}")
        for found in re.finditer(rf"number of ({drugs}) {bench.counted}", paragraph.text):
            yield bench.replaced(number, found.span(), f"amount of {found[1]} seized")
