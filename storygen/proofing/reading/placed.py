"""The places a sentence names: whose number each token is."""

from storygen.proofing.reading.almanac import NATIONAL, POLICE
from storygen.proofing.reading.dated import Dated
from storygen.proofing.reading.grammar import CHAR, Token, pattern
from storygen.proofing.reading.lexicon import EVERYBODY
from storygen.proofing.reading.parsed import REST

_IN_LIST = pattern("area (dash|colon) count (semi|close)")
_MOST_OF_THAT = pattern("most of that")
_TOGETHER = pattern("between|count (region|pool) forces there|count forces in (region|pool) there")
_BY_ALL = pattern("(drug|things|whole){0,3} there? by word? forces in (nation|pool)")
_BESIDE = {"than", "against", "same", "multiple", "past", "more", "fewer"}


class Placed(Dated):
    """A sentence that knows its areas."""

    __slots__ = ()

    def area_at(self, place: int) -> tuple[str, ...]:
        """Whose number a token is: the likeliest first; more than one only where the words leave it open."""
        if place in self.areas:
            return self.areas[place]
        if self.together() is not None and self.measures.get(place) == "count":
            return self.subject()
        if self._rests_on(place) and (own := self.own_area()):
            return (own,)
        if _BY_ALL.match(self.tags, place + 1):
            return (POLICE, NATIONAL)  # "of the 136,000 seizures made by all police forces in the country"
        return self._named_near(place)

    def _named_near(self, place: int) -> tuple[str, ...]:
        """Whose number a token is, by what is named before it, behind it or at the head of the sentence."""
        first, last = self.part(place)
        named_at = self._place_tokens()
        if (near := self._near(place, first)) is not None:
            return self.meant_by(near)
        after = [at for at in named_at if place < at < last]
        if after:
            return self.meant_by(after[0])
        earlier = [at for at in named_at if at < first]
        subject = self.subject(first)
        if self.tokens[first].tag == "against" and self.measures.get(place) in {"rate", "share"}:
            others = [at for at in earlier if self.meant_by(at) != subject]
            if others and not self._is_before(place):
                return self.meant_by(others[-1])
        return subject

    def _near(self, place: int, first: int) -> int | None:
        """The place named last before a token in its part, or right before the bracket its part opens with."""
        named_at = self._place_tokens()
        if place + 2 in named_at and self.tokens[place + 1].tag in {"in", "for"}:
            return place + 2  # "300 in Dorset and 255 in Cleveland"
        if place + 1 in named_at and self.tokens[place + 1].tag == "nation":
            return place + 1  # "29 per cent in Gwent and 22 per cent nationally"
        if "open" in self.kinds and _IN_LIST.match(self.tags, place - 2):
            return place - 2  # "(Sussex - 3,494; Kent - 1,992)"
        if self.tokens[first].tag == "open" and first - 1 in named_at and max(named_at) < place:
            return first - 1  # "the rate across England and Wales (140)"
        near = [at for at in named_at if first <= at < place]
        named = [at for at in near if self.tokens[at].value != "it"]
        # "across England and Wales it was 20 per cent": the pronoun is of the rate, not of the force
        return next(iter(named[-1:] or near[-1:]), None)

    def subject(self, end: int | None = None) -> tuple[str, ...]:
        """Whose sentence this is: the first area named before `end` on its own account, else the last sentence's."""
        if (region := self.together()) is not None:
            return (region,)
        for at in self._place_tokens():
            if (end is None or at < end) and not self._is_beside(at):
                return self.meant_by(at)
        return self._carried()

    @property
    def is_open(self) -> bool:
        """Whether a new paragraph that names no place may go on about the last one's, or be about the story's own."""
        last, own = self.context.last_area, self.context.area
        if not (last and own) or own in last or self.context.paragraph == self.sentence.paragraph:
            return False
        return not self._place_tokens() and not self._looks_back()

    def _looks_back(self) -> bool:
        """Whether a sentence points to what was said before it: "that rate", "most of that rise"."""
        if "that" not in self.kinds:
            return False
        return any(_is_that(token) for token in self.tokens[:6]) or bool(_MOST_OF_THAT.search(self.tags))

    def set_beside(self, place: int) -> str:
        """The force something is set beside, named behind a token: "twice the rate in Wiltshire"; empty for none."""
        for at in range(place + 1, min(place + 10, len(self.tokens))):
            token = self.tokens[at]
            if token.tag in {"area", "rival"}:
                return str(token.value) if self._is_set_against(place, at) else ""
            if token.tag in {"nation", "average", "prev", "year", "any", "semi", "ours"}:
                return ""
        return ""

    def _is_set_against(self, place: int, at: int) -> bool:
        """Whether "than", "as many as", "the rate of" or "that of" stands between a token and a force."""
        between = {token.tag for token in self.tokens[place:at]}
        words = [str(token.value).lower() for token in self.tokens[place:at]]
        is_other = str(self.tokens[at].value) not in self.subject(place)
        is_owner = at == place + 1 and self.tokens[place].tag in {"part", "multiple"}  # "less than half Dorset's"
        return is_other and (
            is_owner or "than" in between or words.count("as") > 0 or bool(between & {"that", "rate", "past"})
        )

    def _rests_on(self, place: int) -> bool:
        """
        Whether a number is what a rate rests on: "against 25 across the country, from 137 seizures".

        It is the force's own, whoever was named last.
        """
        is_count = self.measures.get(place) == "count"
        return is_count and self.tag_before(place) == "from" and not self._has_moved(place)

    def _place_tokens(self) -> list[int]:
        """Where the tokens stand that name a place, or point to one."""
        if self._naming is None:
            own = ("other",) if "nation" not in self.kinds else ()
            self._naming = self.places("region", "area", "nation", "ours", "average", *own)
        return self._naming

    def meant_by(self, at: int) -> tuple[str, ...]:
        """The areas a token that names a place may mean, the likeliest first."""
        token = self.tokens[at]
        if token.tag == "ours":
            owner = self.tokens[at - 1] if at else token
            own = str(owner.value) if owner.tag == "area" else self.context.area  # "Lancashire's officers"
            return (own,) if own else ()
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
        same = self.context.paragraph == self.sentence.paragraph
        if self.context.last_area and (same or self._looks_back() or not self.context.area):
            return self.context.last_area
        return (self.context.area,) if self.context.area else ()

    def _is_beside(self, at: int) -> bool:
        """Whether a place is only what the sentence's subject is set beside."""
        first, _ = self.part(at)
        tag = self.tokens[first].tag
        return tag in _BESIDE or (tag == "while" and first > 0)

    def together(self) -> str | None:
        """The region whose forces a sentence takes together: "the five forces in X made 90 between them"."""
        if self.kinds.isdisjoint({"there", "between"}) or not _TOGETHER.search(self.tags):
            return None
        regions = self.regions()
        named = (str(token.value) for at in self.places("region") for token in (self.tokens[at],))
        return next((each for each in (*map(str, self.pools.values()), *named) if each in regions), None)


def _is_that(token: Token) -> bool:
    """Whether a word points back to what was said, and not only to a drug."""
    return token.tag == "that" and not str(token.value).endswith("drug")
