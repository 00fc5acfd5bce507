"""What a sentence may go on about that leaves its drug, force or year unsaid, besides what was spoken of last."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from storygen.model.reading import Claim, Ruling
from storygen.proofing.reading.context import Context
from storygen.proofing.reading.reference import Line

REACH = 2  # paragraphs back that a drug may have been named in
MOST = 8  # contexts tried: a sentence that is wrong in all of them is wrong
EXACT = {"count", "rate", "quantity", "difference", "change", "share"}
"""Kinds of claim whose figure another drug or force would hardly bear out by chance."""
SEVERAL = 2  # figures that are right together are so by chance as hardly as one large one
SMALL = 20  # a figure below it may be anybody's


def others(line: Line, before: Sequence[Line]) -> Iterator[Context]:
    """The contexts a sentence may also be met in, the likeliest first: all drugs, then those named shortly before."""
    return islice(filter(lambda context: context != line.context, _others(line, before)), MOST)


def _others(line: Line, before: Sequence[Line]) -> Iterator[Context]:
    context = line.context
    contexts = [context, *_elsewhere(line, before)]
    if line.kinds.isdisjoint({"drug", "whole"}):
        for each in contexts:
            for drug in _drugs(line, before):
                yield each._replace(last_drug=drug)
    yield from contexts


def _drugs(line: Line, before: Sequence[Line]) -> Iterator[str]:
    near = [each for each in before if each.sentence.paragraph >= line.sentence.paragraph - REACH]
    named = chain.from_iterable(reversed(each.named()) for each in reversed(near))
    yield from dict.fromkeys((line.context.reckoner.almanac.total, *named))


def _elsewhere(line: Line, before: Sequence[Line]) -> Iterator[Context]:
    """The story's own force and year where another was spoken of last, and the other way about."""
    context = line.context
    if line.kinds.isdisjoint({"area", "region", "nation"}):
        if context.last_area not in {(), (context.area,)}:
            yield context._replace(last_area=())
        last = next((token for each in reversed(before) for token in each.tokens if token.tag == "area"), None)
        if last and str(last.value) != context.area:
            yield context._replace(area=str(last.value), last_area=())
    if "year" not in line.kinds and context.last_year not in {"", context.year}:
        yield context._replace(last_year=context.year)
        yield context._replace(last_year=context.last_year, paragraph=line.sentence.paragraph)


def wrong(claims: Sequence[Claim]) -> int:
    """How many claims of a sentence are wrong."""
    return [claim.ruling for claim in claims].count(Ruling.CONTRADICTED)


def bears_out(claims: Sequence[Claim], doubted: Sequence[Claim]) -> bool:
    """Whether less of a sentence is wrong if it is read otherwise, by a figure that is hardly right by chance."""
    borne_out = [each for each in _turned(claims, doubted) if each.ruling is Ruling.SUPPORTED and each.kind in EXACT]
    is_borne_out = len(borne_out) >= SEVERAL or any(map(_is_exact, borne_out))
    return is_borne_out and wrong(claims) < wrong(doubted)


def is_open(claims: Sequence[Claim], doubted: Sequence[Claim]) -> bool:
    """Whether all that was called wrong in a sentence is right if it is read otherwise."""
    turned = _turned(claims, doubted)
    return not wrong(claims) and bool(turned) and all(each.ruling is Ruling.SUPPORTED for each in turned)


def _turned(claims: Sequence[Claim], doubted: Sequence[Claim]) -> list[Claim]:
    were_wrong = {(claim.line, claim.column) for claim in doubted if claim.ruling is Ruling.CONTRADICTED}
    return [claim for claim in claims if (claim.line, claim.column) in were_wrong]


def is_guess(line: Line) -> bool:
    """Whether a sentence counts "seizures" and leaves it to the reader of which drug, so that none can be put right."""
    is_bare = "things" in line.kinds and line.kinds.isdisjoint({"drug", "whole"})
    return is_bare and line.context.last_drug not in {"", line.context.reckoner.almanac.total}


def without_wording(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of a sentence with no proposal for it."""
    return tuple(replace(each, wording="") for each in claims)


def left_open(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of a sentence that holds with something else: what was called wrong is a question of what is meant."""
    says = "Read with what was named last this is wrong, and right with what was named before: say what it is about."
    return tuple(
        replace(each, ruling=Ruling.UNCHECKABLE, truth=f"{says} {each.truth}", wording="", working=None)
        if each.ruling is Ruling.CONTRADICTED else each
        for each in claims
    )  # fmt: skip


def _is_exact(claim: Claim) -> bool:
    return claim.kind in EXACT and (claim.kind in {"change", "share"} or abs(float(claim.value or 0)) >= SMALL)
