"""The contract of a release: what stops it, what is asked about, and that nothing is dropped without a word."""

from pathlib import Path

import pytest
from intake_desk import figures, harvest, queries
from published import Error, Lines, force_table, national_table, ods

from storygen.errors import UsageError
from storygen.model.dataset import Dataset
from storygen.model.release import Release, Status, Weight
from storygen.sources import Parcel, read, take_in

TOPIC, YEAR, NEXT = "drug_seizures", "2018-19", "2019-20"


@pytest.fixture
def table(dataset: Dataset) -> Lines:
    """The forces' numbers of 2018-19 as published."""
    return force_table(dataset, YEAR)


def at(table: Lines, row: str, column: str = "Heroin") -> tuple[int, int]:
    """Where a force and a drug meet; the last row of that name, for a region may have it too."""
    head = next(line for line in table if line[:1] == ["Police force area"])
    return max(place for place, line in enumerate(table) if line[:1] == [row]), head.index(column)


def put(table: Lines, row: str, value: object, column: str = "Heroin") -> None:
    """Put a value where a force and a drug meet."""
    y, x = at(table, row, column)
    table[y][x] = value


def stops(tmp_path: Path, table: Lines, form: str = "ods") -> list[str]:
    """What stops a table."""
    return queries(harvest(tmp_path, table, form=form), Weight.STOPS)


def asks(tmp_path: Path, table: Lines, form: str = "ods") -> list[str]:
    """What is asked about a table that is taken in."""
    return queries(harvest(tmp_path, table, form=form), Weight.ASKS)


def next_release(dataset: Dataset) -> dict[str, Lines]:
    """A release for the year after the last one held, its figures those of the last year: plainly artificial."""
    table, nation = force_table(dataset, YEAR), national_table(dataset)
    table[0] = ["Table 5: Number of seizures by police force, 2019/20"]
    for line in nation:
        if len(line) > 3:
            line.append("2019/20" if line[0] == "Drug type" else line[-1])
    return {"Forces": table, "Nation": nation}


def take(tmp_path: Path, sheets: dict[str, Lines], **parcel: object) -> Release:
    """Import a workbook with these sheets into the store of a test."""
    path = tmp_path / "release.ods"
    path.write_bytes(ods(sheets))
    fields = {"files": (path,), "topic": TOPIC, "imported": "2026-01-01", "store": tmp_path / "store"}
    return take_in(Parcel(**{**fields, **parcel}))  # type: ignore[arg-type]  # all are of its types


def sentences(release: Release, weight: Weight) -> str:
    """The queries of a weight, a line each."""
    return "\n".join(map(str, release.of_weight(weight)))


@pytest.mark.parametrize("error", [Error("#DIV/0!"), Error("#REF!", "0")])
def test_an_error_stops_the_import_and_its_cell_is_named(tmp_path: Path, table: Lines, error: Error) -> None:
    """It must never become a figure, a blank least of all."""
    put(table, "Dorset", error)
    y, x = at(table, "Dorset")

    (sentence,) = stops(tmp_path, table)

    assert sentence == (
        f"file.ods, sheet Sheet, row {y + 1}, column {'ABCDEFGHIJ'[x]}: found an error, {error.shown}; "
        "expected a whole number of 0 or more, or a known mark."
    )


def test_all_faults_are_told_at_once(tmp_path: Path, table: Lines) -> None:
    """A newsroom mends a file once, not five times."""
    for row, value in {"Dorset": -5, "Kent": "1,1883", "Surrey": "NaN", "Sussex": "see note", "Essex": 2.5}.items():
        put(table, row, value)

    assert 5 == len(stops(tmp_path, table))


def test_two_different_rows_of_a_force_stop_the_import(tmp_path: Path, table: Lines) -> None:
    """Nobody can tell which of the two is meant; the same row twice is only asked about."""
    y, _ = at(table, "Dorset")

    (other,) = stops(tmp_path, [*table[: y + 1], ["Dorset", *table[y + 1][1:]], *table[y + 1 :]])
    (same,) = asks(tmp_path, [*table[: y + 1], [*table[y]], *table[y + 1 :]])

    assert f"another row of 'Dorset' as in row {y + 1}" in other
    assert f"the same row of 'Dorset' as in row {y + 1}" in same


