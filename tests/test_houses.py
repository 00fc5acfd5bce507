"""House styles: each that ships writes every angle and every draft clean; each setting changes what is written."""

import re
from collections.abc import Iterator
from dataclasses import asdict, fields, replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import golden
import pytest
import yaml
from papers import Editions, told_by_tables

from storygen.analysis.registry import angles as angle_rules
from storygen.model.angle import Angle
from storygen.model.dataset import Dataset
from storygen.model.figure import Unit
from storygen.model.house import Headline, House
from storygen.model.plan import Brief, Form, Passage, StoryPlan
from storygen.model.topic import Kind
from storygen.paths import shipped, wordings_of
from storygen.planning import plan_story
from storygen.proofing import proof
from storygen.quoting import voices_for
from storygen.style import Stylebook
from storygen.writing import Desk, open_desk, write

HOUSES = golden.houses()
NAMES = [house.name for house in HOUSES]
VOICES = voices_for(shipped("quotes") / "drug_seizures")
PLAIN = House(name="plain", title="Plain", disclosure="Drafted with automation.")
YEARS = ("2018-19", "2015-16", "2014-15", "2013-14", "2012-13")
STAND_INS = {"few-up": "few-down", "first-recorded": "record-high"}
"""Angles that no edition held gives, and those whose figures can be told in their words."""


def desk_of(house: House, dataset: Dataset) -> Desk:
    """The writing desk of a house, with the wording that ships."""
    return open_desk(dataset.topic, Stylebook(house), wordings_of(dataset.topic.name))


@pytest.fixture(scope="module", params=HOUSES, ids=NAMES)
def in_house(request: pytest.FixtureRequest, dataset: Dataset) -> Desk:
    """Each house's writing desk in turn."""
    return desk_of(request.param, dataset)


@pytest.fixture(scope="module")
def plans(editions: Editions) -> list[StoryPlan]:
    """The newest edition as planned."""
    return [copy.draft.plan for copy in editions("2018-19").values()]


@pytest.fixture(scope="module")
def told(editions: Editions) -> list[tuple[StoryPlan, Angle]]:
    """Every angle, on the total and on a single category where both are met, with a plan of its area."""
    found: dict[tuple[str, bool], tuple[StoryPlan, Angle]] = {}
    for year in YEARS:
        for copy in editions(year).values():
            for angle in told_by_tables(copy.draft.plan).angles:
                key = (angle.slug, angle.fact.category.kind is Kind.TOTAL)
                if key not in found or (angle.can_lead and not found[key][1].can_lead):
                    found[key] = copy.draft.plan, angle
    for slug, like in STAND_INS.items():
        plan, angle = next(found[key] for key in found if key[0] == like)
        found[slug, angle.fact.category.kind is Kind.TOTAL] = plan, replace(angle, slug=slug)
    return list(found.values())


def passages(angle: Angle, desk: Desk) -> Iterator[Passage]:
    """The passages an angle may be told in."""
    is_total = angle.fact.category.kind is Kind.TOTAL
    kept_out = {"second", "evidence", "second-again"} if is_total else {"second-total"}
    for section in desk.wordings.sections(f"angles/{angle.slug}"):
        if section not in kept_out and not section.endswith("-capital"):
            role = section if section in {"headline", "lead", "evidence"} else "second"
            yield Passage(role=role, wording=f"angles/{angle.slug}", section=section, fact=angle.fact, its=angle.its)


def test_every_angle_is_there_to_be_told(told: list[tuple[StoryPlan, Angle]]) -> None:
    """None is left out of the test that follows."""
    assert {rule.slug for rule in angle_rules()} == {angle.slug for _, angle in told}


def test_every_house_tells_every_angle_and_the_proof_desk_agrees(
    in_house: Desk, told: list[tuple[StoryPlan, Angle]], dataset: Dataset
) -> None:
    """Headline, lead, evidence and later paragraph of every angle, read back without a finding."""
    findings = []
    for plan, angle in told:
        story = replace(plan, lead=angle, form=Form.ARTICLE, passages=tuple(passages(angle, in_house)))
        findings += [(angle.slug, each) for each in proof(write(story, in_house), dataset).findings]

    assert [] == findings


