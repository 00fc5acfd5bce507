"""Planning: what a story carries, at what length, under which headline, and on whose wish."""

from dataclasses import replace

import pytest
from papers import Editions

from storygen.errors import UsageError
from storygen.model.angle import Tells
from storygen.model.copy import Copy
from storygen.model.dataset import Dataset
from storygen.model.draft import Paragraph
from storygen.model.figure import Unit
from storygen.model.house import House
from storygen.model.plan import Form, Passage, StoryPlan
from storygen.newsroom import plans
from storygen.office import Office, Order, open_office
from storygen.planning.budget import Part, Worth, within
from storygen.writing import Desk

MOST = 3
IN_WORDS = {Unit.PLACE, Unit.YEARS, Unit.YEAR, Unit.TIMES}
APART = {"headline", "offer", "standfirst", "quote", "source", "disclosure", "ask"}
YEARS = ["2009-10", "2012-13", "2015-16", "2018-19"]
CARRIED = {"lead", "caveat", "national", "benchmark"}


def _body(copy: Copy) -> list[Paragraph]:
    return [each for each in copy.draft.paragraphs if each.role not in APART]


def _figures(paragraph: Paragraph) -> int:
    return sum(note.figure.unit not in IN_WORDS for note in paragraph.notes)


def _articles(copies: dict[str, Copy]) -> list[Copy]:
    return [copy for copy in copies.values() if copy.draft.plan.form is Form.ARTICLE]


def _office(area: str, lead: str | None = None) -> Office:
    return open_office(Order(areas=(area,), lead=lead))


def _plan(area: str, lead: str | None = None) -> StoryPlan:
    (plan,) = plans(_office(area, lead))
    return plan


@pytest.mark.parametrize("year", YEARS)
def test_no_paragraph_shows_more_than_three_figures(year: str, editions: Editions) -> None:
    """A reader can take in three; what needs more is told in two paragraphs."""
    crowded = [each.text for copy in _articles(editions(year)) for each in _body(copy) if _figures(each) > MOST]

    assert [] == crowded


@pytest.mark.parametrize("year", YEARS)
def test_no_story_shows_more_figures_than_its_house_allows(year: str, editions: Editions, desk: Desk) -> None:
    """The budget holds in print, not only in the plan."""
    allowed = desk.stylebook.house.figures

    shown = {copy.draft.plan.area.slug: sum(map(_figures, _body(copy))) for copy in _articles(editions(year))}

    assert {} == {area: figures for area, figures in shown.items() if figures > allowed}


@pytest.mark.parametrize("year", YEARS[1:])
def test_a_story_carries_what_it_must(year: str, editions: Editions) -> None:
    """Lead, benchmark, caveat and the country are in every story, however short the house wants it."""
    for copy in _articles(editions(year)):
        assert {each.role for each in copy.draft.paragraphs} >= CARRIED, copy.draft.plan.area.slug


@pytest.mark.parametrize("year", YEARS)
def test_a_headline_has_the_place_first_and_eighty_characters_at_most(year: str, editions: Editions) -> None:
    """Those on offer as well as the one on top (manual C.4)."""
    for copy in _articles(editions(year)):
        headlines = [each.text for each in copy.draft.paragraphs if each.role in {"headline", "offer"}]
        place = copy.draft.plan.area.headline
        assert [] == [text for text in headlines if len(text) > 80 or not text.startswith(place) or text.endswith(".")]
        assert len(headlines) == len(set(headlines))


def test_a_contrast_is_offered_only_where_two_truths_pull_apart(editions: Editions) -> None:
    """A first place with fewer seizures, or a high total beside a low rate: each as the facts have it."""
    offers = [
        (each, copy.draft.plan.lead)
        for copy in _articles(editions("2015-16"))
        for each in copy.draft.plan.passages
        if each.role == "offer"
    ]

    assert {"first-but-fewer", "against-country"} & {offer.section for offer, _ in offers}
    for offer, lead in offers:
        assert lead is not None
        assert offer.section != "first-but-fewer" or (lead.fact.fell and Tells.FIRST in lead.tells)
        assert offer.section != "high-but-below" or lead.fact.since is not None


