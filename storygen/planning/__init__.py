"""The planning desk: which angle leads, what must travel with it, and in what order it is told."""

from storygen.planning.local_story import plan_local_story
from storygen.planning.plan import plan_story
from storygen.planning.sections import sections

__all__ = ["plan_local_story", "plan_story", "sections"]
