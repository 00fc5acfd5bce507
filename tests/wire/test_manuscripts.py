"""Editors' Markdown: read into plain copy whatever was done to it, and what is no copy is said with its line."""

from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers import Editions
from wire_stories import a_content

from storygen.errors import SettingsError
from storygen.model.issued import Edit, Touch
from storygen.model.manuscript import Manuscript
from storygen.model.plan import Form
from storygen.model.story import Block, BlockKind, Content
from storygen.wire.manuscripts import compared, correction_note, read_manuscript, update_note, written

NOT_READ = {"offer", "ask", "series", "context"}
HEAD = '---\nslug: "x"\narea_code: "E1"\nedition: "2018-19"\nstatus: "ready"\n---\n'
FIRST = HEAD.count("\n") + 1
PAGE = "\n# Test headline\n\n**Test standfirst**\n\nTest paragraph.\n"


def manuscript(copy: str, *spoken: str, head: str = HEAD) -> Manuscript:
    """Read a file with this copy in it."""
    return read_manuscript(f"{head}{copy}", name="x.md", spoken=spoken)


def texts(copy: str, *spoken: str) -> list[str]:
    """The paragraphs of a page that has this in its body."""
    return [block.text for block in manuscript(f"{PAGE}\n{copy}\n", *spoken).body[1:]]


def said(copy: str) -> list[tuple[int, str]]:
    """What is wrong with a page that has this in its body, by the lines of what was put in."""
    found = manuscript(f"{PAGE}\n{copy}\n").holes
    return [(hole.line - FIRST - PAGE.count("\n"), hole.what) for hole in found]


def test_a_page_is_read_into_its_parts() -> None:
    """The banner and all below the rule are no copy; every part keeps its line."""
    found = manuscript(
        dedent("""
        > **DRAFT, NOT FOR PUBLICATION.** Quotes still needed: 0.
        > - [READ MORE: a place that has been filled since] stands open

        # Test headline

        **Test standfirst**

        Test paragraph.

        ### Test crosshead

        *Checked by [EDITOR'S NAME].*

        ---

        ## For the editor

        [QUOTE NEEDED: not any more]
        """)
    )

    assert ("Test headline", "Test standfirst") == (found.headline, found.standfirst)
    paragraph, crosshead = BlockKind.PARAGRAPH, BlockKind.CROSSHEAD
    assert [
        (paragraph, "Test paragraph."),
        (crosshead, "Test crosshead"),
        (paragraph, "Checked by [EDITOR'S NAME]."),
    ] == [(block.kind, block.text) for block in found.body]
    assert [FIRST + line for line in (4, 6, 8, 10, 12)] == list(found.lines)
    assert () == found.holes


def test_every_draft_is_read_back_as_it_was_written(editions: Editions) -> None:
    """Paragraph by paragraph, in the committed edition: whatever differs later, an editor changed."""
    folder = Path(__file__).resolve().parents[2] / "output" / "2018-19"
    stories = [copy.draft for copy in editions("2018-19").values() if copy.draft.plan.form is Form.ARTICLE]

    assert stories
    for draft in stories:
        text = (folder / f"{draft.plan.area.slug}.md").read_text(encoding="utf-8")
        found = read_manuscript(text, name="x.md", spoken=())
        assert [each.text for each in draft.paragraphs if each.role not in NOT_READ] == list(found.texts)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Test **bold**, *slanted*, __both__ and `code`.", ["Test bold, slanted, both and code."]),
        ("A [link](https://example.org) and <https://example.org>.", ["A link and https://example.org."]),
        ("Two\nlines  \nand a third.", ["Two lines and a third."]),
        ("- One\n- Two", ["One", "Two"]),
        ("1. One\n2. Two", ["1. One", "2. Two"]),
        ("19. Not a list.", ["19. Not a list."]),
        ("5 \\* 3 &amp; &lt;4&gt; &eacute;", ["5 * 3 & <4> é"]),
        ("Up 2,0**97** on the year.", ["Up 2,097 on the year."]),
        ("READ MORE: an earlier story", ["READ MORE: an earlier story"]),
        ("Last words.\n---\nNotes to self.", ["Last words."]),  # no empty line before the rule
        ("Last words.\n\n## For the editor\n\nNotes.", ["Last words."]),  # the rule was taken out
        ("Last words.\n\n***\n\nNotes.", ["Last words."]),
        ("Hero\u00adin: 2\u200b32.", ["Heroin: 232."]),
        ("\u202eTest\u202c \U0001f600 e\u0301", ["\u202eTest\u202c \U0001f600 e\u0301"]),
    ],
)
def test_markup_is_cleaned_away(typed: str, expected: list[str]) -> None:
    """What is left is what a reader would see, in plain paragraphs."""
    assert expected == texts(typed)