def test_an_editor_may_choose_another_lead() -> None:
    """By code and category; the story is planned around it, what led before becomes a second, and it says so."""
    own, chosen = _plan("dorset"), _plan("dorset", "A48:heroin")

    assert own.lead is not None
    assert chosen.lead is not None
    assert ("multiple-of-national", "heroin") == (chosen.lead.slug, chosen.lead.fact.category.slug)
    assert chosen.is_chosen
    assert not own.is_chosen
    assert "angles/multiple-of-national" == next(each for each in chosen.passages if each.role == "lead").wording
    assert own.lead.slug in {angle.slug for angle in chosen.passed_over}


def test_a_weak_angle_may_be_wished_for_too() -> None:
    """An angle far down the list is worked out for print when an editor wants it."""
    wished = _plan("dorset", "quantity:heroin")

    assert wished.lead is not None
    assert "quantity" == wished.lead.slug
    assert not wished.lead.can_lead


@pytest.mark.parametrize(
    ("area", "lead", "said"),
    [
        ("sussex", "A33:cocaine", "no angle A33:cocaine that holds"),
        ("lancashire", "A30", "A guard forbids an article on Lancashire"),
        ("dorset", "A30:herion", "did you mean heroin"),
    ],
)
def test_a_wish_that_cannot_be_had_is_refused_in_a_sentence(area: str, lead: str, said: str) -> None:
    """Naming the force, and where to look."""
    with pytest.raises(UsageError, match=said):
        _plan(area, lead)


def test_a_lead_is_chosen_for_one_force() -> None:
    """One angle cannot lead everywhere."""
    with pytest.raises(UsageError, match="for one force"):
        open_office(Order(lead="A30"))


def test_the_law_follows_a_rank_for_one_drug(dataset: Dataset, editions: Editions) -> None:
    """The sentences are those of the drug's class in that year, and an editor is asked to check them."""
    told = [copy for copy in _articles(editions("2018-19")) if copy.draft.of_role("law")]

    assert told
    for copy in told:
        lead = copy.draft.plan.lead
        assert lead is not None
        group = lead.fact.category.group_in("2018-19")
        (penalty,) = (each for each in dataset.topic.law if each.group == group)
        shown = [note.figure.value for note in copy.draft.of_role("law")[0].notes]
        assert [years for years in (penalty.possession, penalty.supply) if years] == shown
        assert ("life in prison" in copy.draft.of_role("law")[0].text) == (penalty.supply is None)
        assert any("maximum sentences" in each.text for each in copy.draft.of_role("ask"))


def test_no_law_is_told_of_what_is_lawful_to_have(dataset: Dataset) -> None:
    """To possess anabolic steroids for one's own use is no offence."""
    steroids, valium = (dataset.topic.category(slug) for slug in ("anabolic-steroids", "benzodiazepines"))

    assert not [each for each in dataset.topic.law if each.covers(steroids, "2018-19")]
    assert ["class-c"] == [each.group for each in dataset.topic.law if each.covers(valium, "2018-19")]


def test_the_law_follows_a_drug_from_class_to_class(dataset: Dataset) -> None:
    """Ketamine was of class C to 2013-14 and of class B from then on."""
    ketamine = dataset.topic.category("ketamine")

    groups = [
        [each.group for each in dataset.topic.law if each.covers(ketamine, year)] for year in ("2013-14", "2014-15")
    ]

    assert [["class-c"], ["class-b"]] == groups


def _a_part(role: str, *, figures: int, worth: Worth = Worth.MUST) -> Part:
    return Part(passages=(Passage(role=role, wording="w", section="s", fact=None),), figures=figures, worth=worth)


def _kept(parts: list[Part], house: House) -> list[str]:
    return [passage.role for passage in within(parts, house)]


def test_the_worthiest_fit_first_and_stay_in_order(desk: Desk) -> None:
    """What must be said is said; the rest as far as there is room, told in the order of the story."""
    house = replace(desk.stylebook.house, figures=8, paragraphs=4)
    parts = [
        _a_part("lead", figures=3),
        _a_part("spread", figures=3, worth=Worth.SPREAD),
        _a_part("mix", figures=2, worth=Worth.MIX),
        _a_part("national", figures=3),
        _a_part("driver", figures=0, worth=Worth.DRIVER),
    ]

    assert ["lead", "mix", "national", "driver"] == _kept(parts, house)
    assert ["lead", "national"] == _kept(parts, replace(house, figures=0))
    assert ["lead", "mix", "national"] == _kept(parts, replace(house, paragraphs=3))


