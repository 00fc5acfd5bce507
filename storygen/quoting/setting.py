"""Setting: a quote as paragraphs, each with how its speaker is introduced (manual D.5)."""

import re
from collections.abc import Iterator

from storygen.model.plan import Passage, Slot
from storygen.model.quote import Quote, Spoken

WORDING = "story/attribution"
STATEMENTS = {"statement", "website"}
_DOUBLE = re.compile(r"[\"“”]")
_SINGLE = re.compile(r"(?<!\w)['‘](?=\w)")


def set_quote(quote: Quote, slot: Slot, before: int) -> Iterator[Passage]:
    """The passages of a quote; its speaker, if named, has been quoted so many times before in the story."""
    whole = "\n".join(quote.text)
    for number, words in enumerate(quote.text):
        yield Passage(
            role="voice",
            wording=WORDING,
            section="running" if number else _introduction(quote, before),
            fact=slot.fact,
            slot=slot,
            spoken=Spoken(
                words=words,
                speaker=quote.speaker,
                closes=number == len(quote.text) - 1,
                nests_double=bool(_DOUBLE.search(whole)),
                nests_single=bool(_SINGLE.search(whole)),
            ),
        )


def _introduction(quote: Quote, before: int) -> str:
    """The section that introduces a speaker: in full at first, then by surname, "added" once."""
    if quote.obtained.method == "report":
        return "report"
    if before and quote.speaker.name:
        return "added" if before == 1 else "again"
    form = "person" if quote.speaker.name else "spokesperson"
    return f"{form}-statement" if quote.obtained.method in STATEMENTS else form