@pytest.mark.parametrize(
    ("typed", "line", "what"),
    [
        ("Test {++added++} words.", 1, "the change marked {++ is not settled"),
        ("Test.\n\nOne {--cut--}.", 3, "the change marked {-- is not settled"),
        ("Old {~~two~>three~~}.", 1, "the change marked {~~"),
        ("{>>ask the force<<}", 1, "the change marked {>>"),
        ("{==this==}", 1, "the change marked {=="),
        ("[QUOTE NEEDED: the force – response]", 1, "a quote is still needed here"),
        ("[READ MORE: an earlier story]", 1, "a link to an earlier story belongs here"),
        ("Test [PRESS OFFICE NUMBER] words.", 1, "[PRESS OFFICE NUMBER] is still to be filled in"),
        ("Test [TK] words.", 1, "[TK] is still to be filled in"),
        ("Test [XX] words, [tk: a name].", 1, "[tk: a name] is still to be filled in"),
        ("Test.\n\nTest \\[TK\\] words.", 3, "[TK] is still to be filled in"),
        ("Test &#91;TK&#93; words.", 1, "[TK] is still to be filled in"),
        ("Test \uff3bTK\uff3d words.", 1, "[TK] is still to be filled in"),
        ("Test \u3010TK\u3011 words.", 1, "[TK] is still to be filled in"),
        ("Test [T\u00adK] words.", 1, "[TK] is still to be filled in"),
        ("Test [**TK**] words.", 1, "[TK] is still to be filled in"),
        ("Test [QUOTE\nNEEDED: the force] words.", 1, "a quote is still needed here"),
        ("Test TK seizures.", 1, "TK is still to be filled in"),
        ("Test (TKTK) words.", 1, "TKTK is still to be filled in"),
        ("The date is TBC.", 1, "TBC is still to be filled in"),
        ("Up XX per cent.", 1, "XX is still to be filled in"),
        ("Worth \u00a3XX.", 1, "\u00a3XX is still to be filled in"),
        ("Test XXX words.", 1, "XXX is still to be filled in"),
        ("Is that so???", 1, "??? is still to be filled in"),
        ("Test [\u2026] words.", 1, "[...] is still to be filled in"),
        ("Test [...] words.", 1, "[...] is still to be filled in"),
        ("Test [] words.", 1, "[] is still to be filled in"),
        ("Test [name] words.", 1, "[name] is still to be filled in"),
        ("Test [insert figure here] words.", 1, "[insert figure here] is still to be filled in"),
        ("Test ____ words.", 1, "____ is still to be filled in"),
        ("Test {force} words.", 1, "{force} is still to be filled in"),
        ("Test {{ force }} words.", 1, "{{ force }} is still to be filled in"),
        ("Lorem ipsum dolor.", 1, "Lorem ipsum is no copy"),
        ("Test 12 (CHECK) words.", 1, "(CHECK) is a note to a colleague"),
        ("Test 12 (CHECK WITH FORCE) words.", 1, "(CHECK WITH FORCE) is a note to a colleague"),
        ("Note to editor: test.", 1, "Note to editor begins a note to a colleague"),
        ("**Subs:** test.", 1, "begins a note to a colleague"),
        ("### Notes to editors", 1, "begins a note to a colleague"),
        ("ENDS", 1, "ENDS is set by the wire itself"),
        ("\\[QUOTE NEEDED: the force\\]", 1, "a quote is still needed here"),
        ("Test \\{++added++\\} words.", 1, "the change marked {++ is not settled"),
        ("Test words.[^1]\n\n[^1]: https://example.org", 1, "[^1] is markup the wire does not carry"),
        ("Test ==words==.", 1, "== is markup the wire does not carry"),
        ("Test &amp;nbsp; words.", 1, "&nbsp; is a character in code"),
        ("Test \uff12\uff14\uff10 words.", 1, "\uff12 is a figure in another script or width"),
        ("Test \u0662 words.", 1, "\u0662 is a figure in another script"),
        ("Test \u202e571\u202c words.", 1, "a character that cannot be printed (U+202E)"),
        ("Test \x07 words.", 1, "a character that cannot be printed (U+0007)"),
        ("Test \ue0000\ue001 words.", 1, "a character that cannot be printed (U+FFFD)"),
        ("<!-- ask -->", 1, "a comment stands here"),
        ("Test <b>words</b>.", 1, "HTML is not sent"),
        ("> Test words set apart", 1, "what is set apart with > is no copy"),
        ("![chart](a.png)", 1, "a picture is not sent"),
        ("```\nTest\n```", 1, "a block of code is no copy"),
        ("    Test", 1, "a line that begins with four spaces"),
        ("| a | b |\n| - | - |\n| 1 | 2 |", 1, "a table is not sent"),
        ("Test ~~old~~ words.", 1, "words are struck out"),
        ("# Another headline", 1, "this is a second headline"),
    ],
)
def test_what_is_unfinished_or_no_copy_is_said_with_its_line(typed: str, line: int, what: str) -> None:
    """So that an editor finds it; each keeps the file from being approved."""
    found = said(typed)

    assert any(where == line and what in words for where, words in found), found


