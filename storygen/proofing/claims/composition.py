"""Claims: which drugs are found most often, level or past another, and what drove a change (manual A55, A59, A82)."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from storygen.model.reading import Claim, Ruling, Truth
from storygen.model.topic import Kind
from storygen.proofing.numerals import Numeral
from storygen.proofing.reading.grammar import CHAR, pattern
from storygen.proofing.reading.almanac import NATIONAL
from storygen.proofing.reading.reckoning import plain
from storygen.proofing.reading.reference import Line
from storygen.proofing.reading.ruling import About, as_percent, make, rule

TURN = 1
MAINLY = 50  # per cent of a change (manual A82), or of all seizures

_LEVEL = pattern("<one:drug) and <two:drug) be level|level <one2:drug) and <two2:drug)")
_OVERTOOK = pattern(
    "<one:drug) seizures? overtook that? of? <two:drug)|more seizures of <one2:drug) than? of? <two2:drug)"
    "|fewer seizures of <two3:drug) than? of? <one3:drug)"
)
_DRIVER = pattern("most of that <way:(up|down))")
_AMONG = pattern("<drug:drug) be <nth:ordinal) word? among <of:group)")
_NTH = pattern("<nth:ordinal) oftenest <of:drug)?")
_RAREST = pattern("<rare:rarest)")
_IN_MOST = pattern("<drug:drug) (be|found|comma|word)* in <most:most) of? (ours|area|drug|whole)* seizures")


def find(line: Line) -> Iterator[Claim]:
    """Find claims that set drugs beside each other."""
    if not line.kinds & {"level", "overtook", "most", "oftenest", "rarest", "more", "fewer", "group", "next"}:
        return
    for found in _LEVEL.finditer(line.tags):
        yield _level(line, *_pair(found))
    for found in _OVERTOOK.finditer(line.tags):
        yield from _overtook(line, *_pair(found))
    for found in _DRIVER.finditer(line.tags):
        if drugs := line.places("drug"):
            yield _driver(line, drugs[0], found.start("way"))
    for found in _AMONG.finditer(line.tags):
        line.drugs.update(dict.fromkeys(range(found.start(), len(line.tokens)), _drug(line, found.start())))
        yield _nth(line, found.start("nth"), found.start("of"))
    for found in _RAREST.finditer(line.tags):
        yield _rarest(line, found.start("rare"))
    for found in _IN_MOST.finditer(line.tags):
        yield _in_most(line, found)
    if CHAR["oftenest"] in line.tags:
        if nth := _NTH.search(line.tags):
            yield _nth(line, nth.start("nth"), nth.start("of") if nth["of"] else -1)
        else:
            yield from _mix(line, 0)
    elif line.tokens[0].tag == "next" and line.context.told:
        yield from _mix(line, line.context.told)


def _pair(found: re.Match[str]) -> tuple[int, int]:
    suffix = next(each for each in ("", "2", "3") if found.groupdict().get(f"one{each}"))
    return found.start(f"one{suffix}"), found.start(f"two{suffix}")


def _drug(line: Line, place: int) -> str:
    return str(line.tokens[place].value)


def _area(line: Line) -> str:
    return (line.subject() or ("",))[0]


def _level(line: Line, one: int, two: int) -> Claim:
    """Two drugs found about as often; the numbers that follow are theirs, in this order."""
    counts = [at for at in line.places("count") if at > two]
    first, _, rest = line.tags.partition(CHAR["semi"])
    if counts[1:2] and CHAR["after"] in line.tags and not rest:
        told = zip(counts[:4], (one, one, two, two), strict=False)
    else:
        told = zip((at for at in counts if at < len(first)), (one, two), strict=False)
    area, year = _area(line), line.main_year()
    for place, (at, drug) in enumerate(told):
        line.drugs[at] = _drug(line, drug)
        if rest or len(first) == len(line.tags):
            is_past = place % 2 and not rest and counts[2:3]
            line.years[at] = line.before(year) if is_past else year
    return _ruled_gap(line, one, two, (area, year))


def _ruled_gap(line: Line, one: int, two: int, where: tuple[str, str]) -> Claim:
    (area, year), span = where, (one, two + 1)
    mine, other = (line.context.reckoner.number(area, _drug(line, at), year) for at in (one, two))
    truth = None
    if mine and other:
        near = max(Fraction(5), max(mine.value, other.value) / 50)  # manual C.3: a gap of five, or of 2 per cent
        working = f"{plain(mine.value)} beside {plain(other.value)}"
        truth = Truth(
            value=Fraction(int(abs(mine.value - other.value) <= near)), working=working, cells=mine.cells + other.cells
        )
    return rule(
        line, "mix", span, (About(area, _drug(line, one), year, truth),), fits=lambda truth: truth.value == 1,
        says=lambda truth: truth.working, value="level",
    )  # fmt: skip


def _overtook(line: Line, one: int, two: int) -> Iterator[Claim]:
    """More often than another drug now, and not the year before."""
    reckoner, area, year = line.context.reckoner, line.own_area(), line.main_year()
    first, second = _drug(line, one), _drug(line, two)
    then = line.before(year)
    figures = (
        [reckoner.number(area, drug, at) for at in (year, then) for drug in (first, second)]
        if area and year
        else [None]
    )
    truth = None
    if all(figures):
        now_one, now_two, old_one, old_two = (figure.value for figure in figures if figure)
        working = f"{plain(now_one)} beside {plain(now_two)}; the year before {plain(old_one)} beside {plain(old_two)}"
        cells = tuple(cell for figure in figures if figure for cell in figure.cells)
        truth = Truth(value=Fraction(int(now_one > now_two and old_one <= old_two)), working=working, cells=cells)
    for at in line.places("colon"):
        if at > two:
            nexts = [place for place in range(at, len(line.tokens)) if line.tokens[place].tag == "count"]
            is_told = nexts and not any(token.tag == "drug" for token in line.tokens[nexts[0] : nexts[0] + 3])
            line.drugs.update({place: first for place in nexts[:2] if is_told})
            if (
                is_told
                and nexts[1:]
                and line.tokens[nexts[1] - 1].tag == "against"
                and "prev" not in _tags(line, nexts[1])
            ):
                line.drugs[nexts[1]], line.years[nexts[1]] = (
                    second,
                    year,
                )  # "200, against 164": one drug, then the other
    yield rule(
        line, "mix", (one, two + 1), (About(area, first, year, truth),), fits=lambda truth: truth.value == 1,
        says=lambda truth: truth.working, value="overtook",
    )  # fmt: skip


def _tags(line: Line, place: int) -> list[str]:
    return [token.tag for token in line.tokens[place + 1 : place + 4]]


def _driver(line: Line, drug: int, way: int) -> Claim:
    """One class of drugs behind most of a change of the total."""
    reckoner, year = line.context.reckoner, line.main_year()
    area = (line.context.last_area or (NATIONAL,))[0]
    then, sign = line.before(year), 1 if line.tokens[way].tag == "up" else -1
    part = reckoner.difference(area, _drug(line, drug), year, then)
    whole = reckoner.difference(area, reckoner.almanac.topic.total.slug, year, then)
    truth = None
    if part and whole and whole.value:
        share = 100 * part.value / whole.value * (1 if sign * whole.value > 0 else 0)
        working = f"({part.working}) ÷ ({whole.working}) × 100 = {plain(share)}"
        truth = Truth(value=share, working=working, cells=part.cells + whole.cells)
    return rule(
        line, "driver", (way, way + 1), (About(area, _drug(line, drug), year, truth),),
        fits=lambda truth: truth.value >= MAINLY, says=lambda truth: f"{plain(truth.value)} per cent of the change",
        value=line.tokens[way].tag,
    )  # fmt: skip


def _listed(line: Line, order: Sequence[tuple[str, Truth]]) -> str:
    """Drugs with their numbers, for an editor."""
    topic = line.context.reckoner.almanac.topic
    return ", ".join(f"{topic.category(slug).noun} {plain(truth.value)}" for slug, truth in order)


def _mix(line: Line, before: int) -> Iterator[Claim]:
    """The drugs of a sentence, in the order told, are the most often found, after those told in the last sentence."""
    area, year = _area(line), line.main_year()
    order = line.context.reckoner.mix(area, year) if area and year else ()
    told = [at for at in line.places("drug") if _is_single(line, at)]
    line.context.told = before + len(told)
    for place, at in enumerate(told, start=before):
        drug = _drug(line, at)
        if place > before and _CUT.search(line.tags, told[place - before - 1], at):
            break
        values = [truth.value for _, truth in order]
        own = next((truth for slug, truth in order if slug == drug), None)
        truth = None
        if own is not None and place < len(order):
            working = _listed(line, order[: place + 1])
            truth = Truth(value=Fraction(int(own.value == values[place])), working=working, cells=own.cells)
        elif len(order) > place:
            working = _listed(line, order[: place + 1])
            truth = Truth(value=Fraction(0), working=f"{working}; no number is held of {drug}")
        yield rule(
            line, "mix", (at, at + 1), (About(area, drug, year, truth),), fits=lambda truth: truth.value == 1,
            says=lambda truth: truth.working, value=str(place + 1), unit="place",
        )  # fmt: skip


_CUT = pattern("while|dash")


def _is_single(line: Line, at: int) -> bool:
    category = line.context.reckoner.almanac.topic.category(_drug(line, at))
    return category.kind is Kind.ITEM


def _rarest(line: Line, place: int) -> Claim:
    """The drug found in the fewest seizures, of those of which any number is held."""
    area, year = _area(line), line.main_year()
    named = [at for at in line.places("drug") if _is_single(line, at)]
    behind = [at for at in named if at > place] if "than" in line.kinds else []
    drug = _drug(line, (behind or named)[0]) if named else ""
    order = line.context.reckoner.mix(area, year) if area and year else ()
    own = next((truth for slug, truth in order if slug == drug), None)
    truth = None
    if own is not None:
        (last, fewest), fewer = order[-1], sum(each.value < own.value for _, each in order)
        working = _listed(line, [(drug, own), (last, fewest)])
        truth = Truth(value=Fraction(fewer), working=working, cells=own.cells + fewest.cells)
    return rule(
        line, "mix", (place, place + 1), (About(area, drug, year, truth),), fits=lambda truth: not truth.value,
        says=lambda truth: truth.working, value="fewest", unit="place",
    )  # fmt: skip


def _in_most(line: Line, found: re.Match[str]) -> Claim:
    """A drug in more than half of all seizures."""
    drug, most = found.start("drug"), found.start("most")
    line.used.add(most)
    area, year = _area(line), line.main_year()
    truth = line.context.reckoner.share(area, _drug(line, drug), year) if area and year else None
    return rule(
        line, "share", (most, most + 1), (About(area, _drug(line, drug), year, truth),),
        fits=lambda truth: truth.value > MAINLY, says=as_percent, value="most", unit="per cent",
    )  # fmt: skip


def _nth(line: Line, nth: int, of: int) -> Claim:
    """The second most commonly seized drug, of a class if one is named behind."""
    number = line.tokens[nth].value
    said = number.value if isinstance(number, Numeral) else None
    group = _drug(line, of) if of >= 0 else ""
    drugs = [_drug(line, at) for at in line.places("drug") if at != of]
    drug = drugs[0] if drugs else line.context.last_item
    named = [at for at in range(nth, len(line.tokens)) if line.tokens[at].tag in {"area", "nation"}]
    areas = line.area_at(named[0]) if named else (_area(line),)
    reckoner, area, year = line.context.reckoner, areas[0] if areas else "", line.main_year()
    topic = reckoner.almanac.topic
    if group and topic.category(group).kind is Kind.ITEM:
        about, says = About(area, drug, year, None), f"{topic.category(group).noun} is one drug, and no class of them."
        return make(line, "mix", (of, of + 1), about, Ruling.CONTRADICTED, says.capitalize(), value=str(said))
    order = line.context.reckoner.mix(area, year, "" if group == topic.total.slug else group) if area and year else ()
    own = next((truth for slug, truth in order if slug == drug), None)
    truth = None
    if own is not None:
        ahead = [slug for slug, each in order if each.value > own.value]
        working = _listed(line, order[: len(ahead) + 1])
        truth = Truth(value=Fraction(1 + len(ahead)), working=working, cells=own.cells)
    return rule(
        line, "mix", (nth, nth + 2), (About(area, drug, year, truth),), fits=lambda truth: truth.value == said,
        says=lambda truth: f"place {int(truth.value)}", value=str(said), unit="place",
    )  # fmt: skip