def test_two_forces_on_one_row_stop_the_import(tmp_path: Path, table: Lines) -> None:
    """Their figures cannot be told apart."""
    y, _ = at(table, "Norfolk")
    table[y][0] = "Norfolk and Suffolk"

    (sentence,) = stops(tmp_path, table)

    assert "two names in one row, 'Norfolk and Suffolk'" in sentence


def test_a_total_that_its_rows_do_not_come_to_is_asked_about(tmp_path: Path, table: Lines) -> None:
    """By row and column; the country's is not checked while the Welsh rows it counts are not there."""
    put(table, "Dorset", 233)

    (sentence,) = asks(tmp_path, table)

    assert "a total of 1,012 for the South West; expected 1,013, the sum of its rows" in sentence


def test_figures_under_an_unknown_heading_are_asked_about(tmp_path: Path, table: Lines) -> None:
    """A new drug is left out with a word, and the rest is taken."""
    y, _ = at(table, "Dorset")
    head = next(place for place, line in enumerate(table) if line[:1] == ["Police force area"])
    expected = figures(harvest(tmp_path, table))
    table[head].append("Nitrous oxide")
    table[y].append(17)

    found = harvest(tmp_path, table)

    assert [sentence for sentence in queries(found, Weight.ASKS) if "figures under 'Nitrous oxide'" in sentence]
    assert expected == figures(found)


def test_notes_under_a_table_are_kept_on_record(tmp_path: Path, table: Lines) -> None:
    """What was passed over is said, if only in a line."""
    source, note = queries(harvest(tmp_path, table), Weight.NOTES)

    assert "Source: the figures held" in source
    assert "1. A note with a number in it" in note


def test_a_table_without_a_year_needs_the_edition(tmp_path: Path, table: Lines) -> None:
    """It is not taken for this year's."""
    table[0] = ["Table 5: Number of seizures by police force"]

    (sentence,) = stops(tmp_path, table)
    given = harvest(tmp_path, table, edition=YEAR)

    assert "that is not of one year" in sentence
    assert {YEAR} == {key[3] for key in given.figures}


def test_a_table_that_names_two_years_needs_the_edition_as_well(tmp_path: Path, table: Lines) -> None:
    """Unless the edition is one of them."""
    table[0] = ["Number of seizures, 2018/19 (revised since 2017/18)"]

    assert 1 == len(stops(tmp_path, table))
    assert {YEAR} == {key[3] for key in harvest(tmp_path, table, edition=YEAR).figures}


def test_a_table_that_does_not_say_what_it_counts_stops_the_import(tmp_path: Path, table: Lines) -> None:
    """Numbers and quantities look alike."""
    table[0] = ["Table 5, 2018/19"]

    (sentence,) = stops(tmp_path, table)

    assert "does not say what it gives" in sentence


def test_a_national_table_that_does_not_say_whose_it_is_stops_the_import(tmp_path: Path, dataset: Dataset) -> None:
    """It could be one authority's."""
    nation = national_table(dataset)
    start = next(place for place, line in enumerate(nation) if line[:1] == ["England and Wales, all authorities"])

    (sentence,) = stops(tmp_path, [["Number of seizures"], [], *nation[start + 1 :]])

    assert "does not say whose figures it gives" in sentence


def test_figures_that_look_like_years_are_no_headings(tmp_path: Path, dataset: Dataset) -> None:
    """A force may have 2,018 officers, and 2,017 the year before: that is no table of residents."""
    rows = [[area.label, 2017 + place % 2, 2018 + place % 2] for place, area in enumerate(dataset.stories)]

    (sentence,) = stops(tmp_path, [["Police officers by force"], ["Force", "Then", "Now"], *rows])

    assert "no table with headings storygen knows" in sentence


def test_residents_are_taken_for_residents_only_where_it_says_so(tmp_path: Path, dataset: Dataset) -> None:
    """Years over forces could head anything."""
    rows = [[area.label, 1000, 1001] for area in dataset.stories]

    (sentence,) = stops(tmp_path, [["Police officers by force"], ["Force", 2017, 2018], *rows])
    said = harvest(tmp_path, [["Population estimates"], ["Force", 2017, 2018], *rows])

    assert "does not say what it gives" in sentence
    assert {"mid-2017", "mid-2018"} == {key[3] for key in said.figures}


