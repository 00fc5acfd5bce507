"""Sources: reads the tables a topic rests on, takes releases in, and refuses what it cannot trust."""

from storygen.sources.holdings import holdings
from storygen.sources.intake.take_in import Parcel, take_in
from storygen.sources.local_facts import annex, read_local_facts
from storygen.sources.read import read
from storygen.sources.revisions import as_revised, revisions
from storygen.sources.store import vintages

__all__ = ["Parcel", "annex", "as_revised", "holdings", "read", "read_local_facts", "revisions", "take_in", "vintages"]
