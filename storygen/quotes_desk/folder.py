"""What the errands share: the folder of quotes, and what an order names in it."""

from pathlib import Path

from storygen.errors import UsageError, nearest
from storygen.model.quote import Quote
from storygen.newsroom import Office, Order, quotes_folder


def folder_of(order: Order) -> Path:
    """Where a newsroom keeps a topic's quotes, there yet or not."""
    return quotes_folder(order) / order.topic


def started(order: Order) -> Order:
    """The order with its folder of quotes there to be written to."""
    folder_of(order).mkdir(parents=True, exist_ok=True)
    return order


def held_quote(name: str, office: Office) -> Quote:
    """The quote an order names. Raises UsageError, with the nearest, for one that is not held."""
    known = {quote.id: quote for quote in office.contacts.quotes}
    if name not in known:
        raise UsageError(f"No quote {name!r} is held; {nearest(name, sorted(known))}")
    return known[name]