LONG: Lines = [
    ["Financial year", "Force", "Region", "Drug class", "Drug type", "Number of seizures", "Quantity", "Unit"],
    ["2018/19", "Dorset", "South West", "Class A", "Heroin", 232, 1.5, "kg"],
    ["2018/19", "Kent3", "South East", "Class A", "Ecstasy", "1,188 [r]", 2500, "doses"],
    ["2018/19", "South West", "South West", "Class A", "Heroin", 999, 9, "kg"],
    ["Year ending March 2019", "Essex", "East", "Class B", "Cannabis plants", None, 12, "plants"],
]  # fmt: skip


@pytest.mark.parametrize("form", ["ods", "xlsx", "csv"])
def test_a_row_a_cell_is_read_by_its_headings(tmp_path: Path, form: str) -> None:
    """In any order; quantities are turned into the topic's unit; a region's rows are passed over."""
    lines = [line[::-1] for line in LONG]

    found = harvest(tmp_path, lines, form=form)

    assert {
        ("seizures", "dorset", "heroin", YEAR): "232",
        ("quantity", "dorset", "heroin", YEAR): "1.5",
        ("seizures", "kent", "ecstasy", YEAR): "1188",
        ("quantity", "kent", "ecstasy", YEAR): "2.5",
        ("seizures", "essex", "cannabis-plants", YEAR): "",
        ("quantity", "essex", "cannabis-plants", YEAR): "12",
    } == {key: figure.digits for key, figure in found.figures.items()}
    assert Status.REVISED is found.figures["seizures", "kent", "ecstasy", YEAR].status


def test_a_quantity_in_a_unit_nobody_knows_stops_the_import(tmp_path: Path) -> None:
    """It would be wrong by a factor."""
    (sentence,) = stops(tmp_path, [LONG[0], [*LONG[1][:7], "ounces"]])

    assert "a quantity of heroin in 'ounces'" in sentence


def test_rows_of_an_unknown_force_are_counted_and_asked_about(tmp_path: Path) -> None:
    """Once for all its rows."""
    stranger = ["2018/19", "Ruritania", "Abroad", "Class A", "Heroin", 7, 7, "kg"]

    (sentence,) = asks(tmp_path, [*LONG, stranger, stranger])

    assert "2 rows of figures of the area 'Ruritania'" in sentence


def test_one_cell_given_twice_with_two_values_stops_the_import(tmp_path: Path) -> None:
    """Wherever the second one stands."""
    (sentence,) = stops(tmp_path, [*LONG, ["2018/19", "Dorset", "", "", "Heroin", 233, 1.5, "kg"]])

    assert "found 233 for dorset heroin 2018-19, which has 232 in Sheet, F2" in sentence


def test_of_two_roundings_of_a_quantity_the_finer_is_kept(tmp_path: Path) -> None:
    """One table may print hundredths where another prints the whole of it."""
    head = ["Financial year", "Force", "Drug", "Quantity", "Unit"]
    rows = [["2018/19", "Dorset", "Heroin", quantity, "kg"] for quantity in (1.67, 1.6666, 1.7)]

    found = harvest(tmp_path, [head, *rows])

    assert [] == queries(found, Weight.STOPS)
    assert ["1.6666"] == [figure.digits for figure in found.figures.values()]


def test_the_tidy_form_of_the_project_is_read(tmp_path: Path) -> None:
    """A measure a row."""
    head = ["fy", "force", "force_type", "drug", "drug_class", "measure", "value", "unit"]
    rows = [[YEAR, "Dorset", "", "GHB", "", "quantity", "9e-05", "thousand doses"]]

    found = harvest(tmp_path, [head, *rows], form="csv")

    assert {("quantity", "dorset", "ghb", YEAR): "0.00009"} == {key: each.digits for key, each in found.figures.items()}


def test_a_new_year_is_taken_in_and_becomes_the_newest_edition(tmp_path: Path, dataset: Dataset) -> None:
    """With nothing to ask when nothing is amiss."""
    release = take(tmp_path, next_release(dataset))

    after = read(TOPIC, stores=(tmp_path / "store",))

    assert "" == sentences(release, Weight.STOPS)
    assert ("2019-20-001", NEXT) == (release.name, release.edition)
    assert (*dataset.years, NEXT) == after.years == after.editions


