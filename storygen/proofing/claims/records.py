"""Claims: the highest since a year or since at least one, the steepest rise, a mark not reached before (manual R14)."""

from collections.abc import Iterator
from fractions import Fraction

from storygen.model.reading import Claim, Ruling, Truth
from storygen.proofing.numerals import Numeral
from storygen.proofing.reading import mending
from storygen.proofing.reading.almanac import Entry
from storygen.proofing.reading.grammar import CHAR, pattern
from storygen.proofing.reading.parsed import Patch
from storygen.proofing.reading.reckoning import plain
from storygen.proofing.reading.reference import Line, year_of
from storygen.proofing.reading.ruling import About, make, needed, rule

TURN = 3
CUES = frozenset({"since", "record"})

_SINCE = pattern("since <least:atleast)? in? <year:year)")
_RECORD = pattern("<record:record)")
_MARK = pattern("reach <mark:count)")
Series = tuple[str, str, str]
"""Area, drug and year."""

HIGH, LOW = ("highest", "most"), ("lowest",)


def find(line: Line) -> Iterator[Claim]:
    """Find claims about all years back to one."""
    for found in _SINCE.finditer(line.tags):
        if not _is_extreme(line, found.start()):
            continue
        place = found.start("year")
        line.used.update(range(*found.span()))
        yield _since(line, found.start(), place, is_least=bool(found["least"]))
    for found in _RECORD.finditer(line.tags):
        yield _record(line, found.start())


def _is_extreme(line: Line, start: int) -> bool:
    """Whether "since" bounds an extreme: "the highest since", and not "the fall seen since"."""
    before = {token.tag for token in line.tokens[:start]}
    said = before & {"highest", "lowest", "most", "steep", "any", "no", "not", "reach"}
    behind = {token.tag for token in line.tokens[start:]} & {"more", "fewer", "highest", "lowest", "number"}
    return bool(said) or (start <= 1 and bool(behind))


def _since(line: Line, start: int, place: int, *, is_least: bool) -> Claim:
    year, since = line.main_year(), year_of(line.tokens[place])
    drug, area = line.drug_at(start), (line.area_at(start) or ("",))[0]
    span = (start, place + 1)
    if mark := _MARK.search(line.tags):
        return _mark(line, (mark.start(), mark.end()), (area, drug, year), since)
    sign, is_steep = _sign(line, start), CHAR["steep"] in line.tags or _is_percentage(line)
    if _nth(line, start):
        return _place(line, span, (area, drug, year), since, sign)
    if is_steep:
        truth = _steepest(line, (area, drug, year), since, sign)
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


def _measured(line: Line, area: str, drug: str, year: str) -> Entry | None:
    reckoner = line.context.reckoner
    if _is_quantity(line):
        return reckoner.almanac.quantity(area, drug, year)
    return reckoner.almanac.number(area, drug, year)


def _is_quantity(line: Line) -> bool:
    """Whether an extreme is of a quantity: so named right behind it, or told of no number of seizures."""
    since = line.tags.find(CHAR["since"])
    if since >= 0 and CHAR["amount"] in line.tags[max(0, since - 5) : since]:
        return True
    before = [kind for place, kind in line.measures.items() if place < since and kind in {"count", "quantity"}]
    return before[-1] == "quantity" if before else CHAR["amount"] in line.tags


def _years(line: Line, area: str, drug: str, year: str) -> list[tuple[str, Entry]]:
    """Every year before that a record must stand against: suspect numbers too, part of a year not (manual B.0)."""
    almanac = line.context.reckoner.almanac
    held, earlier = [], almanac.before(year)
    first = min(almanac.years[0], "2008-09")
    while earlier >= first:
        entry = _measured(line, area, drug, earlier)
        if entry and (area not in almanac.areas or almanac.is_usable(area, drug, earlier, standing=True)):
            held.append((earlier, entry))
        earlier = almanac.before(earlier)
    return held


