"""From a sentence to tokens: numbers first, then the longest phrases known, then single words and marks."""

import re
from collections.abc import Iterator
from fractions import Fraction

from storygen.proofing.numerals import PLAIN, Numeral, numerals
from storygen.proofing.reading.grammar import Token
from storygen.proofing.reading.lexicon import END, THINGS, Branch
from storygen.proofing.sentences import lowered
from storygen.proofing.shapes import Kind

_PIECE = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|[0-9]+|[;:,()£%\u2013\u2014]|(?<= )-(?= )")
_PER = re.compile(
    r"\b(?:per|for (?:every|each)|to every|out of every) "
    r"(?:(?P<million>million)|(?P<figure>1,000,000|100,000|10,000|1,000|thousand))\b"
    r"(?: (?:head of population|head|residents|people|population|inhabitants|of the population))*",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    r"\s?(?:per ?cent|%|pc\b)(?:age)?(?P<points> points?)?|\s(?:percentage )(?P<more>points?)", re.IGNORECASE
)
_DATING = re.compile(r"\b(?:in|since|before|than|until|from|and|during|of|to) $", re.IGNORECASE)
_LONGEST_DATING = len(" during ")
_YEAR_TO = re.compile(
    r"\b(?:financial )?(?:year|(?:12|twelve)[ -]months?|12-month period)(?: (?:to|ending|ended|until))?(?: in)?"
    r" (?:the end of |31 |31st )*March(?: 31,?)? (?P<year>(?:19|20)[0-9]{2})\b",
    re.IGNORECASE,
)
_LOOSE_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_MARKS = {
    ",": "comma", ";": "semi", ":": "colon", "(": "open", ")": "close", "\u2013": "dash", "\u2014": "dash", "-": "dash",
}  # fmt: skip
_PLAIN = PLAIN | str.maketrans({"\u2018": "'", "\u2019": "'", "\u02bc": "'"})
_TAGS = {
    Kind.CARDINAL: "count", Kind.ORDINAL: "ordinal", Kind.TALLY: "multiple", Kind.YEAR: "year", Kind.PART: "part",
    Kind.ODDS: "part", Kind.MULTIPLE: "multiple", Kind.VAGUE: "vague",
}  # fmt: skip


def tokens(sentence: str, lexicon: Branch) -> tuple[Token, ...]:
    """The tokens of a sentence, in order; a word that says nothing here is a `word`."""
    plain = sentence if sentence.isascii() else sentence.translate(_PLAIN)
    fixed = sorted((*_pers(plain), *_years(plain), *_numbers(plain)), key=lambda token: (token.start, -token.end))
    kept: list[Token] = []
    for token in fixed:  # "per 100,000 people" holds a number that is none
        if not kept or token.start >= kept[-1].end:
            kept.append(token)
    return tuple([token for token in _filled(plain, kept, lexicon) if token.tag != "the"])


def _pers(plain: str) -> Iterator[Token]:
    lower = lowered(plain)
    if not any(word in lower for word in ("per ", "every ", "each ")):
        return
    for found in _PER.finditer(plain):
        figure = (found["figure"] or "1,000,000").replace(",", "").replace("thousand", "1000")
        yield Token("permillion", int(figure), found.start(), found.end())


def _years(plain: str) -> Iterator[Token]:
    """Years told by their end: "the 12 months to the end of March 2019" is 2018-19."""
    for found in _YEAR_TO.finditer(plain) if "march" in lowered(plain) else ():
        start = int(found["year"]) - 1
        number = Numeral(
            start=found.start(), end=found.end(), words=found[0], kind=Kind.YEAR, value=Fraction(start)
        )  # fmt: skip
        yield Token("year", number, found.start(), found.end())


def _numbers(plain: str) -> Iterator[Token]:
    for number in numerals(plain):
        if not _is_name(plain, number.start, number.end):
            yield _number(plain, number)


def _is_name(plain: str, start: int, end: int) -> bool:
    """Whether a number is part of a name: Covid-19, 4Ps."""
    is_hung = start > 1 and plain[start - 1] == "-" and plain[start - 2].isalpha()
    return is_hung or (end < len(plain) and "A" <= plain[end] <= "Z")


def _number(plain: str, number: Numeral) -> Token:
    tag, start, end = _TAGS[number.kind], number.start, number.end
    if number.kind is Kind.CARDINAL and (found := _PERCENT.match(plain, end)):
        return Token("points" if found["points"] or found["more"] else "percent", number, start, found.end())
    if start and plain[start - 1] == "£":
        return Token("money", number, start - 1, end)
    if number.value is None:
        return Token("vague", number, start, end)
    if tag == "count" and _LOOSE_YEAR.fullmatch(plain[start:end]):
        tag = "year" if _DATING.search(plain, max(0, start - _LONGEST_DATING), start) else tag
    return Token(tag, number, start, end)


def _filled(plain: str, fixed: list[Token], lexicon: Branch) -> Iterator[Token]:
    """The numbers, with what stands between them."""
    at = 0
    for token in fixed:
        yield from _words(plain, at, token.start, lexicon)
        yield token
        at = token.end
    yield from _words(plain, at, len(plain), lexicon)


def _words(plain: str, start: int, end: int, lexicon: Branch) -> Iterator[Token]:
    pieces = [(found[0].lower(), *found.span()) for found in _PIECE.finditer(plain, start, end)]
    at = 0
    while at < len(pieces):
        piece, begins, ends = pieces[at]
        if piece in _MARKS or (piece not in lexicon and "'" not in piece):
            yield Token(_MARKS.get(piece, "word"), plain[begins:ends], begins, ends)
            at += 1
            continue
        length, token = _phrase(plain, pieces, at, lexicon)
        is_whole = token.tag == "whole" and length > 1
        last = _phrase(plain, pieces, at + length - 1, lexicon)[1] if is_whole else token
        if is_whole and last.tag == THINGS:
            # "drug seizures" says what, and that it is seizures that are counted
            yield Token("drug", token.value, token.start, pieces[at + length - 2][2])
            token = last
        yield token
        at += length


def _phrase(plain: str, pieces: list[tuple[str, int, int]], at: int, lexicon: Branch) -> tuple[int, Token]:
    """The longest phrase known that starts here, and how many pieces it takes up."""
    _, start, end = pieces[at]
    best: tuple[str, object] = ("word", plain[start:end])
    branch, length = lexicon, 1
    for ahead in range(at, len(pieces)):
        piece = pieces[ahead][0]
        found = branch.get(piece)
        if found is None and (bare := piece.removesuffix("'s").removesuffix("'")) != piece:
            found = branch.get(bare)
        if not isinstance(found, dict):
            break
        branch = found
        if (meaning := branch.get(END)) and isinstance(meaning, tuple) and _is_written(plain[start], meaning[0]):
            best, length = meaning, ahead - at + 1
    return length, Token(best[0], best[1], start, pieces[at + length - 1][2])


def _is_written(first: str, tag: str) -> bool:
    """Names of places stand with a capital: "met" is no police force."""
    return tag not in {"area", "region"} or first.isupper()
