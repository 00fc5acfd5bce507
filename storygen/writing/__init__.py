"""The writing desk: plans into words, with a note of every figure shown. It decides no facts."""

from storygen.writing.desk import Desk, open_desk
from storygen.writing.write import write

__all__ = ["Desk", "open_desk", "write"]
