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


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One or more passages that stand or fall together, and the most figures they show."""

    passages: tuple[Passage, ...]
    figures: int
    worth: Worth = Worth.MUST


def within(parts: Sequence[Part], house: House) -> tuple[Passage, ...]:
    """
    The passages the house has room for, in the order given.

    What must be said is said; of the rest, the worthiest parts that still fit, the earlier of equals first.
    """
    kept = {index for index, part in enumerate(parts) if part.worth is Worth.MUST}
    for index in sorted(range(len(parts)), key=lambda each: (parts[each].worth, each)):
        if _fits([parts[each] for each in kept | {index}], house):
            kept.add(index)
    return tuple(passage for index in sorted(kept) for passage in parts[index].passages)


def _fits(parts: Iterable[Part], house: House) -> bool:
    chosen = tuple(parts)
    is_short = sum(len(part.passages) for part in chosen) <= house.paragraphs
    return is_short and sum(part.figures for part in chosen) <= house.figures
