"""Angle: a drug found in an unusual part of the area's seizures."""

import numpy as np

from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import finds
from storygen.model.topic import Kind

PART, LEAD_PART = 20, 50
WORTH_SAYING = 10.0  # per cent of the area's seizures
UNUSUAL = 1.25  # times the national share
FAR = 2.0


@finds("share", code="A57", prior=0.25, about=[Kind.ITEM])
def share(facts: Facts) -> Candidates:
    """
    A drug found in a tenth of the area's seizures or more, and in a part a quarter larger than nationally.

    Its base, all the area's seizures, is always printed; shares overlap and are never added (manual R10, R11).
    """
    ratio = facts.share / facts.national_share
    return facts.where(
        (facts.share >= WORTH_SAYING) & (ratio >= UNUSUAL) & (facts.count >= PART),
        leads=facts.columns["count"] >= LEAD_PART,
        magnitude=np.log(ratio.clip(lower=1)) / np.log(FAR),
        because="found in {share:.1f} per cent of seizures, against {national_share:.1f} per cent nationally",
    )
