"""Feed: JSON Feed 1.1."""

from collections.abc import Iterator
from typing import Any

from storygen.model.feed import FeedHead
from storygen.model.story import Story
from storygen.publishing.formats.html import html
from storygen.publishing.outgoing import Items, changed, codes, html_body, plain_body, released, stamp, terms, to_json
from storygen.publishing.outgoing.heads import address
from storygen.publishing.registry import file_name, lists

SUFFIX = ".feed.json"


@lists("json_feed", suffix=SUFFIX, media_type="application/feed+json")
def json_feed(head: FeedHead, items: Items) -> bytes:
    """The stories as items with their whole body, as HTML and as text; codes are in an extension, `_wire`."""
    service = head.service
    return to_json(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": head.title,
            "home_page_url": service.url,
            "feed_url": address(head, SUFFIX),
            "description": head.description,
            "authors": [{"name": service.name, "url": service.url}],
            "language": service.language,
            "hubs": [{"type": "WebSub", "url": head.hub}] if head.hub else None,
            "items": [_item(head, story) for story in items.live],
        }
    )


def _item(head: FeedHead, story: Story) -> dict[str, Any]:
    content = story.content
    return {
        "id": story.uri,
        "url": f"{head.files.rstrip('/')}/{file_name(story, html)}" if head.files else "",
        "title": content.headline,
        "summary": content.standfirst,
        "content_html": html_body(content),
        "content_text": plain_body(content),
        "date_published": stamp(released(story)),
        "date_modified": stamp(changed(story)),
        "authors": [{"name": content.byline or story.service.name}],
        "tags": list(dict.fromkeys(_tags(story))),
        "language": story.service.language,
        "_wire": {
            "version": story.version,
            "urgency": story.urgency,
            "slugline": story.slugline,
            "topics": [f"{codes.TOPICS}{each.code}" for each in story.beat.subjects],
            "places": [spot.code for spot in codes.spots(story)],
            "digital_source_type": f"{codes.SOURCE_TYPES}{codes.AUTOMATION}",
            "usage_terms": terms(story),
        },
    }


def _tags(story: Story) -> Iterator[str]:
    yield from (each.name for each in story.beat.subjects)
    yield codes.bare(story.place.name)
    yield from codes.keywords(story)
