"""Claims: the steepest rise or fall of any force, by change in per cent (manual A38 to A40)."""

from collections.abc import Iterator
from fractions import Fraction

from storygen.model.reading import Claim, Truth
from storygen.proofing.reading.ranking import MOVE, MOVED_FROM, SINCE, ask_of, is_of_regions, is_within_years, ranked_by
from storygen.proofing.reading.reckoning import plain
from storygen.proofing.reading.reference import Line
from storygen.proofing.reading.ruling import About, area_name, rule, things

TURN = 2
CUES = frozenset({"steep", "more"})


def find(line: Line) -> Iterator[Claim]:
    """Find movements beyond those of all other forces; how regions moved is not compared."""
    if is_of_regions(line):
        return
    for found in MOVE.finditer(line.tags):
        names = {name for name, text in found.groupdict().items() if text}
        way = next(found.start(name) for name in names if name.startswith("way"))
        if SINCE.search(line.tags, found.start()) is None and not is_within_years(line):
            line.used.add(way)
            yield _mover(line, found.span(), 1 if line.tokens[way].tag == "up" else -1)


def _mover(line: Line, span: tuple[int, int], sign: int) -> Claim:
    ask, area = ask_of(line, span[0]), line.own_area()
    ranked = ranked_by(line, ask._replace(by="change"))
    own = next((value for slug, value in ranked if slug == area), None)
    truth = None
    if own is not None:
        beyond = [slug for slug, value in ranked if sign * (value - own) > 0]
        place = 1 + len(beyond) if sign * own > 0 else 0
        others = f"; {area_name(line, beyond[0])} moved further" if beyond else ""
        truth = Truth(value=Fraction(place), working=f"{plain(own)} per cent, of {len(ranked)} forces{others}")
    elif area and line.context.reckoner.number(area, ask.drug, ask.year):
        lack = f"it is not among the {len(ranked)} forces with {MOVED_FROM} such {things(line)} the year before"
        truth = Truth(value=Fraction(0), working=lack)
    return rule(
        line, "rank", span, (About(area, ask.drug, ask.year, truth),),
        fits=lambda truth: truth.value == 1, says=lambda truth: f"place {int(truth.value)} by change in per cent",
        value="1", unit="place", cites="R13",
    )  # fmt: skip
