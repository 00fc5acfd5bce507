"""The quotes desk: who may be asked what, what was really said, and where it may stand. It never makes words."""

from storygen.quoting.answer import answered, assigned
from storygen.quoting.bank import keep, paragraphs
from storygen.quoting.catalogue import voices_for
from storygen.quoting.contacts import open_contacts
from storygen.quoting.hours import deadline_after
from storygen.quoting.log import record
from storygen.quoting.matching import Case, Title, seat_for, why_not
from storygen.quoting.ranks import in_full
from storygen.quoting.requests import requests
from storygen.quoting.standing import called, voices_in

__all__ = [
    "Case",
    "Title",
    "answered",
    "assigned",
    "called",
    "deadline_after",
    "in_full",
    "keep",
    "open_contacts",
    "paragraphs",
    "record",
    "requests",
    "seat_for",
    "voices_for",
    "voices_in",
    "why_not",
]
