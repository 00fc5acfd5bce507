"""What leaves the house: stories made fit to send, and what every format says of them in the same words."""

from storygen.publishing.outgoing.characters import carried
from storygen.publishing.outgoing.items import Items, is_public, items_of
from storygen.publishing.outgoing.outgoing import outgoing

__all__ = ["Items", "carried", "is_public", "items_of", "outgoing"]
