"""The bank: words come out as they went in, and whatever was tampered with is refused."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from bank import AT, OFFICER, a_quote, an_entry
from hypothesis import given, settings
from hypothesis import strategies as st

from storygen.errors import SettingsError, UsageError
from storygen.model.quote import Quote
from storygen.model.speaker import Speaker
from storygen.paths import shipped
from storygen.quoting import keep, open_contacts, paragraphs, record
from storygen.settings import load
from storygen.whole import PART

SHIPPED = shipped("quotes") / "drug_seizures"
WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)


@settings(max_examples=60, deadline=None)
@given(words=WORDS)
def test_words_come_out_as_they_went_in(tmp_path_factory: pytest.TempPathFactory, words: str) -> None:
    """Whatever characters they hold."""
    quote = a_quote(words, "Test end.")

    assert quote == load(keep(tmp_path_factory.mktemp("bank"), quote), Quote)


@settings(max_examples=60, deadline=None)
@given(found=st.lists(st.from_regex(r"[a-z*<>\u202e][a-z*<>\u202e ]*[a-z]", fullmatch=True), min_size=1, max_size=4))
def test_paragraphs_are_parted_by_empty_lines_and_otherwise_left(found: list[str]) -> None:
    """No character inside one is lost, moved or added."""
    assert tuple(found) == paragraphs("\n\n".join(found) + "\n")


@pytest.mark.parametrize(
    "text", ["", " \n\n ", '"Test words."', "“Test one.\n\n“Test two.”", "'Test's words.'", "‘Test one.\n\n‘Two.’"]
)
def test_words_that_cannot_be_added_are_refused(text: str) -> None:
    """None at all, or with the marks of the whole still on."""
    with pytest.raises(UsageError):
        paragraphs(text)


def test_marks_at_both_ends_may_be_words() -> None:
    """Words that begin and end with something quoted are not in quotation marks themselves."""
    assert ('"Test" is not "words"',) == paragraphs('"Test" is not "words"')


def test_a_changed_word_is_refused(tmp_path: Path) -> None:
    """The file says whose id no longer fits, and what to do."""
    path = keep(tmp_path, a_quote("Test words."))
    path.write_text(path.read_text().replace("Test words.", "Other words."))
    record(tmp_path, an_entry("added", quote=path.stem))

    with pytest.raises(SettingsError, match="are not those that were added; put them back"):
        open_contacts(SHIPPED, tmp_path)


def test_scope_and_rights_may_be_edited(tmp_path: Path) -> None:
    """What a newsroom learns later changes no word."""
    path = keep(tmp_path, a_quote())
    path.write_text(path.read_text().replace("reuse: ok", "reuse: ask"))
    record(tmp_path, an_entry("added", quote=path.stem))

    assert ["ask"] == [quote.rights.reuse for quote in open_contacts(SHIPPED, tmp_path).quotes]


def test_faults_of_several_files_come_together(tmp_path: Path) -> None:
    """Whoever mends the bank mends it once."""
    for number, quote in enumerate((a_quote("Test one."), a_quote("Test two."))):
        path = keep(tmp_path, quote)
        path.write_text(path.read_text().replace("level: force", f"level: wrong{number}"))

    with pytest.raises(SettingsError) as refused:
        open_contacts(SHIPPED, tmp_path)

    assert all(f"wrong{number}" in str(refused.value) for number in (0, 1))
    assert 2 == str(refused.value).count(".yaml, line ")


def test_only_what_the_log_says_was_added_counts(tmp_path: Path) -> None:
    """A file put there by hand, and a quote taken back, are held and not used."""
    by_hand, taken_back, sound = (a_quote(f"Test {word}.") for word in ("one", "two", "three"))
    for quote in (by_hand, taken_back, sound):
        keep(tmp_path, quote)
    added = (an_entry("added", quote=quote.id) for quote in (taken_back, sound))
    record(tmp_path, *added, an_entry("withdrawn", quote=taken_back.id))

    contacts = open_contacts(SHIPPED, tmp_path)

    assert (sound,) == contacts.quotes
    assert {by_hand.id, taken_back.id} == set(contacts.uncounted)


def test_a_file_a_kill_left_half_written_is_none_of_the_banks(tmp_path: Path) -> None:
    """At whatever moment: the quotes that are whole are read, and the next one can be added."""
    path = keep(tmp_path, a_quote())
    part = path.with_name(f"{PART}{path.name}")
    for end in (0, 10, len(path.read_text())):
        part.write_text(path.read_text()[:end])
        assert (path.stem,) == open_contacts(SHIPPED, tmp_path).uncounted

    assert path == keep(tmp_path, a_quote())
    assert not part.exists()


def test_a_quote_under_another_name_is_refused(tmp_path: Path) -> None:
    """A copy of a file would let the same words stand twice."""
    path = keep(tmp_path, a_quote())
    path.rename(path.with_name("copy.yaml"))

    with pytest.raises(SettingsError, match=r"copy.yaml, line 3, column 1: the file holds qb-.* a quote is kept once"):
        open_contacts(SHIPPED, tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "line", "why"),
    [
        ("voice: force_spokesperson", "voice: force_spokeperson", 7, "there is no voice 'force_spokeperson'; did you"),
        ("level: force", "level: national", 14, "a scope of level national names no force"),
        ("  - dorset", "  - dorset\n  - kent", 14, "force_spokesperson speaks about one area"),
        ("organisation: Test", "organisation: Other", 3, "are not those that were added"),
        ("evidence: test.eml", 'evidence: ""', 24, "what shows that they were said"),
    ],
)
def test_what_a_hand_spoils_in_the_bank_is_refused_with_its_line(
    tmp_path: Path, old: str, new: str, line: int, why: str
) -> None:
    """A voice nobody has, a scope that is not meant, another speaker: each with the file and where."""
    path = keep(tmp_path, a_quote())
    path.write_text(path.read_text().replace(old, new))

    with pytest.raises(SettingsError, match=why) as refused:
        open_contacts(SHIPPED, tmp_path)

    assert (str(path), line) == (refused.value.file, refused.value.line)


def test_a_newsroom_may_have_voices_and_bodies_of_its_own(tmp_path: Path) -> None:
    """Its list of voices stands in place of the one that ships; its bodies come on top."""
    (tmp_path / "directory.yaml").write_text("organisations:\n- {id: test, name: a test body, level: national}\n")
    text = (SHIPPED / "slots.yaml").read_text().replace("organisations: [npcc]", "organisations: [npcc, test]")
    (tmp_path / "slots.yaml").write_text(text)

    contacts = open_contacts(SHIPPED, tmp_path)

    assert ("npcc", "test") == tuple(body.id for body in contacts.bodies_of(contacts.voice("npcc")))
    assert "police-force" in contacts.directory


@pytest.mark.parametrize("address", ["press office", "a@b\nBcc: c@d", "Press <press@force.example>"])
def test_an_address_no_letter_could_go_to_is_refused(tmp_path: Path, address: str) -> None:
    """With its line, before any letter is written."""
    body = {"id": "test", "name": "a test body", "level": "national", "press": address}
    (tmp_path / "directory.yaml").write_text(f"organisations:\n- {json.dumps(body)}\n")

    with pytest.raises(SettingsError, match=r"line 2, .*is no e-mail address"):
        open_contacts(SHIPPED, tmp_path)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Test one\r\nof two lines.\r\n\r\nTest two.\r\n", ("Test one\nof two lines.", "Test two.")),
        ("  Test one. \n \t\n\n  Test  two.\n", ("Test one.", "Test  two.")),
        ("'Tis a 'test'.", ("'Tis a 'test'.",)),
    ],
)
def test_how_lines_end_is_the_files_and_not_the_speakers(text: str, found: tuple[str, ...]) -> None:
    """Nor is the space round a paragraph."""
    assert found == paragraphs(text)


WHOLE = ("Test of a very artificial kind, it is.", "Another test.")


@pytest.mark.parametrize(
    "partial",
    ["very artificial", "Very artificial kind", "rtificial kind, it", "it is. Another test", " a very artificial "],
)
def test_a_partial_quote_stands_in_the_words(partial: str) -> None:
    """At least three, whole, in one paragraph, and to the byte."""
    with pytest.raises(ValueError, match="partial quote"):
        a_quote(*WHOLE, partial=partial)

    assert ("very artificial kind",) == a_quote(*WHOLE, partial="very artificial kind").printed


@pytest.mark.parametrize(
    ("speaker", "why"),
    [
        ({"name": "Test Speaker One"}, "needs a role"),
        ({"organisation": " "}, "an organisation"),
        ({"rank": "Test Superintendent"}, "needs the name"),
        ({"name": "Test One", "role": 'the "test"'}, "holds quotation marks"),
        ({"name": "Test One", "role": "the 'test'"}, "holds quotation marks"),
        ({"name": "Test One", "role": "a\ntest"}, "a line break"),
        ({"name": "Test \u202eOne", "role": "a test"}, "cannot be seen"),
    ],
)
def test_nobody_is_quoted_who_cannot_be_introduced(speaker: dict[str, str], why: str) -> None:
    """A name needs a role, and anybody an organisation."""
    with pytest.raises(ValueError, match=why):
        Speaker(**{"organisation": "Test Organisation", **speaker})


def test_a_quote_needs_a_time_with_its_zone() -> None:
    """Noon is at several times."""
    obtained = a_quote(speaker=OFFICER).obtained

    with pytest.raises(ValueError, match="needs its zone"):
        replace(obtained, at=AT.replace(tzinfo=None))
