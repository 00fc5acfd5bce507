"""Find: every angle the facts bear out, for all areas at once."""

import pandas as pd

from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import AngleRule, angles


def find_angles(facts: Facts) -> Candidates:
    """
    Every candidate on the desk: rows of `facts.columns` with the rule that found each.

    The rule is told by its slug, code, prior and claims. A rule finds only categories of the kinds it is about; a
    candidate another one hides is gone.
    """
    found = pd.concat([_found(rule, facts) for rule in angles()], ignore_index=True)
    keys = pd.MultiIndex.from_frame(found[["area", "category", "slug"]])
    return found[~keys.isin(_hidden(found))].reset_index(drop=True)


def _found(rule: AngleRule, facts: Facts) -> Candidates:
    candidates = rule.find(facts)
    kinds = [kind.value for kind in rule.about]
    return candidates[candidates["kind"].isin(kinds)].assign(
        slug=rule.slug, code=rule.code, prior=rule.prior, claims=rule.claims.value if rule.claims else ""
    )


def _hidden(found: Candidates) -> pd.MultiIndex:
    """The (area, category, slug) of every candidate that a stronger one takes the place of (manual B.2)."""
    pairs = [(rule.slug, weaker) for rule in angles() for weaker in sorted(rule.hides)]
    hides = pd.DataFrame(pairs, columns=["stronger", "slug"])
    stronger = found[["area", "category", "slug"]].rename(columns={"slug": "stronger"})
    return pd.MultiIndex.from_frame(stronger.merge(hides, on="stronger")[["area", "category", "slug"]])
