"""The quotes desk's errands: letters written, what was said added and taken back, and how every request stands."""

from storygen.errands.quotes.decisions import approve, set_aside, withdraw
from storygen.errands.quotes.letters import note, unverified, write_requests
from storygen.errands.quotes.standing import held, standings
from storygen.errands.quotes.words import Said, add, handed_in

__all__ = [
    "Said",
    "add",
    "approve",
    "handed_in",
    "held",
    "note",
    "set_aside",
    "standings",
    "unverified",
    "withdraw",
    "write_requests",
]
