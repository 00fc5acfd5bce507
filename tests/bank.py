"""Quotes for tests: plainly artificial words by plainly artificial speakers, complete but for what a test is about."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from storygen.model.contacts import Contacts, Entry
from storygen.model.quote import Obtained, Quote, Scope, quote_id
from storygen.model.speaker import Speaker

AT = datetime(2026, 2, 12, 10, tzinfo=UTC)  # a Thursday
SPOKESPERSON = Speaker(organisation="Test Organisation")
OFFICER = Speaker(
    organisation="Test Organisation", name="Test Speaker One", rank="Test Superintendent", role="head of tests"
)
DORSET = Scope(level="force", forces=("dorset",))
COUNTRY = Scope(level="national")


def a_quote(*text: str, at: datetime = AT, speaker: Speaker = SPOKESPERSON, **told: Any) -> Quote:  # noqa: ANN401 - any field of a quote
    """Make a quote of the force of Dorset, unless told otherwise."""
    words = text or ("Test words.",)
    fields = {
        "voice": "force_spokesperson",
        "scope": DORSET,
        "data_year": "2018-19",
        "obtained": Obtained(method="email", at=at, by="Test Reporter", evidence="test.eml"),
        **told,
    }
    return Quote(
        id=quote_id(words, speaker, fields["obtained"].at, fields.get("partial", "")),
        text=words,
        speaker=speaker,
        **fields,
    )


def an_entry(event: Any, at: datetime = AT, **told: Any) -> Entry:  # noqa: ANN401 - any field of an entry
    """Make a line of the log about the force of Dorset."""
    about = {} if told.keys() & {"quote", "voice"} else {"organisation": "police-force", "area": "dorset"}
    return Entry(at=at, by="Test Reporter", event=event, edition="2018-19", **{**about, **told})


def holding(contacts: Contacts, *quotes: Quote, log: tuple[Entry, ...] = ()) -> Contacts:
    """Give the contacts that ship these quotes and this log."""
    return replace(contacts, quotes=quotes, log=log)
