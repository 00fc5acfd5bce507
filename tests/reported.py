"""
True copy by many hands, with every figure worked out from the tables by the second route, and a false twin of most.

The copy is data (`proofing/reporters/`). A paragraph's `text` takes its figures from the oracle; `so` is what else must
hold for it to be true; `twin` are words of it and those that make it false; `open` says that the desk may leave claims
of it unchecked.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import oracle
import yaml
from jinja2 import Environment, StrictUndefined

FOLDER = Path(__file__).parent / "proofing" / "reporters"
DRUGS = {
    "drug_seizures": {
        "class_a": "All Class A", "class_b": "All Class B", "cannabis": "All cannabis", "unidentified": "Unknown",
        **{name.lower(): name for name in ("Cocaine", "Crack", "Ecstasy", "Heroin", "Ketamine", "Amphetamines")},
    },
    "recorded_drug_offences": {"trafficking": "Trafficking of drugs", "possession": "Possession of drugs"},
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A paragraph, the same made false (empty if it is not), what it must rest on, and whether it may stay open."""

    text: str
    twin: str
    so: bool
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A piece of copy: what it is about, and its paragraphs under a headline."""

    topic: str
    area: str
    year: str
    manner: str
    headline: str
    told: tuple[Told, ...]

    @property
    def slug(self) -> str:
        """How the force is called on the command line."""
        return self.area.lower().replace(" ", "-")

    def copy(self, changed: int = -1) -> str:
        """The article, with one paragraph false if one is named; a paragraph lies on a line of its own, from 3 on."""
        lines = [each.twin if at == changed else each.text for at, each in enumerate(self.told)]
        return "\n\n".join((f"# {self.headline}", *lines)) + "\n"

    @staticmethod
    def line_of(paragraph: int) -> int:
        """The line of the copy a paragraph stands on."""
        return 3 + 2 * paragraph


class Figures:
    """The oracle, asked about one force and year; `back` and the second argument of `n` are years before it."""

    def __init__(self, area: str, year: str) -> None:
        """Ask about an area, as labelled, in a year, as 2018-19."""
        self.area, self.year = area, year

    def at(self, back: int) -> str:
        """The year so many before."""
        start = int(self.year[:4]) - back
        return f"{start}-{(start + 1) % 100:02}"

    def n(self, drug: str, back: int = 0, of: str = "") -> int:
        """How many, by this force or another."""
        found = oracle.count(of or self.area, drug, self.at(back))
        assert found is not None, (of or self.area, drug, self.at(back))
        return found

    def diff(self, drug: str, over: int = 1, back: int = 0) -> int:
        """By how much the number moved over so many years."""
        return self.n(drug, back) - self.n(drug, back + over)

    def change(self, drug: str, over: int = 1) -> Fraction:
        """The same in per cent."""
        return Fraction(100 * self.diff(drug, over), self.n(drug, over))

    def rate(self, drug: str, per: int = 1_000_000, back: int = 0, of: str = "") -> Fraction:
        """So many for every `per` residents."""
        found = oracle.rate(of or self.area, drug, self.at(back))
        assert found is not None
        return found * per / 1_000_000

    def national_rate(self, drug: str, per: int = 1_000_000) -> Fraction:
        """The country's."""
        found = oracle.national_rate(drug, self.year)
        assert found is not None
        return found * per / 1_000_000

    def national_count(self, drug: str) -> int | None:
        """How many in the country."""
        return oracle.national_count(drug, self.year)

    def before_nation(self, drug: str) -> int | None:
        """How many in the country the year before."""
        return oracle.national_count(drug, self.at(1))

    def above(self, drug: str) -> Fraction:
        """How far the force's rate lies above the country's, in per cent."""
        return 100 * (self.rate(drug) / self.national_rate(drug) - 1)

    def share(self, drug: str, back: int = 0) -> Fraction | None:
        """Part of all, in per cent."""
        return oracle.share(self.area, drug, self.at(back))

    def national_share(self, drug: str) -> Fraction | None:
        """The country's."""
        return oracle.national_share(drug, self.year)

    def rank(self, drug: str, within: str | None = None) -> int:
        """Place by rate from the top."""
        found = oracle.rank_of(self.area, drug, self.year, within)
        assert found is not None
        return found[0]

    def lowest(self, drug: str, within: str | None = None) -> str:
        """Who has the lowest rate."""
        rates = oracle.rates(drug, self.year, within)
        return min(rates, key=lambda label: rates[label])

    def more_than_own(self, drug: str) -> list[str]:
        """Forces with a larger number."""
        others = {area["label"]: oracle.count(area["label"], drug, self.year) or 0 for area in oracle.areas()}
        return [label for label, count in others.items() if count > self.n(drug)]

    def region_n(self, drug: str) -> int:
        """How many in the force's region."""
        region = next(area["region"] for area in oracle.areas() if area["label"] == self.area)
        return sum(self.n(drug, of=area["label"]) for area in oracle.areas() if area["region"] == region)

    def national_change(self, drug: str) -> Fraction | None:
        """How far the country's number moved, in per cent."""
        return oracle.national_change(drug, self.year)

    def most_in(self, drug: str, region: str) -> str:
        """Who has the largest number in a region."""
        named = [area["label"] for area in oracle.areas() if area["region"] == region]
        return max(named, key=lambda label: oracle.count(label, drug, self.year) or 0)

    def best_before(self, drug: str) -> int:
        """The largest number of any year before."""
        return max(oracle.count(self.area, drug, year) or 0 for year in oracle.years() if year < self.year)

    def max_ever(self, drug: str) -> int:
        """The largest number up to this year."""
        return max(self.best_before(drug), self.n(drug))

    def run(self, drug: str) -> int:
        """Steps one way in a row."""
        return oracle.run(self.area, drug, self.year, oracle.years()[0])

    def highest_since(self, drug: str) -> str | None:
        """The latest year with as high a number."""
        return oracle.highest_since(self.area, drug, self.year, oracle.years()[0])

    def lowest_since(self, drug: str) -> str | None:
        """The latest year with as low a number."""
        return oracle.lowest_since(self.area, drug, self.year, oracle.years()[0])


