"""The budget: how many figures and paragraphs a story may spend, and what goes first when it would spend more."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from storygen.model.house import House
from storygen.model.plan import Passage


class Worth(IntEnum):
    """What a part of a story is worth beside the others; a story must carry what is MUST (manual B.2)."""

    MUST = 0
    LOCAL = 1
    MIX = 2
    SECOND = 3
    DRIVER = 4
    DRUG = 5
    GROUP = 6
    LATER = 7
    LAW = 8
    SPREAD = 9
    SPLIT = 10
    TURN = 11


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """
    One or more passages that stand or fall together, and the most figures they show.

    `fuller` is a way of telling the same that takes its place where room is left when all else is chosen.
    """

    passages: tuple[Passage, ...]
    figures: int
    worth: Worth = Worth.MUST
    fuller: "Part | None" = None


def within(parts: Sequence[Part], house: House) -> tuple[Passage, ...]:
    """
    The passages the house has room for, in the order given.

    What must be said is said; of the rest, the worthiest parts that still fit, the earlier of equals first; then fuller
    ways of telling them.
    """
    kept = {index for index, part in enumerate(parts) if part.worth is Worth.MUST}
    for index in sorted(range(len(parts)), key=lambda each: (parts[each].worth, each)):
        if _fits([parts[each] for each in kept | {index}], house):
            kept.add(index)
    chosen = [parts[index] for index in sorted(kept)]
    for place, part in enumerate(chosen):
        if part.fuller and _fits([*chosen[:place], part.fuller, *chosen[place + 1 :]], house):
            chosen[place] = part.fuller
    return tuple(passage for part in chosen for passage in part.passages)


def _fits(parts: Iterable[Part], house: House) -> bool:
    chosen = tuple(parts)
    is_short = sum(len(part.passages) for part in chosen) <= house.paragraphs
    return is_short and sum(part.figures for part in chosen) <= house.figures
