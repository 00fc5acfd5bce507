"""Guard: a movement that is no more than the whole country's."""

import pandas as pd

from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import demotes


@demotes(
    "tide",
    code="A51",
    factor=0.9,
    because="forces across the country moved as far the same way ({national_change:+.0f} per cent)",
)
def tide(candidates: Candidates, _: Facts) -> pd.Series:
    """
    Up, or down, but by no more than the territorial forces together: the story is national, not local.

    A change that beats the country's, or goes against it, keeps its value.
    """
    country, own = candidates["national_change"], candidates["change"]
    is_movement = candidates["claims"].isin(("up", "down"))
    return is_movement & (country * own > 0) & (own.abs() <= country.abs())
