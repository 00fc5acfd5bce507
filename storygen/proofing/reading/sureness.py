"""
How sure the desk is of what a claim in anybody's copy speaks of: a doubt makes a question of what it would call wrong.

A doubt is a sentence saying why another reading is as likely. One is enough; with none the claim is contradicted.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from storygen.model.reading import Claim, Ruling
from storygen.proofing.hedges import OVER
from storygen.proofing.numerals import Numeral
from storygen.proofing.reading.grammar import Token, pattern
from storygen.proofing.reading.reference import Line, year_of
from storygen.proofing.reading.ruling import About, named
from storygen.proofing.reading.spoken import spoken

Doubt = Callable[["Placed"], str]

FIGURES = {"count", "rate", "share", "change", "difference", "multiple"}
"""Kinds of claim that a number makes of what it speaks of."""
WORDLESS = {"rank", "record", "first", "direction", "streak", "rival"}
"""Kinds of claim in words alone, whose year is that of their sentence."""
NOUNS = {"things", "drug", "drugs", "whole", "perhead", "permillion", "unit", "found", "on", "force", "forces", "years"}
"""What may stand behind a number and say what it counts."""
PLACES = ("area", "rival", "region")
CLAUSE_MARKS = ("semi", "colon", "dash", "open", "close", "while")
_PART_OF = pattern("ordinal of count (there|things|drug|of)")
_ODDS = pattern("count things in count")
_BOUND = pattern("(more|fewer) than (count|percent)")
BESIDE = 2  # tokens behind a number where what it is of stands nearest
NEAR = 3  # tokens between a year and the words it may date


class Placed:
    """A claim in its place: the lines up to its own, its own clause, and the number it is about."""

    def __init__(self, lines: Sequence[Line], claim: Claim) -> None:
        """Find a claim in the last of these lines."""
        self.before, self.line, self.claim = lines[:-1], lines[-1], claim
        places = self.line.sentence.place
        self.at = next(
            (at for at, token in enumerate(self.line.tokens) if places(token.start) == (claim.line, claim.column)), 0
        )
        self.clause = self.between(*CLAUSE_MARKS)

    @property
    def tag(self) -> str:
        """What its first token is: a tag; "ten times" is a multiple of something, "doubled" is a word of its own."""
        tag = self.line.tokens[self.at].tag
        return "times" if self.claim.kind == "multiple" and tag == "count" else tag

    @property
    def number(self) -> Numeral | None:
        """The number it begins with, if it does."""
        value = self.line.tokens[self.at].value
        return value if isinstance(value, Numeral) else None

    def behind(self) -> str:
        """The tag right behind its first token."""
        return self.line.tokens[self.at + 1].tag if self.at + 1 < len(self.line.tokens) else ""

    def in_clause(self, *tags: str) -> list[int]:
        """Where tokens of its clause have these tags."""
        first, last = self.clause
        return [at for at in self.line.places(*tags) if first <= at < last]

    def is_named_later(self) -> bool:
        """Whether its force is another than the story's, and named only after a comma behind it."""
        line, comma = self.line, next((at for at in self.in_clause("comma") if at > self.at), None)
        told = [at for at in self.in_clause(*PLACES) if str(line.tokens[at].value) == self.claim.area]
        is_others = self.claim.area != line.context.area
        return is_others and comma is not None and bool(told) and comma < min(told)

    def own_words(self) -> tuple[Token, ...]:
        """The tokens between the commas and other marks on either side of it, up to the next number."""
        first, last = self.between(*CLAUSE_MARKS, "comma")
        numbers = (at for at in self.line.measures if self.at < at < last)
        return self.line.tokens[first : min(numbers, default=last)]

    def between(self, *marks: str, numbers: bool = False) -> tuple[int, int]:
        """The first token after the last of these marks, or number, before it, and the first behind it."""
        ends = {*self.line.places(*marks), *(self.line.measures if numbers else ())}
        first = max((at + 1 for at in ends if at < self.at), default=0)
        return first, min((at for at in ends if at > self.at), default=len(self.line.tokens))

    def says(self, meant: str, *tags: str) -> bool:
        """
        Whether a name with one of these tags, and no other, stands by the claim, meaning what it was taken to.

        Right behind it is nearest, then before it back to a mark or another number, then behind it as far.
        """
        tokens, end = self.line.tokens, self.at + 1
        begin, _ = self.between(*CLAUSE_MARKS, "comma", numbers=True)
        _, last = self.between(*CLAUSE_MARKS, "comma", "and", numbers=True)
        for words in (tokens[end : end + BESIDE], tokens[begin : self.at], tokens[end:last]):
            if told := {str(token.value) for token in words if token.tag in tags}:
                return told == {meant}
        return False

    def says_year(self) -> bool:
        """Whether its own words date it: by the claim's year, or by the one before it."""
        told = {year_of(token) for token in self.own_words() if token.tag == "year"}
        period = self.claim.period
        if not told and any(token.tag == "prev" for token in self.own_words()):
            return self.line_years() <= {period}
        return bool(told) and told <= {period, self.line.before(period)}

    def line_years(self) -> set[str]:
        """The years its sentence names."""
        return {year_of(token) for token in self.line.tokens if token.tag == "year"}

    def has_base(self) -> bool:
        """Whether what a number rests on is said: "57 more than crack", "62 per cent where the drug was known"."""
        words = [token.tag for token in self.own_words()]
        is_beside = (
            self.claim.kind == "difference"
            and "than" in words
            and bool({"drug", *PLACES} & {*words[words.index("than") :]})
        )
        is_of_known = self.claim.kind == "share" and "known" in words
        return is_beside or is_of_known

    def follows_unread(self) -> bool:
        """Whether a word the desk does not know stands right before its number: "coke 220 times"."""
        return bool(self.at) and self.line.tokens[self.at - 1].tag == "word"


