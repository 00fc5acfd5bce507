"""What many tests start from: the embedded figures, read once, and the editions made from them."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from papers import Editions

from storygen.model.copy import Copy
from storygen.model.dataset import Dataset
from storygen.model.edition import Edition
from storygen.newsroom import produce
from storygen.office import Office, open_reader
from storygen.paths import shipped, wordings_of
from storygen.proofing import Reader
from storygen.quoting import open_contacts
from storygen.sources import read
from storygen.style import Stylebook, house
from storygen.writing import Desk, open_desk

TOPIC = "drug_seizures"


@pytest.fixture(scope="session", autouse=True)
def no_releases_of_the_user_s_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Whatever a developer has imported, the tests start from the figures that ship."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STORYGEN_DATA", str(tmp_path_factory.mktemp("releases")))
        yield


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    """The embedded figures."""
    return read(TOPIC)


@pytest.fixture(scope="session")
def desk(dataset: Dataset) -> Desk:
    """The writing desk, with the wording and the house style that ship."""
    stylebook = Stylebook(house("regional", [shipped("templates") / "houses"]))
    return open_desk(dataset.topic, stylebook, wordings_of(TOPIC))


@pytest.fixture(scope="session")
def reader(dataset: Dataset) -> Reader:
    """The proof desk's reader of any copy."""
    return open_reader(dataset)


@pytest.fixture(scope="session")
def editions(dataset: Dataset, desk: Desk, reader: Reader) -> Editions:
    """Every copy of a year, by area, made when first asked for."""

    @cache
    def copies(year: str) -> dict[str, Copy]:
        office = Office(
            dataset=dataset,
            edition=Edition(year=year),
            desk=desk,
            reader=reader,
            contacts=open_contacts(shipped("quotes") / TOPIC, Path("no-such-folder")),
            areas=dataset.stories,
        )
        made = produce(office)
        return {copy.draft.plan.area.slug: copy for copy in made}

    return copies
