"""Voices: whom a story must hear, why, and what about (manual D.2 and Q5)."""

from collections.abc import Iterator, Mapping, Sequence

from storygen.model.angle import Angle, Angles, Tells
from storygen.model.fact import Fact
from storygen.model.plan import Passage, Slot
from storygen.model.voice import REPLY, Need, Reason, Voice
from storygen.planning.passages import is_total

LARGE_FALL = -30  # per cent; a force is asked to explain more than that (manual Q5)
GAP_GUARD = "gap"

Told = Mapping[Reason, Fact | None]
"""The reasons a story gives for hearing voices, each with the fact to ask about."""


def slots_of(
    voices: Sequence[Voice],
    angles: Angles,
    lead: Angle,
    passages: Sequence[Passage],
    *,
    is_routine: bool,
) -> tuple[Slot, ...]:
    """The slots of an article: for each seat the first voice that the story has a reason to hear."""
    told = dict(_reasons(angles, lead, passages, is_routine=is_routine))
    group = lead.fact.category.group_in(lead.fact.count.period)
    fitting = [each for each in voices if not each.groups or {lead.fact.category.slug, group} & set(each.groups)]
    return tuple(_slot(voice, need, told, lead.fact) for voice, need in _seated(fitting, told))


def sheet_slots(voices: Sequence[Voice], angles: Angles) -> tuple[Slot, ...]:
    """The slot of a question sheet: the force's answer to why its figures are missing, or unlike others'."""
    reason = Reason.GAP if any(veto.slug == GAP_GUARD for veto in angles.vetoes) else Reason.OUTLIER
    told: Told = {reason: angles.total}
    seated = _seated(voices, told)
    return tuple(_slot(voice, need, told, angles.total) for voice, need in seated if need is Need.REQUIRED)


def local_slots(voices: Sequence[Voice]) -> tuple[Slot, ...]:
    """The slots of a story from local facts alone: whoever can be asked without a figure, one for each seat."""
    seats = {voice.seat: voice for voice in reversed(voices) if voice.ask_local}
    fitting = (voice for voice in voices if seats.get(voice.seat) is voice)
    return tuple(
        Slot(voice=each, need=each.need, reasons=(Reason.NEWS,), fact=None, section=each.ask_local or "")
        for each in fitting
    )


def _reasons(
    angles: Angles, lead: Angle, passages: Sequence[Passage], *, is_routine: bool
) -> Iterator[tuple[Reason, Fact | None]]:
    """What the story says that somebody should be heard about; the right of reply comes first."""
    yield from _of_reply(angles, lead, passages)
    yield (Reason.TOTAL if is_total(lead.fact) else Reason.DRUG), lead.fact
    if not is_routine:
        yield Reason.NEWS, lead.fact
    if lead.tells & {Tells.HIGH, Tells.FIRST, Tells.FIRST_OF_REGION}:
        yield Reason.HIGHEST, lead.fact
    if angles.goes_against_country:
        yield Reason.COUNTRY, angles.total
    if any(each.section.startswith("split-") for each in passages):
        yield Reason.BORDER, lead.fact
    if angles.is_growth_unnamed:
        yield Reason.RECORDING, lead.fact


def _of_reply(angles: Angles, lead: Angle, passages: Sequence[Passage]) -> Iterator[tuple[Reason, Fact]]:
    """Why the force is owed a reply, from what the story tells of it, headlines included; for the lead's own first."""
    owed = [*_lows(angles, lead, passages), *_falls(angles, lead, passages)]
    years = [figure for _, figure in angles.history]
    if lead.fact.has_gaps or None in years[-2:]:
        owed.append((Reason.GAP, angles.total or lead.fact))
    yield from sorted(owed, key=lambda each: each[1].category != lead.fact.category)


def _lows(angles: Angles, lead: Angle, passages: Sequence[Passage]) -> Iterator[tuple[Reason, Fact]]:
    """A number told as a low, and a rate told as one, which is no low of the number."""
    lows = {(f"angles/{each.slug}", each.fact.category): each for each in angles.angles if Tells.LOW in each.tells}
    keys = [(each.wording, each.fact.category) for each in passages if each.fact]
    said = sorted((lows[key] for key in keys if key in lows), key=lambda each: each.fact.category != lead.fact.category)
    for reason, is_rate in ((Reason.LOWEST, False), (Reason.LOWEST_RATE, True)):
        fact = next((each.fact for each in said if (Tells.RATE in each.tells) is is_rate), None)
        if fact:
            yield reason, fact


def _falls(angles: Angles, lead: Angle, passages: Sequence[Passage]) -> Iterator[tuple[Reason, Fact]]:
    """The largest fall told of the force, or the lead's, if it is one to explain."""
    mine = [each.fact for each in passages if each.fact and each.fact.area.slug == angles.area.slug]
    falls = {fact.change.value: fact for fact in mine if fact.change and fact.change.value < LARGE_FALL}
    if falls:
        yield Reason.LARGE_FALL, lead.fact if lead.fact in falls.values() else falls[min(falls)]


def _seated(voices: Sequence[Voice], told: Told) -> Iterator[tuple[Voice, Need]]:
    """One voice for each seat: the first that is wanted; failing that, the first, heard only if it has spoken."""
    for seat in dict.fromkeys(voice.seat for voice in voices):
        mine = [voice for voice in voices if voice.seat == seat]
        wanted = [voice for voice in mine if not told.keys().isdisjoint(voice.when)]
        yield (wanted[0], wanted[0].need) if wanted else (mine[0], Need.OPTIONAL)


def _slot(voice: Voice, need: Need, told: Told, fact: Fact | None) -> Slot:
    """A voice with its reasons, asked about the first of them; one owed a reply, in words of its own. `fact` leads."""
    owed = next((reason for reason in told if reason in REPLY), None) if voice.ask_reply else None
    why = owed or next((reason for reason in told if reason in voice.when), None)
    about = told[why] if why else fact
    plain = voice.ask if about and about.previous else voice.ask_first
    return Slot(
        voice=voice,
        need=need,
        reasons=tuple(reason for reason in told if reason in voice.when or (owed and reason in REPLY)),
        fact=about,
        beside=fact if owed and about and fact and about.category != fact.category else None,
        section=f"{voice.ask_reply}-{owed}" if owed else plain,
    )
