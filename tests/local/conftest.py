"""What tests of local facts start from."""

import pytest

from storygen.model.plan import Brief
from storygen.paths import shipped
from storygen.quoting import voices_for
from storygen.writing import Desk


@pytest.fixture(scope="session")
def brief(desk: Desk) -> Brief:
    """What a story is planned with, local facts apart."""
    return Brief(voices=voices_for(shipped("quotes") / "drug_seizures"), house=desk.stylebook.house)
