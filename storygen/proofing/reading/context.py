"""What has been spoken of so far in a text: what a sentence that leaves something out is completed from."""

from typing import NamedTuple

from storygen.proofing.reading.reckoning import Reckoner


class Context(NamedTuple):
    """What has been spoken of so far; `area` and `year` are those of the whole story, empty where they are unknown."""

    area: str
    year: str
    reckoner: Reckoner
    last_area: tuple[str, ...] = ()
    last_drug: str = ""
    last_item: str = ""
    told: int = 0
    last_year: str = ""
    last_measure: str = "count"
    paragraph: int = 0
