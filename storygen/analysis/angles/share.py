"""Angle: a drug found in an unusual part of the area's seizures."""

import numpy as np

from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import finds
from storygen.model.topic import Kind

PART, LEAD_PART = 20, 50
WORTH_SAYING = 10.0  # per cent of the area's seizures
UNUSUAL = 1.25  # times the national share
SMALLER_PART = 3.0  # per cent, from which a drug far over-represented is worth a line (manual A62)
OVER_REPRESENTED = 1.5
FAR = 2.0


@finds("share", code="A57", prior=0.25, about=[Kind.ITEM])
def share(facts: Facts) -> Candidates:
    """
    A drug found in a tenth of the area's seizures or more, and in a part a quarter larger than nationally.

    Over-representation is told in the same words and so is the same angle: half as large a part again as nationally,
    on 50 seizures, is enough for a drug in 3 per cent of seizures. Below that the two shares might print alike. Its
    base, all the area's seizures, is always printed; shares overlap and are never added (manual A57, A62, R10, R11).
    """
    ratio = facts.share / facts.national_share
    is_unusual = (facts.share >= WORTH_SAYING) & (ratio >= UNUSUAL) & (facts.count >= PART)
    is_far_over = (facts.share >= SMALLER_PART) & (ratio >= OVER_REPRESENTED) & (facts.count >= LEAD_PART)
    return facts.where(
        (is_unusual | is_far_over) & facts.is_mostly_identified,
        leads=facts.columns["count"] >= LEAD_PART,
        magnitude=np.log(ratio.clip(lower=1)) / np.log(FAR),
        because="found in {share:.1f} per cent of {things}, against {national_share:.1f} per cent nationally",
    )