def test_every_draft_of_an_edition_is_clean_in_every_house(
    in_house: Desk, plans: list[StoryPlan], dataset: Dataset
) -> None:
    """All forces: nothing held, no numeral first in a sentence, and one kind of marks."""
    house = in_house.stylebook.house
    for plan in plans:
        story = plan_story(told_by_tables(plan), plan.edition, Brief(voices=VOICES, house=house))
        draft = write(story, in_house)
        text = "\n".join(each.text for each in draft.paragraphs)

        assert () == proof(draft, dataset).findings
        assert not re.search(r"(^|[.!?] )[0-9]", text, re.MULTILINE)
        assert not set("'\"" if house.quotes == "curly" else "’‘“”") & set(text)


def test_a_headline_is_as_short_as_the_house_wants_if_any_wording_is(
    in_house: Desk, plans: list[StoryPlan], dataset: Dataset
) -> None:
    """One that is longer all the same is the shortest there is."""
    house = in_house.stylebook.house
    shortest = desk_of(replace(house, headline=replace(house.headline, longest=30)), dataset)
    for plan in plans:
        only = replace(plan, passages=plan.passages[:1])
        headline, least = (write(only, desk).paragraphs[0].text for desk in (in_house, shortest))
        assert len(headline) <= house.headline.longest or least == headline


def test_golden_copy_is_what_the_houses_write() -> None:
    """Dorset, Sussex and West Yorkshire in every house; `make approve` takes new copy as golden."""
    files = golden.FOLDER.rglob("*.txt")
    kept = {path.relative_to(golden.FOLDER).as_posix(): path.read_text(encoding="utf-8") for path in files}

    assert kept == golden.pages()


def test_the_regional_house_is_the_default() -> None:
    """Its file says everything, and says what is true of a house whose file says nothing."""
    regional = next(house for house in HOUSES if house.name == "regional")
    typed = yaml.safe_load((shipped("templates") / "houses" / "regional.yaml").read_text(encoding="utf-8"))
    as_copy = replace(regional.headline, percent=None, years=None, words_up_to=None)

    assert {field.name for field in fields(House)} == set(typed)
    assert {field.name for field in fields(Headline)} == set(typed["headline"])
    assert replace(PLAIN, name=regional.name, title=regional.title, disclosure=regional.disclosure) == replace(
        regional, headline=as_copy
    )


def test_no_two_houses_are_alike() -> None:
    """Each sets copy in a way of its own, whatever it is called."""
    ways = [repr({**asdict(house), "name": "", "title": "", "disclosure": ""}) for house in HOUSES]

    assert len(HOUSES) == len(set(ways))


@pytest.fixture(scope="module")
def west_yorkshire(plans: list[StoryPlan]) -> StoryPlan:
    """A story on the total, whose headline can be said in several lengths."""
    return next(plan for plan in plans if plan.area.slug == "west-yorkshire")


@pytest.fixture(scope="module")
def sussex(plans: list[StoryPlan]) -> StoryPlan:
    """A story on a place's rate of one drug."""
    return next(plan for plan in plans if plan.area.slug == "sussex")


def with_total(plan: StoryPlan, size: int, unit: Unit) -> StoryPlan:
    """The story with another figure for its total, made up for the test, and nothing else said."""
    total = told_by_tables(plan).total
    assert total is not None
    figure = replace(total.count, value=Fraction(size), unit=unit)
    passage = Passage(role="total", wording="story/total", section="first-year", fact=replace(total, count=figure))
    return replace(plan, passages=(passage,))


def copy_of(house: House, plan: StoryPlan, dataset: Dataset) -> str:
    """All that a reader would see of a story, as a house writes it."""
    story = (
        plan
        if len(plan.passages) == 1
        else plan_story(told_by_tables(plan), plan.edition, Brief(voices=VOICES, house=house))
    )
    return golden.page(write(story, desk_of(house, dataset)))


