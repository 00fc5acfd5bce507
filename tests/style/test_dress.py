"""Dress: dashes, capitals, marks and the letters of headlines, on copy in the making."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storygen.model.house import Headline, House
from storygen.style import Stylebook
from storygen.style.agreement import PLURALS

PLAIN = House(name="plain", title="Plain", disclosure="")
OPEN, CLOSE = "\ue000\ue100", "\ue001"
COPY = st.text(st.sampled_from("ab C12.,'’\"“” –\ue000\ue001"), max_size=40)


@pytest.mark.parametrize(
    ("dash", "words"), [("en", "all – of them – did"), ("em", "all — of them — did"), ("comma", "all, of them, did")]
)
def test_an_aside_is_set_off_as_the_house_has_it(dash: str, words: str) -> None:
    """Spaced dashes, or commas."""
    assert f"They {words}." == Stylebook(replace(PLAIN, dash=dash)).dress("They all – of them – did.")  # type: ignore[arg-type]  # one of the words allowed


@given(COPY, st.sampled_from(["straight", "curly"]), st.sampled_from(["double", "single"]))
def test_marks_change_nothing_but_marks(text: str, quotes: str, marks: str) -> None:
    """Whatever stands between them, in whatever order; and those of the other form are gone."""
    book = Stylebook(replace(PLAIN, quotes=quotes, quote_marks=marks))  # type: ignore[arg-type]  # one of the words allowed
    bare = {ord(mark): "" for mark in "'’\"“”‘"}

    dressed = book.dress(text)

    assert Stylebook(PLAIN).dress(text).translate(bare) == dressed.translate(bare)
    assert not set("’‘“”" if quotes == "straight" else "'") & set(dressed)


@pytest.mark.parametrize(
    ("typed", "set_in"),
    [
        ("the force's figures", "The force’s figures"),
        ("all forces' figures", "All forces’ figures"),
        ('She said: "It\'s so."', "She said: “It’s so.”"),
        ("He called it 'the force's work' again", "He called it “the force’s work” again"),
        ("“Already ‘set’ so”", "“Already ‘set’ so”"),
        ("\"It goes on, 'they say', below.", "“It goes on, ‘they say’, below."),
    ],
)
def test_apostrophes_and_quotation_marks_are_told_apart(typed: str, set_in: str) -> None:
    """Possessives, plural ones too, and quotes within quotes."""
    assert set_in == Stylebook(replace(PLAIN, quotes="curly")).dress(typed)


def test_somebodys_words_are_left_as_they_were_said() -> None:
    """Only the marks round them, and the apostrophe, are the house's."""
    book = Stylebook(replace(PLAIN, dash="comma", class_caps=True, quotes="curly", quote_marks="single"))

    dressed = book.dress('"30 people – all of class A – didn\'t." So it was – of class A – again. "12 more')

    assert "‘30 people – all of class A – didn’t.’ So it was, of Class A, again. ‘12 more" == dressed


@pytest.mark.parametrize(
    ("typed", "set_in"),
    [
        (f"{OPEN}33{CLOSE} of them", f"{OPEN}Thirty-three{CLOSE} of them"),
        (f"It rose. {OPEN}5%{CLOSE} were", f"It rose. {OPEN}Five per cent{CLOSE} were"),
        (f"{OPEN}five{CLOSE} forces", f"{OPEN}Five{CLOSE} forces"),
        (f"{OPEN}21st{CLOSE} of them", f"{OPEN}Twenty-first{CLOSE} of them"),
        (f"{OPEN}0.3 per cent{CLOSE} were", f"{OPEN}0.3 per cent{CLOSE} were"),
        (f"{OPEN}2018-19{CLOSE} was", f"{OPEN}2018-19{CLOSE} was"),
        (f"a rate of 0.3 {OPEN}12{CLOSE}", f"A rate of 0.3 {OPEN}12{CLOSE}"),
    ],
)
def test_a_number_in_front_is_spelled_inside_its_note(typed: str, set_in: str) -> None:
    """The marks of the notebook stay round it; what has no words of its own is left."""
    assert set_in == Stylebook(PLAIN).dress(typed)


def test_years_that_end_in_a_year_end_in_its_month() -> None:
    """The note keeps what is left."""
    dressed = Stylebook(PLAIN).dress(f"Over the eight years to {OPEN}the year to March 2019{CLOSE} it rose")

    assert f"Over the eight years to {OPEN}March 2019{CLOSE} it rose" == dressed


@pytest.mark.parametrize(
    ("case", "words"),
    [
        ("sentence", "the 10th rise in 5kg of 'crack' a year"),
        ("title", "The 10th Rise in 5kg of 'Crack' a Year"),
        ("upper", "THE 10th RISE IN 5kg OF 'CRACK' A YEAR"),
    ],
)
def test_a_headline_has_the_houses_letters(case: str, words: str) -> None:
    """Small words stay small inside a title, and what hangs on a figure is left alone."""
    book = Stylebook(replace(PLAIN, headline=Headline(case=case)))  # type: ignore[arg-type]  # one of the words allowed

    assert words == book.headline("the 10th rise in 5kg of 'crack' a year")


def test_quotation_marks_in_a_headline_are_single() -> None:
    """As newspapers have them, whatever the copy below does."""
    assert "They call it 'news'" == Stylebook(PLAIN).in_headlines().dress('They call it "news"')


@pytest.mark.parametrize("word", sorted(PLURALS))
def test_a_word_agrees_with_the_force(word: str) -> None:
    """Itself in the singular, another word in the plural."""
    assert word == Stylebook(PLAIN).agree(word)
    assert PLURALS[word] == Stylebook(replace(PLAIN, force="plural")).agree(word) != word


def test_a_word_whose_plural_is_not_known_is_refused() -> None:
    """In the singular too, so that a wording is found out before it is ever needed."""
    with pytest.raises(ValueError, match=r"'makes' has no plural here; known are was, has"):
        Stylebook(PLAIN).agree("makes")
