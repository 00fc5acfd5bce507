"""The desk's one errand: a draft comes in, the same draft goes out with what was found."""

from collections.abc import Sequence

from storygen.model.copy import Copy
from storygen.model.dataset import Dataset
from storygen.model.draft import Draft
from storygen.model.quote import Quote
from storygen.proofing.checks import checks
from storygen.proofing.galley import set_galley
from storygen.proofing.quoted import doubtful_figures


def proof(draft: Draft, dataset: Dataset, quotes: Sequence[Quote] = ()) -> Copy:
    """
    Read a draft against the tables with every check; the copy is held if any of them found anything.

    Findings stand in the order of the paragraphs, and within one in the alphabetical order of the checks.
    Nothing in the copy makes this fail: what cannot be worked out again is a finding, not an error. `quotes` are those
    of the bank: nothing else may stand between quotation marks.
    """
    spoken = {paragraph for quote in quotes for paragraph in quote.printed}
    names = {name for quote in quotes for name in quote.speaker.introduction}
    galley = set_galley(draft, dataset, spoken, names)
    found = [finding for check in checks().values() for finding in check(galley)]
    return Copy(
        draft=draft,
        findings=tuple(sorted(found, key=lambda finding: finding.paragraph)),
        doubts=tuple(doubtful_figures(draft, dataset, spoken)),
    )
