"""When angles on the mix, and on an area's part in a larger whole, are found, and the traps they must not fall into."""

from collections.abc import Mapping

from tables import Counts, Series, an_area, an_issue, facts

from storygen.analysis import find_angles
from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Facts
from storygen.analysis.registry import rules
from storygen.model.angle import Shown
from storygen.model.topic import Category

QUIET = [1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1006, 1007]
PEERS: Counts = {f"force{number}": {"all": QUIET} for number in range(4)}

NO_POLICE: Counts = {
    authority: {"all": [0] * 10, "ketamine": [0] * 10} for authority in ("border-force", "british-transport-police")
}


def history(before: float, now: float) -> Series:
    """Nine level years and the newest."""
    return [before] * 9 + [now]


def of_alpha(drugs: Mapping[str, Series], **described: object) -> Facts:
    """The facts of a force with these drugs among quiet ones."""
    return facts({"alpha": {"all": QUIET, **drugs}, **PEERS}, **described)


def found(established: Facts, category: str = "all", area: str = "alpha") -> set[str]:
    """The slugs of the angles found on a category in an area."""
    angles = find_angles(established)
    return set(angles[(angles["area"] == area) & (angles["category"] == category)]["slug"])


def shown(established: Facts, slug: str, category: str = "all", area: str = "alpha") -> Shown:
    """What an angle's own wording has to show."""
    shows = rules()[slug].shows
    assert shows
    return shows(Evidence(established), area, category)


def mix(second: float, third: float) -> dict[str, Series]:
    """Cannabis first, cocaine second and heroin third, the latter two at these numbers in every year."""
    return {"cannabis": history(700, 700), "cocaine": history(second, second), "heroin": history(third, third)}


def test_a_close_second_is_within_five_seizures_or_two_per_cent() -> None:
    """233 and 228 are close, as are 500 and 491; 233 and 227 are not, nor 500 and 490."""
    assert "close-second" in found(of_alpha(mix(233, 228)), "cocaine")
    assert "close-second" in found(of_alpha(mix(500, 491)), "cocaine")
    assert "close-second" not in found(of_alpha(mix(233, 227)), "cocaine")
    assert "close-second" not in found(of_alpha(mix(500, 490)), "cocaine")


def test_a_close_second_needs_fifty_of_each() -> None:
    """Among small numbers everything is close."""
    assert "close-second" not in found(of_alpha(mix(52, 49)), "cocaine")


def test_a_close_second_names_the_third_drug() -> None:
    """Its number and the one before stand beside the second's."""
    third = shown(of_alpha(mix(233, 232)), "close-second", "cocaine")["third"]

    assert isinstance(third, Category)
    assert third.slug == "heroin"


def test_drugs_level_with_each_other_are_told_once() -> None:
    """One of the two is taken as second, and the other as third."""
    established = of_alpha(mix(232, 232))

    assert 1 == sum("close-second" in found(established, drug) for drug in ("cocaine", "heroin"))


def test_a_third_drug_that_may_not_be_compared_makes_no_close_second() -> None:
    """A doubtful number is no neighbour."""
    doubtful = an_issue(from_year="2018-19", to_year="2018-19", categories=("heroin",), effect="suspect")

    assert "close-second" not in found(of_alpha(mix(233, 232), issues=(doubtful,)), "cocaine")


def test_one_drug_overtakes_another_by_a_tenth() -> None:
    """The order is swapped, and not by a hair."""
    heroin = history(100, 90)

    assert "overtakes" in found(of_alpha({"heroin": heroin, "crack": history(80, 99)}), "crack")
    assert "overtakes" not in found(of_alpha({"heroin": heroin, "crack": history(80, 98)}), "crack")


def test_level_the_year_before_is_not_behind() -> None:
    """What was level did not swap."""
    assert "overtakes" not in found(of_alpha({"heroin": history(80, 70), "crack": history(80, 99)}), "crack")


def test_to_be_left_in_front_is_not_to_overtake() -> None:
    """The other drug fell; this one stood still."""
    assert "overtakes" not in found(of_alpha({"heroin": history(100, 50), "crack": history(80, 80)}), "crack")


def test_thirty_of_both_drugs_in_both_years() -> None:
    """From 29 nothing is overtaken."""
    assert "overtakes" not in found(of_alpha({"heroin": history(40, 35), "crack": history(29, 60)}), "crack")


def test_the_most_often_found_of_those_passed_is_named() -> None:
    """Crack passed both; heroin is the larger."""
    drugs = {"heroin": history(100, 95), "ecstasy": history(90, 60), "crack": history(80, 120)}

    its = shown(of_alpha(drugs), "overtakes", "crack")

    assert isinstance(its["other"], Category)
    assert its["other"].slug == "heroin"


def test_nothing_is_overtaken_across_a_missing_year() -> None:
    """Without the year before there was no order."""
    heroin: Series = [*[100] * 8, None, 90]

    assert "overtakes" not in found(of_alpha({"heroin": heroin, "crack": history(80, 120)}), "crack")


def test_a_drug_no_story_is_about_is_not_overtaken() -> None:
    """Barbiturates interest nobody."""
    assert "overtakes" not in found(of_alpha({"barbiturates": history(100, 60), "crack": history(80, 120)}), "crack")


