"""Find: every angle the facts bear out, for all areas at once."""

import pandas as pd

from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import angles

HIDES = {
    "record-high": ("highest-since",),
    "record-low": ("lowest-since",),
    "doubled": ("rise",),
    "halved": ("fall",),
    "highest-rate": ("highest-in-region", "above-national"),
    "lowest-rate": ("lowest-in-region", "below-national"),
}
"""An angle takes the place of weaker ways of saying the same of the same category (manual B.2)."""


def find_angles(facts: Facts) -> Candidates:
    """
    Every candidate on the desk: rows of `facts.columns` with slug, code and prior of the rule that found it.

    A candidate another one hides is gone.
    """
    found = pd.concat(
        [rule.find(facts).assign(slug=rule.slug, code=rule.code, prior=rule.prior) for rule in angles()],
        ignore_index=True,
    )
    keys = pd.MultiIndex.from_frame(found[["area", "category", "slug"]])
    hidden = pd.concat(
        [
            found[found["slug"] == slug][["area", "category"]].assign(slug=weaker)
            for slug, all_weaker in HIDES.items()
            for weaker in all_weaker
        ]
    )
    return found[~keys.isin(pd.MultiIndex.from_frame(hidden))].reset_index(drop=True)
