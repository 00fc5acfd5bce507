"""The number words of English, with what they are worth and how they are put together."""

import re

UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen"),
    *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
UNIT_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
TEEN_ORDINALS = ("tenth", "eleventh", "twelfth", *(f"{each}th" for each in TEENS[3:]))
TENS_ORDINALS = tuple(f"{each[:-1]}ieth" for each in TENS)

SCALES = {"million": 6, "billion": 9}  # as powers of ten; alone they are units ("per million"), not numbers
TALLIES = {"once": 1, "twice": 2, "thrice": 3}
STEMS = {"doubl": (2, 1), "trebl": (3, 1), "tripl": (3, 1), "quadrupl": (4, 1), "halv": (1, 2)}  # of verbs
PARTS = {"half": 2, "quarter": 4, "tenth": 10, **dict(zip(UNIT_ORDINALS[2:], range(3, 10), strict=True))}

WORTH = {
    "zero": 0,
    "dozen": 12,
    **{word: n for n, word in enumerate(UNITS, 1)},
    **{word: n for n, word in enumerate(UNIT_ORDINALS, 1)},
    **{word: n for n, word in enumerate(TEENS, 10)},
    **{word: n for n, word in enumerate(TEEN_ORDINALS, 10)},
    **{word: 10 * n for n, word in enumerate(TENS, 2)},
    **{word: 10 * n for n, word in enumerate(TENS_ORDINALS, 2)},
}

_OTHERS = ("hundred", "thousand", *SCALES, *TALLIES, *STEMS, *PARTS)
STARTS = tuple(sorted({word[:3] for word in (*WORTH, *_OTHERS)}))
"""The first letters of every number word."""


def _any(words: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(words)})"


_UNDER_100 = f"(?:{_any(TENS)}(?:[ -]{_any(UNITS)})?|{_any(TEENS)}|{_any(UNITS)})"
_UNDER_1000 = f"(?:(?:{_UNDER_100}[ -])?hundred(?:(?: and |[ -]){_UNDER_100})?|{_UNDER_100})"

CARDINAL = f"(?:(?:{_UNDER_1000}[ -])?thousand(?:(?: and |, |[ -]){_UNDER_1000})?|{_UNDER_1000}|zero|dozen)"
"""A whole number in words below a million, as a pattern."""

SMALL = _any(UNITS)
"""One to nine, as a pattern."""

ROUND = _any(("ten", "twelve", "twenty", "fifty", "a hundred"))
"""Numbers that odds are told of, besides the small ones, as a pattern."""

ORDINAL = f"(?:(?:{_any(TENS)}[ -])?{_any(UNIT_ORDINALS)}|{_any(TEEN_ORDINALS)}|{_any(TENS_ORDINALS)})"
"""A place in words, first to ninety-ninth, as a pattern."""

FRACTION = (
    f"(?:(?:one[ -])?(?:half|quarter)|one[ -]{_any(tuple(PARTS))}"
    f"|{_any(UNITS)}[ -](?:{'|'.join(f'{part}s' for part in PARTS if part != 'half')}))"
)
"""A part in words: half, a quarter, one-third, two-thirds; "a third" alone reads as an ordinal."""


def whole(words: str) -> int:
    """
    Read a cardinal or an ordinal in words.

    >>> whole("one thousand, two hundred and twelve"), whole("twenty-first")
    (1212, 21)
    """
    thousands = hundreds = 0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word == "thousand":
            thousands, hundreds = 1000 * (hundreds or 1), 0
        elif word == "hundred":
            hundreds = 100 * (hundreds or 1)
        elif word != "and":
            hundreds += WORTH[word]
    return thousands + hundreds


def part(words: str) -> tuple[int, int]:
    """
    Read a part in words, as its top and its bottom.

    >>> part("two-thirds"), part("half")
    ((2, 3), (1, 2))
    """
    *count, name = re.findall(r"[a-z]+", words.lower())
    return (WORTH[count[0]] if count else 1), PARTS[name.removesuffix("s")]