def _rounded(value: Fraction, places: int) -> str:
    scaled = abs(Fraction(value)) * 10**places + Fraction(1, 2)
    return f"{float(Fraction(int(scaled), 10**places)):,.{places}f}"


def _language() -> Environment:
    language = Environment(undefined=StrictUndefined, autoescape=False)  # noqa: S701 - plain text, and our own
    language.filters["f"] = lambda value, places=0: _rounded(value, places)
    language.filters["f1"] = lambda value: _rounded(value, 1)
    language.filters["plus"] = lambda value, more: _rounded(abs(Fraction(value)) + more, 0)
    return language


@cache
def articles() -> tuple[Article, ...]:
    """Every article, with its figures."""
    return tuple(each for path in sorted(FOLDER.glob("*.yaml")) for each in _of_topic(path))


def _of_topic(path: Path) -> Iterator[Article]:
    held = yaml.safe_load(path.read_text(encoding="utf-8"))
    topic, language = held["topic"], _language()
    with oracle.speaking_of(topic):
        for each in held["articles"]:
            figures = Figures(each["area"], each["year"])
            asked = {name: getattr(figures, name) for name in dir(figures) if not name.startswith("_")}
            known = {**asked, **DRUGS[topic], "all": oracle.total(), "min": min, "max": max}
            yield Article(
                topic=topic,
                area=each["area"],
                year=each["year"],
                manner=each["manner"],
                headline=language.from_string(each["headline"]).render(known),
                told=tuple(_told(language, known, paragraph) for paragraph in each["told"]),
            )


def _told(language: Environment, known: dict[str, Any], held: dict[str, Any]) -> Told:
    def render(text: str) -> str:
        return language.from_string(text).render(known)

    text, twin = render(held["text"]), ""
    if "twin" in held:
        true, false = map(render, held["twin"])
        assert true in text, f"{true!r} is not in {text!r}"
        twin = text.replace(true, false, 1)
    so = bool(language.compile_expression(held.get("so", "true"))(**known))
    return Told(text=text, twin=twin, so=so, is_open=held.get("open", False))
