"""Guards: many seizures have no drug to their name, or how many has changed."""

import pandas as pd

from storygen.analysis.facts import Candidates, Facts, Findings
from storygen.analysis.registry import demotes, warns

WORTH_A_WARNING = 10.0  # per cent of seizures with the drug not identified


@demotes(
    "unidentified",
    code="A97",
    factor=0.8,
    because="the drug was not identified in {unidentified:.0f} per cent of the area's {things}",
)
def unidentified(candidates: Candidates, facts: Facts) -> pd.Series:
    """A claim about single drugs where no drug is known in more of the seizures than the topic allows (manual B.4)."""
    limit = float(facts.panel.dataset.topic.guards.unidentified_share)
    return (candidates["unidentified"] > limit) & ~candidates["is_total"]


@warns("many-unidentified", code="A63")
def many_unidentified(facts: Facts) -> Findings:
    """A tenth of the seizures or more with no drug named: the numbers for single drugs may be too low."""
    return facts.of_total(
        facts.unidentified >= WORTH_A_WARNING,
        because="The drug was not identified in {unidentified:.0f} per cent of the area's {things}",
    )


@warns("unidentified-shift", code="A97")
def unidentified_shift(facts: Facts) -> Findings:
    """
    How many seizures had no drug named has moved so far that single drugs cannot be compared with the year before.

    The comparable years already leave such drugs out; this tells the editor why nothing is said of them.
    """
    drugs = facts.columns[facts.is_item]
    comparable = drugs["previous"].notna().groupby(drugs["area"]).any()
    return facts.of_total(
        ~facts.area.map(comparable).astype(bool) & facts.previous.notna(),
        because="Figures for single {kinds} are not comparable with the year before; those for the total are",
    )
