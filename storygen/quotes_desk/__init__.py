"""The quotes desk's errands: letters written, what was said added and taken back, and how every request stands."""

from storygen.quotes_desk.letters import note, write_requests
from storygen.quotes_desk.standing import held, standings
from storygen.quotes_desk.words import Said, add, approve, handed_in, withdraw

__all__ = ["Said", "add", "approve", "handed_in", "held", "note", "standings", "withdraw", "write_requests"]