def only_if_sure(lines: Sequence[Line], claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of the last of these lines: what was called wrong is a question where there is a doubt."""
    if not any(claim.ruling is Ruling.CONTRADICTED for claim in claims):
        return tuple(claims)
    return tuple(_asked(lines, claim) if claim.ruling is Ruling.CONTRADICTED else claim for claim in claims)


def _asked(lines: Sequence[Line], claim: Claim) -> Claim:
    why = next(_doubts(Placed(lines, claim)), "")
    if not why:
        return claim
    says = f"{why} {_if_so(claim.truth)}"
    return replace(claim, ruling=Ruling.UNCHECKABLE, truth=says, wording="", working=None)


def _doubts(placed: Placed) -> Iterator[str]:
    return filter(None, (doubt(placed) for doubt in DOUBTS))


def _if_so(truth: str) -> str:
    """What the figures give, said of a reading that is not sure."""
    return f"If this speaks of {truth.removeprefix('For ')}" if truth.startswith("For ") else truth


def _uncounted(placed: Placed) -> str:
    """A small number in letters with no noun behind it: "two successive falls", "eight in ten", "the four"."""
    number = placed.number
    is_in_letters = number is not None and number.words.isalpha() and placed.claim.kind in {"count", "rate"}
    is_odds = _ODDS.match(placed.line.tags, placed.at) is not None
    is_bare = is_in_letters and (is_odds or placed.behind() not in NOUNS)
    return "It is not clear what this number counts." if is_bare else ""


def _unmeasured(placed: Placed) -> str:
    """A number without a unit that was taken for a share, a pool or a place: "450 cocaine", "a third of the 796"."""
    kind, tag, behind = placed.claim.kind, placed.tag, placed.behind()
    is_share = kind == "share" and ((tag == "count" and behind != "to") or (tag == "part" and behind == "word"))
    is_pool = kind == "pool" and behind not in {"force", "forces", "word", "other", "region", "pool", "england", "area"}
    is_part = kind == "rank" and tag == "ordinal" and _PART_OF.match(placed.line.tags, placed.at) is not None
    return "It is not clear what this number measures." if is_share or is_pool or is_part else ""


def _literally(placed: Placed) -> str:
    """A multiple that is past what it says, though by less than the manual asks for the words: "more than halved"."""
    number, truth = placed.number, placed.claim.working
    if (
        number is None
        or not number.value
        or truth is None
        or placed.claim.kind != "multiple"
        or number.hedge not in OVER
    ):
        return ""
    is_past = truth.value < number.value if number.value < 1 else truth.value > number.value
    return "True as far as it goes." if is_past else ""


def _bounded(placed: Placed) -> str:
    """A word of comparison that only bounds the number behind it: "less than one per cent"."""
    is_bound = placed.claim.kind == "comparison" and _BOUND.match(placed.line.tags, placed.at) is not None
    return "It is not clear what is compared." if is_bound else ""


def _nationwide(placed: Placed) -> str:
    """A way that something went in words that go on to the country."""
    _, last = placed.between("comma", "semi", "dash", "open", "close")
    is_countrys = any(token.tag == "nation" for token in placed.line.tokens[placed.at : last])
    is_of_force = placed.claim.kind == "direction" and placed.claim.area in placed.line.context.reckoner.almanac.areas
    return "It is not clear whose figure this is." if is_countrys and is_of_force else ""


def _on_another_base(placed: Placed) -> str:
    """A multiple in a sentence of several years that says none beside it: "doubled, from 8 to 16"."""
    claim, line = placed.claim, placed.line
    own = {year_of(token) for token in placed.own_words() if token.tag == "year"}
    others = placed.line_years() - {claim.period, line.before(claim.period)}
    is_unsaid = claim.kind in {"multiple", "direction"} and bool(others) and not own
    return "It is not clear which years are compared." if is_unsaid else ""


def _excepted(placed: Placed) -> str:
    """An exception in the same clause: what is left of a bound, or of words without a number, is not worked out."""
    is_of_some = placed.claim.kind in WORDLESS or bool(placed.number and placed.number.hedge)
    return (
        "The words make an exception, and it is not clear of what." if is_of_some and placed.in_clause("leave") else ""
    )


def _elsewhere(placed: Placed) -> str:
    """A force that its clause names nearer than the one the claim was taken to be of, or that only comes later."""
    claim, line = placed.claim, placed.line
    told = [at for at in placed.in_clause(*PLACES) if at < placed.at]
    nearest = str(line.tokens[told[-1]].value) if told else ""
    if not nearest and any(at < placed.at for at in placed.in_clause("ours")):
        nearest = line.context.area
    is_other = nearest not in {"", claim.area} or placed.is_named_later()
    almanac = line.context.reckoner.almanac
    if placed.says(claim.area, *PLACES):
        return ""
    is_one = claim.area in almanac.areas or claim.area in almanac.regions
    return "It is not clear whose figure this is." if is_other and is_one else ""


def _of_another_drug(placed: Placed) -> str:
    """A drug that its clause names, while the claim was taken to be of one named elsewhere."""
    claim, line = placed.claim, placed.line
    told = [str(line.tokens[at].value) for at in placed.in_clause("drug")]
    is_other = claim.kind in FIGURES and bool(told) and claim.drug not in {*told, line.context.reckoner.almanac.total}
    return "It is not clear which drug this is about." if is_other else ""


def _of_another_year(placed: Placed) -> str:
    """A year carried over past the story's own, or one named right before words that may be about it."""
    claim, line = placed.claim, placed.line
    told = [year_of(token) for token in line.tokens if token.tag == "year"]
    is_dated = claim.period in told or "prev" in line.kinds
    if claim.kind in WORDLESS and not is_dated and claim.period != line.context.year:
        return "It is not clear which year this is about."
    near = [year_of(token) for token in line.tokens[max(0, placed.at - NEAR) : placed.at] if token.tag == "year"]
    is_of_near = claim.kind in WORDLESS and near and near[-1] != claim.period
    return "It is not clear which year this is about." if is_of_near else ""


def _right_for_another(placed: Placed) -> str:
    """A figure that is right for something else its sentence, or one shortly before, names."""
    number, line = placed.number, placed.line
    if number is None or placed.claim.kind not in FIGURES or placed.has_base():
        return ""
    within = spoken(line, placed.before, is_any_drug=placed.tag == "count" and placed.follows_unread())
    claim = placed.claim
    within = within._replace(
        drugs=(claim.drug,) if placed.at in line.drugs or placed.says(claim.drug, "drug") else within.drugs,
        areas=(claim.area,) if placed.at in line.areas or placed.says(claim.area, *PLACES) else within.areas,
        years=(claim.period,) if placed.says_year() else within.years,
    )
    figure = within.shown_by(number, placed.tag, claim)
    if figure is None:
        return ""
    other = About(figure.area, figure.drug, figure.period, None)
    return f"It is the figure for {named(line, other)}: if that is meant, say so more plainly."


DOUBTS: tuple[Doubt, ...] = (
    _right_for_another, _literally, _unmeasured, _bounded, _nationwide, _on_another_base, _uncounted, _excepted, _elsewhere, _of_another_drug,
    _of_another_year,
)  # fmt: skip
"""Every doubt, asked in this order."""
