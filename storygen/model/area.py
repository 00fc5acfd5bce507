"""Paper: a police force, with its area, its names and whether it can be ranked."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """
    A force and the area it serves.

    `label` is its row in the tables; `force` its full name and `the_force` the same with the article it takes in
    a sentence; `place` names the area in a sentence ("the Thames Valley"); `headline` in a headline ("Met Police").
    `region` is as written in a sentence ("the South West"). `is_territorial` areas get a story; of those,
    `is_ranked` ones take part in per-head comparisons.
    """

    slug: str
    label: str
    code: str
    force: str
    the_force: str
    place: str
    headline: str
    region: str
    nation: str
    is_territorial: bool
    is_ranked: bool
