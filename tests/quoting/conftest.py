"""What the quotes desk's tests start from: the edition as planned, before anybody has answered."""

from pathlib import Path

import pytest
from papers import Editions

from storygen.model.contacts import Contacts
from storygen.model.plan import StoryPlan
from storygen.paths import shipped
from storygen.quoting import open_contacts


@pytest.fixture(scope="session")
def contacts() -> Contacts:
    """The catalogue and the directory that ship; nobody has said anything."""
    return open_contacts(shipped("quotes") / "drug_seizures", Path("no-such-folder"))


@pytest.fixture(scope="session")
def stories(editions: Editions) -> dict[str, StoryPlan]:
    """Every story of the newest edition, by area."""
    return {area: copy.draft.plan for area, copy in editions("2018-19").items()}
