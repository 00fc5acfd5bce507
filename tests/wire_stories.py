"""Stories for the wire, for tests: plainly artificial, and complete but for what a test is about."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from storygen.model.feed import FeedHead
from storygen.model.story import Beat, Block, BlockKind, Change, Content, Place, PubStatus, Service, Story
from storygen.publishing import beat_of

MADE = datetime(2026, 3, 5, 9, 30, tzinfo=UTC)
DAY = timedelta(days=1)
BEAT = beat_of("drug_seizures")
SERVICE = Service(
    name="Test News Service",
    authority="example.org",
    since="2026",
    url="https://example.org/",
    contact="desk@example.org",
    copyright_holder="Test News Service Ltd",
    usage_terms="For test subscribers only.",
    feeds="https://example.org/feeds",
    policy="https://example.org/policy",
    corrections="https://example.org/corrections",
    terms_url="https://example.org/terms",
    data_mining="http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-SEECONSTRAINT",
)
DORSET = Place(
    slug="dorset",
    name="Dorset",
    code="E23000039",
    region="the South West",
    nation="England",
    headline="Dorset",
    organisation="Dorset Police",
)
BODY = ("Test lead, with 232 things.", "Test paragraph.", "Test source.", "This report was drafted with automation.")


def a_body(*texts: str) -> tuple[Block, ...]:
    """Make a body of paragraphs."""
    return tuple(Block(kind=BlockKind.PARAGRAPH, text=text) for text in texts or BODY)


def a_content(**told: Any) -> Content:  # noqa: ANN401 - any field of a content
    """Make the words of a story, unless told otherwise."""
    fields = {
        "headline": "Test headline for Dorset",
        "standfirst": "Test standfirst",
        "byline": "Test data desk",
        "body": a_body(),
        "notes": ("Test note for editors.",),
        **told,
    }
    return Content(**fields)


def a_story(**told: Any) -> Story:  # noqa: ANN401 - any field of a story
    """Make the first version of a story on Dorset, unless told otherwise."""
    fields = {
        "uri": "tag:example.org,2026:drug-seizures-2018-19-dorset",
        "key": "drug-seizures-2018-19-dorset",
        "version": 1,
        "first_created": MADE,
        "version_created": MADE,
        "status": PubStatus.USABLE,
        "change": Change.FIRST,
        "note": "",
        "content": a_content(),
        "topic": "drug_seizures",
        "title": "Seizures of drugs in England and Wales",
        "edition": "2018-19",
        "place": DORSET,
        "slugline": "POLICE Drugs Dorset",
        "urgency": 5,
        "angle": "highest-rate:heroin",
        "template": "angles/highest-rate#lead",
        "wrote": "storygen 0.1.0",
        "service": SERVICE,
        "beat": BEAT,
        "keywords": ("heroin",),
        **told,
    }
    return Story(**fields)


def next_version(story: Story, change: Change, note: str = "Test reason.", **told: Any) -> Story:  # noqa: ANN401 - any field
    """Make the version after a story, a day later, for a reason."""
    status = {Change.HOLD: PubStatus.WITHHELD, Change.KILL: PubStatus.CANCELED}.get(change, PubStatus.USABLE)
    fields = {
        "version": story.version + 1,
        "version_created": story.version_created + DAY,
        "change": change,
        "status": status,
        "note": note,
        **told,
    }
    return replace(story, **fields)


def a_head(**told: Any) -> FeedHead:  # noqa: ANN401 - any field of a head
    """Make the head of a feed of everything, as of long after the test stories."""
    fields = {
        "key": "all",
        "title": "Test feed",
        "description": "Test stories",
        "service": SERVICE,
        "now": MADE + 30 * DAY,
        "files": "https://example.org/files/",
        "hub": "https://hub.example.org/",
        **told,
    }
    return FeedHead(**fields)


def with_beat(**told: Any) -> Beat:  # noqa: ANN401 - any field of a beat
    """Make the topic's beat with something changed."""
    return replace(BEAT, **told)
