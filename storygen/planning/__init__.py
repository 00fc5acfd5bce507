"""The planning desk: which angle leads, what must travel with it, and in what order it is told."""

from storygen.planning.plan import plan_story
from storygen.planning.sections import sections

__all__ = ["plan_story", "sections"]
