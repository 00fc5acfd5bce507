"""The places a sentence names: whose number each token is."""

from storygen.proofing.reading.dated import Dated
from storygen.proofing.reading.grammar import CHAR, Token, pattern
from storygen.proofing.reading.ledger import NATIONAL, POLICE
from storygen.proofing.reading.lexicon import EVERYBODY
from storygen.proofing.reading.parsed import REST

_MOST_OF_THAT = pattern("most of that")
_BY_ALL = pattern("(drug|seizures|whole){0,3} there? by word? forces in (nation|pool)")
_BESIDE = {"than", "against", "same", "multiple", "past", "more", "fewer"}


class Placed(Dated):
    """A sentence that knows its areas."""

    __slots__ = ()

    def area_at(self, place: int) -> tuple[str, ...]:
        """Whose number a token is: the likeliest first; more than one only where the words leave it open."""
        if self._together() is not None and self.measures.get(place) == "count":
            return self.subject()
        if self._rests_on(place) and (own := self.own_area()):
            return (own,)
        if _BY_ALL.match(self.tags, place + 1):
            return (POLICE, NATIONAL)  # "of the 136,000 seizures made by all police forces in the country"
        return self._named_near(place)

    def _named_near(self, place: int) -> tuple[str, ...]:
        """Whose number a token is, by what is named before it, behind it or at the head of the sentence."""
        first, last = self.part(place)
        near = [at for at in range(first, place) if self._is_place(at)]
        named = [at for at in near if self.tokens[at].value != "it"]
        if near:  # "across England and Wales it was 20 per cent": the pronoun is of the rate, not of the force
            return self._areas((named or near)[-1])
        after = [at for at in range(place + 1, last) if self._is_place(at)]
        if after:
            return self._areas(after[0])
        earlier = [at for at in range(first) if self._is_place(at)]
        subject = self.subject(first)
        if self.tokens[first].tag == "against" and self.measures.get(place) in {"rate", "share"}:
            others = [at for at in earlier if self._areas(at) != subject]
            if others and not self._is_before(place):
                return self._areas(others[-1])
        return subject

    def subject(self, end: int | None = None) -> tuple[str, ...]:
        """Whose sentence this is: the first area named before `end` on its own account, else the last sentence's."""
        if (region := self._together()) is not None:
            return (region,)
        for at in range(len(self.tokens) if end is None else end):
            if self._is_place(at) and not self._is_beside(at):
                return self._areas(at)
        return self._carried()

    @property
    def is_open(self) -> bool:
        """Whether a new paragraph that names no place may go on about the last one's, or be about the story's own."""
        last, own = self.context.last_area, self.context.area
        if not (last and own) or own in last or self.context.paragraph == self.sentence.paragraph:
            return False
        looks_back = any(_is_that(token) for token in self.tokens[:6]) or bool(_MOST_OF_THAT.search(self.tags))
        return not looks_back and not any(self._is_place(at) for at in range(len(self.tokens)))

    def _rests_on(self, place: int) -> bool:
        """
        Whether a number is what a rate rests on: "against 25 across the country, from 137 seizures".

        It is the force's own, whoever was named last.
        """
        is_count = self.measures.get(place) == "count"
        return is_count and self._tag_before(place) == "from" and not self._has_moved(place)

    def _is_place(self, at: int) -> bool:
        tag = self.tokens[at].tag
        if tag == "region":
            return True
        return tag in {"area", "nation", "ours", "average"} or (tag == "other" and not self._has_nation())

    def _has_nation(self) -> bool:
        return CHAR["nation"] in self.tags

    def _areas(self, at: int) -> tuple[str, ...]:
        token = self.tokens[at]
        if token.tag == "ours":
            return (self.context.area,) if self.context.area else ()
        if token.tag == "region":
            is_rest = at > 0 and self.tokens[at - 1].tag == "rest"
            return (f"{REST}{token.value}" if is_rest else str(token.value),)
        if token.tag == "average":
            return (POLICE, NATIONAL)
        if token.tag != "nation":
            return (str(token.value),)
        if CHAR["other"] in self.tags or token.value == EVERYBODY:
            return (NATIONAL,)
        around = {each.tag for each in self.tokens[max(0, at - 2) : at + 2]}
        return (POLICE, NATIONAL) if "forces" in around else (NATIONAL, POLICE)

    def _carried(self) -> tuple[str, ...]:
        """The area of a sentence that names none: the last one where the words look back, else the story's own."""
        if self.is_open:
            return (self.context.area, *self.context.last_area)
        looks_back = any(_is_that(token) for token in self.tokens[:6]) or bool(_MOST_OF_THAT.search(self.tags))
        same = self.context.paragraph == self.sentence.paragraph
        if self.context.last_area and (looks_back or same or not self.context.area):
            return self.context.last_area
        return (self.context.area,) if self.context.area else ()

    def _is_beside(self, at: int) -> bool:
        """Whether a place is only what the sentence's subject is set beside."""
        first, _ = self.part(at)
        tag = self.tokens[first].tag
        return tag in _BESIDE or (tag == "while" and first > 0)

    def _together(self) -> str | None:
        """The region whose forces a sentence takes together: "the five forces in X made 90 between them"."""
        if CHAR["between"] not in self.tags:
            return None
        regions = self.regions()
        return next((str(value) for value in self.pools.values() if str(value) in regions), None)


def _is_that(token: Token) -> bool:
    """Whether a word points back to what was said, and not only to a drug."""
    return token.tag == "that" and not str(token.value).endswith("drug")
