"""When an angle on a rank or a benchmark is found, what it shows, and the traps in which it must not be."""

from collections.abc import Callable, Iterator
from fractions import Fraction

import oracle
import pytest
from papers import Editions
from tables import Counts, Series, an_area, an_issue, facts

from storygen.analysis import find_angles
from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Facts
from storygen.analysis.national import national
from storygen.analysis.registry import rules
from storygen.model.angle import Shown
from storygen.model.figure import Figure
from storygen.model.plan import Passage
from storygen.model.topic import Effect

QUIET = {"all": [1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1006, 1007]}
CALM: Series = [100] * 10


def found(established: Facts, area: str, category: str = "heroin") -> set[str]:
    """The slugs of the angles found on a category in an area."""
    angles = find_angles(established)
    return set(angles[(angles["area"] == area) & (angles["category"] == category)]["slug"])


def shown(slug: str, established: Facts, area: str, category: str = "heroin") -> Shown:
    """What an angle shows of its own."""
    shows = rules()[slug].shows
    assert shows
    return shows(Evidence(established), area, category)


def value(figures: Shown, name: str) -> Fraction:
    """The value of a figure an angle shows."""
    figure = figures[name]
    assert isinstance(figure, Figure)
    return figure.value


def forces(category: str, **series: Series) -> Counts:
    """Forces with these numbers of a category and a quiet total; eight more with a hundred each year."""
    rest = {f"force{number}": CALM for number in range(8)}
    return {name: {**QUIET, category: each} for name, each in {**rest, **series}.items()}


def steps(before: float | None, now: float | None) -> Series:
    """Eight quiet years and these two."""
    return [*[100.0] * 8, before, now]


# ---- A32


def test_the_second_highest_names_the_first() -> None:
    """Clear of the third by more than chance, behind one other."""
    table = facts(forces("heroin", alpha=[300] * 10, beta=[500] * 10))

    assert "top-three" in found(table, "alpha")
    assert {"first": "beta"} == {
        name: getattr(area, "slug", "") for name, area in shown("top-three", table, "alpha").items()
    }


def test_the_third_highest_names_both() -> None:
    """In their order, the highest first."""
    table = facts(forces("heroin", alpha=[300] * 10, beta=[500] * 10, gamma=[700] * 10))

    names = {name: getattr(area, "slug", "") for name, area in shown("top-three", table, "alpha").items()}

    assert "top-three" in found(table, "alpha")
    assert {"first": "gamma", "second": "beta"} == names


@pytest.mark.parametrize("gamma", [300, 280])
def test_a_second_place_by_chance_or_shared_is_none(gamma: int) -> None:
    """A tie, or a gap that chance would make, leaves nobody in second place."""
    table = facts(forces("heroin", alpha=[300] * 10, beta=[500] * 10, gamma=[gamma] * 10))

    assert "top-three" not in found(table, "alpha")
    assert gamma < 300 or "top-three" not in found(table, "gamma")


def test_a_second_place_on_few_seizures_is_none() -> None:
    """Fifty at least."""
    few = {f"force{number}": [5] * 10 for number in range(8)}

    assert "top-three" not in found(facts(forces("heroin", alpha=[49] * 10, beta=[90] * 10, **few)), "alpha")


def test_no_force_under_question_is_named_ahead() -> None:
    """Neither one whose number is doubtful nor one whose level is far from the others'."""
    counts = forces("heroin", alpha=[300] * 10, beta=[500] * 10)
    doubt = an_issue(area="beta", from_year="2018-19", to_year="2018-19", effect="suspect")
    level = {**counts, "beta": {"all": [3000] * 10, "heroin": [500] * 10}}

    assert "top-three" not in found(facts(counts, issues=(doubt,)), "alpha")
    assert "top-three" not in found(facts(level), "alpha")


# ---- A36


def test_a_title_kept_takes_the_place_of_the_highest_rate() -> None:
    """Ten years held, and first in each of them."""
    table = facts(forces("heroin", alpha=[300] * 10))

    assert {"title-kept"} == found(table, "alpha") & {"title-kept", "title-taken", "highest-rate"}
    assert 10 == value(shown("title-kept", table, "alpha"), "years")


