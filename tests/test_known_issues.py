"""The defects of the published tables are all known, and none is excused for longer than it lasts."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from papers import figure

from storygen.errors import SettingsError, SourceError
from storygen.model.dataset import Dataset
from storygen.model.topic import Effect, KnownIssue
from storygen.paths import topic_folder
from storygen.sources.bounds import breaches, remainders
from storygen.sources.checks import check_figures, explains
from storygen.sources.manifest import read_topic


def with_issues(dataset: Dataset, issues: tuple[KnownIssue, ...]) -> Dataset:
    """The same figures with another list of known defects."""
    return replace(dataset, topic=replace(dataset.topic, issues=issues))


def with_figure(dataset: Dataset, value: float, **place: str) -> Dataset:
    """The same figures but for one cell."""
    cells = dataset.cells.copy()
    held = (cells[list(place)] == list(place.values())).all(axis="columns")
    cells.loc[held, "value"] = value
    return replace(dataset, cells=cells)


def test_every_check_holds(dataset: Dataset) -> None:
    """Parts fit their wholes, blanks are known, and each known defect is still there."""
    check_figures(dataset)


def test_the_only_broken_bounds_are_known(dataset: Dataset) -> None:
    """Twelve remainders below nothing, five contradictory rows, six quantities: no more, no fewer."""
    found = breaches(dataset)
    counts = {bound: sum(each.bound == bound for each in found) for bound in {each.bound for each in found}}
    below = [key for key, remainder in remainders(dataset, "seizures").items() if remainder < 0]

    expected = {
        "forces-above-nation": 18,
        "class-above-total": 1,
        "total-above-classes": 2,
        "class-above-members": 2,
    }
    assert expected == counts
    assert 12 == len(below)


@pytest.mark.parametrize("bound", ["forces-above-nation", "class-above-total", "class-above-members"])
def test_a_broken_bound_nobody_knows_of_is_an_error(dataset: Dataset, bound: str) -> None:
    """Strike the entry from the list and its figures are refused."""
    issues = tuple(issue for issue in dataset.topic.issues if issue.bound != bound)

    with pytest.raises(SourceError, match=f"breaks the bound {bound}"):
        check_figures(with_issues(dataset, issues))


def test_a_blank_nobody_knows_of_is_an_error(dataset: Dataset) -> None:
    """A figure that is not there needs a reason."""
    issues = tuple(issue for issue in dataset.topic.issues if issue.area != "hampshire")

    with pytest.raises(SourceError, match="row Hampshire, column All drugs: found a blank"):
        check_figures(with_issues(dataset, issues))


def test_a_defect_put_right_is_no_longer_excused(dataset: Dataset) -> None:
    """Once the publisher mends a figure, the entry about it has to go."""
    mended = with_figure(dataset, 1_400, measure="seizures", area="leicestershire", category="all", year="2015-16")

    with pytest.raises(SourceError, match=r"leicestershire 2015-16, column all: found no breach"):
        check_figures(mended)


def test_a_filled_blank_is_no_longer_excused(dataset: Dataset) -> None:
    """When Hampshire supplies its figures, the entry that says it has not is refused."""
    filled = with_figure(dataset, 1, measure="quantity", area="hampshire", category="cocaine", year="2012-13")

    with pytest.raises(SourceError, match="a figure where none was known"):
        check_figures(filled)


def test_a_changed_figure_no_longer_bears_its_entry(dataset: Dataset) -> None:
    """An entry quotes its figure, so a revision shows."""
    revised = with_figure(dataset, 4_613, measure="seizures", area="greater-manchester", category="all", year="2017-18")

    with pytest.raises(SourceError, match="found 4,613; expected 4,432, or no entry"):
        check_figures(revised)


def test_a_resident_too_many_is_noticed(dataset: Dataset) -> None:
    """The areas must add up to the nation, to the person."""
    crowded = with_figure(dataset, 772_269, measure="population", area="dorset", year="2018-19")

    with pytest.raises(SourceError, match=r"mid-2018: found 59,115,810 .* expected 59,115,809"):
        check_figures(crowded)


def test_every_issue_speaks_of_something_held(dataset: Dataset) -> None:
    """Areas, categories and years of the list are those of the tables or Wales, and each gives a reason."""
    wales = {"dyfed-powys", "gwent", "north-wales", "south-wales"}
    areas = {area.slug for area in dataset.areas} | wales | {"*"}
    categories = {category.slug for category in dataset.topic.categories} | {"*"}

    for issue in dataset.topic.issues:
        assert issue.area in areas
        assert set(issue.categories) <= categories
        assert dataset.years[0] <= issue.from_year <= issue.to_year <= dataset.years[-1]
        assert issue.measure in ("seizures", "quantity", "rates", "all")
        assert issue.evidence.endswith(".")
        assert issue.effect is not Effect.BREAK or issue.from_year == issue.to_year


def test_suffolk_crack_blocks_the_totals_it_moves(dataset: Dataset) -> None:
    """414 where 28 were usual is a tenth of all the force's seizures and most of its class A ones."""
    excess = figure(dataset, "seizures", "suffolk", "crack", "2017-18") - 28

    for category in ("all", "class-a"):
        total = figure(dataset, "seizures", "suffolk", category, "2017-18")
        suspect = [
            issue
            for issue in dataset.topic.issues
            if issue.effect is Effect.SUSPECT
            and issue.covers(area="suffolk", category=category, measure="seizures", year="2017-18")
        ]
        assert excess > total / 10
        assert suspect


