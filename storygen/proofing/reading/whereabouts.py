"""A claim in its place: the clause it stands in, its own words, and what they name beside it."""

from collections.abc import Sequence

from storygen.model.reading import Claim
from storygen.proofing.numerals import Numeral
from storygen.proofing.reading.grammar import Token
from storygen.proofing.reading.reference import Line, year_of

PLACES = ("area", "rival", "region")
CLAUSE_MARKS = ("semi", "colon", "dash", "open", "close", "while")
BESIDE = 2  # tokens behind a number where what it is of stands nearest


class Whereabouts:
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
        """What its first token is, by its tag: "ten times" is a multiple of something, "by half" a percentage."""
        tag = self.line.tokens[self.at].tag
        meant = {("multiple", "count"): "times", ("change", "part"): "percent", ("change", "ordinal"): "percent"}
        return meant.get((self.claim.kind, tag), tag)

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
