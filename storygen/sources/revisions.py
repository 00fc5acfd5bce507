"""What a newer release says otherwise, and the older figures as the newer release would have printed them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from storygen.model.dataset import Dataset
from storygen.model.figure import Cell
from storygen.model.holding import Revision

KEY = ["measure", "area", "category", "year"]
ADDRESS = ["file", "row", "column"]
LEAST_SHARE, LEAST_COUNT = Decimal("0.01"), 10  # of the earlier value, and in number (manual A92)

Key = tuple[str, str, str, str]


def revisions(old: Dataset, new: Dataset) -> tuple[Revision, ...]:
    """Every figure that two states of a topic's tables do not have alike, in the order of the newer one."""
    then, now = typed(old), typed(new)
    keys = dict.fromkeys((*now, *then))
    found = ((key, _number(then.get(key)), _number(now.get(key))) for key in keys)
    return tuple(
        Revision(
            measure=key[0], area=key[1], category=key[2], year=key[3], old=before, new=after,
            matters=_matters(before, after, is_count=key[0] in new.topic.counts),
        )
        for key, before, after in found
        if before != after
    )  # fmt: skip


def as_revised(old: Dataset, new: Dataset) -> Dataset:
    """The older dataset, every cell where it was, with what the newer one says of the same thing typed in it."""
    places = _places(old)
    now = typed(new)
    changed = {cell: now[key] for key, cell in places.items() if key in now and now[key] != old.printed[cell]}
    values = [now.get(key) for key in places]
    cells = old.cells.assign(
        value=[
            held if text is None else float(text or "nan")
            for text, held in zip(values, old.cells["value"], strict=True)
        ]
    )
    return replace(old, cells=cells, printed=_Amended(changed, old.printed))


def typed(dataset: Dataset) -> dict[Key, str]:
    """What is typed in the cell that counts, by what it is of."""
    return {key: dataset.printed[cell] for key, cell in _places(dataset).items()}


def _places(dataset: Dataset) -> dict[Key, Cell]:
    rows = dataset.cells[[*KEY, *ADDRESS]].astype(str).to_numpy().tolist()
    return {
        (measure, area, category, year): Cell(file=file, row=row, column=column)
        for measure, area, category, year, file, row, column in rows
    }


def _number(text: str | None) -> Decimal | None:
    return Decimal(text) if text else None


def _matters(before: Decimal | None, after: Decimal | None, *, is_count: bool) -> bool:
    """Whether a revision is by 1 per cent or by 10 (manual A92); one withdrawn matters, one added does not."""
    if before is None or after is None:
        return after is None
    moved = abs(after - before)
    return moved >= before * LEAST_SHARE or (is_count and moved >= LEAST_COUNT)


class _Amended(Mapping[Cell, str]):
    """Cells as typed, some of them amended."""

    def __init__(self, amended: dict[Cell, str], typed_before: Mapping[Cell, str]) -> None:
        self._amended, self._before = amended, typed_before

    def __getitem__(self, cell: Cell) -> str:
        return self._amended[cell] if cell in self._amended else self._before[cell]

    def __iter__(self) -> Iterator[Cell]:
        return iter(self._before)

    def __len__(self) -> int:
        return len(self._before)
