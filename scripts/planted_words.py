"""Errors in words: directions, ranks, records and runs that are not so."""

import re
from collections.abc import Iterator

from planting import Bench, Place, Planted

from storygen.model.figure import Formula, Unit

FLIPS = {
    "up": "down", "rose": "fell", "rise": "fall", "more": "fewer", "higher": "lower", "above": "below",
    "larger": "smaller", "rises": "falls", "rising": "falling", "risen": "fallen",
}  # fmt: skip
BOTH_WAYS = {**FLIPS, **{other: one for one, other in FLIPS.items()}}
ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine")


def flipped(bench: Bench) -> Iterator[Planted]:
    """The other direction. Hedges, and people who come to work, go no way."""
    for number, found in bench.words("|".join(BOTH_WAYS)):
        behind, before = found.string[found.end() :], found.string[: found.start()]
        is_hedge = re.match(r" than (?:\d|doubl|trebl|halv)", behind) is not None
        is_idle = before.endswith(("made ", "turned ", "moved ", "many ")) or behind.startswith((" come", " part"))
        if not is_hedge and not is_idle:
            yield bench.replaced(number, found.span(), BOTH_WAYS[found[0]])


def wrong_rank(bench: Bench) -> Iterator[Planted]:
    """Another place."""
    for number, found in bench.words(
        r"(?<!next )(?:second-|third-)?(?:highest|lowest)(?= rate| of the| in the| of \d)"
    ):
        others = ["second-highest", "third-highest", "lowest"] if found[0] == "highest" else ["highest"]
        yield bench.replaced(number, found.span(), bench.draw.choice(others))


def false_record(bench: Bench) -> Iterator[Planted]:
    """A "since" with another year, or a record that is none."""
    years = bench.dataset.years
    for number, found in bench.words(r"(?<=since )20\d\d-\d\d"):
        later = [year for year in years if found[0] < year < bench.draft.plan.edition.year]
        yield from (bench.replaced(number, found.span(), bench.draw.choice(later)) for _ in later[:1])
    for place in bench.figures(Unit.COUNT):
        said = re.match(rf" [a-zA-Z ]*?{bench.counted}", place.paragraph.text[place.note.end :])
        if said and _is_no_record(bench, place):
            at = place.note.end + said.end()
            yield bench.replaced(place.number, (at, at), f", the most since at least {years[0]}")


def weaker_record(bench: Bench) -> Iterator[Planted]:
    """A record told of fewer years than it holds for: less than the truth, and still true."""
    for number, found in bench.words(r"(?<=since at least )20\d\d-\d\d"):
        later = [year for year in bench.dataset.years if found[0] < year < bench.draft.plan.edition.year]
        yield from (bench.replaced(number, found.span(), bench.draw.choice(later)) for _ in later[:1])


def _is_no_record(bench: Bench, place: Place) -> bool:
    """Whether the figure is the edition's own number of its force, and an earlier year's was higher."""
    figure, cell = place.note.figure, place.note.figure.cell
    is_own = figure.formula is Formula.CELL and cell is not None and cell.row == bench.draft.plan.area.label
    if not is_own or cell is None or figure.period != bench.draft.plan.edition.year:
        return False
    earlier = [bench.count(cell.column, year) for year in bench.dataset.years if year < figure.period]
    return any(number is not None and number > figure.value for number in earlier)


def wrong_streak(bench: Bench) -> Iterator[Planted]:
    """A run, or a first, of another length."""
    for number, found in bench.words(rf"(?:{'|'.join(ORDINALS)})(?= (?:rise|fall|year)\b)"):
        other = bench.draw.choice([each for each in ORDINALS if each != found[0]])
        yield bench.replaced(number, found.span(), other)
    for number, found in bench.words(rf"(?<=for )(?:{'|'.join(NUMBERS)})(?= years)"):
        other = bench.draw.choice([each for each in NUMBERS if each != found[0]])
        yield bench.replaced(number, found.span(), other)
