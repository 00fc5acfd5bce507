"""The drugs a sentence names: which one each token is about."""

from storygen.proofing.reading.grammar import CHAR, pattern
from storygen.proofing.reading.placed import Placed

_LINKS = {
    "with",
    "in",
    "at",
    "for",
    "of",
    "comma",
    "open",
    "dash",
    "colon",
    "be",
    "there",
    "number",
    "by",
    "word",
    "things",
    "found",
}


_OF_SEIZURES = pattern("of count things (comma|be|word|there|by|in|for)")
"""What a part is taken of: in "of the 2,097 seizures, 1,393 were of cannabis" the first number is of all drugs."""


class Named(Placed):
    """A sentence that knows its drugs."""

    __slots__ = ()

    def drug_at(self, place: int, *, named: bool = False) -> str:
        """Which category a token is about; empty where none has been named yet. `named` rules the total out."""
        if place in self.drugs:
            return self.drugs[place]
        total = self.context.reckoner.almanac.total if named else ""
        told = self._told_at.get((place, named))
        if told is None:
            told = self._told_at[place, named] = self._told(place, total)
        is_open = not told and not named and "things" in self.kinds
        return self.context.reckoner.almanac.total if is_open else told  # no drug yet: all of them

    def _told(self, place: int, total: str) -> str:
        """The drug right behind a token, else in a list before it, else named last, else that of the last sentence."""
        for find in (self._ahead, self._listed):
            if (drug := find(place)) and drug != total:
                return drug
        return next(
            (drug for drug in (self._spoken(place, total), self.context.last_drug) if drug not in {"", total}), ""
        )

    def drugs_at(self, place: int) -> tuple[str, ...]:
        """What a count may be of: "Dorset Police made 97 seizures" is of all drugs first, then of the last one."""
        drug = self.drug_at(place)
        if _OF_SEIZURES.match(self.tags, place - 1) and place and place not in self.drugs:
            return tuple(dict.fromkeys(each for each in (self.context.reckoner.almanac.total, drug) if each))
        is_open = not self.named() and place not in self.drugs and CHAR["whole"] not in self.tags
        if is_open and self.kinds & {"area", "nation"} and CHAR["that"] not in self.tags:
            total = self.context.reckoner.almanac.total
            return (total, drug) if drug and drug != total else (total,)
        return (drug,)

    def _listed(self, place: int) -> str:
        """The drug right before a number, in a list of several: "cocaine with 233"."""
        if len(set(self.named())) <= 1:
            return ""
        for at in range(place - 1, max(-1, place - 5), -1):
            token = self.tokens[at]
            if token.tag == "drug":
                return str(token.value)
            if token.tag not in _LINKS:
                break
        return ""

    def _spoken(self, place: int, total: str = "") -> str:
        """The drug named last before a token, or the only one; "the total" where no drug is named."""
        named = list(zip(self.places("drug"), self.named(), strict=True))
        named = [(at, drug) for at, drug in named if drug != total] if total else named
        whole = next((str(self.tokens[at].value) for at in self.places("whole")), "")
        if not named:
            is_nations = CHAR["nation"] in self.tags and CHAR["that"] not in self.tags and bool(self._counts_all())
            return whole or (self.context.reckoner.almanac.total if is_nations else "")
        before = [(at, drug) for at, drug in named if at < place]
        if not before:
            return named[0][1]
        later = [at for at in self.places("whole") if before[-1][0] < at < place and self._is_subject(at)]
        return whole if later else before[-1][1]

    def _counts_all(self) -> bool:
        """Whether a sentence about the country counts seizures without a drug: it means all of them."""
        return CHAR["number"] in self.tags or pattern("(count|part) things").search(self.tags) is not None

    def _is_subject(self, at: int) -> bool:
        """Whether "the total" is spoken of itself, and not only as what something is a part of."""
        return at > 0 and self.tokens[at - 1].tag not in {"of", "ours", "area", "in"} and self.tokens[at].start > 0
