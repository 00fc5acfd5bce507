"""Paper: a story in words, with the notebook that says where every figure came from."""

from dataclasses import dataclass

from storygen.model.figure import Figure
from storygen.model.plan import StoryPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """
    One figure as shown: its characters `start` to `end` of the paragraph, and what it stands for.

    `nearest` is what it was rounded to where that cannot be seen from the words: 1000 for a total in thousands, else 1.
    """

    start: int
    end: int
    shown: str
    figure: Figure
    nearest: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """
    A paragraph of copy: the part it plays, its words, the notes on its figures, the wording it was made from.

    `line` is where in the wording's file the way of saying it starts that was used.
    """

    role: str
    text: str
    notes: tuple[Note, ...]
    wording: str
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A written story: every paragraph, the headline and standfirst first, with the plan it was written from."""

    plan: StoryPlan
    house: str
    paragraphs: tuple[Paragraph, ...]

    def of_role(self, role: str) -> tuple[Paragraph, ...]:
        """The paragraphs that play a part, in order."""
        return tuple(each for each in self.paragraphs if each.role == role)
