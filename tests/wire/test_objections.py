"""Objections: everything that keeps an editor's file from being approved."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import pytest
from newsroom_desk import DRAFT, EVIDENCE, FORCE, NOW, SAID, Known, at_hand

from storygen.errands.wire.objections import objections
from storygen.errands.wire.remade import Remade, Remaking, Wanted
from storygen.errands.wire.reread import as_read
from storygen.model.manuscript import Hole
from storygen.office import Order
from storygen.wire.manuscripts import read_manuscript


@pytest.fixture(scope="session")
def dorset(newsroom: Path, known: Known) -> Remade:
    """The draft behind Dorset's file, made again."""
    wanted = Wanted(path=newsroom / DRAFT, code="E23000039", angle="highest-rate:heroin")
    order = Order(now=datetime.fromisoformat(NOW), quotes=newsroom / "quotes-bank")
    with pytest.MonkeyPatch.context() as patch:
        at_hand(patch, newsroom, known)
        return Remaking(order, [wanted]).draft(wanted)


@pytest.fixture
def edited(newsroom: Path, dorset: Remade) -> Callable[..., list[Hole]]:
    """What speaks against Dorset's file once an editor has changed some words of it."""

    def objections_to(*edits: tuple[str, str]) -> list[Hole]:
        text = (newsroom / DRAFT).read_text(encoding="utf-8")
        for old, new in edits:
            assert old in text
            text = text.replace(old, new, 1)
        spoken = [words for quote in dorset.office.contacts.quotes for words in quote.printed]
        return list(objections(read_manuscript(text, name="dorset.md", spoken=spoken), dorset))

    return objections_to


def test_nothing_speaks_against_a_story_that_is_ready(edited: Callable[..., list[Hole]]) -> None:
    """Nor against one an editor has put in other words that say the same."""
    assert [] == edited()
    assert [] == edited(
        ("There were 232", "Officers in Dorset made **232**"), ("next came Cleveland", "Cleveland came")
    )


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("232 heroin", "240 heroin", 24, "the figures contradict \u201cThere were 240 heroin seizures, up 33"),
        ("33 per cent from 175", "43 per cent from 175", 24, "the figures give up 33 per cent"),
        ("up 33 per cent", "down 33 per cent", 24, "the figures contradict"),
        ("There were 232", "*There were 240", 24, "the figures contradict"),
        ("There were 232", "There were 2\\40", 24, "the figures contradict"),
        ("rose by 12 per cent", "fell by 12 per cent", None, "the figures contradict"),
        ("drugs was up 5 per cent from 1,988", "drugs was up 5 per cent from 2,097", None, "the figures contradict"),
        (EVIDENCE, f"{EVIDENCE} It is an epidemic.", 24, "epidemic"),
        ("for a test.'", "for tests.'", None, "is not what was said: qb-"),
        ("Test words by a charity", "Real words by a charity", None, "is not what was said: qb-"),
        (
            EVIDENCE,
            f'{EVIDENCE} "Nobody said so," said nobody.',
            24,
            "is not in the bank of quotes: storygen quotes add",
        ),
        (EVIDENCE, "Test {++added++} words.", 24, "the change marked {++ is not settled"),
        (EVIDENCE, "[QUOTE NEEDED: somebody]", 24, "a quote is still needed here"),
        (EVIDENCE, "[EDITOR'S CHOICE]", 24, "[EDITOR'S CHOICE] is still to be filled in"),
        ("Test Speaker Two", "Test Speaker Four", None, "was said by Test Speaker Two, who is not named beside it"),
        (EVIDENCE, f"{EVIDENCE} The force declined to comment.", 24, "the log of requests does not bear this out"),
    ],
)
def test_nothing_that_is_wrong_or_unfinished_is_approved(
    edited: Callable[..., list[Hole]], old: str, new: str, line: int | None, what: str
) -> None:
    """Each thing is said with its line, and what to do."""
    found = [hole for hole in edited((old, new)) if what in hole.what]

    assert found
    assert line in {None, found[0].line}


@pytest.mark.parametrize(
    "marks",
    [
        *("\u2033\u2033", "\uff02\uff02", "\u275d\u275e", "\u300c\u300d", "\u300e\u300f", "\u301d\u301e"),
        *("\u2039\u203a", "\u201a\u2018"),
        *(("``", "''"), ("''", "''"), ("\u2018\u2018", "\u2019\u2019"), ("`", "'")),
    ],
)
def test_words_nobody_said_stand_in_no_marks_of_any_kind(
    edited: Callable[..., list[Hole]], marks: Sequence[str]
) -> None:
    """Whatever looks like a quotation mark to a reader is one."""
    opens, closes = marks

    found = edited((EVIDENCE, f"{EVIDENCE} {opens}Nobody said so{closes}, said nobody."))

    assert any("is not in the bank of quotes" in hole.what for hole in found), found


