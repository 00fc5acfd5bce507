"""Paper: which year is being written up, and with which seed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """
    One year of a topic, written as `2018-19`, and the seed that varies wording.

    The seed, not the clock, decides between wordings, so the same edition gives the same bytes. `release` names the
    figures it is written from, so that words on an earlier release of the same year can be told apart.
    """

    year: str
    seed: int = 1
    release: str = ""
