"""Errands of an editor: a quote approved or taken back, and a place set aside or kept open again."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from storygen.errands.quotes.folder import folder_of, held_quote, opened, started
from storygen.errors import UsageError, nearest
from storygen.lookups import edition_of, year_called
from storygen.model.contacts import Entry
from storygen.model.edition import Edition
from storygen.model.plan import StoryPlan
from storygen.model.quote import LEAST, Quote
from storygen.model.voice import Need
from storygen.newsroom import plans
from storygen.office import Office, Order
from storygen.quoting import record


def approve(order: Order, quote: str, *, by: str, now: datetime) -> Edition:
    """
    Log that somebody puts their name to the use of a quote: in the edition the order names, else its own.

    Raises UsageError for a quote that is not held.
    """
    office = opened(order)
    found = held_quote(quote, office)
    edition = edition_of(office.dataset, year_called(order.year or found.data_year, office.dataset))
    entry = Entry(at=now, by=by, event="approved", edition=edition.year, release=edition.release, quote=found.id)
    record(folder_of(order), entry)
    return edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """A quote that was taken back, every draft that holds its words, and those that could not be read."""

    quote: Quote
    drafts: tuple[Path, ...]
    unread: tuple[Path, ...]


def withdraw(order: Order, quote: str, *, by: str, reason: str, now: datetime) -> Withdrawn:
    """
    Log that a quote is taken back, and name every draft below the order's output that holds its words.

    Raises UsageError for a quote that is not held.
    """
    found = held_quote(quote, opened(order))
    entry = Entry(at=now, by=by, event="withdrawn", edition=found.data_year, quote=found.id, reason=reason)
    record(folder_of(order), entry)
    holds = {path: _holds(path, found) for path in sorted(order.output.rglob("*.md"))}
    drafts, unread = (tuple(path for path, held in holds.items() if held is given) for given in (True, None))
    return Withdrawn(quote=found, drafts=drafts, unread=unread)


def set_aside(order: Order, entry: Entry) -> tuple[str, ...]:
    """
    Log that the stories asked for do without the voice of an entry, or keep its place open again; gives their areas.

    A voice is set aside by its seat, whichever voice a story would rather have there. Raises UsageError, with nothing
    logged, where a story does not wait for it, or must hear it.
    """
    office = started(order)
    known = [voice.id for voice in office.contacts.voices]
    if entry.voice not in known:
        raise UsageError(f"There is no voice {entry.voice!r}; {nearest(entry.voice, known)}")
    refusals = {plan.area.slug: _refusal(entry.voice, plan, office) for plan in plans(office)}
    areas = tuple(area for area, refusal in refusals.items() if not refusal)
    refused = [refusal for refusal in refusals.values() if refusal]
    if refused and (order.areas or not areas):
        raise UsageError(refused[0])
    told = areas if order.areas else ("",)
    record(folder_of(order), *(replace(entry, edition=office.edition.year, area=area) for area in told))
    return areas


def _refusal(voice: str, plan: StoryPlan, office: Office) -> str:
    """Why a story cannot do without a voice; empty if it can."""
    seat = office.contacts.seat(voice)
    slot = next((slot for slot in plan.slots if slot.voice.seat == seat and slot.need is not Need.OPTIONAL), None)
    if slot is None:
        return f"The story of {plan.area.force} keeps no place for {voice}"
    if not slot.may_be_set_aside:
        return f"{slot.voice.id} must be heard in the story of {plan.area.force}, and cannot be set aside"
    return ""


def _holds(path: Path, quote: Quote) -> bool | None:
    """
    Whether a draft names a quote, or holds its words, all of them or any that are not too few to be told apart.

    None for one that cannot be read.
    """
    try:
        page = path.read_bytes().replace(b"\r\n", b"\n")
    except OSError:
        return None
    found = [words for words in quote.printed if words.encode() in page]
    is_plain = any(len(words.split()) >= LEAST for words in found) or len(found) == len(quote.printed)
    return is_plain or quote.id.encode() in page
