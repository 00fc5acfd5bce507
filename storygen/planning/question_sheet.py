"""The order of a question sheet: why there is no article, the series, what to ask the force, and what else is known."""

from collections.abc import Iterator

from storygen.model.angle import Angles, Seized, Shown, Swing
from storygen.model.figure import Unit
from storygen.model.plan import Passage
from storygen.planning.country import is_told, national_total
from storygen.planning.passages import passage

WORDING = "story/questions"
TOP_REGIONS = 2


def question_sheet(angles: Angles) -> tuple[Passage, ...]:
    """The passages of a sheet, in order; the first veto says why (manual B.5)."""
    number = "question-number" if angles.total else "question-missing"
    parts = (
        ("headline", "headline"),
        ("why", f"why-{angles.vetoes[0].slug}"),
        ("series", "series"),
        ("question", number),
        ("question", "question-recording"),
        ("question", "question-coverage"),
    )
    return (
        *(passage(role, WORDING, name, angles.total) for role, name in parts),
        *map(_quantity, angles.seized),
        *_country(angles),
        passage("source", WORDING, "source", angles.total),
    )


def _quantity(seized: Seized) -> Passage:
    """A question on a quantity; one the table rounds to nothing, though there were seizures, as a trace (A75, R19)."""
    is_trace = seized.amount.unit is Unit.KG and not seized.amount.value
    section = "question-trace" if is_trace else "question-quantity"
    return passage("question", WORDING, section, seized.fact, {"amount": seized.amount})


def _country(angles: Angles) -> Iterator[Passage]:
    """What can be said of the country all the same: its total, its quantities and its regions, each with its scope."""
    national = angles.national
    if not is_told(national):
        return
    yield passage("context", "story/national", national_total(national), national.total)
    if national.police:
        yield passage("context", "story/national", "police", national.total, national.police)
    yield from map(_swing, national.swings)
    yield from _regions(angles)


def _swing(swing: Swing) -> Passage:
    its: Shown = {"drug": swing.category, "amount": swing.amount, "before": swing.before, "change": swing.change}
    if swing.border_part is None:
        return passage("context", WORDING, "context-quantity", None, its)
    return passage("context", WORDING, "context-split", None, {**its, "border_part": swing.border_part})


def _regions(angles: Angles) -> Iterator[Passage]:
    regions = angles.national.regions
    if len(regions) < TOP_REGIONS:
        return
    own = next((each for each in regions[TOP_REGIONS:] if each.name == angles.area.region), None)
    if own:
        yield passage("context", WORDING, "context-regions-own", angles.national.total, {"part": own.part})
    else:
        yield passage("context", WORDING, "context-regions", angles.national.total)
