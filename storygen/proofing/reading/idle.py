"""Numbers that count nothing of the topic: "117 people", "one of the highest", "so the two were level", "six a day"."""

from storygen.proofing.reading.grammar import CHAR, pattern
from storygen.proofing.reading.reference import Line

_PER_DAY = pattern("(word|drug? things?)? (word? each count?)? word")
SPELLS = {"day", "week", "month", "hour", "daily", "weekly", "days", "weeks", "hours", "minutes"}
_FOR_EVERY = pattern("drug? things? (for|to) each (drug|word)")
"""One number for each of another: "three possession offences for every trafficking offence"."""
_OF_EVERY = pattern("of each count|count drug? things? in each count|count drug things? in count be")
"""Numbers of no year: "of every 100 seizures, 56 involved cannabis", "one seizure in every 41"."""
NO_NOUNS = {
    "as",
    "last",
    "this",
    "overall",
    "together",
    "respectively",
    "which",
    "recorded",
    "such",
    "so",
    "year",
    "when",
}
"""Words that may stand behind a number without being what it counts."""


def is_idle(line: Line, place: int) -> bool:
    """Whether a number counts nothing, whatever has been measured before it."""
    return counts_others(line, place) or is_one_of(line, place) or is_both(line, place) or is_for_each(line, place)


def is_one_of(line: Line, place: int) -> bool:
    """Whether "one" counts nothing: "one of the highest rates"."""
    is_that = place and line.tokens[place - 1].tag in {"nation", "average"}  # "half the national one"
    return line.number(place).words.lower() == "one" and bool(is_that or line.tags[place + 1 : place + 2] == CHAR["of"])


def is_for_each(line: Line, place: int) -> bool:
    """Whether a number is told for each of another, and is of no year."""
    if "each" not in line.kinds and len(line.places("count")) == 1:
        return False
    return bool(_OF_EVERY.search(line.tags) or _FOR_EVERY.match(line.tags, place + 1))


def is_both(line: Line, place: int) -> bool:
    """Whether a small number in words only points to what has been named: "so the two were almost level"."""
    number = line.number(place)
    before = line.sentence.text[: number.start].lower()
    return (
        number.words.isalpha()
        and before.endswith(("the ", "these ", "those "))
        and line.tags[place + 1 : place + 2] in {CHAR["be"], CHAR["whole"]}
    )


def is_spell(line: Line, place: int) -> bool:
    """Whether a number tells how often: "six drug seizures a day", "eight times a day", "one every three hours"."""
    found = _PER_DAY.match(line.tags, place + 1)
    return found is not None and any(
        str(token.value).lower() in SPELLS for token in line.tokens[place + 1 : found.end()]
    )


def counts_others(line: Line, place: int) -> bool:
    """Whether a noun the desk does not know follows a number: "117 people" are no seizures."""
    behind = line.tokens[place + 1] if place + 1 < len(line.tokens) else None
    is_adjacent = behind is not None and behind.tag == "word" and behind.start - line.tokens[place].end <= 1
    return is_adjacent and behind is not None and str(behind.value).lower() not in NO_NOUNS
