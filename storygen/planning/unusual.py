"""Unusual years: where a number is set against a year unlike the others, readers are told so once, right after it."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from storygen.model.figure import Figure, Formula, Unit
from storygen.model.plan import Passage
from storygen.planning.passages import passage

TELLING = {"lead", "evidence", "total", "second", "benchmark"}
RUNS = ("running", "run-only", "lead-running")
SINCE = ("angles/highest-since", "angles/lowest-since")


def with_unusual(body: Iterable[Passage], years: Mapping[str, str]) -> Iterator[Passage]:
    """The body, and after the first paragraph that sets a number against each such year, what sets the year apart."""
    told = set[str]()
    for each in body:
        yield each
        found = {year: section for section, year in _years(each) if year in years}
        for year in sorted(found.keys() - told):
            told.add(year)
            yield passage("total", "story/unusual", found[year], each.fact, {"year": _figure(year)})


def _years(told: Passage) -> Iterator[tuple[str, str]]:
    """The years a paragraph sets a number against, each with how: the one before, where a run began, a peak."""
    fact = told.fact
    if fact is None or told.role not in TELLING:
        return
    counts = (shown for shown in told.its.values() if isinstance(shown, Figure) and shown.unit is Unit.COUNT)
    yield from (("year", shown.period) for shown in counts)
    if fact.previous and told.role in {"lead", "total"}:
        yield "year", fact.previous.period
    if fact.steps and _tells_run(told):
        yield "run", fact.steps.inputs[int(fact.steps.value)].period
    if told.wording in SINCE and fact.since:
        yield "year", next(each.period for each in fact.since.inputs if int(each.period[:4]) == fact.since.value)


def _tells_run(told: Passage) -> bool:
    return told.wording.startswith("angles/run-of") or (told.wording == "story/total" and told.section in RUNS)


def _figure(year: str) -> Figure:
    return Figure(
        value=Fraction(int(year[:4])), unit=Unit.YEAR, means=f"the year {year}", period=year, formula=Formula.YEAR
    )
