"""The country told by the number of its forces: "drug offences recorded by the 43 forces" are the nation's."""

from storygen.proofing.numerals import Numeral
from storygen.proofing.reading.grammar import CHAR, Token, pattern

_BY_ALL_FORCES = pattern("(by|in|for|at) word? <n:count) word? <forces:forces)")


_EXAMPLES = pattern("drug things? comma <word:word) drug ((comma|and) drug)* comma")


def set_examples_apart(tags: list[str], tokens: tuple[Token, ...]) -> None:
    """Leave out drugs that only show what a class holds: "class A drugs, including heroin and cocaine, totalled"."""
    for found in _EXAMPLES.finditer("".join(CHAR[tag] for tag in tags)):
        if str(tokens[found.start("word")].value).lower() in {"including", "notably"}:
            tags[found.start("word") : found.end()] = ["word"] * (found.end() - found.start("word"))


def set_country_apart(tags: list[str], tokens: tuple[Token, ...], every: int) -> None:
    """Tag "the 43 forces" as the nation where they are those who did something, and not a pool of compared ones."""
    for found in _BY_ALL_FORCES.finditer("".join(CHAR[tag] for tag in tags)):
        number = tokens[found.start("n")].value
        if isinstance(number, Numeral) and number.value == every:
            tags[found.start("n")] = "word"
            tags[found.start("forces")] = "nation"
