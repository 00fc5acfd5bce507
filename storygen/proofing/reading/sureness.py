"""
How sure the desk is of what a claim in anybody's copy speaks of: a doubt makes a question of what it would call wrong.

A doubt is a sentence saying why another reading is as likely. One is enough; with none the claim is contradicted.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from storygen.model.reading import Claim, Ruling
from storygen.proofing.hedges import OVER
from storygen.proofing.reading.grammar import pattern
from storygen.proofing.reading.reference import Line, year_of
from storygen.proofing.reading.ruling import About, named
from storygen.proofing.reading.spoken import spoken
from storygen.proofing.reading.whereabouts import PLACES, Whereabouts

Doubt = Callable[[Whereabouts], str]

FIGURES = {"count", "rate", "share", "change", "difference", "multiple"}
"""Kinds of claim that a number makes of what it speaks of."""
WORDLESS = {"rank", "record", "since", "first", "direction", "streak", "rival", "mix", "title", "window"}
"""Kinds of claim in words alone, whose year is that of their sentence."""
NOUNS = {"things", "drug", "drugs", "whole", "perhead", "permillion", "unit", "found", "on", "force", "forces", "years"}
"""What may stand behind a number and say what it counts."""
OF_NO_KIND = {"as", "many", "such", "few", "its", "more"}
"""Words before what is counted that name no kind of it."""
_UNKNOWN = pattern("word things")
_PART_OF = pattern("ordinal of count (there|things|drug|of)")
_ODDS = pattern("count things in count")
_BOUND = pattern("(more|fewer) than (count|percent)")
NEAR = 3  # tokens between a year and the words it may date


def only_if_sure(lines: Sequence[Line], claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of the last of these lines: what was called wrong is a question where there is a doubt."""
    if not any(claim.ruling is Ruling.CONTRADICTED for claim in claims):
        return tuple(claims)
    return tuple(_asked(lines, claim) if claim.ruling is Ruling.CONTRADICTED else claim for claim in claims)


def _asked(lines: Sequence[Line], claim: Claim) -> Claim:
    why = next(_doubts(Whereabouts(lines, claim)), "")
    if not why:
        return claim
    says = f"{why} {_if_so(claim.truth)}"
    return replace(claim, ruling=Ruling.UNCHECKABLE, truth=says, wording="", working=None)


def _doubts(where: Whereabouts) -> Iterator[str]:
    return filter(None, (doubt(where) for doubt in DOUBTS))


def _if_so(truth: str) -> str:
    """What the figures give, said of a reading that is not sure."""
    return f"If this speaks of {truth.removeprefix('For ')}" if truth.startswith("For ") else truth


def _uncounted(where: Whereabouts) -> str:
    """A small number in letters with no noun behind it: "two successive falls", "eight in ten", "the four"."""
    number = where.number
    is_in_letters = number is not None and number.words.isalpha() and where.claim.kind in {"count", "rate"}
    is_odds = _ODDS.match(where.line.tags, where.at) is not None
    is_bare = is_in_letters and (is_odds or where.behind() not in NOUNS)
    return "It is not clear what this number counts." if is_bare else ""


def _unmeasured(where: Whereabouts) -> str:
    """A number without a unit that was taken for a share, a pool or a place: "450 cocaine", "a third of the 796"."""
    kind, tag, behind = where.claim.kind, where.tag, where.behind()
    is_share = kind == "share" and ((tag == "count" and behind != "to") or (tag == "part" and behind == "word"))
    is_pool = kind == "pool" and behind not in {"force", "forces", "word", "other", "region", "pool", "england", "area"}
    is_part = kind == "rank" and tag == "ordinal" and _PART_OF.match(where.line.tags, where.at) is not None
    return "It is not clear what this number measures." if is_share or is_pool or is_part else ""


def _literally(where: Whereabouts) -> str:
    """A multiple that is past what it says, though by less than the manual asks for the words: "more than halved"."""
    number, truth = where.number, where.claim.working
    if (
        number is None
        or not number.value
        or truth is None
        or where.claim.kind != "multiple"
        or number.hedge not in OVER
    ):
        return ""
    is_past = truth.value < number.value if number.value < 1 else truth.value > number.value
    return "True as far as it goes." if is_past else ""


def _bounded(where: Whereabouts) -> str:
    """A word of comparison that only bounds the number behind it: "less than one per cent"."""
    is_bound = where.claim.kind == "comparison" and _BOUND.match(where.line.tags, where.at) is not None
    return "It is not clear what is compared." if is_bound else ""


def _nationwide(where: Whereabouts) -> str:
    """A way that something went in words that go on to the country."""
    _, last = where.between("comma", "semi", "dash", "open", "close")
    is_countrys = any(token.tag == "nation" for token in where.line.tokens[where.at : last])
    is_of_force = where.claim.kind == "direction" and where.claim.area in where.line.context.reckoner.almanac.areas
    return "It is not clear whose figure this is." if is_countrys and is_of_force else ""