def test_titles_are_counted_back_to_another_leader() -> None:
    """First for three years, after a year in which another force was."""
    beta = [*[100] * 6, 600, *[100] * 3]

    assert 3 == value(shown("title-kept", facts(forces("heroin", alpha=[300] * 10, beta=beta)), "alpha"), "years")


def test_titles_use_the_residents_of_each_year() -> None:
    """The rate of the year before is by the residents of that year."""
    table = facts(forces("heroin", alpha=[300] * 10))
    years = shown("title-kept", table, "alpha")["years"]
    assert isinstance(years, Figure)

    assert ["2018-19", "2017-18"] == [lead.inputs[0].inputs[1].period for lead in years.inputs[:2]]


def test_a_title_taken_names_the_force_that_had_it() -> None:
    """Another led clearly the year before, and is still compared."""
    table = facts(forces("heroin", alpha=steps(200, 400), beta=steps(300, 250)))

    before = shown("title-taken", table, "alpha")["before"]

    assert {"title-taken"} == found(table, "alpha") & {"title-kept", "title-taken", "highest-rate"}
    assert "beta" == getattr(before, "slug", "")


@pytest.mark.parametrize(
    ("alpha", "beta"),
    [
        (steps(300, 400), steps(300, 100)),  # both led
        (steps(298, 400), steps(300, 100)),  # the other by chance
        (steps(300, 400), steps(298, 100)),  # this one by chance
        (steps(200, 400), steps(300, None)),  # the other has no number now
        (steps(15, 90), [*[1] * 8, 5, 5]),  # too few to rank by
    ],
)
def test_without_a_clear_leader_before_a_first_place_is_no_more_than_that(alpha: Series, beta: Series) -> None:
    """Neither kept nor taken."""
    few = {f"force{number}": [1] * 10 for number in range(8)} if (alpha[-1] or 0) < 100 else {}

    assert not {"title-kept", "title-taken"} & found(facts(forces("heroin", alpha=alpha, beta=beta, **few)), "alpha")


def test_a_doubtful_higher_rate_the_year_before_leaves_no_title() -> None:
    """The force with the doubtful number may have led."""
    counts = forces("heroin", alpha=[300] * 10, beta=steps(500, 100))
    doubt = an_issue(area="beta", categories=("heroin",), effect="suspect")

    assert "highest-rate" in found(facts(counts, issues=(doubt,)), "alpha")


def test_a_break_ends_the_titles() -> None:
    """What is not comparable is not counted among the years running."""
    counts, cut = (
        forces("heroin", alpha=[300] * 10),
        an_issue(from_year="2017-18", to_year="2017-18", effect=Effect.BREAK),
    )

    assert 2 == value(shown("title-kept", facts(counts, issues=(cut,)), "alpha"), "years")


def test_a_place_of_few_residents_neither_holds_nor_takes_a_title() -> None:
    """The City's rate is the highest by far in both years."""
    counts = forces("heroin", alpha=[300] * 10, city=[400] * 10)

    table = facts(counts, areas=[an_area("city", is_ranked=False)], people={"city": 9000})

    assert not {"title-kept", "title-taken"} & found(table, "city")
    assert "title-kept" in found(table, "alpha")


def test_nothing_is_kept_in_the_first_year_held() -> None:
    """There is no year before."""
    table = {name: {"all": [1000], "heroin": [300 if name == "alpha" else 100]} for name in ("alpha", "beta", "gamma")}

    assert not {"title-kept", "title-taken", "rank-up"} & found(facts(table), "alpha")


# ---- A37


def test_a_mover_shows_both_places() -> None:
    """From last of nine to first, by a large rise."""
    table = facts(forces("heroin", alpha=steps(90, 200)))
    its = shown("rank-up", table, "alpha")

    assert "rank-up" not in found(facts(forces("heroin", alpha=steps(50, 49))), "alpha")
    assert "rank-up" in found(table, "alpha")
    assert [9, 9] == [value(its, name) for name in ("before", "size_before")]


