"""Setting: a quote as paragraphs, each with how its speaker is introduced (manual D.5)."""

import re
from collections.abc import Iterator

from storygen.model.plan import Passage, Slot
from storygen.model.quote import Quote, Spoken

WORDING = "story/attribution"
STATEMENTS = {"statement", "website"}
_DOUBLE = re.compile(r"[\"“”]")
_SINGLE = re.compile(r"(?<!\w)['‘](?=\w)")


def set_quote(quote: Quote, slot: Slot, *, before: int, year: str) -> Iterator[Passage]:
    """
    The passages of a quote in a story on a year; its speaker has been quoted so many times before in it.

    Words said about another year are dated (manual Q4).
    """
    whole = "\n".join(quote.printed)
    for number, words in enumerate(quote.printed):
        yield Passage(
            role="voice",
            wording=WORDING,
            section="running" if number else _introduction(quote, before=before, is_old=quote.data_year != year),
            fact=slot.fact,
            slot=slot,
            spoken=Spoken(
                words=words,
                speaker=quote.speaker,
                closes=number == len(quote.printed) - 1,
                nests_double=bool(_DOUBLE.search(whole)),
                nests_single=bool(_SINGLE.search(whole)),
            ),
        )


def _introduction(quote: Quote, *, before: int, is_old: bool) -> str:
    """The section that introduces a speaker: in full at first, then by surname, "added" once."""
    who = _who(quote)
    if is_old:
        return f"{who}-then"
    is_known = who == "person" and before
    if quote.partial:
        return "again-part" if is_known else f"{who}-part"
    if is_known:
        return "added" if before == 1 else "again"
    return f"{who}-statement" if quote.obtained.method in STATEMENTS else who


def _who(quote: Quote) -> str:
    if quote.obtained.method == "report":
        return "report"
    return "person" if quote.speaker.name else "spokesperson"
