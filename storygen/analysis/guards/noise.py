"""Guard: a movement no larger than such numbers make from year to year anyway."""

import pandas as pd

from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import demotes

SURE = 1.0


@demotes(
    "noise",
    code="A94",
    factor=1.0,
    because="the movement is within what such numbers make from one year to the next",
)
def noise(candidates: Candidates, _: Facts) -> pd.Series:
    """
    A change or a record that is not clearly beyond chance and the usual spread.

    Its certainty already weighs it; this guard says so to the editor.
    """
    return candidates["claims"].isin(("up", "down", "record high", "record low")) & (candidates["certainty"] < SURE)
