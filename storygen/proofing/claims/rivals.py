"""Claims: the force named as next, those named as above, the one that led before, a title kept (manual A36, R13)."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from storygen.model.reading import Claim, Truth
from storygen.proofing.reading import mending
from storygen.proofing.reading.grammar import CHAR
from storygen.proofing.reading.parsed import Patch
from storygen.proofing.reading.ranking import Ask, ask_of, ranked_by
from storygen.proofing.reading.reference import Line
from storygen.proofing.reading.ruling import About, area_name, rule

TURN = 2
CUES = frozenset({"again", "rival", "next", "past"})


def find(line: Line) -> Iterator[Claim]:
    """Find forces named for their place beside the story's own."""
    asked = ask_of(line, 0)
    for kind, places in line.rivals.items():
        yield from _rival(line, kind, places, asked)
    if {"again", "highest"} <= line.kinds and asked.by == "rate" and "since" not in line.kinds:
        yield _again(line, asked)


def _rival(line: Line, kind: str, places: tuple[int, ...], ask: Ask) -> Iterator[Claim]:
    """The force named as next, those named as above, the one that led the year before."""
    own = line.context.area or line.own_area()
    drug = ask.drug or line.context.last_drug
    year = line.before(ask.year) if kind == "before" else ask.year
    region = ask.region or (_local(line, own) if kind == "next" and "region" in _words(line) else "")
    by = "count" if kind == "outnumber" else "rate"
    ranked = ranked_by(line, ask._replace(by=by, drug=drug, year=year, region=region)) if drug and year else ()
    order = [slug for slug, _ in ranked]
    said = [str(line.tokens[place].value) for place in places]
    if kind == "next":
        right = [slug for slug in order if slug != own][:1]
    elif kind in {"above", "outnumber"}:
        right = order[: order.index(own)] if own in order else []
    else:
        right = order[:1]
    truth = Truth(
        value=Fraction(int(set(said) == set(right))), working=" and ".join(area_name(line, each) for each in right)
    )
    yield rule(
        line, "rival", (places[0], places[-1] + 1), (About(said[0], drug, year, truth if ranked else None),),
        fits=lambda truth: truth.value == 1, says=lambda truth: truth.working or "no other force", value=",".join(said),
        mends=lambda _: _rightful(line, places, right),
        unit="force", cites="R13",
    )  # fmt: skip


def _rightful(line: Line, places: tuple[int, ...], right: Sequence[str]) -> tuple[Patch, ...]:
    """The force that belongs where the copy has another, by its place if that is how the copy names it."""
    if len(places) != 1 or len(right) != 1:
        return ()
    token, area = line.tokens[places[0]], line.context.reckoner.almanac.areas[right[0]]
    is_force = line.sentence.text[token.start : token.end].lower().endswith(("police", "constabulary"))
    return mending.named(line, places[0], area.force if is_force else area.place.removeprefix("the "))


def _words(line: Line) -> str:
    return " ".join(str(line.tokens[at].value) for at in line.places("next", "local"))


def _local(line: Line, own: str) -> str:
    area = line.context.reckoner.almanac.areas.get(own)
    return area.region if area else ""


def _again(line: Line, ask: Ask) -> Claim:
    place, area = line.tags.index(CHAR["again"]), line.own_area()
    before = line.context.reckoner.pool(ask.drug, line.before(ask.year)) if ask.drug and ask.year else ()
    truth = None
    if before:
        truth = Truth(
            value=Fraction(int(before[0][0] == area)), working=f"{area_name(line, before[0][0])} led the year before"
        )
    return rule(
        line, "title", (place, place + 1), (About(area, ask.drug, ask.year, truth),),
        fits=lambda truth: truth.value == 1, says=lambda truth: truth.working, value="again", unit="", cites="R13c",
    )  # fmt: skip
