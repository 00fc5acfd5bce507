"""Claims: which drugs are found most often, in which order, and which least (manual A55)."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from storygen.model.reading import Claim, Ruling, Truth
from storygen.model.topic import Kind
from storygen.proofing.numerals import Numeral
from storygen.proofing.reading import mending
from storygen.proofing.reading.grammar import CHAR, pattern
from storygen.proofing.reading.reckoning import plain
from storygen.proofing.reading.reference import Line
from storygen.proofing.reading.ruling import About, as_percent, make, rule

TURN = 1
CUES = frozenset({"oftenest", "rarest", "most", "group", "next", "ordinal"})
HALF = 50  # per cent of all seizures: what is in more of them is "in most"

_AMONG = pattern("<drug:drug) be <nth:ordinal) word? among <of:group)")
_NTH = pattern("<nth:ordinal) oftenest <of:drug)?")
_OF_GROUP = pattern("^of <drug:drug) comma|oftenest <drug2:drug)")
_CAME = pattern("<drug:drug) word <nth:ordinal) (with|comma|and|in|$)")
_RAREST = pattern("<rare:rarest)")
_IN_MOST = pattern(
    "<drug:drug) (be|found|comma|word)* in <most:most) of? (ours|area|drug|whole)* things"
    "|<most2:most) of? (ours|area|whole|drug)* things (in|by|area|region|ours|there|comma|year|pool|word)* "
    "(be|found|of|for)+ <drug2:drug)"
)


def find(line: Line) -> Iterator[Claim]:
    """Find places of drugs by how often they were found."""
    for found in _AMONG.finditer(line.tags):
        line.drugs.update(dict.fromkeys(range(found.start(), len(line.tokens)), _drug(line, found.start())))
        yield _nth(line, found.start("nth"), found.start("of"))
    for found in _CAME.finditer(line.tags):
        if str(line.tokens[found.start("nth") - 1].value).lower() == "came":
            yield _nth(line, found.start("nth"), -1, width=1)
    for found in _RAREST.finditer(line.tags):
        yield _rarest(line, found.start("rare"))
    for found in _IN_MOST.finditer(line.tags):
        most = line.tokens[found.start("most" if found["drug"] else "most2")]
        if not ("than" in line.kinds and str(most.value).endswith("part")):
            yield _in_most(line, found)  # "in a larger part of seizures than" says nothing of half
    if CHAR["oftenest"] in line.tags:
        if nth := _NTH.search(line.tags):
            yield _nth(line, nth.start("nth"), nth.start("of") if nth["of"] else -1)
        else:
            yield from _mix(line, 0)
    elif line.tokens[0].tag == "next" and line.told:
        yield from _mix(line, line.told)


def _drug(line: Line, place: int) -> str:
    return str(line.tokens[place].value)


def _area(line: Line) -> str:
    return (line.subject() or ("",))[0]


def _listed(line: Line, order: Sequence[tuple[str, Truth]]) -> str:
    """Drugs with their numbers, for an editor."""
    topic = line.context.reckoner.almanac.topic
    return ", ".join(f"{topic.category(slug).noun} {plain(truth.value)}" for slug, truth in order)


def _mix(line: Line, before: int) -> Iterator[Claim]:
    """The drugs of a sentence, in the order told, are the most often found, after those told in the last sentence."""
    area, year = _area(line), line.main_year()
    order = line.context.reckoner.mix(area, year, _group(line)) if area and year else ()
    told = [at for at in line.places("drug") if _is_single(line, at)]
    line.told = before + len(told)
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
            mends=_rightful(line, at, order, place),
        )  # fmt: skip


def _rightful(line: Line, at: int, order: Sequence[tuple[str, Truth]], place: int) -> mending.Mend:
    """The drug that belongs where the copy has another."""
    topic = line.context.reckoner.almanac.topic
    return lambda _: mending.named(line, at, topic.category(order[place][0]).noun) if place < len(order) else ()


_CUT = pattern("while|dash")


def _group(line: Line) -> str:
    """The one class a sentence looks at, if any: "of the class A drugs", "the most commonly found class A drug"."""
    found = _OF_GROUP.search(line.tags)
    drug = _drug(line, found.start("drug" if found["drug"] else "drug2")) if found else ""
    return drug if drug and line.context.reckoner.almanac.kinds[drug] is Kind.GROUP else ""


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
    suffix = "" if found["drug"] else "2"
    drug, most = found.start(f"drug{suffix}"), found.start(f"most{suffix}")
    line.used.add(most)
    area, year = _area(line), line.main_year()
    truth = line.context.reckoner.share(area, _drug(line, drug), year) if area and year else None
    return rule(
        line, "share", (most, most + 1), (About(area, _drug(line, drug), year, truth),),
        fits=lambda truth: truth.value > HALF, says=as_percent, value="most", unit="per cent",
    )  # fmt: skip


def _nth(line: Line, nth: int, of: int, *, width: int = 2) -> Claim:
    """The second most commonly seized drug, of a class if one is named behind."""
    number = line.tokens[nth].value
    said = number.value if isinstance(number, Numeral) else None
    group = _drug(line, of) if of >= 0 else ""
    drugs = [_drug(line, at) for at in line.places("drug") if at != of]
    drug = drugs[0] if drugs else line.context.last_item
    named = [at for at in range(nth, len(line.tokens)) if line.tokens[at].tag in {"area", "nation"}]
    areas = line.meant_by(named[0]) if named else (_area(line),)
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
        line, "mix", (nth, nth + width), (About(area, drug, year, truth),), fits=lambda truth: truth.value == said,
        says=lambda truth: f"place {int(truth.value)}", value=str(said), unit="place",
        mends=lambda truth: mending.nth(line, nth, int(truth.value)),
    )  # fmt: skip
