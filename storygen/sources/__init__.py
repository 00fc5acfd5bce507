"""Sources: reads the tables a topic rests on, and refuses what it cannot trust."""

from storygen.sources.read import read

__all__ = ["read"]