def beats_all(line: Line, series: Series, since: str, sign: int) -> Truth | None:
    """1 if every number back to a year lies below this one (above, for a low), else 0."""
    area, drug, year = series
    if not (area and drug and since) or (now := _measured(line, area, drug, year)) is None:
        return None
    if _measured(line, area, drug, since) is None and since < line.context.reckoner.almanac.years[0]:
        return None
    earlier = [(at, entry) for at, entry in _years(line, area, drug, year) if at >= since]
    rivals = [(at, entry) for at, entry in earlier if sign * (entry[0] - now[0]) >= 0]
    word = "higher" if sign > 0 else "lower"
    working = (
        f"{plain(now[0])} in {year}, but {plain(rivals[0][1][0])} in {rivals[0][0]}"
        if rivals
        else (f"{plain(now[0])} in {year}, none {word} since {since}")
    )
    cells = now[1] + tuple(cell for _, entry in earlier for cell in entry[1])
    return Truth(value=Fraction(int(bool(earlier) and not rivals)), working=working, cells=cells)


def reaches(line: Line, area: str, drug: str, year: str, sign: int) -> Truth | None:
    """The latest earlier year with a number at least as high (as low), by the year it starts in."""
    if not (area and drug) or (now := _measured(line, area, drug, year)) is None:
        return None
    earlier = _years(line, area, drug, year)
    word = "highest" if sign > 0 else "lowest"
    for at, entry in earlier:
        if sign * (entry[0] - now[0]) >= 0:
            working = f"{plain(now[0])} in {year}, the {word} since {at} ({plain(entry[0])})"
            return Truth(value=Fraction(int(at[:4])), working=working, cells=now[1] + entry[1])
    first = earlier[-1][0] if earlier else year
    return Truth(
        value=Fraction(0), working=f"{plain(now[0])} in {year}, the {word} since at least {first}", cells=now[1]
    )


def _steepest(line: Line, series: Series, since: str, sign: int) -> Truth | None:
    """1 if the yearly change in per cent is beyond every one back to a year, and goes the way said, else 0."""
    area, drug, year = series
    reckoner = line.context.reckoner
    now = reckoner.change(area, drug, year, reckoner.almanac.before(year))
    if now is None or not since:
        return None
    at, rivals, cells = reckoner.almanac.before(year), [], now.cells
    while at >= since:
        then = reckoner.change(area, drug, at, reckoner.almanac.before(at))
        if then is not None and reckoner.almanac.window(area, drug, year) < at:
            cells += then.cells
            rivals += [at] if sign * (then.value - now.value) >= 0 else []
        at = reckoner.almanac.before(at)
    way = "rise" if sign > 0 else "fall"
    working = f"{now.working}; {f'a steeper {way} in {rivals[0]}' if rivals else f'no steeper {way} since {since}'}"
    return Truth(value=Fraction(int(not rivals and sign * now.value > 0)), working=working, cells=cells)


def _place(line: Line, span: tuple[int, int], about: Series, since: str, sign: int) -> Claim:
    """The second highest since a year: how many years were higher."""
    area, drug, year = about
    at = _nth(line, span[0])
    number = line.tokens[at].value
    line.used.add(at)
    now = _measured(line, area, drug, year)
    truth = None
    if now and since >= line.context.reckoner.almanac.years[0]:
        earlier = [entry for when, entry in _years(line, area, drug, year) if when >= since]
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
    now = _measured(line, area, drug, year)
    truth = None
    if now and since >= line.context.reckoner.almanac.years[0]:
        earlier = [(at, entry) for at, entry in _years(line, area, drug, year) if at >= since]
        before = [at for at, entry in earlier if entry[0] >= said]
        working = f"{plain(now[0])} in {year}" + (f", but reached in {before[0]}" if before else "")
        cells = now[1] + tuple(cell for _, entry in earlier for cell in entry[1])
        truth = Truth(value=Fraction(int(now[0] >= said and not before)), working=working, cells=cells)
    return rule(
        line, "milestone", span, (About(area, drug, year, truth),),
        fits=lambda truth: truth.value == 1, says=lambda truth: truth.working, value=str(said), unit="seizures",
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
    token = behind if behind.tag == "number" or str(behind.value).lower() in {"high", "low"} else line.tokens[start]
    since = f"{int(truth.value)}-{(int(truth.value) + 1) % 100:02}"
    words = f"the {'highest' if sign > 0 else 'lowest'} number since {since}"
    return (Patch(line.tokens[start].start, token.end, words),)
