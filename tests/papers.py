"""Names for what the fixtures give."""

from collections.abc import Callable

from storygen.model.copy import Copy

Editions = Callable[[str], dict[str, Copy]]
"""Every copy of a year, by the slug of its area."""