@pytest.mark.parametrize("alpha", [steps(99, 115), steps(49, 200), steps(None, 300)])
def test_a_small_move_of_the_number_moves_nobody(alpha: Series) -> None:
    """A change that is not large, one on a small number, and one from a blank year."""
    assert "rank-up" not in found(facts(forces("heroin", alpha=alpha)), "alpha")


def test_a_fall_down_the_ranking_mirrors_a_rise() -> None:
    """From first of nine to last."""
    table = facts(forces("heroin", alpha=steps(200, 80)))

    assert "rank-down" in found(table, "alpha")
    assert 1 == value(shown("rank-down", table, "alpha"), "before")


# ---- A38, A39


def movers(alpha: Series, **others: Series) -> Facts:
    """Ten forces besides alpha, nearly all of them level."""
    return facts(forces("heroin", alpha=alpha, force8=CALM, force9=CALM, **others))


def test_the_biggest_rise_hides_the_rise_and_counts_the_compared() -> None:
    """Eleven forces, all with a hundred seizures the year before."""
    table = movers(steps(200, 400))

    assert {"biggest-rise"} == found(table, "alpha") & {"biggest-rise", "rise"}
    assert 11 == value(shown("biggest-rise", table, "alpha"), "size")


def test_small_forces_do_not_take_part() -> None:
    """A force with 99 the year before neither has the biggest rise nor is counted."""
    table = movers(steps(200, 400), beta=steps(99, 290))

    assert "biggest-rise" in found(table, "alpha")
    assert "biggest-rise" not in found(table, "beta")
    assert 11 == value(shown("biggest-rise", table, "alpha"), "size")


def test_a_jump_is_no_rise_to_compare() -> None:
    """Three times the year before is a break, for the leader and for the others."""
    assert "biggest-rise" not in found(movers(steps(200, 700)), "alpha")
    assert "biggest-rise" in found(movers(steps(200, 400), beta=steps(100, 900)), "alpha")


def test_two_alike_have_no_biggest() -> None:
    """Nor does one ahead by chance."""
    assert "biggest-rise" not in found(movers(steps(200, 400), beta=steps(200, 400)), "alpha")
    assert "biggest-rise" not in found(movers(steps(200, 400), beta=steps(200, 390)), "alpha")


def test_the_biggest_of_a_few_is_not_told() -> None:
    """Nine forces are no ranking."""
    assert "biggest-rise" not in found(facts(forces("heroin", alpha=steps(200, 400))), "alpha")


def test_the_biggest_fall_mirrors_the_rise() -> None:
    """Half as many, and nobody else fell."""
    assert "biggest-fall" in found(movers(steps(400, 220)), "alpha")


# ---- A40


def test_the_most_seizures_are_never_the_lead() -> None:
    """However many, since they reflect the size of the area."""
    established = facts(forces("heroin", alpha=[900] * 10))
    angles = find_angles(established)

    assert [False] == angles[angles["slug"].eq("most-outright") & angles["category"].eq("heroin")]["can_lead"].tolist()
    assert 9 == value(shown("most-outright", established, "alpha"), "size")


def test_a_shared_or_doubted_most_is_none() -> None:
    """Two forces with as many; or one whose higher number is suspect."""
    doubt = an_issue(area="beta", from_year="2018-19", to_year="2018-19", effect="suspect")

    assert "most-outright" not in found(facts(forces("heroin", alpha=[900] * 10, beta=[900] * 10)), "alpha")
    assert "most-outright" not in found(
        facts(forces("heroin", alpha=[900] * 10, beta=[950] * 10), issues=(doubt,)), "alpha"
    )


# ---- A41


def totals(**series: Series) -> Facts:
    """Ten forces whose total rose, and these."""
    rest: dict[str, Series] = {f"force{number}": [*[1000] * 9, 1010] for number in range(10)}
    return facts({name: {"all": each} for name, each in {**rest, **series}.items()})


def test_the_only_force_to_fall_is_told_without_a_number() -> None:
    """One of eleven; a level total, or a blank one, is neither up nor down."""
    alone = totals(alpha=[*[1000] * 9, 900])
    among = totals(alpha=[*[1000] * 9, 900], beta=[*[1000] * 9, 999], gamma=[1000] * 10, delta=[*[1000] * 9, None])

    assert "few-down" in found(alone, "alpha", "all")
    assert {"size", "rest"} == set(shown("few-down", alone, "alpha", "all"))
    assert 2 == value(shown("few-down", among, "alpha", "all"), "few")
    assert 13 == value(shown("few-down", among, "alpha", "all"), "size")


