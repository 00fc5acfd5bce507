"""Standing: what may be said of somebody who did not answer rests on the log."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from bank import AT, a_quote, an_entry, holding

from storygen.model.plan import Slot, StoryPlan
from storygen.model.quote import Contacts, Entry, Status
from storygen.quoting import answered

Stories = dict[str, StoryPlan]
DUE = AT + timedelta(days=4)  # over a weekend: 48 working hours
HOUR = timedelta(hours=1)

SENT = an_entry("sent", to="press@force.example", deadline=DUE)
CHASED = an_entry("chased", AT + 30 * HOUR)
DECLINED = an_entry("declined", AT + 31 * HOUR)


def force_slot(stories: Stories, contacts: Contacts, log: tuple[Entry, ...], now: datetime | None) -> Slot:
    """Dorset's slot for its force, as a log leaves it at a time."""
    (plan,) = answered([stories["dorset"]], holding(contacts, log=log), house="regional", now=now)
    return next(slot for slot in plan.slots if slot.voice.seat == "force")


@pytest.mark.parametrize(
    ("log", "now", "status"),
    [
        ((an_entry("prepared", deadline=DUE),), DUE + HOUR, Status.PREPARED),
        ((SENT,), DUE - HOUR, Status.REQUESTED),
        ((SENT,), None, Status.REQUESTED),
        ((SENT, CHASED), DUE - HOUR, Status.CHASED),
        ((SENT,), DUE, Status.APPROACHED),
        ((SENT, CHASED), DUE, Status.NO_REPLY),
        ((replace(SENT, to=""), CHASED), DUE, Status.APPROACHED),
        ((replace(SENT, deadline=AT + 23 * HOUR), CHASED), DUE, Status.APPROACHED),
        ((replace(SENT, at=DUE - HOUR), replace(CHASED, at=DUE - HOUR)), DUE, Status.APPROACHED),
        ((CHASED,), DUE, Status.EMPTY),
        ((SENT, DECLINED), DUE - HOUR, Status.DECLINED),
        ((replace(SENT, area="kent"), replace(CHASED, area="kent")), DUE, Status.EMPTY),
        ((replace(SENT, edition="2017-18"), replace(CHASED, edition="2017-18")), DUE, Status.EMPTY),
    ],
)
def test_a_slot_stands_as_the_log_bears_out(
    stories: Stories, contacts: Contacts, log: tuple[Entry, ...], now: datetime | None, status: Status
) -> None:
    """A harder word needs an address, time enough, a second try and a deadline that has passed."""
    assert status is force_slot(stories, contacts, log, now).status


def test_a_right_of_reply_gets_twice_the_time(stories: Stories, contacts: Contacts) -> None:
    """What is enough for routine figures is not for a fall told against a force."""
    log = tuple(replace(each, area="cleveland", deadline=AT + 24 * HOUR) for each in (SENT, CHASED))

    (plan,) = answered([stories["cleveland"]], holding(contacts, log=log), house="regional", now=DUE)

    assert [Status.APPROACHED] == [slot.status for slot in plan.slots if slot.is_reply]


def test_a_national_body_is_asked_once_for_all_stories(stories: Stories, contacts: Contacts) -> None:
    """One request covers every story that waits for it."""
    log = (replace(SENT, organisation="npcc", area=""),)
    made = answered(stories.values(), holding(contacts, log=log), house="regional", now=AT)

    statuses = {slot.status for plan in made for slot in plan.slots if slot.voice.id == "npcc"}

    assert {Status.REQUESTED} == statuses


def test_of_two_bodies_the_one_still_to_answer_counts(stories: Stories, contacts: Contacts) -> None:
    """One charity that declined does not close the slot while another has been asked."""
    declined = replace(DECLINED, organisation="turning-point", area="")
    asked = replace(SENT, organisation="change-grow-live", area="")
    (plan,) = answered([stories["dorset"]], holding(contacts, log=(declined, asked)), house="regional", now=AT)

    assert [Status.REQUESTED] == [slot.status for slot in plan.slots if slot.voice.seat == "critic"]


def test_where_a_critic_is_quoted_the_force_may_reply_to_that(stories: Stories, contacts: Contacts) -> None:
    """Whatever else the story says of it."""
    critic = a_quote(voice="treatment_charity")

    (plan,) = answered([stories["dorset"]], holding(contacts, critic), house="regional")

    assert ["force-criticism"] == [slot.section for slot in plan.slots if slot.is_reply]