def copies(house: House, plans: list[StoryPlan], dataset: Dataset) -> dict[str, str]:
    """What a reader would see of some stories, by area, as one house writes them."""
    desk = desk_of(house, dataset)
    return {plan.area.slug: golden.page(write(plan, desk)) for plan in plans if plan.area.slug in SOME}


@pytest.fixture(scope="module")
def plain_copy(plans: list[StoryPlan], dataset: Dataset) -> dict[str, str]:
    """Some stories in the plain house."""
    return copies(PLAIN, plans, dataset)


SOME = {"dorset", "sussex", "west-yorkshire", "northumbria", "kent", "durham", "essex", "surrey"}
SMALL = "two|three|four|five|six|seven|eight|nine"
IN_COPY: dict[str, tuple[Any, str, str]] = {
    "disclosure": ("Made otherwise.", r"Drafted with automation\.", r"Made otherwise\."),
    "percent": ("sign", r" per cent", r"[0-9]%"),
    "percent_words_up_to": (9, r"(?<![0-9.])[2-9] per cent", rf"\b(?:{SMALL}) per cent"),
    "words_up_to": (1, rf"\b(?:{SMALL}) years", r"\b[2-9] years"),
    "years": ("2018/19", r"[0-9]{4}-[0-9]{2}", r"[0-9]{4}/[0-9]{2}"),
    "caps_first_word": (True, r"\A.+\n\n.+\n\n[A-Z][a-z]", r"\A.+\n\n.+\n\n[A-Z]{2}"),
    "class_caps": (True, r"[a-z] class [ABC]\b", r"[a-z] Class [ABC]\b"),
    "capital_label": (True, r"rate of \w+ seizures|more \w+ seizures for each", r"capital of the forces compared"),
    "quotes": ("curly", r"'", r"’"),
    "dash": ("em", r" – ", r" — "),
    "crossheads": (True, "", r"\n\n[A-Z][a-z]+\n\n"),
    "read_more": (1, "", r"\n\n\[READ MORE: an earlier story on [a-z ]+ in [A-Z]"),
}
"""Settings that show in many stories, with another value and what is found before and after."""


@pytest.mark.parametrize("setting", IN_COPY)
def test_a_setting_changes_the_copy(
    setting: str, plain_copy: dict[str, str], plans: list[StoryPlan], dataset: Dataset
) -> None:
    """In some story, what the plain house writes is gone, and what the changed one writes stands there."""
    value, before, after = IN_COPY[setting]
    changed = 0
    for area, other in copies(replace(PLAIN, **{setting: value}), plans, dataset).items():
        plain = plain_copy[area]
        assert not re.search(after, plain)
        if re.search(after, other):
            changed += 1
            assert re.search(before, plain)
            assert setting == "capital_label" or not before or not re.search(before, other)

    assert changed


@pytest.mark.parametrize(
    ("setting", "amount", "words"),
    [
        ({"million": "1.2 million"}, (1_234_567, Unit.COUNT), "1.2 million"),
        ({"million": "1.2m"}, (1_234_567, Unit.COUNT), "1.2m"),
        ({"million": "1,200,000"}, (1_234_567, Unit.COUNT), "1,234,567"),
        ({"weights": "5kg"}, (11_141, Unit.KG), "11,141kg"),
        ({"weights": "5 kg"}, (11_141, Unit.KG), "11,141 kg"),
        ({"weights": "5 kilograms"}, (11_141, Unit.KG), "11,141 kilograms"),
        ({"weights": "5 kilograms"}, (1, Unit.KG), "1.0 kilogram "),
    ],
)
def test_a_setting_of_amounts_changes_the_copy(
    setting: dict[str, Any], amount: tuple[int, Unit], words: str, sussex: StoryPlan, dataset: Dataset
) -> None:
    """On a total made up for it."""
    assert f"made {words}" in copy_of(replace(PLAIN, **setting), with_total(sussex, *amount), dataset)


