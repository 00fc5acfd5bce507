"""Paper: what becomes of a local fact – cleared, told in a story, or refused."""

from collections.abc import Iterator
from dataclasses import dataclass

from storygen.model.area import Area
from storygen.model.figure import Figure
from storygen.model.local_fact import LocalFact, Period, Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleared:
    """A fact that may be used, with its area, the file it is in, and each figure under the words that show it."""

    fact: LocalFact
    area: Area
    file: str
    figures: tuple[tuple[str, Figure], ...]

    def refused(self, because: str) -> "Refusal":
        """The same fact, not used after all."""
        return Refusal(fact=self.fact, area=self.area, file=self.file, because=because)

    @property
    def counted(self) -> int:
        """How many figures a reader meets in it, dates apart."""
        return sum(not figure.is_date for figure in self.fact.figures)

    @property
    def open_period(self) -> Period | None:
        """The period its sentence must still give; None if it needs none, or its own words name a year."""
        is_dated = any(figure.is_date for figure in self.fact.figures)
        return self.fact.period if self.counted and not is_dated else None

    @property
    def can_lead(self) -> bool:
        """Whether a story of its own may open on it."""
        return self.fact.headline is not None and self.fact.use.position is Position.CONTEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A fact in its place in a story, where its source or its period may have been named already."""

    cleared: Cleared
    is_source_known: bool = False
    is_period_known: bool = False

    @property
    def fact(self) -> LocalFact:
        """The fact as filed."""
        return self.cleared.fact

    @property
    def said_by(self) -> str:
        """What the source is called at this place."""
        source = self.fact.source
        return source.again if self.is_source_known and source.again else source.said_by

    @property
    def period(self) -> Period | None:
        """The period the sentence must give in full."""
        return None if self.is_period_known else self.cleared.open_period


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A fact that is not used, and why; `area` is None for a force nobody knows."""

    fact: LocalFact
    area: Area | None
    file: str
    because: str

    def __str__(self) -> str:
        """Say which fact, where it is filed, and why it is not used, in one sentence."""
        return f"{self.file}, {' '.join(self.fact.id.split())}: not used, because {self.because}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalFacts:
    """The facts filed, in the order of their files: those that may be used and those that may not."""

    cleared: tuple[Cleared, ...] = ()
    refused: tuple[Refusal, ...] = ()

    def of(self, area: Area) -> "LocalFacts":
        """Those of one area."""
        return LocalFacts(
            cleared=tuple(each for each in self.cleared if each.area.slug == area.slug),
            refused=tuple(each for each in self.refused if each.area and each.area.slug == area.slug),
        )

    @property
    def areas(self) -> Iterator[Area]:
        """Every area named, once."""
        named = (*(each.area for each in self.cleared), *(each.area for each in self.refused))
        yield from {area.slug: area for area in named if area}.values()


NO_FACTS = LocalFacts()
