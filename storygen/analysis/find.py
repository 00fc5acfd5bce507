"""Find: every angle the facts bear out, for all areas at once."""

from typing import Any

import pandas as pd

from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import AngleRule, angles, rules


def find_angles(facts: Facts) -> Candidates:
    """
    Every candidate on the desk: rows of `facts.columns` with the rule that found each.

    The rule is told by its slug, code, prior and claims. A rule finds only categories of the kinds it is about; a
    candidate another one hides is gone.
    """
    found = pd.concat([_found(rule, facts) for rule in angles()])
    found["because"] = found["because"].astype(str)
    kept = found[~_is_hidden(found)]
    return pd.concat([facts.columns.loc[kept.index].reset_index(drop=True), _told(kept)], axis=1)


def borne_out(facts: Facts) -> set[tuple[str, str, str]]:
    """Every claim the facts bear out, hidden or not, by area, angle and category."""
    found = pd.concat([_found(rule, facts) for rule in angles()])
    areas, categories = (facts.columns.loc[found.index, name] for name in ("area", "category"))
    return set(zip(areas.astype(str), found["slug"].astype(str), categories.astype(str), strict=True))


def _found(rule: AngleRule, facts: Facts) -> Candidates:
    candidates = rule.find(facts)
    kinds = [kind.value for kind in rule.about]
    return candidates[facts.kind.loc[candidates.index].isin(kinds)].assign(slug=rule.slug)


def _told(found: Candidates) -> Candidates:
    """What the rules say of each candidate, with the rule's own settings."""
    told = found.reset_index(drop=True)
    settings: dict[str, dict[str, Any]] = {
        "code": {slug: rule.code for slug, rule in rules().items()},
        "prior": {slug: rule.prior for slug, rule in rules().items()},
        "claims": {slug: rule.claims.value if rule.claims else "" for slug, rule in rules().items()},
    }
    return told.assign(**{name: told["slug"].map(setting) for name, setting in settings.items()})


def _is_hidden(found: Candidates) -> pd.Series:
    """Whether a stronger angle on the same row takes a candidate's place (manual B.2)."""
    keys = pd.MultiIndex.from_arrays([found.index, found["slug"]])
    hidden = [
        pd.MultiIndex.from_product([found.index[found["slug"] == rule.slug], sorted(rule.hides)])
        for rule in angles()
        if rule.hides
    ]
    taken = hidden[0].append(hidden[1:])
    return pd.Series(keys.isin(taken), index=found.index)
