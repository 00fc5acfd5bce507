"""Claims: the highest since a year or since at least one, the steepest rise, a mark not reached before (manual R14)."""

from collections.abc import Iterator
from fractions import Fraction

from storygen.model.reading import Claim, Ruling, Truth
from storygen.proofing.numerals import Numeral
from storygen.proofing.reading import mending
from storygen.proofing.reading.extremes import Series, beats_all, measured, reaches, steepest, years_before
from storygen.proofing.reading.grammar import CHAR, pattern
from storygen.proofing.reading.parsed import Patch
from storygen.proofing.reading.reckoning import plain
from storygen.proofing.reading.reference import Line, year_of
from storygen.proofing.reading.ruling import About, make, needed, rule, things

TURN = 3
CUES = frozenset({"since", "record"})

_SINCE = pattern("since <least:atleast)? in? <year:year)")
_ANY_YEAR = pattern("any years (comma|word|in|area)*$")
"""Before a span of years: more than "in any other year since 2012-13" says no more than that none of them had more."""
_RECORD = pattern("<record:record)")
_MARK = pattern("reach <mark:count)")
HIGH, LOW = ("highest", "most"), ("lowest",)


def find(line: Line) -> Iterator[Claim]:
    """Find claims about all years back to one."""
    for found in _SINCE.finditer(line.tags):
        if found.start() in line.used or not _is_extreme(line, found.start()):
            continue
        place = found.start("year")
        line.used.update(range(*found.span()))
        is_span = _ANY_YEAR.search(line.tags[: found.start()]) is not None
        yield _since(line, found.start(), place, is_least=is_span or bool(found["least"]))
    for found in _RECORD.finditer(line.tags):
        yield _record(line, found.start())


def _is_extreme(line: Line, start: int) -> bool:
    """Whether "since" bounds an extreme: "the highest since", and not "the fall seen since"."""
    before = {token.tag for token in line.tokens[:start]}
    said = before & {"highest", "lowest", "most", "steep", "any", "no", "not", "reach"}
    behind = {token.tag for token in line.tokens[start:]} & {"more", "fewer", "highest", "lowest", "number"}
    return bool(said) or (start <= 1 and bool(behind))


def _since(line: Line, start: int, place: int, *, is_least: bool) -> Claim:
    year, since = line.base_year(start), year_of(line.tokens[place])
    drug, area = line.drug_at(start), (line.area_at(start) or ("",))[0]
    span = (start, place + 1)
    if mark := _MARK.search(line.tags):
        return _mark(line, (mark.start(), mark.end()), (area, drug, year), since)
    sign, is_steep = _sign(line, start), CHAR["steep"] in line.tags or _is_percentage(line)
    if _nth(line, start):
        return _place(line, span, (area, drug, year), since, sign)
    if is_steep:
        truth = steepest(line, (area, drug, year), since, sign)
    elif is_least:
        truth = beats_all(line, (area, drug, year), since, sign)
    else:
        truth = reaches(line, area, drug, year, sign)
    said = Fraction(int(since[:4])) if since else None
    return rule(
        line, "since", span, (About(area, drug, year, truth),),
        fits=lambda truth: truth.value == (1 if is_least or is_steep else said),
        says=lambda truth: truth.working, value=since, unit="year", cites="R14",
        mends=lambda _: () if is_steep else _reaching(line, span, (area, drug, year), sign),
    )  # fmt: skip


def _reaching(line: Line, span: tuple[int, int], series: Series, sign: int) -> tuple[Patch, ...]:
    """The year an extreme truly reaches back to, in place of the one told; nothing where it is the year before."""
    area, drug, year = series
    truth = reaches(line, area, drug, year, sign)
    first = line.context.reckoner.almanac.years[0]
    if truth is None or truth.value == int(year[:4]) - 1:
        return ()
    (patch,) = mending.year(line, span[1] - 1, int(truth.value or first[:4]))
    words = patch.words if truth.value else f"at least {patch.words}"
    return (patch._replace(start=line.tokens[span[0] + 1].start, words=words),)


def _sign(line: Line, start: int) -> int:
    """Which way the extreme lies: as said nearest before "since", else by more or fewer, up or down."""
    ways = [token.tag for token in line.tokens if token.tag in {"up", "down"}]
    if ways and (CHAR["steep"] in line.tags or _is_percentage(line)):
        return -1 if ways[0] == "down" else 1
    for at in range(start - 1, -1, -1):
        tag = line.tokens[at].tag
        if tag in {*HIGH, "more"}:
            return 1
        if tag in {*LOW, "fewer"}:
            return -1
    words = line.sentence.text.lower()
    return -1 if " low" in words or " few" in words else 1


def _is_percentage(line: Line) -> bool:
    return CHAR["share"] in line.tags and CHAR["any"] in line.tags and CHAR["found"] not in line.tags