def test_a_fuller_way_waits_for_room_that_nothing_else_needs(desk: Desk) -> None:
    """It takes the place of the shorter one only where every part that fits has been taken."""
    house = replace(desk.stylebook.house, figures=5, paragraphs=4)
    mix = replace(_a_part("mix", figures=2, worth=Worth.MIX), fuller=_a_part("shares", figures=3))
    parts = [_a_part("lead", figures=2), mix, _a_part("spread", figures=1, worth=Worth.SPREAD)]

    assert ["lead", "mix", "spread"] == _kept(parts, house)
    assert ["lead", "shares", "spread"] == _kept(parts, replace(house, figures=6))
    assert ["lead", "shares"] == _kept(parts[:2], house)


def test_a_shorter_house_tells_less_of_the_same_story(desk: Desk) -> None:
    """Fewer paragraphs, in the same order, none of them new."""
    house = desk.stylebook.house
    short = replace(house, paragraphs=8)
    offices = [
        replace(_office("dorset"), desk=replace(desk, stylebook=replace(desk.stylebook, house=each)))
        for each in (house, short)
    ]

    long_story, short_story = (
        [(each.wording, each.section) for each in next(plans(office)).passages] for office in offices
    )

    assert len(short_story) < len(long_story)
    assert [each for each in long_story if each in short_story] == short_story


@pytest.mark.parametrize("year", YEARS[1:])
def test_nothing_is_offered_or_asked_that_the_copy_does_not_tell(year: str, editions: Editions) -> None:
    """A headline on offer, and a further angle of the plan, is about something a paragraph of the body says (R24)."""
    for copy in _articles(editions(year)):
        plan = copy.draft.plan
        told = {(each.wording, each.fact) for each in plan.passages if each.role not in APART and each.fact}
        offered = {
            (each.wording, each.fact)
            for each in plan.passages
            if each.role == "offer" and each.wording.startswith("angles/")
        }

        assert offered <= told, plan.area.slug
        assert {(f"angles/{each.slug}", each.fact) for each in plan.seconds} <= told, plan.area.slug


@pytest.mark.parametrize("area", ["durham", "avon-and-somerset", "west-mercia", "warwickshire"])
def test_growth_that_is_more_than_all_unnamed_is_told_as_such(area: str, editions: Editions) -> None:
    """Where seizures with a drug identified fell, the total's rise is no part of theirs, nor a run of rises."""
    copy = editions("2018-19")[area]
    angles = copy.draft.plan.angles
    assert angles
    assert angles.total
    assert angles.unidentified
    assert angles.unidentified_before
    assert angles.total.difference

    more_unnamed = angles.unidentified.count.value - angles.unidentified_before.value
    told = [each.text for each in copy.draft.paragraphs if each.wording == "story/unidentified#more-than-growth"]

    assert more_unnamed > angles.total.difference.value
    assert len(told) == 1
    assert "fewer with a drug identified" in told[0]
    assert not any("in a row" in each.text for each in copy.draft.of_role("total"))


def test_growth_that_is_in_part_unnamed_is_told_as_a_part(editions: Editions) -> None:
    """At Greater Manchester seizures with a drug identified rose as well."""
    wordings = {each.wording for each in editions("2018-19")["greater-manchester"].draft.paragraphs}

    assert "story/unidentified#growth" in wordings
    assert "story/unidentified#more-than-growth" not in wordings


@pytest.mark.parametrize("year", YEARS[1:])
def test_no_contrast_is_drawn_between_two_things_that_go_one_way(year: str, editions: Editions) -> None:
    """A number that fell and a rate below the country's are no "even so", nor one that rose and a rate above."""
    for copy in _articles(editions(year)):
        for each in (each for each in copy.draft.plan.passages if each.wording == "story/benchmark"):
            assert each.fact
            assert not (each.section in {"but-below", "but-just-below"} and each.fact.fell), copy.draft.plan.area.slug
            assert not (each.section in {"but-above", "but-just-above"} and each.fact.rose), copy.draft.plan.area.slug
