"""How many drafts a second the proof desk reads: the newest edition in every house that ships, on one core."""

import gc
import time

from storygen.model.draft import Draft
from storygen.newsroom import plans
from storygen.office import Office, Order, open_office, open_reader
from storygen.paths import shipped
from storygen.proofing import read_draft
from storygen.writing import write

PASSES = 3


def main() -> None:
    """Write the drafts, read them with a fresh reader and once more, and print both rates, the best of a few."""
    drafts = [draft for house in houses() for draft in drafts_of(open_office(Order(house=house)))]
    dataset = open_office(Order()).dataset
    gc.collect()  # what writing left behind
    first, again, claims = 0.0, 0.0, 0
    for _ in range(PASSES):
        reader = open_reader(dataset)
        rates = []
        for _ in ("first", "again"):
            start = time.process_time()
            claims = sum(len(read_draft(draft, reader).claims) for draft in drafts)
            rates.append(len(drafts) / (time.process_time() - start))
        first, again = max(first, rates[0]), max(again, rates[1])
    print(f"{len(drafts)} drafts with {claims:,} claims: {first:,.0f} a second, and {again:,.0f} when read again")


def houses() -> list[str]:
    """Every house that ships."""
    return sorted(path.stem for path in (shipped("templates") / "houses").glob("*.yaml"))


def drafts_of(office: Office) -> list[Draft]:
    """Every draft and question sheet of an office's edition."""
    return [write(plan, office.desk) for plan in plans(office)]


if __name__ == "__main__":
    main()
