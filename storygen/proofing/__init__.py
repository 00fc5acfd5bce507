"""The proof desk: reads finished copy, works every figure out again, and says what is wrong."""

from storygen.proofing.proof import proof

__all__ = ["proof"]
