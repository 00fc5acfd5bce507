"""
Prints how many stories a second each format renders and each feed lists, and what a story weighs in it.

The stories are the edition's drafts as they stand, repeated: a slot that is open is left out, as an editor would. Rates
are of one core; in one run the ratio to writing the same words as plain text says how dear a format is.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from storygen.model.draft import Draft
from storygen.model.feed import FeedHead
from storygen.model.plan import Form
from storygen.model.story import Block, BlockKind, Change, Content, Place, PubStatus, Service, Story
from storygen.newsroom import plans
from storygen.office import Order, open_office
from storygen.publishing import beat_of, feeds, formats, slugline
from storygen.writing import write

Work = Callable[[], bytes | Iterable[bytes]]
MADE = datetime(2026, 3, 5, 9, 30, tzinfo=UTC)
ROUNDS = 20
LEFT_OUT = {"headline", "standfirst", "offer", "quote", "ask", "read-more"}
SERVICE = Service(
    name="Invented News Service",
    authority="example.org",
    since="2026",
    url="https://example.org/",
    contact="desk@example.org",
    copyright_holder="Invented News Service",
    usage_terms="For measuring only.",
)


def stories() -> Iterator[Story]:
    """Every article of the edition, without the voices nobody has asked yet."""
    office = open_office(Order())
    for plan in plans(office):
        if plan.form is Form.ARTICLE:
            yield story_of(write(plan, office.desk))


def story_of(draft: Draft) -> Story:
    """A draft as a first version."""
    area, beat = draft.plan.area, beat_of("drug_seizures")
    key = f"drug-seizures-2018-19-{area.slug}"
    place = Place(slug=area.slug, name=area.place, code=area.code, region=area.region, nation=area.nation)
    return Story(
        uri=f"tag:example.org,2026:{key}",
        key=key,
        version=1,
        first_created=MADE,
        version_created=MADE,
        status=PubStatus.USABLE,
        change=Change.FIRST,
        note="",
        content=content_of(draft),
        topic="drug_seizures",
        title="Seizures of drugs in England and Wales",
        edition="2018-19",
        place=place,
        slugline=slugline(beat, place),
        urgency=5,
        angle="",
        template="",
        wrote="storygen",
        service=SERVICE,
        beat=beat,
    )


def content_of(draft: Draft) -> Content:
    """The words of a draft that are for readers."""
    texts = (each.text for each in draft.paragraphs if each.role not in LEFT_OUT)
    return Content(
        headline=draft.of_role("headline")[0].text,
        standfirst=" ".join(each.text for each in draft.of_role("standfirst")),
        byline=SERVICE.byline,
        body=tuple(
            Block(kind=BlockKind.PARAGRAPH, text=text.replace("[EDITOR'S NAME]", "an editor")) for text in texts
        ),
    )


def main() -> None:
    """Render all of them a few times over, and print the rates."""
    edition = list(stories())
    many = [replace(story, uri=f"{story.uri}-{number}") for number in range(ROUNDS) for story in edition]
    head = FeedHead(key="all", title="All", description="All", service=SERVICE, now=MADE)
    print(f"{len(many)} stories, {sum(story.content.words for story in many) / len(many):.0f} words each")
    works: dict[str, Work] = {name: partial(map, form.render, many) for name, form in formats().items()}
    lists: dict[str, Work] = {name: partial(feed.render, head, many) for name, feed in feeds().items()}
    base, _ = timed(works["text"])
    for name, work in {**works, **lists}.items():
        seconds, size = timed(work)
        print(
            f"{name:15} {len(many) / seconds:8,.0f} stories a second, {seconds / base:4.1f} x text, "
            f"{size / len(many) / 1000:5.1f} kB"
        )


def timed(work: Work) -> tuple[float, int]:
    """The seconds a work takes, and how many bytes come of it."""
    start = time.process_time()
    made = work()
    size = len(made) if isinstance(made, bytes) else sum(map(len, made))
    return time.process_time() - start, size


if __name__ == "__main__":
    main()
