"""Setting: words to the byte, in every house, between its marks and with their speaker."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import golden
import pytest
from bank import OFFICER, SPOKESPERSON, a_quote, an_entry, holding
from hypothesis import given, settings
from hypothesis import strategies as st

from storygen.model.contacts import Contacts
from storygen.model.copy import Copy
from storygen.model.dataset import Dataset
from storygen.model.house import House
from storygen.model.plan import StoryPlan
from storygen.model.quote import Quote
from storygen.paths import wordings_of
from storygen.proofing import proof
from storygen.quoting import answered
from storygen.style import Stylebook
from storygen.writing import Desk, open_desk, write

Stories = dict[str, StoryPlan]
Tell = Callable[..., Copy]
FULL = "Test Superintendent Test Speaker One, head of tests at Test Organisation"
HOUSES = golden.houses()
SINGLE = replace(HOUSES[0], name="single", quote_marks="single")
HOSTILE = (
    "**Bold** _italics_ `code` [link](https://test.example) ![x](y) {{ fact }} {% if %} # no heading | no | table",
    "<b>Test</b> &amp; <script>test()</script> <!-- -->",
    "Test \"quotes 'within' quotes\" and “curly ‘ones’ too” – 5 per cent, 1,234,567 and  two  spaces\t.",
    "Test \u202eright to left\u202c \u200f\u200e and a\u00a0hard space, e\u0301 and \ufb01, \ue000\ue001\ue100\ue002.",
    "123 starts with a number. class A soared because of class B - thanks to an epidemic.\n# A second line",
    "[QUOTE NEEDED: nobody – nothing]",
)


def desk_of(house: House, dataset: Dataset) -> Desk:
    """A house's writing desk."""
    return open_desk(dataset.topic, Stylebook(house), wordings_of(golden.TOPIC))


@pytest.fixture(scope="session")
def tell(stories: Stories, contacts: Contacts, dataset: Dataset) -> Tell:
    """Write and proof Dorset's story at a desk, with what was said."""

    def told(desk: Desk, *quotes: Quote) -> Copy:
        (plan,) = answered([stories["dorset"]], holding(contacts, *quotes), house=desk.stylebook.house.name)
        return proof(write(plan, desk), dataset, quotes)

    return told


def voices(copy: Copy) -> list[str]:
    """What somebody says in a story, a paragraph an item."""
    return [paragraph.text for paragraph in copy.draft.of_role("voice")]


@pytest.mark.parametrize("house", HOUSES, ids=lambda house: house.name)
def test_hostile_words_stand_to_the_byte_in_every_house(tell: Tell, dataset: Dataset, house: House) -> None:
    """Markdown, HTML, marks within marks, marks of direction, our own private marks: and the desk holds nothing."""
    copy = tell(desk_of(house, dataset), a_quote(*HOSTILE))

    assert len(HOSTILE) == len(voices(copy))
    for number, (words, text) in enumerate(zip(HOSTILE, voices(copy), strict=True)):
        introduction, found, behind = text.partition(words)
        assert words == found
        assert introduction[:-1] == ("A Test Organisation spokesperson said: " if number == 0 else "")
        assert introduction[-1] in "\"'“‘"
        assert bool(behind) == (number == len(HOSTILE) - 1)
    assert () == copy.findings


@settings(max_examples=40, deadline=None)
@given(words=st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip))
def test_any_words_stand_to_the_byte(tell: Tell, desk: Desk, words: str) -> None:
    """Whatever the characters."""
    copy = tell(desk, a_quote(words, "Test end."))

    assert words == voices(copy)[0][len("A Test Organisation spokesperson said: ") + 1 :]


@pytest.mark.parametrize("house", HOUSES, ids=lambda house: house.name)
def test_nothing_else_in_the_story_changes(tell: Tell, stories: Stories, dataset: Dataset, house: House) -> None:
    """The words stand where the slot stood; every other paragraph is the same."""
    desk = desk_of(house, dataset)
    before = write(stories["dorset"], desk)
    after = tell(desk, a_quote()).draft

    force = next(each for each in before.of_role("quote") if "press office" in each.text)
    changed = [each if each is not force else after.of_role("voice")[0] for each in before.paragraphs]
    assert changed == list(after.paragraphs)


@pytest.mark.parametrize("house", HOUSES, ids=lambda house: house.name)
def test_a_running_quote_opens_every_paragraph_and_closes_once(tell: Tell, dataset: Dataset, house: House) -> None:
    """In the house's own marks."""
    marks = {("straight", "double"): ('"', '"'), ("curly", "double"): ("“", "”"), ("straight", "single"): ("'", "'")}
    opening, closing = marks.get((house.quotes, house.quote_marks), ("‘", "’"))

    first, second = voices(tell(desk_of(house, dataset), a_quote("Test one.", "Test two.")))

    assert f"A Test Organisation spokesperson said: {opening}Test one." == first
    assert f"{opening}Test two.{closing}" == second


@pytest.mark.parametrize(
    ("words", "marks"),
    [('Test "a" b.', "''"), ("It's a test.", '""'), ("Test 'a' b.", '""'), ("Test \"a 'b' c\".", '""')],
)
def test_the_outer_marks_give_way_to_those_within(tell: Tell, desk: Desk, words: str, marks: str) -> None:
    """The words keep their own; an apostrophe is no mark."""
    (text,) = voices(tell(desk, a_quote(words)))

    assert text.endswith(f"{marks[0]}{words}{marks[1]}")


