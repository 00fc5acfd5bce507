"""The writing desk: plans into words, with a note of every figure shown. It decides no facts."""

from storygen.writing.checking.check import check
from storygen.writing.coverage import coverage
from storygen.writing.desk import Desk, open_desk
from storygen.writing.write import write

__all__ = ["Desk", "check", "coverage", "open_desk", "write"]