def test_a_new_year_without_national_figures_is_not_taken_in(tmp_path: Path, dataset: Dataset) -> None:
    """No draft could be made of it."""
    release = take(tmp_path, {"Forces": next_release(dataset)["Forces"]})

    assert "national-seizures 2019-20: found no national figures" in sentences(release, Weight.STOPS)
    assert dataset.years == read(TOPIC, stores=(tmp_path / "store",)).years


def test_a_year_left_out_stops_the_import(tmp_path: Path, dataset: Dataset) -> None:
    """The year before would be taken for the year next to it."""
    sheets = next_release(dataset)
    sheets["Forces"][0] = ["Table 5: Number of seizures by police force, 2020/21"]

    release = take(tmp_path, sheets)

    assert "seizures 2019-20: found no table of that year" in sentences(release, Weight.STOPS)


def test_a_year_without_population_stops_the_import(tmp_path: Path, dataset: Dataset) -> None:
    """Nothing could be said per head."""
    sheets = next_release(dataset)
    sheets["Forces"][0] = ["Table 5: Number of seizures by police force, 2023/24"]

    assert "the population for 2023-24" in sentences(take(tmp_path, sheets), Weight.STOPS)


def test_a_force_that_is_missing_is_asked_about_and_left_blank(tmp_path: Path, dataset: Dataset) -> None:
    """Nothing is put in its place, an older figure least of all."""
    sheets = {"Forces": force_table(dataset, YEAR)}
    y, _ = at(sheets["Forces"], "Dorset")
    del sheets["Forces"][y]

    release = take(tmp_path, sheets)
    cells = read(TOPIC, stores=(tmp_path / "store",)).cells

    assert "seizures 2018-19: found no row for Dorset" in sentences(release, Weight.ASKS)
    here = cells["measure"].eq("seizures") & cells["area"].eq("dorset") & cells["year"].eq(YEAR)
    assert cells.loc[here, "value"].isna().all()


def test_a_force_under_a_new_name_stops_the_import_until_it_is_named(tmp_path: Path, dataset: Dataset) -> None:
    """One is missing and one is unknown: a person says whether they are the same."""
    sheets = {"Forces": force_table(dataset, YEAR)}
    y, _ = at(sheets["Forces"], "Dorset")
    sheets["Forces"][y][0] = "Wessex Coast"

    puzzled = take(tmp_path, sheets)
    named = take(tmp_path, sheets, aliases=("Wessex Coast=Dorset",))

    assert "found no row for Dorset" in sentences(puzzled, Weight.STOPS)
    assert "figures of 'Wessex Coast'" in sentences(puzzled, Weight.ASKS)
    assert "" == sentences(named, Weight.STOPS)


@pytest.mark.parametrize("alias", ["Wessex", "=Dorset", "Wessex=Ruritania"])
def test_an_alias_must_name_something_known(tmp_path: Path, dataset: Dataset, alias: str) -> None:
    """Else it would do nothing, in silence."""
    with pytest.raises(UsageError, match="--alias"):
        take(tmp_path, {"Forces": force_table(dataset, YEAR)}, aliases=(alias,))


def test_figures_far_from_last_year_s_are_asked_about(tmp_path: Path, dataset: Dataset) -> None:
    """By the topic's own guards, a total and a drug each by its own."""
    sheets = next_release(dataset)
    put(sheets["Forces"], "Dorset", 2097 * 2, "All drugs")

    release = take(tmp_path, sheets)

    assert "row Dorset, column All drugs: found 4,194, against 2,097 the year before" in sentences(release, Weight.ASKS)


def test_a_defect_known_to_last_year_is_asked_about_in_the_next(tmp_path: Path, dataset: Dataset) -> None:
    """Hertfordshire's crack is known to be suspect up to 2018-19: the list says nothing of 2019-20."""
    found = sentences(take(tmp_path, next_release(dataset)), Weight.ASKS)

    assert (
        "known issues 2019-20, row Hertfordshire, column Crack: found no word on one that was known to 2018-19" in found
    )


