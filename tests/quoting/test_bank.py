"""The bank: words come out as they went in, and whatever was tampered with is refused."""

from dataclasses import replace
from pathlib import Path

import pytest
from bank import AT, OFFICER, a_quote, an_entry
from hypothesis import given, settings
from hypothesis import strategies as st

from storygen.errors import SettingsError, UsageError
from storygen.model.quote import Quote, Speaker
from storygen.paths import shipped
from storygen.quoting import keep, open_contacts, paragraphs, record
from storygen.settings import load

SHIPPED = shipped("quotes") / "drug_seizures"
WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)


@settings(max_examples=60, deadline=None)
@given(words=WORDS)
def test_words_come_out_as_they_went_in(tmp_path_factory: pytest.TempPathFactory, words: str) -> None:
    """Whatever characters they hold."""
    quote = a_quote(words, "Test end.")

    assert quote == load(keep(tmp_path_factory.mktemp("bank"), quote), Quote)


@settings(max_examples=60, deadline=None)
@given(found=st.lists(st.from_regex(r"[a-z*<>\u202e ]*[a-z]", fullmatch=True), min_size=1, max_size=4))
def test_paragraphs_are_parted_by_empty_lines_and_otherwise_left(found: list[str]) -> None:
    """No character inside one is lost, moved or added."""
    assert tuple(found) == paragraphs("\n\n".join(found) + "\n")


@pytest.mark.parametrize("text", ["", " \n\n ", '"Test words."', "“Test one.\n\n“Test two.”"])
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


def test_the_same_words_are_not_added_twice(tmp_path: Path) -> None:
    """From the same speaker at the same time."""
    keep(tmp_path, a_quote())

    with pytest.raises(UsageError, match="holds these words already"):
        keep(tmp_path, a_quote())


@pytest.mark.parametrize(
    ("speaker", "why"), [({"name": "Test Speaker One"}, "needs a role"), ({"organisation": " "}, "an organisation")]
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