@pytest.mark.parametrize(
    "typed",
    [
        "Police at TK Maxx [sic] asked why? Nobody knew: was it 3 per cent (or 4)?",
        "Test (checked by the force) and Test Ltd (NI), tbc@example.org, and a part XX of a book.",
        "The trial ends in May; the note to the court added nothing. Officers [in Dorset] were there \u2026 or not.",
        "In 2018-19 & 2017-18, A&E; and a = b == c.",
        "Editors were asked. Subs were not. Edited: no.",
    ],
)
def test_finished_copy_is_let_through(typed: str) -> None:
    """Whatever it looks like at first sight."""
    assert [] == said(typed)


def test_a_link_that_is_not_sent_is_named() -> None:
    """Its words go; where it led is for an editor to know of."""
    found = manuscript(f"{PAGE}\nA [link](https://example.org/a) and <https://example.org>.\n").lost

    assert ["the link to https://example.org/a is not sent, only its words"] == [each.what for each in found]


@pytest.mark.parametrize(
    "words",
    [
        "Test *words* with <b>markup</b> and {++this++}.",
        "[QUOTE NEEDED: said somebody]",
        "Two\nlines, and  two spaces.",
        "2. First \u201cof\u201d all &amp; \\last\\",
        "Test\u202e words\u200b",
    ],
)
def test_what_was_really_said_comes_out_to_the_byte(words: str) -> None:
    """Whatever looks like markup in somebody's words is theirs, and what stands under it keeps its line."""
    found = manuscript(f'{PAGE}\nA spokesperson said: "{words}"\n\nTest {{++end++}}.\n', words)

    assert f'A spokesperson said: "{words}"' == found.body[1].text
    content = with_body(*(block.text for block in found.body))
    assert content.body == manuscript(written(content, spoken=[words]), words).body
    assert [FIRST + PAGE.count("\n") + 3 + words.count("\n")] == [hole.line for hole in found.holes]


SIGNS = st.characters(exclude_categories=["Cs", "Cc", "Co", "Z"], exclude_characters="\u00ad\u200b\u2060\ufeff")


@given(st.lists(st.tuples(st.sampled_from(BlockKind), st.text(SIGNS, min_size=1)), min_size=1))
def test_plain_copy_written_as_markdown_is_read_back_the_same(blocks: list[tuple[BlockKind, str]]) -> None:
    """No character of it is taken for markup, whatever it is and wherever it stands."""
    body = tuple(Block(kind=kind, text=text) for kind, text in blocks)
    content = a_content(body=(Block(kind=BlockKind.PARAGRAPH, text="Test."), *body))

    found = manuscript(written(content))

    assert (content.headline, content.standfirst, content.body) == (found.headline, found.standfirst, found.body)


@pytest.mark.parametrize(
    ("file", "said_of_it"),
    [
        ("# Test\n\nTest.\n", "no front matter"),
        ("---\ntitle: Test\n---\n# Test\n\nTest.\n", "does not say slug, area_code, edition, status"),
        ("---\n- Test\n---\n# Test\n", "does not say anything"),
        ("---\na: [\n---\n# Test\n", "line 2.*is not YAML"),
        (f"---\na: {'[' * 1200}\n---\n# Test\n", "is not YAML"),
        (f"{HEAD}Test.\n", "there is no story here"),
        (f"{HEAD}# Test\n\n---\n\nTest.\n", "there is no story here"),
        ("", "no front matter"),
    ],
)
def test_a_file_that_is_no_draft_is_refused_with_its_line(file: str, said_of_it: str) -> None:
    """In a sentence."""
    with pytest.raises(SettingsError, match=said_of_it):
        read_manuscript(file, name="x.md", spoken=())


def test_front_matter_is_text_and_nothing_else() -> None:
    """No value becomes a date, a number, or something that acts."""
    head = HEAD.replace("---\n", "---\ndate: 2026-01-01\nscore: 0123\nmine: !!python/object/apply:os.getcwd []\n", 1)

    found = manuscript(PAGE, head=head).about

    assert ("2026-01-01", "0123", "") == (found["date"], found["score"], found["mine"])