def _on_another_base(where: Whereabouts) -> str:
    """A multiple in a sentence of several years that says none beside it: "doubled, from 8 to 16"."""
    claim, line = where.claim, where.line
    own = {year_of(token) for token in where.own_words() if token.tag == "year"}
    others = where.line_years() - {claim.period, line.before(claim.period)}
    is_unsaid = claim.kind in {"multiple", "direction"} and bool(others) and not own
    return "It is not clear which years are compared." if is_unsaid else ""


def _excepted(where: Whereabouts) -> str:
    """An exception in the same clause: what is left of a bound, or of words without a number, is not worked out."""
    is_of_some = where.claim.kind in WORDLESS or bool(where.number and where.number.hedge)
    return (
        "The words make an exception, and it is not clear of what." if is_of_some and where.in_clause("leave") else ""
    )


def _elsewhere(where: Whereabouts) -> str:
    """A force that its clause names nearer than the one the claim was taken to be of, or that only comes later."""
    claim, line = where.claim, where.line
    told = [at for at in where.in_clause(*PLACES) if at < where.at]
    nearest = str(line.tokens[told[-1]].value) if told else ""
    if not nearest and any(at < where.at for at in where.in_clause("ours")):
        nearest = line.context.area
    is_other = nearest not in {"", claim.area} or where.is_named_later()
    almanac = line.context.reckoner.almanac
    if where.says(claim.area, *PLACES):
        return ""
    is_one = claim.area in almanac.areas or claim.area in almanac.regions
    return "It is not clear whose figure this is." if is_other and is_one else ""


def _of_another_drug(where: Whereabouts) -> str:
    """A drug that its clause names, while the claim was taken to be of one named elsewhere."""
    claim, line = where.claim, where.line
    told = [str(line.tokens[at].value) for at in where.in_clause("drug")]
    is_other = claim.kind in FIGURES and bool(told) and claim.drug not in {*told, line.context.reckoner.almanac.total}
    return "It is not clear which drug this is about." if is_other else ""


def _of_unknown(where: Whereabouts) -> str:
    """A noun for what is counted with a word before it that the desk does not know: "dealing offences"."""
    line, total = where.line, where.line.context.reckoner.almanac.total
    words = {str(line.tokens[found.start()].value).lower() for found in _UNKNOWN.finditer(line.tags)}
    is_unknown = where.claim.drug == total and not line.kinds & {"whole", "drug"} and words - OF_NO_KIND
    return "A word before what is counted is not known." if is_unknown else ""


def _in_another_pool(where: Whereabouts) -> str:
    """A place in a sentence that names more than one set of forces to be where among: a region and the country."""
    is_of_several = where.claim.kind == "rank" and len(where.line.pools) > 1
    return "It is not clear among whom this place is." if is_of_several else ""


def _of_another_year(where: Whereabouts) -> str:
    """A year carried over past the story's own, or one named right before words that may be about it."""
    claim, line = where.claim, where.line
    told = [year_of(token) for token in line.tokens if token.tag == "year"]
    is_dated = claim.period in told or "prev" in line.kinds
    if claim.kind in WORDLESS and not is_dated and claim.period != line.context.year:
        return "It is not clear which year this is about."
    near = [year_of(token) for token in line.tokens[max(0, where.at - NEAR) : where.at] if token.tag == "year"]
    is_of_near = claim.kind in WORDLESS and near and near[-1] != claim.period
    return "It is not clear which year this is about." if is_of_near else ""


def _right_for_another(where: Whereabouts) -> str:
    """A figure that is right for something else its sentence, or one shortly before, names."""
    number, line = where.number, where.line
    if number is None or where.claim.kind not in FIGURES or where.has_base():
        return ""
    is_unknown = where.tag == "count" and where.follows_unread()
    is_bare = where.behind() not in {"drug", "things"}
    within = spoken(line, where.before, is_any_drug=is_unknown, is_bare=is_bare)
    claim = where.claim
    within = within._replace(
        drugs=(claim.drug,) if where.at in line.drugs or where.says(claim.drug, "drug") else within.drugs,
        areas=(claim.area,) if where.at in line.areas or where.says(claim.area, *PLACES) else within.areas,
        years=(claim.period,) if where.says_year() else within.years,
    )
    figure = within.shown_by(number, where.tag, claim)
    if figure is None:
        return ""
    other = About(figure.area, figure.drug, figure.period, None)
    return f"It is the figure for {named(line, other)}: if that is meant, say so more plainly."


DOUBTS: tuple[Doubt, ...] = (
    *(_right_for_another, _literally),
    *(_unmeasured, _uncounted, _bounded, _excepted),
    *(_elsewhere, _nationwide, _in_another_pool),
    *(_of_another_drug, _of_unknown),
    *(_of_another_year, _on_another_base),
)
"""Every doubt, asked in this order: of the figure, the measure, the place, the drug, the year."""
