"""Paper: who said something, as readers are told."""

import re
import unicodedata
from dataclasses import dataclass
from typing import ClassVar

from storygen.model.strict import STRICT

UNSEEN = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
"""Characters that have no place in a name: breaks, marks of direction, private ones."""

GENERIC = frozenset({"the", "of", "for", "and", "police", "constabulary", "office", "service", "force"})
"""Words of an organisation's name that do not tell it from another."""

_QUOTED = re.compile("[\"“”‘«»„]|(?<!\\w)'")


def is_plain(text: str) -> bool:
    """Whether a text is one line of characters that can be seen."""
    return not any(unicodedata.category(sign) in UNSEEN for sign in text)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """
    Who said it: `rank` is a rank or title in full, `role` what stands behind the name.

    Without a name a spokesperson of the organisation speaks. `known_as` is what a named speaker is called after the
    first time, where that is not the last word of the name: "Mr Jenrick", "van Dyke". ValueError for a name without a
    role (manual D.5), and for words that would not be seen for what they are in print.
    """

    __pydantic_config__: ClassVar = STRICT

    organisation: str
    name: str = ""
    rank: str = ""
    role: str = ""
    known_as: str = ""

    def __post_init__(self) -> None:
        """Refuse who cannot be introduced."""
        if not self.organisation.strip():
            raise ValueError("a speaker needs an organisation")
        if self.name and not self.role:
            raise ValueError("a speaker with a name needs a role: say what makes the words worth hearing")
        if not self.name and (self.rank or self.role or self.known_as):
            raise ValueError("a rank or a role needs the name of the person; a spokesperson has neither")
        for each in self.introduction:
            if each != each.strip() or _QUOTED.search(each) or not is_plain(each):
                raise ValueError(f"{each!r} holds quotation marks, a line break, or characters that cannot be seen")

    @property
    def introduction(self) -> tuple[str, ...]:
        """Whatever may be said of who speaks."""
        return tuple(each for each in (self.name, self.rank, self.role, self.organisation, self.known_as) if each)

    @property
    def is_placed(self) -> bool:
        """
        Whether rank or role says already whose: every telling word of the organisation's name stands in it.

        >>> Speaker(organisation="Kent Police", name="A Tester", role="chief inspector").is_placed
        False
        >>> Speaker(organisation="the Home Office", name="A Tester", role="Home Secretary").is_placed
        True
        """
        telling = _words(self.organisation) - GENERIC
        return bool(telling) and telling <= _words(f"{self.rank} {self.role}")

    @property
    def surname(self) -> str:
        """What the speaker is called after the first time."""
        return self.known_as or (self.name.split()[-1] if self.name else "")
