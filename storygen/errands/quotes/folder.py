"""What the errands share: the folder of quotes, and what an order names in it."""

from pathlib import Path

from storygen.errors import OutputError, UsageError, nearest
from storygen.model.quote import Quote
from storygen.office import Office, Order, open_office, quotes_folder


def folder_of(order: Order) -> Path:
    """Where a newsroom keeps a topic's quotes, there yet or not."""
    return quotes_folder(order) / order.topic


def opened(order: Order) -> Office:
    """
    An order looked up.

    Raises UsageError for an area without a story, of which every local fact is refused.
    """
    office = open_office(order)
    for area in office.silent:
        raise UsageError(f"There is no story of {area.force}: none of the local facts on it may be used")
    return office


def started(order: Order) -> Office:
    """
    The same, with a folder of quotes to write to, made if it is not there.

    Raises OutputError where it cannot be made, and UsageError as that does.
    """
    folder = folder_of(order)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise OutputError(
            f"The folder of quotes {folder} cannot be made: {fault.strerror or fault}; give another, with --quotes"
        ) from fault
    return opened(order)


def held_quote(name: str, office: Office) -> Quote:
    """The quote an order names. Raises UsageError, with the nearest, for one that is not held."""
    known = {quote.id: quote for quote in office.contacts.quotes}
    if name not in known:
        raise UsageError(f"No quote {name!r} is held; {nearest(name, sorted(known))}")
    return known[name]