def _nth(line: Line, start: int) -> int:
    found = [at for at in range(start) if line.tokens[at].tag == "ordinal"]
    ahead = found and found[-1] + 1 < start and line.tokens[found[-1] + 1].tag in {*HIGH, *LOW}
    return found[-1] if ahead else 0


def _place(line: Line, span: tuple[int, int], about: Series, since: str, sign: int) -> Claim:
    """The second highest since a year: how many years were higher."""
    area, drug, year = about
    at = _nth(line, span[0])
    number = line.tokens[at].value
    line.used.add(at)
    now = measured(line, area, drug, year)
    truth = None
    if now and since >= line.context.reckoner.almanac.years[0]:
        earlier = [entry for when, entry in years_before(line, area, drug, year) if when >= since]
        ahead = sum(sign * (entry[0] - now[0]) > 0 for entry in earlier)
        cells = now[1] + tuple(cell for entry in earlier for cell in entry[1])
        truth = Truth(value=Fraction(1 + ahead), working=f"{ahead} of the years since {since} beyond it", cells=cells)
    said = number.value if isinstance(number, Numeral) else None
    return rule(
        line, "since", (at, span[1]), (About(area, drug, year, truth),),
        fits=lambda truth: truth.value == said, says=lambda truth: f"place {truth.value}", value=since, unit="year",
        mends=lambda truth: mending.nth(line, at, int(truth.value)) if truth.value > 1 else (),
        cites="R14",
    )  # fmt: skip


def _mark(line: Line, span: tuple[int, int], series: Series, since: str) -> Claim:
    """A round number reached for the first time since a year."""
    area, drug, year = series
    number = line.tokens[span[1] - 1].value
    said = number.value if isinstance(number, Numeral) and number.value else Fraction(0)
    now = measured(line, area, drug, year)
    truth = None
    if now and since >= line.context.reckoner.almanac.years[0]:
        earlier = [(at, entry) for at, entry in years_before(line, area, drug, year) if at >= since]
        before = [at for at, entry in earlier if entry[0] >= said]
        working = f"{plain(now[0])} in {year}" + (f", but reached in {before[0]}" if before else "")
        cells = now[1] + tuple(cell for _, entry in earlier for cell in entry[1])
        truth = Truth(value=Fraction(int(now[0] >= said and not before)), working=working, cells=cells)
    return rule(
        line, "milestone", span, (About(area, drug, year, truth),),
        fits=lambda truth: truth.value == 1, says=lambda truth: truth.working, value=str(said), unit=things(line),
        cites="R14",
    )  # fmt: skip


def _record(line: Line, start: int) -> Claim:
    """A record without a year: contradicted where a year held is beyond it, else further back than the tables go."""
    almanac, year = line.context.reckoner.almanac, line.main_year()
    area, drug = (line.area_at(start) or ("",))[0], line.drug_at(start)
    low = _is_low(line, start)
    about = About(area, drug, year, beats_all(line, (area, drug, year), almanac.years[0], -1 if low else 1))
    span = (start, start + 1)
    line.used.add(start)
    if about.truth is None:
        return make(line, "record", span, about, Ruling.UNCHECKABLE, needed(line, about), cites="R14")
    if not about.truth.value:
        says = f"It is no record: {about.truth.working}."
        line.patches.append(_instead(line, start, (area, drug, year), -1 if low else 1))
        return make(line, "record", span, about, Ruling.CONTRADICTED, says, value="record", cites="R14")
    says = f'It holds for the years held, so write "since at least {almanac.years[0]}": {about.truth.working}.'
    return make(line, "record", span, about, Ruling.SUPPORTED, says, value="record", cites="R14")


def _is_low(line: Line, start: int) -> bool:
    """Which way a record lies: as its own words say, else as the number went."""
    said = [str(token.value).lower() for token in line.tokens[start : start + 2]]
    if any("high" in each for each in said):
        return False
    return any("low" in each for each in said) or bool(line.kinds & {"down", "lowest"})


def _instead(line: Line, start: int, series: Series, sign: int) -> tuple[Patch, ...]:
    """What a record that is none may be called: the highest number since a year; nothing if that is the year before."""
    area, drug, year = series
    truth = reaches(line, area, drug, year, sign)
    if truth is None or not truth.value or truth.value == int(year[:4]) - 1:
        return ()
    behind = line.tokens[start + 1] if start + 1 < len(line.tokens) else line.tokens[start]
    if behind.tag == "amount":
        return ()
    token = behind if behind.tag == "number" or str(behind.value).lower() in {"high", "low"} else line.tokens[start]
    since = f"{int(truth.value)}-{(int(truth.value) + 1) % 100:02}"
    words = f"the {'highest' if sign > 0 else 'lowest'} number since {since}"
    return (Patch(line.tokens[start].start, token.end, words),)
