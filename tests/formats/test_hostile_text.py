"""Hostile text: whatever words a person writes come out of every format as they went in."""

import re
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from wire_stories import a_body, a_content, a_head, a_story

from formats.readers import OF_MANY, OF_ONE, Seen
from formats.structures import FAULTS
from storygen.errors import UsageError
from storygen.model.story import Block, BlockKind, Content, Story
from storygen.publishing import carried, feeds, formats
from storygen.publishing.outgoing.checks import UNFINISHED

FIXED = (
    "</script><script>alert('Test')</script> --> </title></textarea>",
    "Marks & Spencer <Test> \"said\" 'so' &amp; &lt;p&gt; <b>bold</b> </p>",
    "The end of a section: ]]> and <![CDATA[ and <!-- a comment --> and <?xml?>",
    "Emoji 👮🏽‍♀️🇬🇧 and an astral 𝔉 letter",
    "Combining e\u0301a\u0308\u0327 and Zalgo t\u0337\u0321\u0315est",
    "Bidi \u202eright to left\u202c, \u2067isolate\u2069, \u200fmark, שלום and مرحبا",
    "Non-breaking\u00a0space, soft\u00adhyphen, zero\u200bwidth and joiner\u200d",
    "# Not a headline",
    "1. Not a list",
    "* _Not_ ~~Markdown~~ `code` [link](javascript:alert(1)) ![i](x)",
    "{{ 7 * 7 }} {% raw %} ${x} %s %(x)s \\n \\u0041",
    "2,097 – up 5% — “quoted” ‘quotes’ … £1m ½ 10⁶",
    "ENDS here, mf",
)
CONTROLS = "A\x00B\x01C\tD\nE\rF\x0bG\x0cH\x1bI\x7fJ\x85K\x9fL\ud800M\udfffN\ufeffO\uffffP\U0001fffeQ\u2028R\u2029S"


def words(text: str) -> bool:
    """Whether a text is one an editor could have approved: some words in it, and no mark of a draft."""
    return bool(carried(text)) and not UNFINISHED.search(carried(text)) and carried(text) != "ENDS"


def is_mended(text: str) -> bool:
    """Whether feedparser would take a text for UTF-8 read as Latin-1 by mistake, and mend what is not broken."""
    try:
        return text.encode("latin-1").decode() != text
    except UnicodeError:
        return False


TEXT = st.text(st.characters(codec=None), max_size=60).filter(words).filter(lambda text: not is_mended(carried(text)))


def seen_in_all(story: Story) -> dict[str, Seen]:
    """What every reader finds of a story."""
    found = {name: OF_ONE[name](form.render(story)) for name, form in formats().items()}
    for name, feed in feeds().items():
        (found[name],) = OF_MANY[name](feed.render(a_head(), [story]))
    return found


def expected(content: Content, *, uri: str) -> Seen:
    """What a reader should find of some words."""
    return Seen(
        uri=uri,
        headline=carried(content.headline),
        standfirst=carried(content.standfirst),
        byline=carried(content.byline),
        body=tuple(carried(block.text) for block in content.body),
    )


def assert_comes_out(content: Content) -> None:
    """The words are what every reader finds."""
    story = a_story(content=content)
    for name, seen in seen_in_all(story).items():
        whole = expected(content, uri=seen.uri and story.uri)
        assert whole == _as_told(seen, whole, name), name


def _as_told(seen: Seen, whole: Seen, name: str) -> Seen:
    """What was seen, but for a headline of RSS with a tag or an entity in it: feedparser takes it for HTML."""
    return replace(seen, headline=whole.headline) if name == "rss" and _is_like_html(whole.headline) else seen


def _is_like_html(text: str) -> bool:
    return bool(re.search(r"</\w+>|&#?\w+;", text))


@pytest.mark.parametrize("text", FIXED)
def test_awkward_text_comes_out_as_it_went_in(text: str) -> None:
    """In the headline, standfirst, byline and body of every format."""
    assert_comes_out(a_content(headline=text, standfirst=text, byline=text, body=a_body(text, "Between.", text)))


@settings(max_examples=150, deadline=None)
@example(headline="0", body=["0"])
@given(headline=TEXT, body=st.lists(TEXT, min_size=1, max_size=4))
def test_any_text_comes_out_as_it_went_in(headline: str, body: list[str]) -> None:
    """Of all Unicode, lone surrogates and control characters among it."""
    assert_comes_out(a_content(headline=headline, standfirst=headline, byline="Test", body=a_body(*body)))


def test_control_characters_are_dropped_and_breaks_become_spaces() -> None:
    """One rule for all formats, in one place."""
    assert "ABC D E F G HIJ KLMNOPQ R S" == carried(CONTROLS)
    assert_comes_out(a_content(headline=CONTROLS, body=a_body(CONTROLS)))


@given(st.text(st.characters(codec=None), max_size=40))
def test_what_is_carried_is_carried_again(text: str) -> None:
    """The rule leaves nothing to do for itself, and nothing that UTF-8 or XML cannot hold."""
    clean = carried(text)

    assert clean == carried(clean)
    assert clean.encode().decode() == clean
    assert not any(unicodedata.category(each) in {"Cc", "Cs", "Zl", "Zp"} for each in clean)


def test_no_file_holds_a_control_character() -> None:
    """Nor does any byte but those that end a line."""
    story = a_story(content=a_content(headline=CONTROLS, notes=(CONTROLS,), body=a_body(CONTROLS)), note=CONTROLS)
    files = [form.render(story) for form in formats().values()]
    files += [feed.render(a_head(title=CONTROLS, description=CONTROLS), [story]) for feed in feeds().values()]

    assert [] == [
        each for data in files for each in data.decode() if unicodedata.category(each) == "Cc" and each != "\n"
    ]


def test_a_body_of_five_thousand_words_comes_out_whole() -> None:
    """Nothing is cut, and the words are counted."""
    body = tuple(f"Test paragraph {number}: {'word & <word> ' * 47}end." for number in range(100))
    content = a_content(body=a_body(*body))

    assert 5_000 <= content.words
    assert_comes_out(content)


@pytest.mark.parametrize("text", FIXED)
def test_awkward_text_can_be_set_in_a_page(text: str) -> None:
    """Nothing in a JSON-LD file can end the script element it stands in, nor anything in a page its paragraph."""
    story = a_story(content=a_content(headline=text, standfirst=text, byline=text, body=a_body(text)))

    assert [] == list(FAULTS["json_ld"](formats()["json_ld"].render(story)))
    assert [] == list(FAULTS["html"](formats()["html"].render(story)))
    assert b"<script" not in formats()["html"].render(story)


def test_crossheads_stay_apart_from_paragraphs() -> None:
    """A crosshead is a heading where the format has one, and a line of its own elsewhere."""
    body = (*a_body("Test one."), Block(kind=BlockKind.CROSSHEAD, text="Test & crosshead"), *a_body("Test two."))

    assert_comes_out(a_content(body=body))


@pytest.mark.parametrize("empty", ["", " \n\t", "\x00\ufeff"])
def test_a_story_with_nothing_left_of_its_words_is_refused(empty: str) -> None:
    """What is dropped does not count as words."""
    for story in (a_story(content=a_content(headline=empty)), a_story(content=a_content(body=a_body(empty)))):
        with pytest.raises(UsageError, match="cannot be sent: it has no"):
            formats()["text"].render(story)
