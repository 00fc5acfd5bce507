"""How many drafts a second the proof desk reads: every article of every edition held, on one core."""

import time

from storygen.model.plan import Form
from storygen.newsroom import Order, open_office, plans
from storygen.proofing import read_draft
from storygen.sources import read
from storygen.writing import write

PASSES = 3


def main() -> None:
    """Write the drafts, read them a few times over, and print the rate of the first pass and of the last."""
    office = open_office(Order())
    drafts = []
    for year in read("drug_seizures").years:
        of_year = open_office(Order(year=year))
        drafts += [write(plan, of_year.desk) for plan in plans(of_year) if plan.form is Form.ARTICLE]
    for number in range(1, PASSES + 1):
        start = time.process_time()
        claims = sum(len(read_draft(draft, office.reader).claims) for draft in drafts)
        rate = len(drafts) / (time.process_time() - start)
        print(f"pass {number}: {rate:,.0f} drafts a second ({len(drafts)} drafts, {claims:,} claims)")


if __name__ == "__main__":
    main()