def test_what_an_editor_did_is_told_paragraph_by_paragraph() -> None:
    """Kept, changed, cut and added, each with the wording it was made from."""
    draft = [("a", "One two three four."), ("b", "Five six seven eight."), ("c", "Nine ten."), ("d", "End.")]
    after = ["One two three four.", "Entirely new words here.", "Five six seven nine.", "End."]

    assert [
        Edit(wording="a", touch=Touch.KEPT),
        Edit(wording="", touch=Touch.ADDED, after="Entirely new words here."),
        Edit(wording="b", touch=Touch.CHANGED, before="Five six seven eight.", after="Five six seven nine."),
        Edit(wording="c", touch=Touch.CUT, before="Nine ten."),
        Edit(wording="d", touch=Touch.KEPT),
    ] == list(compared(draft, after))


@pytest.mark.parametrize(
    ("after", "told"),
    [
        # a sentence in other words
        (["H", "Officers made 232 heroin seizures that year, against 175.", "C.", "D."], "kept changed kept kept"),
        (["H", "Nobody made more: 232, up 33.", "C.", "D."], "kept changed kept kept"),  # alone in its place
        (["H", "Entirely new words.", "C.", "D."], "kept cut added kept kept"),
        # paragraphs that change places
        (["H", "C.", "There were 232 heroin seizures, up 33 per cent from 175.", "D."], "kept kept kept kept"),
        (["H", "D.", "C.", "There were 232 heroin seizures, up 33 per cent from 174."], "kept changed kept kept"),
        # one made of two, and two of one
        (
            ["H", "There were 232 heroin seizures.", "Up 33 per cent from 175.", "C.", "D."],
            "kept added changed kept kept",
        ),
        (["H", "There were 232 heroin seizures, up 33 per cent from 175. C.", "D."], "kept changed cut kept"),
        # the headline is one whatever it says
        (
            ["Entirely new", "There were 232 heroin seizures, up 33 per cent from 175.", "C.", "D."],
            "changed kept kept kept",
        ),
        (["New", "C.", "D."], "changed cut kept kept"),
    ],
)
def test_a_sentence_in_other_words_is_changed_and_one_elsewhere_is_kept(after: list[str], told: str) -> None:
    """Neither is a cut and something added."""
    texts = ["H", "There were 232 heroin seizures, up 33 per cent from 175.", "C.", "D."]

    found = list(compared([("wording", text) for text in texts], after))

    assert told == " ".join(edit.touch.value for edit in found)
    assert {each for each in after if each not in texts} == {edit.after for edit in found if edit.after}


def test_a_correction_names_headline_and_standfirst_as_such() -> None:
    """Whatever they say now; what only stands elsewhere is nothing to tell."""
    before = replace(with_body("Test one, of some length.", "Test two, of some length."), standfirst="Old words.")
    after = with_body("Test two, of some length.", "Test one, of some length.")
    begins = "CORRECTION: Test headline for Dorset."

    assert "" == correction_note(before, replace(after, standfirst="Old words."))
    assert f"{begins} The standfirst is withdrawn: Old words." == correction_note(
        before, replace(before, standfirst="")
    )
    headed = replace(before, headline="Entirely new")
    told = correction_note(replace(before, standfirst=""), headed)
    assert (
        f"{begins} In the headline, “Test headline for Dorset” should read “Entirely new”. New standfirst: Old words."
        == (told)
    )


def with_body(*paragraphs: str) -> Content:
    """Make the words of a story with these paragraphs."""
    return a_content(body=tuple(Block(kind=BlockKind.PARAGRAPH, text=text) for text in paragraphs))


def test_a_correction_gives_the_wrong_and_the_right_value_and_the_paragraph() -> None:
    """In the trade's form; what is longer than a phrase is given whole."""
    told = "There were 232 seizures, up 33 per cent from 175."
    before = with_body("Test lead.", told, "Old words, all of them.")
    after = with_body("Test lead.", "There were 231 seizures, up 32 per cent from 175.")

    assert (
        "CORRECTION: Test headline for Dorset. "
        "In paragraph 2, 232 should read 231; 33 per cent should read 32 per cent. "
        "Paragraph 3 is withdrawn: Old words, all of them."
    ) == correction_note(before, after)
    assert "Changes paragraph 2 and paragraph 3." == update_note(before, after)
    assert "Changes no word." == update_note(before, before)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Test came first, ahead of Rest.", "Test came first. Next was Rest."),
        ("Test words, and more.", "Test words; and more."),
        ("In 2018-19 it was a test.", "In 2017-18 it was a test."),
        ("The test's 10mg were \u00a3232.", "The test's 10kg were \u00a3231."),
        ("A test of the forces' words.", "A test of the force's words, so."),
    ],
)
def test_a_correction_gives_no_scraps_of_a_sentence(wrong: str, right: str) -> None:
    """Marks and parts of words say nothing by themselves: the paragraph is given whole."""
    note = correction_note(with_body(wrong), with_body(right))

    assert f"CORRECTION: Test headline for Dorset. Paragraph 1 should read: {right}" == note