@pytest.mark.parametrize(
    ("order", "words"), [("31 March", "the year to 31 March 2019"), ("March 31", "the year to March 31, 2019")]
)
def test_the_order_of_a_date_changes_the_copy(order: Any, words: str, sussex: StoryPlan, dataset: Dataset) -> None:  # noqa: ANN401 - one of two literals
    """Where a year is named by its last day."""
    assert words in copy_of(replace(PLAIN, years="year to 31 March 2019", dates=order), sussex, dataset)


def test_the_number_of_the_force_changes_the_copy(told: list[tuple[StoryPlan, Angle]], dataset: Dataset) -> None:
    """Verb and pronoun agree with it."""
    plan, angle = next(each for each in told if each[1].slug == "above-national")
    passage = Passage(role="lead", wording="angles/above-national", section="lead", fact=angle.fact, its=angle.its)
    leads = []
    for force in ("singular", "plural"):
        for seed in range(8):
            story = replace(plan, passages=(passage,), edition=replace(plan.edition, seed=seed))
            leads.append(golden.page(write(story, desk_of(replace(PLAIN, force=force), dataset))))

    assert any("for its population" in lead for lead in leads[:8])
    assert any("for their population" in lead for lead in leads[8:])
    assert not any("for its population" in lead for lead in leads[8:])


def test_the_marks_round_a_quotation_are_the_houses_own(sussex: StoryPlan, dataset: Dataset) -> None:
    """The outer ones as asked, the inner ones the other kind, whatever kind a wording was typed with."""
    typed = "Made with \"care and 'more care'\"."
    wanted = {
        ("straight", "double"): "Made with \"care and 'more care'\".",
        ("straight", "single"): "Made with 'care and \"more care\"'.",
        ("curly", "double"): "Made with “care and ‘more care’”.",
        ("curly", "single"): "Made with ‘care and “more care”’.",
    }

    for (quotes, marks), words in wanted.items():
        house = replace(PLAIN, disclosure=typed, quotes=quotes, quote_marks=marks)  # type: ignore[arg-type]  # one of the words allowed
        assert words in copy_of(house, sussex, dataset)


@pytest.mark.parametrize(
    ("headline", "words"),
    [
        (Headline(), "West Yorkshire drug seizures reach highest number since at least 2009-10"),
        (Headline(case="title"), "West Yorkshire Drug Seizures Reach Highest Number Since at Least 2009-10"),
        (Headline(case="upper"), "WEST YORKSHIRE DRUG SEIZURES REACH HIGHEST NUMBER SINCE AT LEAST 2009-10"),
        (Headline(longest=60), "West Yorkshire drug seizures highest since at least 2009-10"),
        (Headline(longest=30), "West Yorkshire drug seizures highest since at least 2009-10"),
        (Headline(years="2018/19"), "West Yorkshire drug seizures reach highest number since at least 2009/10"),
    ],
    ids=["plain", "title", "upper", "short", "too short", "years"],
)
def test_a_setting_of_headlines_changes_the_headline(
    headline: Headline, words: str, west_yorkshire: StoryPlan, dataset: Dataset
) -> None:
    """Letters, length (the shortest where none is short enough) and years; the copy below stays as it is."""
    lines = copy_of(replace(PLAIN, headline=headline), west_yorkshire, dataset).splitlines()

    assert words == lines[0]
    assert copy_of(PLAIN, west_yorkshire, dataset).splitlines()[1:] == lines[1:]


