"""Guards: the publisher estimated the number, in whole or in part, or does not call it final."""

import pandas as pd

from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.labels import touched
from storygen.analysis.registry import demotes
from storygen.model.topic import Effect


@demotes(
    "estimated",
    code="A91",
    factor=0.6,
    because="the publisher estimated this number, in whole or in part",
)
def estimated(candidates: Candidates, facts: Facts) -> pd.Series:
    """A candidate about a number known to be estimated, this year's or the one it is compared with (manual A91)."""
    return _about(candidates, facts, Effect.ESTIMATED)


@demotes(
    "provisional",
    code="A92",
    factor=0.9,
    because="the number for this year or the last is provisional",
)
def provisional(candidates: Candidates, facts: Facts) -> pd.Series:
    """A candidate about a number that is not final, this year's or the one it is compared with (manual A92, R18)."""
    return _about(candidates, facts, Effect.PROVISIONAL)


def _about(candidates: Candidates, facts: Facts, effect: Effect) -> pd.Series:
    rows = facts.panel.index.get_indexer(pd.MultiIndex.from_frame(candidates[["area", "category"]]))
    return pd.Series(touched(facts.panel, effect)[rows], index=candidates.index)
