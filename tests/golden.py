"""
Golden copy: what three forces' drafts say in every house, and three of each other topic in the default one.

Run as a program (`make approve` does), it takes today's copy as the golden one.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from storygen.analysis import establish, find_angles, judge
from storygen.model.angle import Angles
from storygen.model.dataset import Dataset
from storygen.model.draft import Draft
from storygen.model.edition import Edition
from storygen.model.house import House
from storygen.model.plan import Brief
from storygen.paths import shipped, wordings_of
from storygen.planning import plan_story
from storygen.quoting import voices_for
from storygen.sources import read
from storygen.style import Stylebook, house_files, read_house
from storygen.writing import open_desk, write

TOPIC, YEAR = "drug_seizures", "2018-19"
AREAS = ("dorset", "sussex", "west-yorkshire")
OTHERS = {"recorded_drug_offences": ("2022-23", ("gwent", "kent", "merseyside"))}
FOLDER = Path(__file__).parent / "golden"
EDITORS_ONLY = {"ask", "offer"}


def houses() -> list[House]:
    """Every house style that ships."""
    return [read_house(path) for path in house_files([shipped("templates") / "houses"]).values()]


def page(draft: Draft) -> str:
    """A draft as a reader would see it: a paragraph a line, with an empty line between."""
    return "\n\n".join(each.text for each in draft.paragraphs if each.role not in EDITORS_ONLY) + "\n"


def pages() -> dict[str, str]:
    """The page of each area in each house, by its path below the golden folder; a house's boosts are left aside."""
    made = {f"houses/{name}": text for style in houses() for name, text in _pages(TOPIC, YEAR, AREAS, style)}
    (default,) = (style for style in houses() if style.name == "regional")
    for topic, (year, areas) in OTHERS.items():
        made |= {f"topics/{topic}/{name}": text for name, text in _pages(topic, year, areas, default)}
    return made


def _pages(topic: str, year: str, areas: tuple[str, ...], style: House) -> Iterator[tuple[str, str]]:
    judged, voices, edition = _judged(topic, year), voices_for(shipped("quotes") / topic), Edition(year=year)
    desk = open_desk(read_once(topic).topic, Stylebook(style), wordings_of(topic))
    for angles in judged:
        if angles.area.slug in areas:
            plan = plan_story(angles, edition, Brief(voices=voices, house=style))
            yield f"{style.name}/{angles.area.slug}.txt", page(write(plan, desk))


@cache
def read_once(topic: str) -> Dataset:
    """A topic's figures."""
    return read(topic)


@cache
def _judged(topic: str, year: str) -> tuple[Angles, ...]:
    facts = establish(read_once(topic), Edition(year=year))
    return tuple(judge(find_angles(facts), facts))


def bless() -> None:
    """Write today's pages over the golden ones, and take away those of houses that are gone."""
    made = pages()
    for path in FOLDER.rglob("*.txt"):
        if path.relative_to(FOLDER).as_posix() not in made:
            path.unlink()
    for name, text in made.items():
        (FOLDER / name).parent.mkdir(parents=True, exist_ok=True)
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    bless()
