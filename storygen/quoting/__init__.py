"""The quotes desk: which voices a story waits for. It never makes words."""

from storygen.quoting.slots import slots_for

__all__ = ["slots_for"]
