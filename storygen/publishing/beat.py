"""The beat: what a topic's `wire.yaml` says of all its stories, read strictly, and what is worked out from it."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from storygen.errors import SettingsError, UsageError
from storygen.model.plan import StoryPlan
from storygen.model.story import Beat, Change, InfoSource, Place
from storygen.paths import topic_folder
from storygen.publishing.outgoing.codes import bare
from storygen.settings import line_of, load

FILE = "wire.yaml"

RETIRED_TOPICS = {"20000109", "20000113", "20000115", "20000119"}
RETIRED_GENRES = {"Anniversary", "Program", "Scener", "Text_only", "Update", "Wrap", "Wrapup"}
"""What the IPTC has withdrawn and receivers refuse (Media Topics of 2025-10-09, genres of 2026-03-06)."""

KNOWN_TOPICS = {
    "02000000": ("crime, law and justice", "02000000"),
    "20000082": ("crime", "02001000"),
    "20000095": ("drug related crimes", None),
    "20000096": ("drug trafficking", "02001004"),
    "20000101": ("organised crime", "02010000"),
    "20000102": ("gang activity", "02001009"),
    "20000104": ("robbery and theft", "02001003"),
    "20000129": ("law enforcement", "02003001"),
    "20000130": ("arrest", "02003003"),
    "20000131": ("investigation (criminal)", "02003002"),
    "20000133": ("police", "02003000"),
    "20000134": ("sentencing (criminal)", "02004000"),
    "20000479": ("healthcare policy", "07013000"),
    "20000804": ("addiction", "14001000"),
    "20001219": ("drug rehabilitation", None),
}
"""Media Topics near the house's beats by code: the exact name, and the older subject code for the same."""

KILL_URGENCY = 1
URGENCIES = ((80, 4), (60, 5), (40, 6), (20, 7))
LEAST = 8


def beat_of(topic: str, folder: Path | None = None) -> Beat:
    """
    What a topic's stories share on the wire, from the `wire.yaml` of its folder.

    Raises UsageError for a topic without one, whose stories cannot be sent; SettingsError, with file and line, for one
    that is not sound.
    """
    path = (folder or topic_folder(topic)) / FILE
    name = f"{topic}/{FILE}"
    if not path.is_file():
        raise UsageError(
            f"Stories on {topic} cannot be sent: its folder has no {FILE} to say what they are filed under"
        )
    beat = load(path, Beat, name)
    for keys, message in _flaws(beat):
        raise SettingsError(name, *line_of(path, keys), message)
    return beat


def slugline(beat: Beat, place: Place) -> str:
    """
    What a story is called from its first version to its last: the catchline and the place.

    It is `POLICE Drugs Dorset`; takes and corrections are told in the note and never here.
    """
    return f"{beat.catchline} {bare(place.headline or place.name)}"


def sources_of(plan: StoryPlan, beat: Beat) -> tuple[InfoSource, ...]:
    """What a story rests on: the tables of its beat, unless it is from local facts alone; then each local source."""
    local = (each.fact.source for each in plan.local_sources)
    told = tuple(InfoSource(producer=each.said_by, title=each.title, url=each.url or "") for each in local)
    return (*(beat.sources if plan.angles else ()), *told)


def urgency(score: Decimal, change: Change = Change.FIRST) -> int:
    """
    How urgent a version is, 1 (most) to 9 by the IPTC's scale, from its news value of 0 to 100.

    Figures of a year that is over are no flash: the strongest story is a 4, one just strong enough to lead (40, manual
    B.4) a 6, a routine one a 7 or 8. A kill is a 1, whatever it kills: it must overtake the story.

    >>> [urgency(Decimal(score)) for score in ("95.0", "81.5", "60", "43", "39.9", "0")]
    [4, 4, 5, 6, 7, 8]
    >>> urgency(Decimal(0), Change.KILL)
    1
    """
    if change is Change.KILL:
        return KILL_URGENCY
    return next((urgency for least, urgency in URGENCIES if score >= least), LEAST)


def _flaws(beat: Beat) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Everything in a beat that a receiver could not use, each with the keys that lead to it."""
    if not re.fullmatch(r"[A-Z]+(?: \S+)+", beat.catchline):
        yield (
            ("catchline",),
            f"the catchline is {beat.catchline!r}; expected a word in capitals and another, as POLICE Drugs",
        )
    if not re.fullmatch(r"(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8]))?", beat.year_begins):
        yield ("year_begins",), f"year_begins is {beat.year_begins!r}; expected a month and a day, as 04-01"
    if beat.genre in RETIRED_GENRES:
        yield ("genre",), f"the genre {beat.genre} has been retired by the IPTC; Current is one that has not"
    for name in ("section", "genre", "genre_name", "subjects", "sources"):
        if not getattr(beat, name):
            yield (name,), f"'{name}' is empty"
    yield from _wrong_subjects(beat)
    yield from _wrong_sources(beat)


def _wrong_subjects(beat: Beat) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for number, each in enumerate(beat.subjects):
        at = ("subjects", number)
        if not re.fullmatch(r"\d{8}", each.code):
            yield (*at, "code"), f"the code is {each.code!r}; expected the eight figures of a Media Topic"
        if each.code in RETIRED_TOPICS:
            yield (*at, "code"), f"the Media Topic {each.code} has been retired by the IPTC"
        name, older = KNOWN_TOPICS.get(each.code, (each.name, each.subject_code))
        if name != each.name:
            yield (*at, "name"), f"the Media Topic {each.code} is called {name!r}, not {each.name!r}"
        if older != each.subject_code:
            yield at, f"the older code of {name!r} is {older or 'none'}, not {each.subject_code or 'none'}"


def _wrong_sources(beat: Beat) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for number, each in enumerate(beat.sources):
        for name in ("producer", "title", "licence"):
            if not getattr(each, name):
                yield ("sources", number, name), f"'{name}' is empty"
        for name in ("licence_url", "url"):
            address = getattr(each, name)
            if address and not re.fullmatch(r"https?://\S+", address):
                yield ("sources", number, name), f"{name} is {address!r}; expected an address, or nothing"
