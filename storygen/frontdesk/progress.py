"""Progress on standard error while copies are made; nothing where no person is watching."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress

from storygen.model.copy import Copy


@contextmanager
def progress() -> Iterator[Callable[[Copy, int], None]]:
    """A bar that moves with each copy handed to what it yields."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Reading the tables", total=None)

        def on_copy(copy: Copy, total: int) -> None:
            bar.update(task, total=total, advance=1, description=copy.draft.plan.area.force)

        yield on_copy
