"""Standing: what may be said of somebody who did not answer rests on the log."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from bank import AT, a_quote, an_entry, holding

from storygen.model.contacts import Contacts, Entry, Status
from storygen.model.plan import Slot, StoryPlan
from storygen.model.quote import Quote
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


@pytest.mark.parametrize(
    ("log", "now", "status"),
    [
        ((SENT, CHASED, replace(SENT, at=DUE + HOUR)), DUE, Status.NO_REPLY),  # what is not yet does not count
        ((replace(SENT, at=DUE + HOUR),), DUE, Status.EMPTY),
        ((replace(SENT, event="prepared", deadline=DUE + 99 * HOUR), SENT), DUE, Status.APPROACHED),
        ((SENT, replace(CHASED, deadline=DUE + HOUR)), DUE, Status.CHASED),  # they were given longer
        ((SENT, DECLINED, replace(SENT, at=AT + 40 * HOUR)), DUE - HOUR, Status.REQUESTED),  # asked once more
        ((SENT, replace(SENT, at=AT + 40 * HOUR), DECLINED), DUE - HOUR, Status.REQUESTED),  # in whatever order
    ],
)
def test_the_log_is_read_by_its_times(
    stories: Stories, contacts: Contacts, log: tuple[Entry, ...], now: datetime, status: Status
) -> None:
    """A later request reopens what was declined, and nothing counts before it was done."""
    assert status is force_slot(stories, contacts, log, now).status


CRITIC = a_quote("Test of a critic.", voice="treatment_charity", at=AT + HOUR)
LATE = DUE + 99 * HOUR


@pytest.mark.parametrize(
    ("quotes", "log", "statuses"),
    [
        ((), (SENT, CHASED), [Status.EMPTY]),  # nobody could have told them
        ((), (DECLINED,), [Status.DECLINED]),
        ((), (replace(SENT, at=AT + HOUR, deadline=DUE + HOUR), CHASED), [Status.NO_REPLY]),
        ((), (replace(SENT, at=AT + HOUR), CHASED), [Status.APPROACHED]),  # an hour short of the 48 owed
        ((a_quote(at=AT),), (), [Status.RECEIVED, Status.EMPTY]),
        ((a_quote(at=AT),), (replace(SENT, at=AT + HOUR), CHASED), [Status.RECEIVED, Status.APPROACHED]),
        ((a_quote(at=AT + 2 * HOUR),), (), [Status.RECEIVED]),
        ((a_quote(at=AT + 2 * HOUR, data_year="2017-18"),), (), [Status.APPROVED, Status.EMPTY]),
    ],
)
def test_a_reply_to_a_critic_comes_after_the_critic(
    stories: Stories, contacts: Contacts, quotes: tuple[Quote, ...], log: tuple[Entry, ...], statuses: list[Status]
) -> None:
    """Neither words nor a silence from before can be one; what the force had said stands, and it is asked on."""
    approved = tuple(an_entry("approved", quote=quote.id) for quote in quotes if quote.data_year != "2018-19")
    held = holding(contacts, CRITIC, *quotes, log=(*log, *approved))
    (plan,) = answered([stories["dorset"]], held, house="regional", now=LATE)

    assert statuses == [slot.status for slot in plan.slots if slot.voice.seat == "force"]
    assert plan.slots[[slot.voice.seat for slot in plan.slots].index("force") + len(statuses) - 1].is_reply
    voices = [each.slot.voice.seat for each in plan.passages if each.slot and each.slot.voice.seat != "official"]
    assert [*["force"] * (len(statuses) - 1), "critic", "force"] == voices


def test_where_a_critic_is_quoted_the_force_may_reply_to_that(stories: Stories, contacts: Contacts) -> None:
    """Whatever else the story says of it."""
    critic = a_quote(voice="treatment_charity")

    (plan,) = answered([stories["dorset"]], holding(contacts, critic), house="regional")

    assert ["force-criticism"] == [slot.section for slot in plan.slots if slot.is_reply]
