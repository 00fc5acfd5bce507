"""Codes: the public vocabularies that formats name things by, as far as the house uses them."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from storygen.model.story import PubStatus, Story

NEWSCODES = "http://cv.iptc.org/newscodes"
TOPICS = f"{NEWSCODES}/mediatopic/"
SUBJECTS = f"{NEWSCODES}/subjectcode/"
GENRES = f"{NEWSCODES}/genre/"
SOURCE_TYPES = f"{NEWSCODES}/digitalsourcetype/"
INDICATORS = f"{NEWSCODES}/trustindicator/"
ODRL = "http://www.w3.org/ns/odrl/2/"
GSS = "http://statistics.data.gov.uk/id/statistical-geography/"
"""What the Office for National Statistics puts before a code of its geography to make it an address."""

SUBDIVISIONS = "http://cvx.iptc.org/iso3166-2/"

AUTOMATION = "dataDrivenMedia"
AUTOMATION_NAME = "Data-driven media"
"""The IPTC's digital source type for what a program written by people makes of data (2024-10-23)."""

NATIONS = MappingProxyType({"England": ("E92000001", "GB-ENG"), "Wales": ("W92000004", "GB-WLS")})
"""The code of each nation in the statistics (GSS) and in ISO 3166-2."""

REGIONS = MappingProxyType(
    {
        "North East": "E12000001",
        "North West": "E12000002",
        "Yorkshire and the Humber": "E12000003",
        "East Midlands": "E12000004",
        "West Midlands": "E12000005",
        "East of England": "E12000006",
        "London": "E12000007",
        "South East": "E12000008",
        "South West": "E12000009",
    }
)
"""The code of each region of England in the statistics (GSS)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place a story is filed under: its name, its GSS code and, for a nation, that of ISO 3166-2."""

    name: str
    code: str
    iso: str = ""


def spots(story: Story) -> Iterator[Spot]:
    """The story's place, then the region and the nation it lies in, as far as they have codes of their own."""
    place = story.place
    yield Spot(name=bare(place.name), code=place.code)
    region = bare(place.region).removesuffix(" region")
    if region in REGIONS:
        yield Spot(name=region, code=REGIONS[region])
    if place.nation in NATIONS:
        code, iso = NATIONS[place.nation]
        yield Spot(name=place.nation, code=code, iso=iso)


def bare(name: str) -> str:
    """
    A place's name as a label, without the article it has in a sentence.

    >>> bare("the Thames Valley")
    'Thames Valley'
    """
    return name.removeprefix("the ")


def keywords(story: Story) -> tuple[str, ...]:
    """The story's own keywords, then its beat's, each once."""
    return tuple(dict.fromkeys((*story.keywords, *story.beat.keywords)))


def other_ids(story: Story) -> dict[str, str]:
    """What else a version is known by: the story's key, the version's, and the template it was made from."""
    ids = {"storyKey": story.key, "versionKey": f"{story.key}_v{story.version}", "template": story.template}
    return {role: value for role, value in ids.items() if value}


STATUSES = MappingProxyType(
    {PubStatus.USABLE: "Published", PubStatus.WITHHELD: "Withheld", PubStatus.CANCELED: "Withdrawn"}
)
"""A status in a word, where there is no code for it."""
