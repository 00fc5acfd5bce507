"""The years a sentence names: which one it is about, and which only dates one of its numbers."""

from storygen.proofing.numerals import Numeral
from storygen.proofing.reading.grammar import CHAR, Token, pattern
from storygen.proofing.reading.parsed import HARD, NUMBERS, Parsed

_DATED = pattern("comma in year")
_WHEN = pattern("prev comma? when")
_OF_MULTIPLE = pattern(
    "(multiple|part|count word) of? (word ours be|(that|number|rate|whole|things|drug|word)+) (in|of|for|again)? "
    "<year:year)"
)
"""A year that only says what something is a multiple of: "double the number in 2015-16", "twice what it was in"."""
_AGAINST_YEAR = pattern("(than|against|on) in? <year:year)")
_AGO = pattern("(decade|<n:count) (years|<months:word))) word")
AGO = {"ago", "earlier", "before", "previously"}
DECADE, MONTHS = 10, 12
_NOT_OF_NOW = {"before", "until", "till", "by"}


_SETS_AGAINST = {"from", "against", "after", "of", "word", "than", "on", "fewer", "more"}
"""Words before a number that something else is set against: "18 per cent more than the 1,143 in 2017-18"."""


class Dated(Parsed):
    """A sentence that knows its years."""

    __slots__ = ()

    def main_year(self) -> str:
        """The year the sentence is about: one it names on its own account, else the story's."""
        if not self._year:
            self._year = self._find_year() or self.context.year
        return self._year

    def _find_year(self) -> str:
        for place in self.places("year", "semi", "colon"):
            if self.tokens[place].tag != "year":
                break
            if not (self._is_set_apart(place) or self._belongs(place)):
                return year_of(self.tokens[place])
        same = self.context.paragraph == self.sentence.paragraph
        return (self.context.last_year if same else "") or self.context.year

    def _is_set_apart(self, place: int) -> bool:
        """Whether a year is one that something is set against, reaches back to, or dates what is in brackets."""
        before = self.tokens[place - 1].tag if place else ""
        earlier = self.tokens[place - 2].tag if place > 1 else ""
        if place and self.tokens[place - 1].value in _NOT_OF_NOW:
            return True
        if not self.kinds.isdisjoint({"multiple", "part"}) or " times " in self.sentence.text:
            found = _OF_MULTIPLE.search(self.tags)
            if found and found.start("year") == place:
                return True
        opened = [at for at in self.places("open", "close") if at < place]
        is_bracketed = bool(opened) and self.tokens[opened[-1]].tag == "open"
        return (
            is_bracketed or before in {"since", "atleast", "of", "on"} or bool({"than", "against"} & {before, earlier})
        )

    def _belongs(self, place: int) -> bool:
        """Whether a year only dates a number that something else is set against."""
        for at in range(place - 1, max(-1, place - 4), -1):
            tag = self.tokens[at].tag
            if tag in NUMBERS and self.tag_before(at) in _SETS_AGAINST:
                return True
            if tag in NUMBERS and self.tokens[self.part(at)[0]].tag == "against":
                return True  # "That compares with 1,167 the year before, and 1,744 in 2018-19"
            if tag in {"comma", *HARD}:
                return False
        return False

    def base_year(self, place: int) -> str:
        """The year a part of the sentence is about: "the year before, when it went up" is of the one before."""
        found = _WHEN.search(self.tags, 0, place + 1)
        return self.before(self.main_year()) if found else self.main_year()

    def _said_behind(self, place: int) -> str:
        """A year right behind a number: "175 the year before", "1,204 in 2018-19"."""
        for at in range(place + 1, min(place + 7, len(self.tokens))):
            token = self.tokens[at]
            if token.tag == "prev":
                return self._earlier_still(at) or self.before(self.main_year())
            if token.tag == "year":
                return year_of(token)
            if back := self._ago(at):
                return self.before(self.main_year(), back)
            if token.tag == "comma" and self.part(place)[0] and _DATED.match(self.tags, at):
                continue  # "; the highest was 2,527, in 2016-17"
            if token.tag in {"comma", "from", "to", "and", "since", *HARD} or token.tag in NUMBERS:
                break
        return ""

    def _earlier_still(self, at: int) -> str:
        """The year before one named already: "3,596 in 2016-17 and 4,006 the year before that"; empty for none."""
        if self.tags[at + 1 : at + 2] != CHAR["that"]:
            return ""
        named = [each for each in self.places("year", "prev") if each < at]
        is_year = bool(named) and self.tokens[named[-1]].tag == "year"
        if is_year and named[-1] + 1 != at:
            return self.before(year_of(self.tokens[named[-1]]))
        return self.before(self.main_year(), 2)

    def _ago(self, at: int) -> int:
        """How many years back "a decade ago" or "two years earlier" is; 0 for neither."""
        found = _AGO.match(self.tags, at) if self.tokens[at].tag in {"count", "decade"} else None
        if found is None or str(self.tokens[found.end() - 1].value).lower() not in AGO:
            return 0
        if not found["n"]:
            return DECADE
        count = int(self.number(at).value or 0)
        if found["months"]:
            is_months = str(self.tokens[found.start("months")].value).lower() == "months"
            count = count // MONTHS if is_months and not count % MONTHS else 0
        self.used.update({at} if count else ())
        return count

    def _is_before(self, place: int) -> bool:
        return self._said_behind(place) != "" and self._said_behind(place) != self.main_year()

    def years_between(self, place: int) -> tuple[str, str]:
        """The two years a change lies between, the later first."""
        now = self.main_year()
        first, last = self.part(place)
        if now != self.context.year and any(token.tag == "latest" for token in self.tokens[first:last]):
            return self.context.year, now
        behind = self._tags_behind(place)
        is_of_past = "prev" in behind and behind[0] not in {"on", "after"}  # "up 57 on the year before" is of this one
        if is_of_past and self._said_behind(place) not in {"", now}:
            return self.before(now), self.before(now, 2)
        if set_against := self._than_year(place) or self._below_year(place) or self._since_year(place):
            return now, set_against
        if [token.tag for token in self.tokens[:2]] == ["since", "year"] and "prev" not in self.kinds:
            return now, year_of(self.tokens[1])
        return now, self.before(now, self._span_years() or self._years_ago() or 1)

    def _years_ago(self) -> int:
        """How far back the sentence looks: "5,364 two years earlier, a fall of 41 per cent"; 0 for nowhere."""
        if "years" not in self.kinds or "prev" in self.kinds:
            return 0
        return next(filter(None, map(self._ago, self.places("count"))), 0)

    def _tags_behind(self, place: int) -> list[str]:
        return [token.tag for token in self.tokens[place + 1 : place + 3]]

    def _since_year(self, place: int) -> str:
        """The year of "up 12 per cent since 2012-13"."""
        tags = [token.tag for token in self.tokens[place + 1 : place + 4]]
        return year_of(self.tokens[place + 2]) if tags[:2] == ["since", "year"] else ""

    def _below_year(self, place: int) -> str:
        """The year of "23 per cent below the 1,400 of 2010-11" and of "below that of 2010-11"."""
        for at in range(place + 1, min(place + 7, len(self.tokens) - 1)):
            if self.tokens[at].tag == "of" and self.tokens[at + 1].tag == "year":
                return year_of(self.tokens[at + 1])
        return ""

    def _than_year(self, place: int) -> str:
        """The year something is set against: "fewer than in 2012-13"; of several the one told next."""
        if "year" not in self.kinds:
            return ""
        found = [each.start("year") for each in _AGAINST_YEAR.finditer(self.tags)]
        found += [each.start("year") for each in _OF_MULTIPLE.finditer(self.tags, place)]
        behind = [at for at in sorted(found) if at > place]
        told = behind or sorted(found)
        return year_of(self.tokens[told[0]]) if told else ""

    def _span_years(self) -> int:
        """Over how many years the sentence looks: "in ten years"; 0 for none said."""
        if "decade" in self.kinds:
            return 10
        if "years" not in self.kinds:
            return 0
        found = pattern("(in|from|to|and|by|row) <n:count) years").search(self.tags)
        if found is None or "ordinal" in {token.tag for token in self.tokens}:
            return 0
        number = self.tokens[found.start("n")].value
        self.used.add(found.start("n"))
        return int(number.value) if isinstance(number, Numeral) and number.value else 0

    def _looks_further_back(self, origin: int, onto: int) -> bool:
        """Whether "from 1 to 2 the year before" tells of the year before this one."""
        return onto + 1 < len(self.tokens) and self.tokens[onto + 1].tag == "prev" and origin < onto


def year_of(token: Token) -> str:
    """The financial year a token names, as 2018-19; a bare "2019" is the year that ends in it."""
    number = token.value
    if not isinstance(number, Numeral) or number.value is None:
        return ""
    is_bare = number.kind == "cardinal" and number.words.isdigit()
    start = int(number.value) - is_bare
    return f"{start}-{(start + 1) % 100:02}"
