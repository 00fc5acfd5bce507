"""Paper: an editor's file as it came back – what it says of itself, and its copy without markup."""

from dataclasses import dataclass

from storygen.model.story import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Hole:
    """
    Something in a file that keeps it from being approved: the line, from 1, and what is wrong and what to do.

    `is_change` says that it is a marked change nobody has taken or left yet.
    """

    line: int
    what: str
    is_change: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """
    The copy of a file, all of it plain text; what stands under its rule is for editors and not in it.

    `about` is the front matter, text for text. `lines` says on which line of the file the headline, the standfirst if
    there is one, and each block of the body begins. `lost` is what its editor may think is sent and is not.
    """

    about: dict[str, str]
    headline: str
    standfirst: str
    body: tuple[Block, ...]
    lines: tuple[int, ...]
    holes: tuple[Hole, ...] = ()
    lost: tuple[Hole, ...] = ()

    @property
    def is_unsettled(self) -> bool:
        """Whether old and new words stand side by side in it."""
        return any(hole.is_change for hole in self.holes)

    @property
    def texts(self) -> tuple[str, ...]:
        """Headline, standfirst if there is one, and the blocks of the body: as many as there are lines."""
        return (self.headline, *filter(None, [self.standfirst]), *(block.text for block in self.body))