def test_a_share_shifts_by_five_points() -> None:
    """From 20 per cent of a thousand to 25, not to 24."""
    whole = [1000.0] * 10

    assert "share-shift" in found(of_alpha({"all": whole, "cocaine": history(200, 250)}), "cocaine")
    assert "share-shift" not in found(of_alpha({"all": whole, "cocaine": history(200, 249)}), "cocaine")


def test_a_share_shifts_where_the_number_stands_still() -> None:
    """A fall in everything else is a shift too."""
    assert "share-shift" in found(of_alpha({"all": history(1000, 700), "cocaine": history(200, 200)}), "cocaine")


def test_no_share_shifts_with_that_of_drugs_not_identified() -> None:
    """Where many more seizures have a drug to their name, every drug gains."""
    drugs: dict[str, Series] = {"all": [1000] * 10, "cocaine": history(200, 300), "unidentified": history(300, 100)}

    assert "share-shift" not in found(of_alpha(drugs), "cocaine")


def test_no_share_shifts_on_a_small_base() -> None:
    """Of 90 seizures a share is told as a number."""
    assert "share-shift" not in found(of_alpha({"all": history(95, 95), "cocaine": history(20, 40)}), "cocaine")


def test_a_class_diverges_from_the_total() -> None:
    """Class A up by half, all seizures down by a tenth."""
    established = of_alpha({"all": history(1000, 900), "class-a": history(200, 320)})

    assert {"class-diverges"} == found(established, "class-a") & {"class-diverges", "rise"}


def test_a_flat_total_is_nothing_to_diverge_from() -> None:
    """Half a per cent down is no direction."""
    established = of_alpha({"all": history(1000, 995), "class-a": history(200, 320)})

    assert "class-diverges" not in found(established, "class-a")


def test_a_drug_far_over_represented_is_told_from_three_per_cent() -> None:
    """Half as large a part again as nationally, on 50 seizures; below 3 per cent the shares might print alike."""
    national: Counts = {"national": {"all": [100_000] * 10, "ketamine": [2000] * 10}, **NO_POLICE}

    def with_ketamine(number: float) -> set[str]:
        drugs: dict[str, Series] = {"all": [2000] * 10, "ketamine": history(number, number)}
        return found(facts({"alpha": drugs, **PEERS, **national}), "ketamine")

    assert "share" in with_ketamine(60)
    assert "share" not in with_ketamine(59)


def test_a_part_of_the_country_counts_police_forces_only() -> None:
    """3 per cent of what is left of the national number without the other authorities."""
    national = {"national": {"all": [42_000] * 10}, "border-force": {"all": [10_000] * 10}}

    assert "national-part" in found(facts({"alpha": {"all": [960] * 10}, **PEERS, **national}))
    assert "national-part" not in found(facts({"alpha": {"all": [959] * 10}, **PEERS, **national}))


def test_concentration_needs_two_fifths_and_fifty() -> None:
    """40 per cent of all police forces' seizures of a drug, and a year before to tell beside it."""

    def with_ketamine(number: float, whole: float) -> set[str]:
        drugs: dict[str, Series] = {"all": QUIET, "ketamine": history(number, number)}
        national: Counts = {"national": {"all": [50_000] * 10, "ketamine": [whole] * 10}, **NO_POLICE}
        return found(facts({"alpha": drugs, **PEERS, **national}), "ketamine")

    assert "concentration" in with_ketamine(60, 150)
    assert "concentration" not in with_ketamine(60, 151)
    assert "concentration" not in with_ketamine(49, 100)


def test_a_part_of_a_region_needs_the_whole_region() -> None:
    """Half of the region's seizures are a third of it again; a force without a number leaves no whole."""
    three: Counts = {"alpha": {"all": [1500] * 10}, "beta": {"all": [700] * 10}, "gamma": {"all": [800] * 10}}
    gap: Counts = {**three, "gamma": {"all": [*[800] * 9, None]}}
    two: Counts = {name: three[name] for name in ("alpha", "beta")}

    assert "regional-part" in found(facts(three))
    assert "regional-part" not in found(facts(gap))
    assert "regional-part" not in found(facts(two))


def test_a_neighbour_that_records_too_little_leaves_no_region() -> None:
    """Any part of it would look large."""
    low: Counts = {
        "alpha": {"all": [1500] * 10},
        "beta": {"all": [1000] * 10},
        "gamma": {"all": [200] * 10},
        "delta": {"all": [700] * 10},
    }

    assert "regional-part" not in found(facts(low))


def test_a_region_holds_its_unranked_force_too() -> None:
    """The City is not ranked, but its seizures are made in the region."""
    table: Counts = {"alpha": {"all": [1500] * 10}, "beta": {"all": [700] * 10}, "city": {"all": [800] * 10}}

    its = shown(facts(table, areas=[an_area("city", is_ranked=False)], people={"city": 9000}), "regional-part")

    assert not isinstance(its["region"], Category)
    assert 3000 == getattr(its["region"], "value", None)


def test_the_first_year_held_compares_nothing() -> None:
    """In the first edition there is no year before."""
    table: Counts = {"alpha": {"all": [1000], "class-a": [300], "cocaine": [200], "heroin": [199]}}
    compared = {"close-second", "overtakes", "share-shift", "class-diverges", "concentration"}

    assert set() == compared & set(find_angles(facts(table))["slug"])
