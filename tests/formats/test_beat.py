"""The beat: every topic says soundly what its stories are filed under, or none of them can be sent."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wire_stories import BEAT, DORSET

from formats.official import concepts, needs_official
from storygen.errors import SettingsError, UsageError
from storygen.model.story import Beat, Change, Place
from storygen.paths import topic_folder, topics
from storygen.publishing import beat_of, slugline, urgency
from storygen.publishing.beat import FILE, KNOWN_TOPICS, RETIRED_GENRES, RETIRED_TOPICS
from storygen.publishing.outgoing.codes import AUTOMATION, AUTOMATION_NAME
from storygen.sources import read

OURS = (topic_folder("drug_seizures") / FILE).read_text(encoding="utf-8")
DRUGS = {"20000096", "20000095", "20000133"}


def beats() -> dict[str, Beat]:
    """The beat of every topic that has one."""
    return {topic: beat_of(topic) for topic in topics() if (topic_folder(topic) / FILE).is_file()}


@pytest.mark.parametrize("topic", topics())
def test_a_topic_s_beat_is_sound_or_its_stories_cannot_be_sent(topic: str) -> None:
    """And a sentence says why."""
    if (topic_folder(topic) / FILE).is_file():
        assert beat_of(topic).subjects
        return
    with pytest.raises(UsageError, match=f"Stories on {topic} cannot be sent: its folder has no wire.yaml"):
        beat_of(topic)


def test_a_topic_without_a_beat_is_refused_in_a_sentence(tmp_path: Path) -> None:
    """Its drafts are as good as any; nobody has said what they are filed under."""
    with pytest.raises(UsageError, match=r"Stories on test_topic cannot be sent: its folder has no wire\.yaml"):
        beat_of("test_topic", tmp_path)


@pytest.mark.parametrize("topic", beats())
def test_a_beat_names_every_source_of_its_topic_with_its_licence(topic: str) -> None:
    """A story may rest on any of them."""
    held = {(each.producer, each.title, each.licence) for each in read(topic).topic.sources}

    assert held == {(each.producer, each.title, each.licence) for each in beats()[topic].sources}


def test_seizures_are_filed_as_trafficking_drug_crime_and_police() -> None:
    """There is no topic for crime statistics or for narcotics."""
    assert DRUGS == {subject.code for subject in BEAT.subjects}
    assert ("POLICE Drugs", "Current") == (BEAT.catchline, BEAT.genre)


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ('code: "20000096"', 'code: "20000119"', "the Media Topic 20000119 has been retired by the IPTC"),
        ('code: "20000096"', 'code: "2000096"', "expected the eight figures of a Media Topic"),
        ("name: drug trafficking", "name: Drug trafficking", "is called 'drug trafficking', not 'Drug trafficking'"),
        ('"02001004"', '"02001005"', "the older code of 'drug trafficking' is 02001004, not 02001005"),
        ("genre: Current", "genre: Update", "the genre Update has been retired by the IPTC"),
        ("catchline: POLICE Drugs", "catchline: Drugs", "expected a word in capitals and another"),
        ('year_begins: "04-01"', 'year_begins: "31-03"', "expected a month and a day, as 04-01"),
        ("section: Crime", 'section: ""', "'section' is empty"),
        ("section: Crime", "sections: Crime", "unknown key 'sections'; perhaps 'section' was meant"),
        ('    url: ""', "    url: home office", "url is 'home office'; expected an address, or nothing"),
        ("producer: Home Office", 'producer: ""', "'producer' is empty"),
    ],
)
def test_what_is_wrong_with_a_beat_is_said_with_its_line(tmp_path: Path, before: str, after: str, message: str) -> None:
    """In a sentence, at the place."""
    line = OURS[: OURS.index(before)].count("\n") + 1
    (tmp_path / FILE).write_text(OURS.replace(before, after, 1), encoding="utf-8")

    with pytest.raises(SettingsError) as refused:
        beat_of("test_topic", tmp_path)
    assert message in str(refused.value)
    assert str(refused.value).startswith(f"test_topic/wire.yaml, line {line},")


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (DORSET, "POLICE Drugs Dorset"),
        (Place(slug="t", name="the Thames Valley", code="E", region="", nation=""), "POLICE Drugs Thames Valley"),
        (
            Place(slug="m", name="the Test area", headline="Met Police", code="E", region="", nation=""),
            "POLICE Drugs Met Police",
        ),
    ],
)
def test_a_slugline_is_the_catchline_and_the_place(place: Place, expected: str) -> None:
    """As short as in a headline, without an article."""
    assert expected == slugline(BEAT, place)


@given(st.decimals(0, 100, places=1), st.decimals(0, 100, places=1), st.sampled_from(Change))
def test_more_news_is_never_less_urgent(score: Decimal, other: Decimal, change: Change) -> None:
    """From 4 to 8: figures of a year that is over are no flash; a kill is the most urgent there is."""
    low, high = sorted((score, other))

    assert urgency(high, change) <= urgency(low, change)
    assert (1 if change is Change.KILL else urgency(score)) == urgency(score, change)
    assert 4 <= urgency(score) <= 8


@needs_official
def test_every_topic_and_genre_is_in_the_official_vocabulary() -> None:
    """By its exact name, not retired, with the older code the IPTC gives it."""
    held = concepts("mediatopic-cptall-en-GB_2025-10-09.json")
    genres = concepts("genre-cptall-en-GB_2026-03-06.json")
    used = dict(KNOWN_TOPICS)
    used |= {each.code: (each.name, each.subject_code) for beat in beats().values() for each in beat.subjects}

    for code, (name, older) in used.items():
        matches = [match for match in held[code].get("exactMatch", []) if "/subjectcode/" in match]
        assert (name, "retired" not in held[code]) == (held[code]["prefLabel"]["en-GB"], True)
        assert [each for each in (older,) if each] == [match.rpartition("/")[2] for match in matches]
    assert all("retired" in held[code] for code in RETIRED_TOPICS)
    assert {code for code, each in genres.items() if "retired" in each} == RETIRED_GENRES
    for beat in beats().values():
        assert beat.genre_name == genres[beat.genre]["prefLabel"]["en-GB"]


@needs_official
def test_the_digital_source_type_is_in_the_official_vocabulary() -> None:
    """Data-driven media: not algorithmic, and no model of language."""
    import json  # noqa: PLC0415 - only here

    from formats.official import OFFICIAL  # noqa: PLC0415 - only here

    path = OFFICIAL / "newscodes" / "digitalsourcetype_extract_2024-10-23.json"
    held = {each["code"]: each["prefLabel"] for each in json.loads(path.read_text(encoding="utf-8"))["concepts"]}

    assert AUTOMATION_NAME == held[AUTOMATION]