@pytest.mark.parametrize(
    ("headline", "words"),
    [
        (Headline(), "down six per cent in eight years"),
        (Headline(percent="sign"), "down 6% in eight years"),
        (Headline(words_up_to=0), "down six per cent in 8 years"),
    ],
)
def test_a_headline_may_set_numbers_its_own_way(
    headline: Headline, words: str, sussex: StoryPlan, dataset: Dataset, tmp_path: Path
) -> None:
    """The sign and figures there, words in the copy."""
    (tmp_path / "x.md").write_text(
        "## headline\nSussex down {{ fact.change | figure }} in {{ fact.steps | spelled }} years\n", encoding="utf-8"
    )
    total = told_by_tables(sussex).total
    assert total is not None
    assert total.change is not None
    change, steps = replace(total.change, value=Fraction(6)), replace(total.count, value=Fraction(8))
    passage = Passage(role="headline", wording="x", section="headline", fact=replace(total, change=change, steps=steps))
    house = replace(PLAIN, headline=headline, percent_words_up_to=9)
    folders = [tmp_path, *wordings_of(dataset.topic.name)]

    draft = write(replace(sussex, passages=(passage,)), open_desk(dataset.topic, Stylebook(house), folders))

    assert f"Sussex {words}" == draft.paragraphs[0].text


@pytest.mark.parametrize(("setting", "few", "many"), [("paragraphs", 7, 14), ("figures", 9, 24)])
def test_a_house_with_less_room_has_shorter_stories(
    setting: str, few: int, many: int, sussex: StoryPlan, dataset: Dataset
) -> None:
    """By paragraphs or by figures; lead and caveat stay."""
    short, full = (copy_of(replace(PLAIN, **{setting: room}), sussex, dataset) for room in (few, many))  # type: ignore[arg-type]  # one of the words allowed

    assert len(short.split("\n\n")) < len(full.split("\n\n"))
    assert len(re.findall("[0-9]+", short)) < len(re.findall("[0-9]+", full))
    assert all("how many people use drugs" in copy or "measure of drug use" in copy for copy in (short, full))


@pytest.mark.parametrize("places", [1, 2, 3])
def test_places_for_links_stand_apart_inside_the_body(places: int, sussex: StoryPlan, dataset: Dataset) -> None:
    """As many as asked for, never two together, never after the quotes."""
    draft = write(sussex, desk_of(replace(PLAIN, read_more=places), dataset))
    roles = [each.role for each in draft.paragraphs]
    where = [number for number, role in enumerate(roles) if role == "read-more"]

    assert places == len(where)
    assert all(later - earlier > 1 for earlier, later in pairwise(where))
    assert roles.index("lead") < where[0]
    assert where[-1] < roles.index("quote")


def test_a_crosshead_is_a_word_of_what_follows(plans: list[StoryPlan], dataset: Dataset) -> None:
    """In one of the next two paragraphs, and never twice in a story."""
    desk = desk_of(replace(PLAIN, crossheads=True), dataset)
    met = 0
    for plan in plans:
        paragraphs = write(plan, desk).paragraphs
        heads = [number for number, each in enumerate(paragraphs) if each.role == "crosshead"]
        words = [paragraphs[number].text for number in heads]
        assert len(words) == len(set(words))
        for number in heads:
            ahead = f"{paragraphs[number + 1].text} {paragraphs[number + 2].text}".casefold()
            assert paragraphs[number].text.casefold() in ahead.split()
        met += len(heads)

    assert met


def test_every_setting_is_tried() -> None:
    """No setting does nothing: each has a test above that turns it."""
    elsewhere = {
        "name", "title", "million", "weights", "dates", "force", "quote_marks", "headline", "figures", "paragraphs",
        "boosts",
    }  # fmt: skip

    assert {field.name for field in fields(House)} == set(IN_COPY) | elsewhere


def test_the_label_never_stands_without_its_measure(in_house: Desk, plans: list[StoryPlan]) -> None:
    """A sentence that calls a place a capital says what it has most of, for whom, and among how many."""
    met = 0
    for plan in plans:
        for paragraph in _labelled(plan, in_house):
            assert re.search(r"capital of the forces compared .* for each resident than any other", paragraph)
            met += 1

    assert bool(met) == in_house.stylebook.house.capital_label


def _labelled(plan: StoryPlan, desk: Desk) -> list[str]:
    return [each.text for each in write(plan, desk).paragraphs if "capital" in each.text]
