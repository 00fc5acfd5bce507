"""What a sentence speaks of: which area, drug and year each of its numbers belongs to, from the words around it."""

from storygen.proofing.reading.context import Context
from storygen.proofing.reading.dated import year_of
from storygen.proofing.reading.grammar import CHAR, pattern
from storygen.proofing.reading.named import Named
from storygen.proofing.reading.parsed import NUMBERS, REST

__all__ = ["REST", "Context", "Line", "year_of"]


_ASIDE, _DATED_ASIDE = pattern("open count close"), pattern("open in? (year|prev) (dash|colon|comma)? count")
_IN_BRACKETS = pattern(
    "(<when:(year|prev)) open|open in? <when2:(year|prev)) (dash|colon|comma|be|there)*"
    "|(in|for) <when3:year)|<when4:prev))$"
)
"""A year right before a number: "2016-17 (5,816)", "(2017-18 - 199)", "and for 2020-21 2,505"."""


_BEFORE = {"open", "dash", "colon", "comma", "be", "there", "year", "prev", "word"}
"""What may stand between such a year and its number."""


class Line(Named):
    """A sentence ready to be read for claims."""

    __slots__ = ()

    def year_at(self, place: int) -> str:
        """The year a number is of."""
        if place in self.years:
            return self.years[place]
        if bracketed := self._bracketed_year(place):
            return bracketed
        return self._said_behind(place) or self._said_by_part(place) or self._implied(place) or self.base_year(place)

    def years_at(self, place: int) -> tuple[str, ...]:
        """The years a number may be of: one in brackets after another number may be the year before's."""
        year = self.year_at(place)
        is_aside = "open" in self.kinds and _ASIDE.match(self.tags, place - 1) and _DATED_ASIDE.search(self.tags)
        return (year, self.before(year)) if is_aside else (year,)

    def _bracketed_year(self, place: int) -> str:
        """The year of a number in brackets, named in them or right before: "2016-17 (5,816)", "(2017-18 - 199)"."""
        if not place or self.tokens[place - 1].tag not in _BEFORE:
            return ""
        if "years" in self.kinds and place > 2 and (back := self._ago(place - 3)):  # noqa: PLR2004 - three words
            return self.before(self.main_year(), back)  # "and five years earlier 5,619"
        found = _IN_BRACKETS.search(self.tags[:place])
        if found is None:
            return ""
        token = self.tokens[found.start(next(name for name, text in found.groupdict().items() if text))]
        return year_of(token) if token.tag == "year" else self.before(self.main_year())

    @property
    def is_pluperfect(self) -> bool:
        """Whether a sentence looks further back: "had fallen for six years"."""
        return any(str(self.tokens[at].value).lower() == "had" for at in self.places("be"))

    def _said_by_part(self, place: int) -> str:
        """A year that opens the part of a sentence a number is in: "; the year before there were 179"."""
        first, _ = self.part(place)
        for at in range(first, min(place, first + 4)):
            token = self.tokens[at]
            if self.tokens[first].tag == "than" and CHAR["comma"] in self.tags[at:place]:
                break  # "fewer than the year before, 306, against 489": the numbers come after the comparison
            if token.tag in NUMBERS and CHAR["comma"] in self.tags[at:place]:
                break  # "compared with 179 the year before, and 95 of crack": the year is that of the first number
            if token.tag == "prev" and at and self.tokens[at - 1].tag in {"again", "of"}:
                continue  # "as in the year before" and "the reverse of the year before" date no number
            if token.tag == "prev":
                return self.before(self.main_year())
            if token.tag == "count" and at < place and (back := self._ago(at)):
                return self.before(self.main_year(), back)  # "Twelve months earlier the total was 1,214"
            if token.tag == "year" and first > 0:
                return year_of(token)
        if "when" in [token.tag for token in self.tokens[max(0, place - 3) : place]]:
            years = [token for token in self.tokens[:place] if token.tag == "year"]
            return year_of(years[-1]) if years else ""
        return ""

    def _implied(self, place: int) -> str:
        """The year before, where a number is where another came from: "from 175", "after 175", "against 175"."""
        now = self.base_year(place)
        then = self.before(now)
        tag = self.tag_before(place)
        if (tag == "from" and self._has_moved(place)) or (tag == "open" and self._onto(place)):
            return self._origin_year(place, now)
        if tag == "to" and (origin := self._origin(place)):
            return then if self._looks_further_back(origin, place) else now
        if tag == "after" or (tag == "on" and "percent" in self._tags_from(place - 3, place)):
            return then
        if tag == "against" and not self._place_in_part(place):
            # "63, against 45 of amphetamines" sets two drugs of one year side by side, a rate two places
            is_beside = self.measures.get(place) == "rate" and self.area_at(place) != self.subject()
            return now if is_beside or self._ahead(place) else self._than_year(place) or then
        return ""

    def _origin_year(self, place: int, now: str) -> str:
        """The year of the number something moved from."""
        onto, spans = self._onto(place), self._span_years()
        if onto and self._looks_further_back(place, onto):
            return self.before(now, 2)
        return self.before(now, spans or 1)

    def _tags_from(self, first: int, last: int) -> list[str]:
        return [token.tag for token in self.tokens[max(0, first) : last]]

    def _place_in_part(self, place: int) -> bool:
        first, last = self.part(place)
        return any(first <= at < last for at in self._place_tokens())