def test_figures_that_cannot_be_true_are_asked_about(tmp_path: Path, dataset: Dataset) -> None:
    """A drug in more seizures than its class, and more than the whole country made."""
    sheets = next_release(dataset)
    put(sheets["Forces"], "Dorset", 99_999)

    found = sentences(take(tmp_path, sheets), Weight.ASKS)

    assert "breaks the bound member-above-class" in found
    assert "breaks the bound forces-above-nation" in found


def test_marks_reach_the_editor_as_cautions(tmp_path: Path, dataset: Dataset) -> None:
    """And a figure for part of a year is compared with none."""
    sheets = next_release(dataset)
    put(sheets["Forces"], "Dorset", "232 [i]")
    put(sheets["Forces"], "Kent", "118 [partial]")

    release = take(tmp_path, sheets)
    issues = {
        (each.area, each.effect): each
        for each in read(TOPIC, stores=(tmp_path / "store",)).topic.issues
        if each.from_year == NEXT
    }

    assert {Status.IMPUTED: 1, Status.PARTIAL: 1} == {
        status: count for status, count in release.statuses if status in {Status.IMPUTED, Status.PARTIAL}
    }
    assert {("dorset", "estimated"), ("kent", "partial")} == set(issues)
    assert ("heroin",) == issues["kent", "partial"].categories  # type: ignore[index]  # an effect is a text


def test_a_newer_release_counts_and_an_older_one_does_not(tmp_path: Path, dataset: Dataset) -> None:
    """Whichever was imported last."""
    newer, older = ({"Forces": force_table(dataset, "2017-18")} for _ in range(2))
    put(newer["Forces"], "Dorset", 176)
    put(older["Forces"], "Dorset", 171)

    take(tmp_path, newer, edition=YEAR)
    take(tmp_path, older, edition="2016-17")
    cells = read(TOPIC, stores=(tmp_path / "store",)).cells.set_index(["measure", "area", "category", "year"])

    assert 176 == cells.loc[("seizures", "dorset", "heroin", "2017-18"), "value"]


def test_a_known_issue_that_has_been_put_right_is_gone(tmp_path: Path, dataset: Dataset) -> None:
    """Nobody goes on excusing a figure its publisher has corrected."""
    sheets = {"Forces": force_table(dataset, "2017-18")}
    put(sheets["Forces"], "Suffolk", 28, "Crack")

    take(tmp_path, sheets, edition=YEAR)
    after = read(TOPIC, stores=(tmp_path / "store",)).topic.issues

    gone = [issue for issue in dataset.topic.issues if issue not in after]
    assert [("suffolk", ("crack", "class-a", "all"))] == [(issue.area, issue.categories) for issue in gone]


def test_a_figure_revised_by_more_than_a_little_is_a_caution(tmp_path: Path, dataset: Dataset) -> None:
    """By 1 per cent or 10 seizures; an angle on it counts for less (manual A92)."""
    sheets = {"Forces": force_table(dataset, YEAR)}
    put(sheets["Forces"], "Dorset", 240)
    put(sheets["Forces"], "Dorset", 2098, "All drugs")

    take(tmp_path, sheets)
    after = read(TOPIC, stores=(tmp_path / "store",)).topic.issues

    fresh = [issue for issue in after if issue not in dataset.topic.issues]
    assert [("dorset", YEAR, ("heroin",), "revised")] == [
        (issue.area, issue.from_year, issue.categories, issue.effect) for issue in fresh
    ]


def test_a_trial_keeps_nothing(tmp_path: Path, dataset: Dataset) -> None:
    """It only reports."""
    release = take(tmp_path, next_release(dataset), is_trial=True)

    assert "" == release.name
    assert [] == [path for path in (tmp_path / "store").rglob("*") if path.is_file()]


def test_the_same_files_are_not_taken_in_twice(tmp_path: Path, dataset: Dataset) -> None:
    """The second time says under what name they are held."""
    first, second = (take(tmp_path, next_release(dataset)) for _ in range(2))

    assert (first.name, True) == (second.name, second.is_held)
    assert [first.name] == [path.name for path in (tmp_path / "store" / TOPIC).iterdir()]
