"""Paper: a title's house style."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from storygen.model.topic import STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class Boost:
    """
    An editor's wish: so many points of news value, up or down, for an area, a drug, an angle or any together.

    Names are slugs; one left out means any. `by` is from -20 to 20. `reason` stands beside it for
    whoever reads the file.
    """

    __pydantic_config__: ClassVar = STRICT
    MOST: ClassVar = 20

    by: int
    reason: str
    area: str | None = None
    drug: str | None = None
    angle: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """
    How one title sets numbers and words.

    `percent` is the word or the sign; `words_up_to` the largest number spelled out; `percent_words_up_to` the same
    before "per cent" (0: always figures); `caps_first_word` sets the first word of the story in capitals;
    `class_caps` writes "Class A"; `dash` is what stands between an aside and its sentence; `figures` and `paragraphs`
    are how many a story has room for before what it must carry is all it says; `boosts` are the title's own sense of
    news.
    """

    __pydantic_config__: ClassVar = STRICT

    name: str
    title: str
    percent: Literal["word", "sign"]
    percent_words_up_to: int
    words_up_to: int
    caps_first_word: bool
    class_caps: bool
    dash: Literal["en", "comma"]
    disclosure: str
    figures: int = 18
    paragraphs: int = 11
    boosts: tuple[Boost, ...] = ()