def a_quote_by(method: Any, *, named: bool) -> Quote:  # noqa: ANN401 - one of the ways
    """A quote obtained some way from somebody."""
    obtained = replace(a_quote().obtained, method=method)
    return a_quote(speaker=OFFICER if named else SPOKESPERSON, obtained=obtained)


@pytest.mark.parametrize(
    ("quote", "introduction"),
    [
        (a_quote_by("email", named=True), f"{FULL}, said:"),
        (a_quote_by("website", named=True), f"In a statement, {FULL}, said:"),
        (a_quote_by("phone", named=False), "A Test Organisation spokesperson said:"),
        (a_quote_by("statement", named=False), "In a statement, Test Organisation said:"),
        (a_quote_by("report", named=False), "The report by Test Organisation says:"),
    ],
)
def test_a_speaker_is_introduced_in_full(tell: Tell, desk: Desk, quote: Quote, introduction: str) -> None:
    """Rank or title, name and role; or whose spokesperson it is."""
    assert [f'{introduction} "Test words."'] == voices(tell(desk, quote))


def test_a_second_time_the_surname_will_do(tell: Tell, desk: Desk) -> None:
    """Added, once; then said again."""
    seats = ("force_spokesperson", "council", "mp")

    _, second, third = voices(tell(desk, *(a_quote(f"Test {seat}.", voice=seat, speaker=OFFICER) for seat in seats)))

    assert second.startswith('One added: "Test ')
    assert third.startswith('One said: "Test ')


WHOLE = "Test words of several kinds, with more to come."


@pytest.mark.parametrize(
    ("quote", "printed"),
    [
        (a_quote(WHOLE, partial="words of several kinds"), 'A Test Organisation spokesperson spoke of "{}".'),
        (a_quote(WHOLE, partial="words of several kinds", speaker=OFFICER), f'{FULL}, spoke of "{{}}".'),
        (
            a_quote(WHOLE, speaker=replace(SPOKESPERSON, organisation="the Other Body")),
            "An Other Body spokesperson said: ",
        ),
    ],
)
@pytest.mark.parametrize("house", HOUSES, ids=lambda house: house.name)
def test_a_partial_quote_is_set_as_one(tell: Tell, dataset: Dataset, quote: Quote, printed: str, house: House) -> None:
    """The words a person chose and no others, in one sentence, in every house; nothing is held."""
    copy = tell(desk_of(house, dataset), quote)
    (text,) = voices(copy)

    plain = re.sub("[“”‘’']", '"', text)
    assert printed.format(quote.partial) in plain
    assert (WHOLE in text) == (not quote.partial)
    assert () == copy.findings


def test_words_of_another_year_are_dated(stories: Stories, contacts: Contacts, desk: Desk, dataset: Dataset) -> None:
    """Wherever an editor lets them stand (manual Q4)."""
    for speaker, introduction in ((OFFICER, FULL), (SPOKESPERSON, "a Test Organisation spokesperson")):
        quote = a_quote(data_year="2017-18", speaker=speaker)
        held = holding(contacts, quote, log=(an_entry("approved", quote=quote.id),))
        (plan,) = answered([stories["dorset"]], held, house="regional")
        copy = proof(write(plan, desk), dataset, [quote])

        comma = "," if speaker is OFFICER else ""
        said = f'When the figures for 2017-18 were published, {introduction}{comma} said: "Test words."'
        assert ([said], ()) == (voices(copy), copy.findings)


def test_whoever_is_heard_first_is_introduced_first(tell: Tell, desk: Desk) -> None:
    """In the order of the story, whatever the order of the catalogue; later by the name they go by."""
    officer = replace(OFFICER, known_as="Superintendent One")

    first, second = voices(
        tell(desk, *(a_quote(f"Test {each}.", voice=each, speaker=officer) for each in ("mp", "nca")))
    )

    assert f'{FULL}, said: "Test nca."' == first
    assert 'Superintendent One added: "Test mp."' == second


def test_words_that_stand_in_their_own_introduction_are_found(tell: Tell, desk: Desk) -> None:
    """Behind the mark, and not where the same letters come first."""
    copy = tell(desk, a_quote("said"))

    assert ['A Test Organisation spokesperson said: "said"'] == voices(copy)
    assert () == copy.findings


def test_a_figure_nobody_can_find_is_a_note_and_no_change(tell: Tell, desk: Desk) -> None:
    """232 heroin seizures stand in the tables, and nothing stands at 7,777."""
    words = "Test: 232 seizures, or 7,777."

    copy = tell(desk, a_quote(words))

    assert ["A quote says 7,777: no figure of this story, nor in its tables; ask about it."] == list(copy.doubts)
    assert () == copy.findings
    assert words in voices(copy)[0]


@pytest.mark.parametrize("change", [lambda words: words + "!", str.upper, lambda words: words.replace("e", "é", 1)])
@pytest.mark.parametrize("house", [*HOUSES, SINGLE], ids=lambda house: house.name)
def test_one_byte_off_the_bank_is_held(
    tell: Tell, dataset: Dataset, house: House, change: Callable[[str], str]
) -> None:
    """What stands between marks and is not in the bank is nobody's words, whatever the marks."""
    quote = a_quote("Test words of 4 people.")
    draft = tell(desk_of(house, dataset), quote).draft
    (said,) = draft.of_role("voice")
    forged = replace(said, text=said.text.replace(quote.text[0], change(quote.text[0])))
    paragraphs = tuple(forged if each is said else each for each in draft.paragraphs)

    found = proof(replace(draft, paragraphs=paragraphs), dataset, [quote]).findings

    assert "Q1" in {finding.rule for finding in found}
