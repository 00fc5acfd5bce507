"""Format: plain text, as a desk reads it off a screen or a printer."""

from collections.abc import Iterator

from storygen.model.story import Story
from storygen.publishing.outgoing import alerts, copyright_notice, editors_notes, imprint, plain_body, terms
from storygen.publishing.registry import sends


@sends("text", suffix=".txt", media_type="text/plain; charset=utf-8")
def text(story: Story) -> bytes:
    """The story under its catchline, what a desk must see first above all else; ENDS; then what is for editors."""
    return ("\n\n".join(_parts(story)) + "\n").encode()


def _parts(story: Story) -> Iterator[str]:
    content = story.content
    told = list(alerts(story))
    yield from told
    yield story.slugline
    yield content.headline
    if content.standfirst:
        yield content.standfirst
    if content.byline:
        yield f"By {content.byline}"
    yield plain_body(content)
    yield "ENDS"
    notes = [note for note in editors_notes(story) if note not in told]
    yield "\n".join(("Notes to editors", "", *(f"{number}. {note}" for number, note in enumerate(notes, 1))))
    yield imprint(story)
    yield f"{copyright_notice(story)}. {terms(story)}"
