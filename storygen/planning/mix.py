"""The mix: which drugs were found most often, how much of it was class A, and how much nobody identified."""

from collections.abc import Iterator
from dataclasses import replace

from storygen.model.angle import Angle, Angles, Tells
from storygen.planning.budget import Part, Worth
from storygen.planning.passages import part, passage, prints_alike

FULL_MIX = 3
WORTH_SAYING = 10  # per cent of seizures with no drug identified, from which readers are told (manual A63)
TOO_MUCH = 20  # per cent, from which a share of all seizures would mislead


def mix(angles: Angles, lead: Angle, seconds: tuple[Angle, ...]) -> Iterator[Part]:
    """The drugs most often found; where many were not identified, that is said and no share is given (R11, R12)."""
    group, unidentified = angles.group, angles.unidentified
    unknown = unidentified.share.value if unidentified and unidentified.share else 0
    if len(angles.mix) == FULL_MIX:
        shares = part(passage("mix", "story/mix", "shares", angles.mix[0]), figures=3)
        numbers = part(passage("mix", "story/mix", "three", angles.mix[0]), figures=2, worth=Worth.MIX)
        is_fuller = unknown < TOO_MUCH and _is_told_already(angles, lead)
        yield replace(numbers, fuller=shares) if is_fuller else numbers
    if group and group.share_stance and unknown < TOO_MUCH and Tells.SHARE not in lead.tells:
        section = "same" if prints_alike(group.share, group.national_share) else group.share_stance.value
        share = part(passage("group", "story/group", section, group), figures=2, worth=Worth.GROUP)
        counted = part(passage("group", "story/group", "counted", group), figures=3)
        is_numbered = group.category in {each.fact.category for each in (lead, *seconds)}
        yield share if is_numbered else replace(share, fuller=counted)
    if unknown >= WORTH_SAYING and not angles.is_growth_unnamed:
        section = "comparable" if group and group.previous else "not-comparable"
        yield part(passage("unidentified", "story/unidentified", section, unidentified), figures=1)


def _is_told_already(angles: Angles, lead: Angle) -> bool:
    """Whether the mix would give the number of the lead's own drug again, where a share says something new (A57)."""
    return lead.fact.category in [each.category for each in angles.mix[:2]] and all(each.share for each in angles.mix)