def test_every_breach_is_explained_by_an_entry_of_its_own_kind(dataset: Dataset) -> None:
    """A defect of one bound excuses no other."""
    for breach in breaches(dataset):
        assert any(explains(issue, breach) for issue in dataset.topic.issues)
        assert not any(explains(replace(issue, bound="another"), breach) for issue in dataset.topic.issues)


@pytest.fixture(name="folder")
def a_copy_of_the_topic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the topic says of itself, to be damaged."""
    home = topic_folder("drug_seizures")
    folder = tmp_path / "topics" / "drug_seizures"
    folder.mkdir(parents=True)
    for file in ("topic.yaml", "issues.yaml", "areas.csv"):
        shutil.copy(home / file, folder)
    monkeypatch.setattr("storygen.paths.PACKAGE", tmp_path)
    return folder


def refusal(folder: Path, file: str, old: str, new: str) -> str:
    """The sentence a topic meets when a part of one of its files is replaced."""
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(SettingsError) as refused:
        read_topic("drug_seizures")
    return str(refused.value)


def test_a_list_of_issues_that_is_not_there_is_missed(folder: Path) -> None:
    """Without the list every known defect would go to print."""
    (folder / "issues.yaml").unlink()
    with pytest.raises(SettingsError, match=r"^drug_seizures/issues\.yaml, .*: there is no such file\.$"):
        read_topic("drug_seizures")

    (folder / "issues.yaml").mkdir()
    with pytest.raises(SettingsError, match=r"^drug_seizures/issues\.yaml, .*: the file cannot be read"):
        read_topic("drug_seizures")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("area: hampshire", "area: hampshir", "names the area hampshir (did you mean hampshire, "),
        ('categories: ["*"]', "categories: [crak]", "names crak, which is no category of the topic"),
        ('categories: ["*"]', "categories: []", "names no category"),
        ("measure: all", "measure: seizure", "names the measure seizure (did you mean seizures?)"),
        ("from_year: 2012-13", "from_year: 2012/13", "names the year 2012/13; expected one written as 2018-19 is"),
        ("to_year: 2012-13", "to_year: 2012-31", "names the year 2012-31; expected one written as 2018-19 is"),
        ("from_year: 2012-13", "from_year: 2013-14", "runs from 2013-14 to 2012-13; expected the earlier year first"),
    ],
)
def test_an_issue_that_speaks_of_nothing_held_is_refused(folder: Path, old: str, new: str, words: str) -> None:
    """A slip in an entry would leave its defect in print: the sentence names the entry and the slip."""
    said = refusal(folder, "issues.yaml", old, new)

    assert said.startswith("drug_seizures/issues.yaml, line 1")
    assert f"the issue 'the force supplied no figures' {words}" in said


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("kind: total", "kind: item", "no category of kind total found; expected exactly one"),
        ("kind: item", "kind: total", "all and cocaine of kind total found; expected exactly one"),
        (
            "[border-force,",
            "[bordr-force,",
            "'police_less' names bordr-force, which is no area (did you mean border-force",
        ),
        (
            "reported_group: class-a",
            "reported_group: clas-a",
            "'reported_group' is clas-a, which is no category (did you mean class-a",
        ),
        ("rate_per: 1000000", "rate_per: 0", "'rate_per' is 0; expected 1000000, since wordings say"),
        ("dispersion_default: 1", "dispersion_default: -1", "'dispersion_default' is -1; expected 1 or more"),
    ],
)
def test_a_manifest_nothing_can_be_computed_with_is_refused(folder: Path, old: str, new: str, words: str) -> None:
    """A slip in the manifest is met with a sentence, before a figure is read."""
    said = refusal(folder, "topic.yaml", old, new)

    assert said.startswith("drug_seizures/topic.yaml, line 1")
    assert words in said


def test_a_manifest_without_bands_is_refused(folder: Path) -> None:
    """How counts move has to be known for some count at least."""
    text = (folder / "topic.yaml").read_text(encoding="utf-8")
    bands = re.search(r"  bands:\n(    - .*\n)+", text)
    assert bands

    assert "'bands' is empty; expected at least one" in refusal(folder, "topic.yaml", bands[0], "  bands: []\n")
