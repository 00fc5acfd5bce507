"""Turning: a story held, released or killed; its words stay as they are."""

from decimal import Decimal

from storygen.errands.wire.books import Books, Signature, in_utc
from storygen.errors import UsageError
from storygen.model.issued import Turn, Version
from storygen.model.story import Change
from storygen.publishing import urgency
from storygen.wire import turn, uri_called


def turned(name: str, change: Change, signed: Signature, books: Books) -> Version:
    """
    The version that holds, releases or kills the story of a name; who did it and why stays in the ledger.

    Raises UsageError for a story there is not, for one whose status does not allow it, and without a reason.
    """
    if not signed.note.strip():
        raise UsageError(f"Say why: receivers are told the reason for a {change}")
    how_urgent = urgency(Decimal(0), change) if change is Change.KILL else None
    with books.open() as ledger:
        uri = uri_called(ledger, name)
        return turn(
            ledger, uri, Turn(change=change, by=signed.by, at=in_utc(signed.at), reason=signed.note, urgency=how_urgent)
        )
