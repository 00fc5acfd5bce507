"""Sources: reads the tables a topic rests on, and refuses what it cannot trust."""

from storygen.sources.local_facts import annex, read_local_facts
from storygen.sources.read import read

__all__ = ["annex", "read", "read_local_facts"]