def test_the_caveat_may_not_be_cut(edited: Callable[..., list[Hole]]) -> None:
    """What seizures do not show is said in every story."""
    found = edited(
        ("A count of seizures tells of police activity and of recording.", "Test words."),
        ("It is no measure of how many people use drugs, and says nothing of quantities.", ""),
    )

    assert any("police activity, not how many people use drugs" in hole.what for hole in found)


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        (
            "Source: Home Office, Seizures of drugs in England and Wales",
            "Source: somebody",
            "where the figures are from",
        ),
        ("This report was drafted with automation", "This report was drafted by hand", "how the story was made"),
        (", and checked by [EDITOR'S NAME] before publication", "", "how the story was made"),
    ],
)
def test_source_and_disclosure_may_not_be_cut(edited: Callable[..., list[Hole]], old: str, new: str, what: str) -> None:
    """Every story says what it rests on and how it was made."""
    (hole,) = edited((old, new))

    assert what in hole.what


def test_the_disclosure_may_be_signed_by_hand(edited: Callable[..., list[Hole]]) -> None:
    """The name of who checked it is the one thing in it that is open."""
    assert [] == edited(("checked by [EDITOR'S NAME]", "checked by Test Editor"))


def test_source_line_may_have_another_program_s_apostrophes(edited: Callable[..., list[Hole]]) -> None:
    """Nobody has cut or changed it."""
    assert [] == edited(("Rates use each force's", "Rates use each force\u2019s"))


def test_nobody_says_the_same_twice(edited: Callable[..., list[Hole]]) -> None:
    """Words pasted a second time are a slip."""
    (hole,) = edited((BY_THE_FORCE, f"{BY_THE_FORCE}'{FORCE}'\n\nDorset Police said: "))

    assert "stands in the story already" in hole.what


def test_a_voice_the_story_must_have_may_not_be_cut(edited: Callable[..., list[Hole]]) -> None:
    """The force's answer stands in the story, or the story does not go."""
    (hole,) = edited((f"A Dorset Police spokesperson said: '{FORCE}'", ""))

    assert hole.what.startswith("what the press office said (qb-")
    assert hole.what.endswith(" is not in it, and the story must have it: put it back, or draft again")


CHARITY = SAID["treatment_charity"][-1]
BY_THE_FORCE = "A Dorset Police spokesperson said: "
BY_THE_CHARITY = "Test Speaker Two, head of tests at Test Charity, said: "


@pytest.mark.parametrize(
    "edits",
    [
        ((f"{FORCE}", "@"), (CHARITY, FORCE), ("@", CHARITY)),  # the words change places
        ((BY_THE_FORCE, "@"), (BY_THE_CHARITY, BY_THE_FORCE), ("@", BY_THE_CHARITY)),  # the names do
        ((BY_THE_FORCE, "A spokesperson said: "),),
        ((BY_THE_FORCE, "A Home Office spokesperson said: "),),
        ((BY_THE_FORCE, "Dorset Police said nothing, but Cleveland Police said: "),),
        ((BY_THE_FORCE, ""), (f"'{FORCE}'", f"'{FORCE}' said the Home Office of Dorset Police.")),
        ((BY_THE_CHARITY, "A Test Charity spokesperson said: "),),
    ],
)
def test_no_words_stand_in_another_mouth(edited: Callable[..., list[Hole]], edits: tuple[tuple[str, str], ...]) -> None:
    """The name nearest to the words is the name of whoever said them."""
    assert any("who is not named beside it" in hole.what for hole in edited(*edits))


@pytest.mark.parametrize(
    "edits",
    [
        ((BY_THE_FORCE, "Dorset Police added: "),),
        ((BY_THE_FORCE, "A spokesperson for the force said: "),),
        ((BY_THE_FORCE, "Dorset Police gave an answer.\n\nIt said: "),),
        ((BY_THE_FORCE, ""), (f"'{FORCE}'", f"'{FORCE}' said Dorset Police.")),
        ((BY_THE_CHARITY, "Two said: "),),
        ((BY_THE_CHARITY, "Test Speaker Two of Test Charity said: "),),
    ],
)
def test_a_speaker_may_be_named_in_other_words(
    edited: Callable[..., list[Hole]], edits: tuple[tuple[str, str], ...]
) -> None:
    """In front of the words, behind them, or in the paragraph before."""
    assert [] == edited(*edits)


def test_what_was_said_is_read_as_speech_in_any_house_s_marks(newsroom: Path) -> None:
    """Single marks too: a figure in somebody's own words is theirs, and never held against the copy."""
    text = (newsroom / DRAFT).read_text(encoding="utf-8")
    copy = read_manuscript(text, name="dorset.md", spoken=[FORCE, CHARITY])

    read = as_read(copy, [FORCE, CHARITY])

    assert f"said: '{FORCE}'" in text
    assert f"said: \u201c{FORCE}\u201d" in read
    assert len(as_read(copy)) == len(read)
