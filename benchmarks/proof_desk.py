"""
How many drafts a second the proof desk reads: the newest edition in every house that ships, on one core.

Three rates: of all houses' drafts read for the first time by one reader, of the same read again, and of each house's
read by a reader of its own, which has every sum still to do and meets hardly a sentence twice.
"""

import gc
import time
from collections.abc import Sequence

from storygen.model.draft import Draft
from storygen.newsroom import plans
from storygen.office import Office, Order, open_office, open_reader
from storygen.paths import shipped
from storygen.proofing import Reader, read_draft
from storygen.writing import write

PASSES = 3


def main() -> None:
    """Write the drafts, read them, and print the rates, each the best of a few."""
    editions = [drafts_of(open_office(Order(house=house))) for house in houses()]
    drafts = [draft for edition in editions for draft in edition]
    dataset = open_office(Order()).dataset
    gc.collect()  # what writing left behind
    first, again, alone = 0.0, 0.0, 0.0
    for _ in range(PASSES):
        reader = open_reader(dataset)
        first = max(first, len(drafts) / seconds(drafts, reader))
        again = max(again, len(drafts) / seconds(drafts, reader))
        alone = max(alone, len(drafts) / sum(seconds(edition, open_reader(dataset)) for edition in editions))
    claims = sum(len(read_draft(draft, reader).claims) for draft in drafts)
    print(
        f"{len(drafts)} drafts with {claims:,} claims: {first:,.0f} a second, and {again:,.0f} when read again; "
        f"{alone:,.0f} with a reader opened for each house"
    )


def seconds(drafts: Sequence[Draft], reader: Reader) -> float:
    """The processor's time that reading takes."""
    start = time.process_time()
    for draft in drafts:
        read_draft(draft, reader)
    return time.process_time() - start


def houses() -> list[str]:
    """Every house that ships."""
    return sorted(path.stem for path in (shipped("templates") / "houses").glob("*.yaml"))


def drafts_of(office: Office) -> list[Draft]:
    """Every draft and question sheet of an office's edition."""
    return [write(plan, office.desk) for plan in plans(office)]


if __name__ == "__main__":
    main()
