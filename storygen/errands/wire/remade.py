"""The drafts editors' files came from, made again from the manifest beside them, the tables and the bank."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from storygen.errors import UsageError
from storygen.model.copy import Copy
from storygen.model.dataset import Dataset
from storygen.model.draft import Paragraph
from storygen.model.issued import Making
from storygen.newsroom import produce, run_of
from storygen.office import Office, Order, open_office
from storygen.publishing import read_manifest

EDITORS_ONLY = {"offer", "ask", "quote", "series", "context"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Remade:
    """A story's copy as it would be drafted now, and the office it was made in."""

    copy: Copy
    office: Office
    making: Making

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Those that readers see: headline, standfirst, body."""
        return tuple(each for each in self.copy.draft.paragraphs if each.role not in EDITORS_ONLY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A file whose draft is to be made again: whose story, by the area's code, and what it opens on."""

    path: Path
    code: str
    angle: str


class Remaking:
    """Makes the drafts of files again, all that lie in one folder together: a rank needs every force."""

    def __init__(self, order: Order, wanted: Iterable[Wanted]) -> None:
        """Take what is wanted, and the order but for what each folder's manifest says."""
        self._order = order
        self._made: dict[Path, dict[str, Remade]] = {}
        self._codes: dict[Path, set[str]] = defaultdict(set)
        for each in wanted:
            self._codes[each.path.parent].add(each.code)

    def draft(self, wanted: Wanted) -> Remade:
        """
        The draft behind a file.

        Raises UsageError for a file without a manifest beside it, for one made from other figures, wording or settings
        than today's, and for an area it cannot be of.
        """
        folder = wanted.path.parent
        if folder not in self._made:
            self._made[folder] = {made.copy.draft.plan.area.code: made for made in self._all_of(folder)}
        if wanted.code not in self._made[folder]:
            raise UsageError(f"{wanted.path}: no area that is drafted has the code {wanted.code!r}")
        found = self._made[folder][wanted.code]
        return found if _angle(found.copy) == wanted.angle else _with_lead(found, wanted, self._order)

    def _all_of(self, folder: Path) -> Iterator[Remade]:
        office, _ = _office(folder, self._order)
        codes = self._codes[folder]
        office = replace(
            office,
            areas=tuple(area for area in office.areas if area.code in codes),
            elsewhere=tuple(area for area in office.elsewhere if area.code in codes),
        )
        for copy in produce(office):
            yield Remade(copy=copy, office=office, making=_making(office))


def _with_lead(found: Remade, wanted: Wanted, order: Order) -> Remade:
    """The draft again, led as the file is: an editor may have chosen."""
    slug, _, category = wanted.angle.partition(":")
    if slug == "local" or not category:
        return found
    area = found.copy.draft.plan.area.slug
    office, order = _office(wanted.path.parent, replace(order, areas=(area,), lead=wanted.angle))
    (copy,) = produce(office)
    return Remade(copy=copy, office=office, making=_making(office))


def _office(folder: Path, order: Order) -> tuple[Office, Order]:
    run = read_manifest(folder).run
    if run is None:
        raise UsageError(
            f"{folder} has no manifest.json that can be read: approve a file where storygen draft wrote it"
        )
    ordered = _as_ordered(run, folder)
    if ordered["on"] and not order.local_facts:
        raise UsageError(f"The drafts in {folder} tell local facts: give their folder too, with --local-facts")
    order = replace(order, local_facts=order.local_facts if ordered["on"] else None, **ordered)
    office = open_office(order)
    _check(run, asdict(run_of(order, office)), folder)
    return office, order


def _as_ordered(run: dict[str, Any], folder: Path) -> dict[str, Any]:
    try:
        on = run["local_facts_on"]
        day = date.fromisoformat(on) if on else None
        return {"topic": run["topic"], "year": run["edition"], "house": run["house"], "seed": run["seed"], "on": day}
    except (KeyError, TypeError, ValueError):
        raise UsageError(f"{folder}/manifest.json does not say how its drafts were made: draft again") from None


def _check(then: dict[str, Any], now: dict[str, Any], folder: Path) -> None:
    """Refuse drafts that would come out otherwise today: what is approved must be what the tables say now."""
    for part, what in (("figures", "figures"), ("settings", "wording or settings"), ("storygen", "a storygen")):
        if then.get(part) != now[part]:
            raise UsageError(
                f"The drafts in {folder} were made from other {what} than today's{_which(then.get(part), now[part])}: "
                "run storygen draft again; a file you have changed stays, and the new draft goes beside it"
            )


def _which(then: Any, now: Any) -> str:  # noqa: ANN401 - whatever a manifest holds
    """The first file that differs, in brackets."""
    if not isinstance(then, dict):
        return ""
    files = sorted(name for name in {*then, *now} if then.get(name) != now.get(name))
    return f" ({files[0]})"


def figures_of(dataset: Dataset) -> dict[str, str]:
    """The files of figures a draft was made from, by their SHA-256."""
    return {table.file: table.sha256 for table in dataset.tables}


def _making(office: Office) -> Making:
    return Making(
        edition=office.edition.year,
        seed=office.edition.seed,
        house=office.desk.stylebook.house.name,
        figures=figures_of(office.dataset),
    )


def _angle(copy: Copy) -> str:
    lead = copy.draft.plan.lead
    return f"{lead.slug}:{lead.fact.category.slug}" if lead else ""
