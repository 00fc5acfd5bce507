"""Robustness: a claim looked at in other ways that are as fair, and how many of them it survives."""

from collections.abc import Callable

import numpy as np
import pandas as pd

from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.panel import POLICE

SIGN = {"up": 1, "down": -1, "above": 1, "below": -1, "record high": 1, "record low": -1, "top": 1, "top of region": 1}
MOVES, LEVELS = ("up", "down"), ("above", "below")

View = Callable[[Candidates, Facts], pd.Series]


def robustness(candidates: Candidates, facts: Facts) -> pd.Series:
    """
    The share of the fair ways of looking at a claim under which it holds, 0 to 1; 1 where none applies.

    The ways: against the year before last; per head instead of in numbers; less one standard error; with the seizures
    left out in which no drug was identified (manual B.4, "Robustness"). A way that cannot be tried is left out.
    """
    tried = pd.DataFrame({view.__name__: view(candidates, facts) for view in VIEWS})
    return tried.astype(float).mean(axis=1).fillna(1.0)


def from_a_year_earlier(candidates: Candidates, facts: Facts) -> pd.Series:
    """A movement measured from the year before last still goes the same way."""
    base = pd.Series(facts.back(2).to_numpy(), index=_keys(facts.columns)).reindex(_keys(candidates)).to_numpy()
    return _where(candidates, MOVES, _sign(candidates) * (candidates["count"] - base) > 0, ~np.isnan(base))


def per_head(candidates: Candidates, facts: Facts) -> pd.Series:
    """A movement in numbers is one in rates too, each year's on its own population."""
    panel = facts.panel
    before = panel.residents(panel.years[-2]) if len(panel.years) > 1 else {}
    people = candidates["area"].map(before)
    change = candidates["count"] / candidates["people"] - candidates["previous"] / people
    return _where(candidates, MOVES, _sign(candidates) * change > 0, people.notna())


def less_one_error(candidates: Candidates, _: Facts) -> pd.Series:
    """The claim holds with its number a standard error, the root of the count, nearer what it is held against."""
    count, sign, claims = candidates["count"], _sign(candidates), candidates["claims"]
    error = np.sqrt(count)
    per = candidates["rate"] / count
    rival = pd.Series(np.nan, index=candidates.index)
    rival = rival.mask(claims.isin(MOVES), candidates["previous"])
    rival = rival.mask(claims == "record high", candidates["record_high"])
    rival = rival.mask(claims == "record low", candidates["record_low"])
    rival = rival.mask(claims.isin(LEVELS), candidates["national_rate"] / per)
    rival = rival.mask(claims == "top", count / (1 + candidates["margin"]))
    rival = rival.mask(claims == "top of region", count / (1 + candidates["regional_margin"]))
    return _where(candidates, tuple(SIGN), sign * (count - rival) > error, rival.notna())


def of_identified_drugs(candidates: Candidates, facts: Facts) -> pd.Series:
    """A rate, grossed up for the seizures in which no drug was identified, is still the highest, above or below."""
    known = 1 - facts.unidentified / 100
    grossed = (facts.rate / known).where(~facts.is_total)
    everywhere = facts.everywhere
    country = everywhere[everywhere["area"] == POLICE].set_index("category")
    held = pd.DataFrame(
        {
            "grossed": grossed,
            "top": grossed.groupby(facts.category).transform("max"),
            "top of region": grossed.groupby([facts.category, facts.region]).transform("max"),
            "national": facts.category.map(country["national_rate"] / (1 - country["unidentified"] / 100)),
        }
    ).set_index(_keys(facts.columns))
    rows = held.reindex(_keys(candidates)).set_index(candidates.index)
    own, is_held = rows["grossed"], rows["grossed"].notna()
    outcome = _where(
        candidates, LEVELS, _sign(candidates) * (own - rows["national"]) > 0, rows["national"].notna() & is_held
    )
    for claim in ("top", "top of region"):
        outcome = outcome.fillna(_where(candidates, (claim,), own >= rows[claim], is_held))
    return outcome


VIEWS: tuple[View, ...] = (from_a_year_earlier, per_head, less_one_error, of_identified_drugs)


def _sign(candidates: Candidates) -> pd.Series:
    return candidates["claims"].map(SIGN)


def _where(candidates: Candidates, claims: tuple[str, ...], holds: object, is_tried: object) -> pd.Series:
    """1 where a claim holds, 0 where it does not, NaN where it is of another kind or could not be tried."""
    outcome = pd.Series(np.asarray(holds, dtype=float), index=candidates.index)
    return outcome.where(candidates["claims"].isin(claims) & np.asarray(is_tried, dtype=bool))


def _keys(frame: pd.DataFrame) -> pd.MultiIndex:
    return pd.MultiIndex.from_frame(frame[["area", "category"]])