def test_six_are_not_few() -> None:
    """Five at most; and a flat fall is told of nobody."""
    falls: dict[str, Series] = {f"fall{number}": [*[1000] * 9, 900] for number in range(6)}

    assert "few-down" not in found(totals(**falls), "fall0", "all")
    assert "few-down" not in found(totals(alpha=[*[1000] * 9, 998]), "alpha", "all")


def test_the_few_that_rise_mirror_the_few_that_fall() -> None:
    """One up, ten down."""
    rest: dict[str, Series] = {f"force{number}": [*[1000] * 9, 990] for number in range(10)}
    counts: Counts = {name: {"all": each} for name, each in {**rest, "alpha": [*[1000] * 9, 1100]}.items()}

    assert "few-up" in found(facts(counts), "alpha", "all")


# ---- A42

EIGHT = ("cocaine", "crack", "ecstasy", "heroin", "cannabis", "amphetamines", "ketamine", "benzodiazepines")


def sweep(**others: Series) -> Facts:
    """One force with eight drugs that rose, and a total that did, but for the others given."""
    drugs: dict[str, Series] = {drug: steps(100, 110) for drug in EIGHT}
    return facts({"alpha": {"all": [*[1000] * 9, 1100], **drugs, **others}, "beta": QUIET, "gamma": QUIET})


def test_every_drug_up_is_across_the_board() -> None:
    """Eight drugs, and as many in print; one found less often does not count."""
    table = sweep(lsd=steps(19, 5))

    assert "across-the-board-up" in found(table, "alpha", "all")
    assert 8 == value(shown("across-the-board-up", table, "alpha", "all"), "drugs")


@pytest.mark.parametrize("heroin", [steps(100, 100), steps(100, 90), steps(10, 15), steps(None, 110)])
def test_a_drug_that_did_not_rise_spoils_the_sweep(heroin: Series) -> None:
    """A level one or a fall breaks it; without the eighth there are too few."""
    assert "across-the-board-up" not in found(sweep(heroin=heroin), "alpha", "all")


def test_every_drug_down_mirrors_it() -> None:
    """The total falls too."""
    table = sweep(all=[*[1000] * 9, 900], **{drug: steps(110, 100) for drug in EIGHT})

    assert "across-the-board-down" in found(table, "alpha", "all")


# ---- A47


def test_the_rest_of_the_region_is_without_the_force() -> None:
    """The rate of the others together, by their own residents."""
    counts: Counts = {"alpha": {"all": [900] * 10}, "beta": {"all": [1100] * 10}, "gamma": {"all": [700] * 10}}
    table = facts(counts, people={"gamma": 3_000_000})

    assert Fraction(1_800, 4) == value(shown("above-region", table, "alpha", "all"), "rest")
    assert "above-region" in found(table, "alpha", "all")
    assert "above-region" not in found(table, "beta", "all")


def test_a_region_short_of_a_figure_has_no_rest() -> None:
    """The missing force might turn it round."""
    counts: Counts = {name: {"all": [number] * 10} for name, number in (("alpha", 900), ("beta", 1100), ("gamma", 700))}
    blank = {**counts, "delta": {"all": [*[800] * 9, None]}}

    assert not {"above-region", "below-region"} & found(facts(blank), "alpha", "all")


# ---- A48


@pytest.mark.parametrize(
    ("number", "slug"),
    [(1899, "above-national"), (1900, "multiple-of-national"), (501, "below-national"), (500, "fraction-of-national")],
)
def test_twice_and_half_the_national_rate_take_the_place_of_above_and_below(number: int, slug: str) -> None:
    """From 1.9 times on, and down to a half."""
    others = {"national": 5000, "beta": 3000, "gamma": 2900, "delta": 2800, "epsilon": 100}  # five forces
    counts: Counts = {name: {"all": [each] * 10} for name, each in {**others, "alpha": number}.items()}
    slugs = {"above-national", "multiple-of-national", "below-national", "fraction-of-national"}

    assert {slug} == found(facts(counts), "alpha", "all") & slugs


