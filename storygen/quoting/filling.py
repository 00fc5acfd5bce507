"""Filling: each slot of a story with what was said or how it stands, and who has still to answer it (manual Q6)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from storygen.model.contacts import Contacts, Status
from storygen.model.plan import Slot, StoryPlan
from storygen.model.quote import Quote
from storygen.model.voice import Heard, Need, Reason
from storygen.quoting.standing import Span, set_aside, standing


def filled(plan: StoryPlan, quotes: Mapping[str, Quote], contacts: Contacts, now: datetime | None) -> Iterator[Slot]:
    """The slots of a story filled; whoever was quoted before they could answer has a further one for that."""
    critics = [quote for quote in quotes.values() if contacts.voice(quote.voice).is_critic]
    span = Span(now=now, since=_criticised_at(critics, contacts))
    for slot in plan.slots:
        quote, wanted = quotes.get(slot.voice.seat), _owed_a_reply(slot) if critics else slot
        if quote and wanted.is_reply and not _answers(quote, plan, critics):
            yield _filled(slot, quote, plan, contacts, span)
            at_end = replace(wanted.voice, position=Heard.END)
            yield _filled(replace(wanted, voice=at_end, is_further=True), None, plan, contacts, span)
        else:
            yield _filled(wanted, quote, plan, contacts, span)


def _criticised_at(critics: Iterable[Quote], contacts: Contacts) -> datetime | None:
    """When the last of the critics came into the bank: no letter written before can have told anybody of that."""
    added = {entry.quote: entry.at for entry in contacts.log if entry.event == "added"}
    return max((added.get(quote.id, quote.obtained.at) for quote in critics), default=None)


def _answers(quote: Quote, plan: StoryPlan, critics: Iterable[Quote]) -> bool:
    """Whether words can be a reply: said about these figures, and not before what they have to answer."""
    is_later = all(critic.obtained.at <= quote.obtained.at for critic in critics)
    return quote.data_year == plan.edition.year and is_later


def _owed_a_reply(slot: Slot) -> Slot:
    """Where a critic is quoted the force has a right of reply, and is asked for that (manual Q6)."""
    if slot.need is not Need.REQUIRED:
        return slot
    section = f"{slot.voice.ask_reply}-{Reason.CRITICISM}" if slot.voice.ask_reply else slot.section
    return replace(slot, reasons=(Reason.CRITICISM, *slot.reasons), section=section)


def _filled(slot: Slot, quote: Quote | None, plan: StoryPlan, contacts: Contacts, span: Span) -> Slot:
    if quote:
        status = Status.APPROVED if contacts.is_approved(quote, plan.edition) else Status.RECEIVED
        return replace(slot, voice=contacts.voice(quote.voice), quote=quote, status=status)
    if aside := set_aside(slot, plan, contacts, span):
        return replace(slot, status=Status.NOT_NEEDED, set_aside=f"by {aside.by}, {aside.at.date()}: {aside.reason}")
    # Only who is owed a reply has to be asked again once somebody has criticised them.
    found = standing(slot, plan, contacts, span if slot.is_reply else replace(span, since=None))
    return replace(slot, status=found.status, party=found.party, deadline=found.deadline)
