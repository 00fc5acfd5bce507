"""Errands with what was said: added to the bank, about what and by whom."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

from storygen.analysis import repertoire
from storygen.clock import on_the_wall
from storygen.errands.quotes.folder import folder_of, started
from storygen.errors import UsageError, nearest
from storygen.model.contacts import Entry
from storygen.model.quote import Obtained, Quote, Rights, Scope, quote_id
from storygen.model.speaker import Speaker
from storygen.office import Office, Order, folders_of
from storygen.quoting import called, in_full, keep, paragraphs, record
from storygen.style import house_files

SPEAKER = ("organisation", "name", "rank", "role", "known_as")
SAID = ("voice", "partial", "method", "by", "evidence", "regions", "drugs", "angles", "direction")
ORDER = ("topic", "year", "data", "quotes", "areas", "local_facts", "on")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """
    What somebody said, as it is handed in: the words, who, how, about what, and what may be done with them.

    Whom the speaker speaks for may be left out where the voice has one body: it is called as the directory has it.
    """

    text: str
    voice: str
    speaker: Mapping[str, str]
    method: Literal["email", "phone", "interview", "statement", "website", "report"]
    by: str
    evidence: str
    at: datetime
    partial: str = ""
    regions: tuple[str, ...] = ()
    drugs: tuple[str, ...] = ()
    angles: tuple[str, ...] = ()
    direction: Literal["any", "rise", "fall"] = "any"
    rights: Rights = field(default_factory=Rights)
    embargo_until: datetime | None = None
    expires_on: date | None = None


def handed_in(
    words: bytes,
    *,
    now: datetime,
    at: datetime | None,
    expires: datetime | None,
    **told: Any,  # noqa: ANN401 - the options' values, by name
) -> tuple[Order, Said]:
    """What the front desk was handed, as an order and what was said. Raises UsageError for words that are not UTF-8."""
    try:
        text = words.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise UsageError(f"The words are not UTF-8 text: byte {fault.start + 1} is no part of a character") from None
    return Order(now=now, **{name: told[name] for name in ORDER}), Said(
        text=text,
        speaker={name: told[name] for name in SPEAKER},
        at=at or now,
        rights=Rights(exclusive_to=told["exclusive"], agency=told["agency"], reuse=told["reuse"]),
        embargo_until=told["embargo"],
        expires_on=expires.date() if expires else None,
        **{name: told[name] for name in SAID},
    )


def add(order: Order, said: Said, *, now: datetime) -> Quote:
    """
    Put what was said into the bank, to the byte, about the areas the order names, and log it.

    Raises UsageError for words, a speaker, a time, or the name of anything, that cannot be used.
    """
    office = started(order)
    _check_names(said, order, office)
    _check_times(said, now)
    quote = _quote(said, order, office)
    _check_new(quote, office)
    keep(folder_of(order), quote)
    record(folder_of(order), Entry(at=now, by=said.by, event="added", edition=quote.data_year, quote=quote.id))
    return quote


def _quote(said: Said, order: Order, office: Office) -> Quote:
    text = paragraphs(said.text)
    partial = _as_it_stands(said.partial, text)
    try:
        speaker = Speaker(
            **{**said.speaker, "organisation": said.speaker["organisation"] or _organisation(said, office)}
        )
        return Quote(
            id=quote_id(text, speaker, said.at, partial),
            text=text,
            partial=partial,
            voice=said.voice,
            speaker=speaker,
            scope=_scope(said, order, office),
            data_year=office.edition.year,
            release=office.edition.release,
            obtained=Obtained(method=said.method, at=said.at, by=said.by, evidence=said.evidence),
            rights=said.rights,
            embargo_until=said.embargo_until,
            expires_on=said.expires_on,
        )
    except ValueError as fault:
        raise UsageError(f"The quote cannot be added: {fault}") from None


def _as_it_stands(partial: str, text: tuple[str, ...]) -> str:
    """The part somebody chose, with its spaces and line breaks as they are in the words; unfound, as it was given."""
    chosen = re.compile(r"\s+".join(map(re.escape, partial.split())))
    found = (chosen.search(paragraph) for paragraph in text)
    return next((match[0] for match in found if match), partial)


def _organisation(said: Said, office: Office) -> str:
    """What the one body that may speak in a voice is called."""
    bodies = office.contacts.bodies_of(office.contacts.voice(said.voice))
    if len(bodies) != 1 or bodies[0].is_role:
        raise UsageError(f"Several may speak as {said.voice}: say for whom it was, with --organisation")
    return called(bodies[0], office.wanted[0])


def _scope(said: Said, order: Order, office: Office) -> Scope:
    """The areas the order names, or the regions; the country where neither is."""
    forces = tuple(area.slug for area in office.wanted) if order.areas else ()
    return Scope(
        level="force" if forces else "region" if said.regions else "national",
        forces=forces,
        regions=said.regions,
        drugs=said.drugs,
        angles=said.angles,
        direction=said.direction,
    )


def _check_names(said: Said, order: Order, office: Office) -> None:
    """Refuse names that nothing would ever match, and a rank that is not in full."""
    exclusive = said.rights.exclusive_to
    known = {
        "voice": ([said.voice], [voice.id for voice in office.contacts.voices]),
        "category": (said.drugs, [category.slug for category in office.dataset.topic.categories]),
        "region": (said.regions, sorted({area.region for area in office.dataset.stories})),
        "angle": (said.angles, [card.slug for card in repertoire(office.dataset.topic).angles]),
        "house": ([exclusive] if exclusive else [], list(house_files([each / "houses" for each in folders_of(order)]))),
    }
    for kind, (names, held_names) in known.items():
        for name in names:
            if name not in held_names:
                raise UsageError(f"There is no {kind} called {name!r}; {nearest(name, held_names)}")
    if full := in_full(said.speaker["rank"]):
        raise UsageError(f"A rank is set in full: {full!r}, not {said.speaker['rank']!r}")
    if office.contacts.is_local(office.contacts.voice(said.voice)) and len(order.areas) != 1:
        raise UsageError(f"Whoever speaks as {said.voice} speaks about one area: name it, with --area")


def _check_times(said: Said, now: datetime) -> None:
    """Refuse words from the future, and words that are out of date before they are in the bank."""
    if said.at > now:
        raise UsageError(f"The words cannot have been obtained at {on_the_wall(said.at)}: it is {on_the_wall(now)}")
    if said.expires_on and said.expires_on < now.date():
        raise UsageError(f"The quote would have expired on {said.expires_on}: nothing could ever print it")


def _check_new(quote: Quote, office: Office) -> None:
    """Refuse what is held, or was taken back; what a run cut short left in the bank, unlogged, is added now."""
    said = (quote.text, quote.speaker, quote.data_year, quote.release)
    for each in office.contacts.quotes:
        if (each.text, each.speaker, each.data_year, each.release) == said:
            raise UsageError(
                f"The bank holds these words of the same speaker already, as {each.id}: withdraw that first"
            )
    if office.contacts.is_withdrawn(quote.id):
        raise UsageError(f"{quote.id} was withdrawn; if it was said anew, give the time of that, with --at")
