"""Errands with what was said: added, approved, taken back."""

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal

from storygen.errors import UsageError, nearest
from storygen.model.quote import Entry, Obtained, Quote, Rights, Scope, Speaker, quote_id
from storygen.newsroom import Office, Order, open_office
from storygen.quotes_desk.folder import folder_of, held_quote, started
from storygen.quoting import keep, paragraphs, record

SPEAKER = ("organisation", "name", "rank", "role")
SAID = ("voice", "method", "by", "evidence", "regions", "drugs", "angles", "direction")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What somebody said, as it is handed in: the words, who, how, about what, and what may be done with them."""

    text: str
    voice: str
    speaker: Speaker
    method: Literal["email", "phone", "interview", "statement", "website", "report"]
    by: str
    evidence: str
    at: datetime
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
        text = words.decode()
    except UnicodeDecodeError as fault:
        raise UsageError(f"The words are not UTF-8 text: byte {fault.start + 1} is no part of a character") from None
    order = Order(now=now, **{name: told[name] for name in ("topic", "year", "data", "quotes", "areas")})
    speaker = {name: told[name] for name in SPEAKER}
    rest = {
        name: told[name] for name in ("voice", "method", "by", "evidence", "regions", "drugs", "angles", "direction")
    }
    try:
        return order, Said(
            text=text,
            speaker=Speaker(**speaker),
            at=at or now,
            rights=Rights(exclusive_to=told["exclusive"], agency=told["agency"], reuse=told["reuse"]),
            embargo_until=told["embargo"],
            expires_on=expires.date() if expires else None,
            **rest,
        )
    except ValueError as fault:
        raise UsageError(f"The quote cannot be added: {fault}") from None


def add(order: Order, said: Said, *, now: datetime) -> Quote:
    """
    Put what was said into the bank, to the byte, about the areas the order names, and log it.

    Raises UsageError for words, a speaker, a voice, a drug or an angle that cannot be used.
    """
    office = open_office(started(order))
    _check(said, office)
    text = paragraphs(said.text)
    try:
        quote = Quote(
            id=quote_id(text, said.speaker.name, said.at),
            text=text,
            voice=said.voice,
            speaker=said.speaker,
            scope=_scope(said, order, office),
            data_year=office.edition.year,
            obtained=Obtained(method=said.method, at=said.at, by=said.by, evidence=said.evidence),
            rights=said.rights,
            embargo_until=said.embargo_until,
            expires_on=said.expires_on,
        )
    except ValueError as fault:
        raise UsageError(f"The quote cannot be added: {fault}") from None
    keep(folder_of(order), quote)
    record(folder_of(order), Entry(at=now, by=said.by, event="added", edition=quote.data_year, quote=quote.id))
    return quote


def approve(order: Order, quote: str, *, by: str, now: datetime) -> None:
    """Log that somebody puts their name to the use of a quote. Raises UsageError for one that is not held."""
    found = held_quote(quote, open_office(order))
    record(folder_of(order), Entry(at=now, by=by, event="approved", edition=found.data_year, quote=found.id))


def withdraw(order: Order, quote: str, *, by: str, reason: str, now: datetime) -> tuple[Path, ...]:
    """
    Log that a quote is taken back, and name every draft below the order's output that holds its words.

    Raises UsageError for a quote that is not held.
    """
    found = held_quote(quote, open_office(order))
    entry = Entry(at=now, by=by, event="withdrawn", edition=found.data_year, quote=found.id, reason=reason)
    record(folder_of(order), entry)
    return tuple(path for path in sorted(order.output.rglob("*.md")) if _holds(path, found))


def _check(said: Said, office: Office) -> None:
    """Refuse names that nothing would ever match."""
    known = {
        "voice": ([said.voice], [voice.id for voice in office.contacts.voices]),
        "drug": (said.drugs, [category.slug for category in office.dataset.topic.categories]),
        "region": (said.regions, sorted({area.region for area in office.dataset.stories})),
    }
    for kind, (names, held_names) in known.items():
        for name in names:
            if name not in held_names:
                raise UsageError(f"There is no {kind} called {name!r}; {nearest(name, held_names)}")


def _scope(said: Said, order: Order, office: Office) -> Scope:
    """The areas the order names, or the regions; the country where neither is."""
    forces = tuple(area.slug for area in office.areas) if order.areas else ()
    return Scope(
        level="force" if forces else "region" if said.regions else "national",
        forces=forces,
        regions=said.regions,
        drugs=said.drugs,
        angles=said.angles,
        direction=said.direction,
    )


def _holds(path: Path, quote: Quote) -> bool:
    page = path.read_bytes()
    return all(paragraph.encode() in page for paragraph in quote.text)
