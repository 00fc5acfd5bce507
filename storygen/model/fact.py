"""Paper: what is established of one category in one area, as figures ready for print."""

from dataclasses import dataclass
from enum import StrEnum

from storygen.model.area import Area
from storygen.model.figure import Figure
from storygen.model.topic import Category


class Stance(StrEnum):
    """Where one figure stands beside another."""

    ABOVE = "above"
    BELOW = "below"
    IN_LINE = "in-line"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rank:
    """
    A place among comparable forces, per head of population.

    `place` counts from the top and `place_from_bottom` from the bottom; `size` is how many forces were compared
    and `scope` what they are: "England", "England and Wales" or a region's name. `next_area` is the nearest
    rival (the runner-up for a leader, otherwise the leader) and `next_rate` its rate. `left_out` names a force kept
    out of the ranking that would have come above; None where none would.
    """

    place: Figure
    place_from_bottom: Figure
    size: Figure
    scope: str
    covers_nation: bool
    next_area: Area
    next_rate: Figure
    left_out: Area | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """
    One category in one area in the edition's year.

    A figure that may not be printed is None: no `previous` where the years are not comparable, no `change` (in
    per cent) where the earlier count is too small for one, no `rate` where heads cannot be counted. `steps` is the
    length of the run of rises or falls that ends this year (None if under two); `first_in` how many years ago the
    number last moved the same way (None if under three); `since` the year an extreme reaches back to. `rate_stance`
    is where the rate stands beside the national one, `share_stance` the same of the shares as printed. `is_flat` says
    that the change is too small to call a movement, `is_large` that it is beyond chance and the usual spread of such
    numbers, `is_unsettled` that it is within what a later edition may change in a provisional number,
    `has_gaps` that a year is missing inside the comparable window,
    which opens in `comparable_from`; `reaches_start` that it opens where the producer's comparable figures begin.
    """

    area: Area
    category: Category
    count: Figure
    previous: Figure | None
    difference: Figure | None
    change: Figure | None
    ratio: Figure | None
    steps: Figure | None
    first_in: Figure | None
    since: Figure | None
    rate: Figure | None
    national_rate: Figure | None
    national_change: Figure | None
    rate_stance: Stance | None
    share: Figure | None
    national_share: Figure | None
    share_stance: Stance | None
    rank: Rank | None
    regional_rank: Rank | None
    is_flat: bool
    is_large: bool
    has_gaps: bool
    comparable_from: str
    reaches_start: bool = False
    is_unsettled: bool = False

    @property
    def rose(self) -> bool:
        """Whether the number is higher than the year before."""
        return self.difference is not None and self.difference.value > 0

    @property
    def fell(self) -> bool:
        """Whether the number is lower than the year before."""
        return self.difference is not None and self.difference.value < 0

    @property
    def is_level(self) -> bool:
        """Whether the number has moved by less than 1 per cent: few more of a small number are not "barely" more."""
        if self.previous is None or self.difference is None:
            return False
        return abs(self.difference.value) * 100 < self.previous.value
