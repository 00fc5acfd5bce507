"""Paper: what a topic calls the things it counts."""

from dataclasses import dataclass
from typing import ClassVar

from storygen.model.strict import STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """
    What shared wordings call the things a topic counts, whatever their category.

    `counted` and `alone` are as a category's: "seizures". `made`, `make` and `makes` is what a force does with them,
    `officers` who does it, at the start of a sentence; `found` how often a category turns up: "found often enough".
    `kind` and `kinds` is what a category is, "drug"; `whole` all of them together, "all drugs"; `unmeasured` what the
    numbers are no measure of, though readers may take them for it: "how many people use drugs".
    """

    __pydantic_config__: ClassVar = STRICT

    counted: str
    made: str
    make: str
    makes: str
    officers: str
    found: str
    kind: str
    kinds: str
    whole: str
    unmeasured: str
    alone: str | None = None

    @property
    def named(self) -> str:
        """The things counted, where nothing beside them says by whom."""
        return self.alone or self.counted
