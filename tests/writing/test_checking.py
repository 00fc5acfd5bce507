"""Reading the wording without a story: whatever would go wrong in one is found, with its file and line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from papers import Editions

from storygen.analysis import establish, find_angles, judge, repertoire
from storygen.cli import main
from storygen.model.dataset import Dataset
from storygen.model.plan import Brief, Wish
from storygen.newsroom import plans as office_plans
from storygen.office import Order, open_office
from storygen.paths import shipped
from storygen.planning import plan_story, sections
from storygen.quoting import voices_for
from storygen.writing import Desk, check, open_desk
from storygen.writing.checking.computing import computations

Check = Callable[[str], list[str]]
RISE = shipped("templates") / "counts" / "angles" / "rise.md"


@pytest.fixture(name="mine")
def a_folder_of_our_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A newsroom's folder with a place for angles, from whose parent it is looked at."""
    (tmp_path / "mine" / "drug_seizures" / "angles").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return Path("mine") / "drug_seizures"


@pytest.fixture(name="said_of")
def what_is_said_of(mine: Path, desk: Desk) -> Check:
    """Check a newsroom's own wording of a rise."""
    folders = [Path.cwd() / mine, *desk.wordings.folders]

    def run(text: str) -> list[str]:
        (mine / "angles" / "rise.md").write_text(text, encoding="utf-8")
        listed = sections(repertoire(desk.topic), voices_for(shipped("quotes") / "drug_seizures"), desk.topic)
        return [str(flaw) for flaw in check(open_desk(desk.topic, desk.stylebook, folders), listed)]

    return run


def with_headline(text: str) -> str:
    """The wording of a rise as it ships, but for its headline, which stands on line 3."""
    _, _, rest = RISE.read_text(encoding="utf-8").partition("## lead")
    return f"{{# A10 #}}\n## headline\n{text}\n\n## lead{rest}"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("{{ nothing }}", "nothing is called 'nothing'; did you mean nation?"),
        ("{{ fact.cuont | figure }}", "fact has no 'cuont'"),
        ("{{ fact.rank.sise | figure }}", "fact.rank has no 'sise'"),
        ("{{ fact.count | figur }}", "there is no filter 'figur'; did you mean figure or first?"),
        ("{{ say.chnge(fact) }}", "phrases.md has no phrase 'chnge'; did you mean change"),
        ("{{ say.change() }}", "the phrase 'change' takes 1, and is given 0"),
        ("{% if fact.count is shown %}x{% endif %}", "there is no test 'shown'"),
        ("{{ fact.count }}", "fact.count is a figure shown without a filter; write fact.count | figure"),
        ("{{ fact.count.value }}", "fact.count.value is a figure shown without a filter"),
        ("{{ mix[0].count ~ 'x' }}", "mix[0].count is a figure shown without a filter"),
        ("{{ fact.rank.size if fact.rank else '' }}", "is a figure shown without a filter"),
        ("{% for label, number in history %}{{ number }}{% endfor %}", "number is a figure shown without a filter"),
        ("{% set own = fact.count %}{{ own }}", "own is a figure shown without a filter"),
        ("{{ its.part }}", "its.part is a figure shown without a filter"),
        ("{{ area }}", "area is not words; name the part of it to print"),
        ("{{ area | figure }}", "the filter 'figure' shows a figure, and area is none"),
        ("Up 12 in a year", "a number typed by hand is in no note"),
        ("{% if fact.count.value > 5 %}x{% endif %}", "a template compares and computes no numbers"),
        ("{% if fact.count == fact.previous %}x{% endif %}", "a template compares and computes no numbers"),
        ("{% if fact.count | round %}x{% endif %}", "a template compares and computes no numbers"),
        ("{{ unclosed", "unexpected end of template"),
    ],
)
def test_a_mistake_is_found_with_its_file_and_line(said_of: Check, text: str, what: str) -> None:
    """Each kind of mistake in a newsroom's own folder, once and where it stands."""
    (said,) = said_of(with_headline(text))

    assert said.startswith("mine/drug_seizures/angles/rise.md, line 3: ")
    assert what in said


@pytest.mark.parametrize(
    "text",
    [
        "{{ fact.count | figure }} and {{ area.headline | upper }}",
        "{% if its.part is defined %}{{ its.part | figure }}{% endif %}",
        "{% if fact.rate_stance == 'above' %}higher{% endif %}",
        "{% for each in mix %}{{ each.category.noun }}{% if not loop.last %}, {% endif %}{% endfor %}",
        "{% macro own(fact) %}{{ fact.count | figure }}{% endmacro %}{{ own(total) }}",
        "{% set name = area.place %}{{ name }} and {{ 'the force' if area.region else source }}",
    ],
)
def test_what_can_be_rendered_is_let_through(said_of: Check, text: str) -> None:
    """Choosing between words it is handed is what a template is for."""
    assert [] == said_of(with_headline(text))