# ---- A51, A52


@pytest.mark.parametrize(
    ("now", "country", "slug"),
    [
        (1100, 1050, "rise-with-trend"),
        (1500, 1050, "rise-outpaces"),
        (950, 960, "fall-with-trend"),
        (700, 960, "fall-outpaces"),
        (1100, 1020, ""),  # the country hardly moved
        (1100, 900, ""),  # it went the other way
    ],
)
def test_with_the_country_or_well_ahead_of_it(now: float, country: float, slug: str) -> None:
    """The same way by 3 per cent each; outpaced only by a large change of twice as much."""
    counts: Counts = {"alpha": {"all": [*[1000] * 9, now]}, "national": {"all": [*[1000] * 9, country]}, "beta": QUIET}
    slugs = {"rise-with-trend", "rise-outpaces", "fall-with-trend", "fall-outpaces"}

    assert {slug} - {""} == found(facts(counts), "alpha", "all") & slugs


# ---- A86


def test_the_country_says_how_many_forces_went_which_way() -> None:
    """A blank total is not compared; a level one is, and is neither."""
    counts = {
        name: [*[1000] * 9, now] for name, now in (("a", 1100), ("b", 1200), ("c", 900), ("d", 1000), ("e", None))
    }
    established = facts({name: {"all": series} for name, series in counts.items()})

    spread = national(Evidence(established), established.panel.dataset.topic).spread

    assert spread is not None
    assert [2, 1, 4] == [each.value for each in (spread.risen, spread.fallen, spread.size)]


def test_the_first_year_held_has_no_spread() -> None:
    """There is nothing to compare with."""
    established = facts({name: {"all": [1000]} for name in ("a", "b", "c")})

    assert national(Evidence(established), established.panel.dataset.topic).spread is None


# ---- What is named in print


@pytest.mark.parametrize("year", oracle.years())
def test_every_force_named_ahead_or_before_is_the_right_one(year: str, editions: Editions) -> None:
    """The areas an angle names, looked up in the CSV files."""
    before = f"{int(year[:4]) - 1}-{year[2:4]}"
    checks: dict[str, Callable[[Passage], bool]] = {
        "angles/title-taken": lambda each: _labels(each) == _top(each, before, 1),
        "angles/top-three": lambda each: _labels(each) == _top(each, year, len(each.its)),
    }
    passages = [each for copy in editions(year).values() for each in copy.draft.plan.passages]

    assert [] == [each for each in passages if each.wording in checks and not checks[each.wording](each)]


@pytest.mark.parametrize("year", oracle.years())
def test_years_running_are_counted_by_hand(year: str, editions: Editions) -> None:
    """The force had the highest rate in each of the years it is said to have had it."""
    for passage in _of("angles/title-kept", year, editions):
        years = passage.its["years"]
        assert passage.fact
        assert isinstance(years, Figure)
        for back in range(int(years.value)):
            start = int(year[:4]) - back
            assert [passage.fact.area.label] == _top(passage, f"{start}-{(start + 1) % 100:02}", 1)


def _of(wording: str, year: str, editions: Editions) -> Iterator[Passage]:
    for copy in editions(year).values():
        yield from (each for each in copy.draft.plan.passages if each.wording == wording)


def _labels(passage: Passage) -> list[str]:
    return [str(getattr(each, "label", "")) for each in passage.its.values()]


def _top(passage: Passage, year: str, how_many: int) -> list[str]:
    assert passage.fact
    pool = oracle.rates(passage.fact.category.label, year)
    return sorted(pool, key=lambda label: -pool[label])[:how_many]


def test_a_force_alone_has_no_rank() -> None:
    """Nobody comes before it or after it, and it is first of nothing."""
    established = facts({"alpha": {"all": [1000] * 10, "heroin": [100] * 10}})

    fact = Evidence(established).fact("alpha", "heroin")

    assert fact is not None
    assert fact.rank is None
    assert not {"highest-rate", "lowest-rate", "top-three"} & set(find_angles(established)["slug"])
