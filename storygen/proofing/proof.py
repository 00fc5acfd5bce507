"""The desk's one errand: a draft comes in, the same draft goes out with what was found."""

from storygen.model.copy import Copy
from storygen.model.dataset import Dataset
from storygen.model.draft import Draft
from storygen.proofing.checks import checks
from storygen.proofing.galley import set_galley


def proof(draft: Draft, dataset: Dataset) -> Copy:
    """
    Read a draft against the tables with every check; the copy is held if any of them found anything.

    Findings stand in the order of the paragraphs, and within one in the alphabetical order of the checks.
    Nothing in the copy makes this fail: what cannot be worked out again is a finding, not an error.
    """
    galley = set_galley(draft, dataset)
    found = [finding for check in checks().values() for finding in check(galley)]
    return Copy(draft=draft, findings=tuple(sorted(found, key=lambda finding: finding.paragraph)))
