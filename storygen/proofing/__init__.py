"""The proof desk: reads finished copy, works every figure out again, and says what is wrong."""

from storygen.proofing.proof import proof
from storygen.proofing.read_back import read_back, read_draft
from storygen.proofing.reading.lexicon import Vocabulary
from storygen.proofing.reading.reader import Reader

__all__ = ["Reader", "Vocabulary", "proof", "read_back", "read_draft"]
