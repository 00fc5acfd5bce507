"""Angle: more of a drug, by quantity, than in any other year that can be compared."""

from storygen.analysis.drugs import known
from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.quantities import SLIP
from storygen.analysis.registry import finds
from storygen.analysis.workings import reach
from storygen.model.angle import Shown
from storygen.model.figure import Formula
from storygen.model.topic import Kind

YEARS, LEAD_YEARS = 8, 10
COUNT = 20
CLEAR_MARGIN = 1.0  # quantities swing: a record beaten twofold is as clear as records get
MATTERS = 0.6  # of the weight readers give a drug


def shows(evidence: Evidence, area: str, category: str) -> Shown:
    """The quantity, the year before's, and the first comparable year."""
    numbers = evidence.series(area, category)
    newest, oldest = (int(number.period[:4]) for number in (numbers[0], numbers[-1]))
    series = tuple(known(evidence.amount(area, category, back)) for back in range(newest - oldest + 1))
    return {"amount": series[0], "amount_before": series[1], "since": reach(series, Formula.RECORD_HIGH_SINCE)}


@finds(
    "quantity-record",
    code="A72",
    prior=0.55,
    about=[Kind.ITEM],
    hides=["quantity", "quantity-swing"],
    shows=shows,
    needs_quantities=True,
)
def quantity_record(facts: Facts) -> Candidates:
    """
    This year's quantity is above that of every comparable year, none of them missing or in doubt.

    On 8 years (10 to lead), 5kg, 500 doses or 100 plants and 20 seizures. A quantity in doubt may have been the
    higher one, so it forbids the claim; a leap of 50 times may be a slip. One find can make a record, which every
    wording says (manual A72, R14, R19).
    """
    return facts.where(
        (facts.amount > facts.amount_record)
        & (facts.amount < SLIP * facts.amount_record)
        & (facts.amount_years >= YEARS)
        & (facts.amount >= facts.telling_amount)
        & (facts.count >= COUNT)
        & facts.previous.notna(),
        leads=(facts.amount_years >= LEAD_YEARS) & (facts.weight >= MATTERS),
        magnitude=(facts.amount / facts.amount_record - 1) / CLEAR_MARGIN,
        because="{amount:,.1f} {unit}, above every year since {window_start}; the most before was {amount_record:,.1f}",
    )