def test_words_no_story_can_reach_are_found(said_of: Check) -> None:
    """A misspelt section is read by nobody, and so are words before any; what is left out is as shipped."""
    said = said_of("Stray.\n## lede\nNever.\n" + with_headline("Up").partition("## lead")[0])

    assert not any("there is no section" in each for each in said)
    assert "mine/drug_seizures/angles/rise.md, line 1: words before the first ## heading are in no section" in said
    assert "mine/drug_seizures/angles/rise.md, line 3: no story asks for the section ## lede" in said


def test_a_file_no_story_asks_for_is_found(said_of: Check, mine: Path) -> None:
    """A misspelt name hides a whole file."""
    (mine / "angles" / "raise.md").write_text("## headline\nUp.\n", encoding="utf-8")

    assert ["mine/drug_seizures/angles/raise.md, line 1: no story asks for a file of this name"] == said_of(
        with_headline("Up")
    )


def test_a_phrase_nobody_uses_and_a_fault_in_one_are_found(mine: Path) -> None:
    """Phrases are read with what wordings hand to them; the exit code says that a person is needed."""
    text = (shipped("templates") / "counts" / "phrases.md").read_text(encoding="utf-8")
    broken = text.replace("rank.covers_nation", "rank.covers", 1) + "{% macro idle() %}{% endmacro %}\n"
    (mine / "phrases.md").write_text(broken, encoding="utf-8")

    result = CliRunner().invoke(main, ["template", "check", "--templates", "mine", "--json"])

    file, last = "mine/drug_seizures/phrases.md", text.count("\n") + 1
    assert 1 == result.exit_code
    assert [
        {"file": file, "line": 20, "what": "rank has no 'covers'"},
        {"file": file, "line": last, "what": "no wording uses the phrase 'idle'"},
    ] == json.loads(result.stdout)


def test_the_wording_that_ships_is_found_sound() -> None:
    """Nothing to say, and nobody needed."""
    result = CliRunner().invoke(main, ["template", "check"])

    assert (0, "Nothing is wrong with the wording.\n") == (result.exit_code, result.stdout)


@given(st.sampled_from(["<", "<=", ">", ">=", "+", "-", "*", "/", "//", "%", "**"]), st.integers(0, 99))
def test_no_sum_or_comparison_gets_by(sign: str, number: int) -> None:
    """Whatever the sign, on whichever side the number stands; the loop's own count is layout."""
    for text in (f"{{{{ x {sign} {number} }}}}", f"{{% if {number} {sign} x %}}a{{% endif %}}"):
        assert ["x.md, line 1"] == [f"{flaw.file}, line {flaw.line}" for flaw in computations(text, "x.md")]
    assert [] == list(computations(f"{{{{ loop.index + {number} }}}}", "x.md"))


@pytest.mark.parametrize("year", ["2009-10", "2012-13", "2018-19"])
def test_a_plan_asks_for_nothing_that_is_not_checked(year: str, dataset: Dataset) -> None:
    """Every paragraph of an edition, and of every story any lead would make, is of a section on the list."""
    office = open_office(Order(year=year))
    listed = sections(repertoire(office.dataset.topic), office.contacts.voices, office.dataset.topic)
    style, facts = office.desk.stylebook.house, establish(dataset, office.edition)
    plans = list(office_plans(office))
    for angles in judge(find_angles(facts), facts, style.boosts):
        wishes = [Wish(angle=each.slug, category=each.fact.category.slug) for each in angles.angles]
        if not angles.vetoes:
            plans += [
                plan_story(angles, office.edition, Brief(voices=office.contacts.voices, house=style, wish=wish))
                for wish in wishes
            ]

    asked = {(passage.wording, passage.section) for plan in plans for passage in plan.passages}

    assert len(plans) > 2 * len(office.areas)
    assert set() == {(wording, section) for wording, section in asked if section not in listed[wording]}


def test_coverage_counts_the_paragraphs_of_an_edition(editions: Editions) -> None:
    """Each paragraph of the edition counts once, for the section it was written from."""
    found = json.loads(CliRunner().invoke(main, ["template", "coverage", "--json"]).stdout)
    unused = json.loads(CliRunner().invoke(main, ["template", "coverage", "--unused", "--json"]).stdout)

    paragraphs = [each for copy in editions("2018-19").values() for each in copy.draft.paragraphs]
    of_caveat = [each for each in paragraphs if each.wording == "story/caveat#caveat"]
    assert len(paragraphs) == sum(use["times"] for use in found)
    assert len(of_caveat) == sum(use["times"] for use in found if use["section"] == "caveat")
    assert [use for use in found if not use["times"]] == unused
    assert {1} == {use["way"] for use in found if use["ways"] == 1}


def test_coverage_is_shown_as_a_table() -> None:
    """A person sees how much of the wording an edition used."""
    result = CliRunner().invoke(main, ["template", "coverage", "--edition", "2009-10"])

    assert 0 == result.exit_code
    assert "story/caveat" in result.stdout
    assert " used" in result.stdout
