"""The kill notice: what goes out in place of a killed story, on the same identity."""

from dataclasses import replace

from storygen.model.story import Block, BlockKind, Content, Story

LABEL = "KILL"
ORDER = "This story has been killed. It must not be used, in whole or in part, in any version."
TAKE_DOWN = "Where it has been published, take it down. The reason is in the note to editors."


def kill_notice(story: Story) -> Story:
    """
    A killed story with nothing left of it but its headline, labelled, so that a desk knows which one it is.

    A receiver's program that does not look at the status prints an order to take the story down, and no other
    word of it. The slugline, topics and place stay, so that the notice goes wherever the story went.
    """
    body = (f"Killed: {story.slugline}, in every version up to {story.version}.", TAKE_DOWN)
    content = Content(
        headline=f"{LABEL}: {story.content.headline.removeprefix(f'{LABEL}: ')}",
        standfirst=ORDER,
        byline="",
        body=tuple(Block(kind=BlockKind.PARAGRAPH, text=text) for text in body),
    )
    tables = tuple(each for each in story.rests_on if each in story.beat.sources)  # a local source may tell the tale
    return replace(story, content=content, sources=tables, angle="", template="", keywords=(), embargo=None)
