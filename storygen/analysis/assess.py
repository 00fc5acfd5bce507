"""Assess: what speaks against each candidate, and what it is worth after that."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from storygen.analysis.facts import Candidates, Facts, explain
from storygen.analysis.registry import demotions
from storygen.analysis.robustness import robustness
from storygen.analysis.score import score
from storygen.model.house import Boost
from storygen.model.terms import Terms

LEADS_FROM, KEPT_FROM = 0.6, 0.4  # of the fair ways of looking at a claim (manual B.4, R33)
LEADING_WEIGHT = 0.6  # of the weight readers give a drug; a lesser one is a further fact, not a story
NEWS = 40  # a lower value is no news in itself


def assess(candidates: Candidates, facts: Facts, boosts: Iterable[Boost] = ()) -> Candidates:
    """
    The candidates with trust, robustness, boost and score, strongest first in each area.

    `can_lead` falls with a drug readers care little for, with a claim that holds under fewer than 0.6 of the fair
    ways of looking at it, and with what a guard bars; `is_kept` with one under 0.4. A column `doubt:NAME` says which
    guard demotes which candidate.
    """
    doubts = {f"doubt:{rule.slug}": rule.doubts(candidates, facts) for rule in demotions()}
    trust, is_barred = pd.Series(1.0, index=candidates.index), pd.Series(data=False, index=candidates.index)
    for rule in demotions():
        trust = trust.mask(doubts[f"doubt:{rule.slug}"], trust * rule.factor)
        is_barred |= doubts[f"doubt:{rule.slug}"] & rule.bars_lead
    robust = robustness(candidates, facts)
    more = {**doubts, "trust": trust, "robustness": robust, "boost": _boost(candidates, boosts)}
    assessed = pd.concat([candidates, pd.DataFrame(more, index=candidates.index)], axis=1)
    assessed = assessed.assign(
        score=score(assessed).round(4),
        can_lead=assessed["can_lead"] & (robust >= LEADS_FROM) & (assessed["weight"] >= LEADING_WEIGHT) & ~is_barred,
        is_kept=robust >= KEPT_FROM,
    )
    order = ["score", "slug", "category"]
    return assessed.sort_values(order, ascending=[False, True, True], kind="stable").reset_index(drop=True)


def why_not(row: Mapping[Any, Any], terms: Terms) -> str:
    """What speaks against a candidate, as clauses an editor reads; empty if nothing does."""
    reasons = [explain(rule.because, row, terms) for rule in demotions() if row[f"doubt:{rule.slug}"]]
    if row["robustness"] < LEADS_FROM:
        reasons.append(f"it holds in only {row['robustness']:.0%} of the fair ways of looking at it")
    elif row["weight"] < LEADING_WEIGHT:
        reasons.append(f"readers care less for this {terms.kind} than for others")
    elif not row["can_lead"]:
        reasons.append("it is not for a lead, by its kind or because the number is small or the years few")
    if row["boost"]:
        reasons.append(f"the house has moved it by {row['boost']:+.0f}")
    if row["score"] < NEWS:
        reasons.append(f"a news value under {NEWS} is no news in itself")
    return "; ".join(reasons)


def _boost(candidates: Candidates, boosts: Iterable[Boost]) -> pd.Series:
    """What a house's boosts add, all that apply together, never more than 20 either way."""
    added = pd.Series(0.0, index=candidates.index)
    for boost in boosts:
        wanted = {"area": boost.area, "category": boost.drug, "slug": boost.angle}
        applies = pd.Series(data=True, index=candidates.index)
        for column, value in wanted.items():
            applies &= (candidates[column] == value) | (value is None)
        added = added.mask(applies, added + boost.by)
    return added.clip(-Boost.MOST, Boost.MOST)
