"""Format: ninjs 3.1, the IPTC's news in JSON."""

from typing import Any

from storygen.model.story import Content, Story
from storygen.publishing.outgoing import (
    codes,
    copyright_notice,
    editors_notes,
    html_body,
    named,
    plain_body,
    source_uri,
    stamp,
    terms,
    to_json,
)
from storygen.publishing.registry import sends

STANDARD = {"name": "ninjs", "version": "3.1", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"}


@sends("ninjs31", suffix=".ninjs31.json", media_type="application/json")
def ninjs31(story: Story) -> bytes:
    """
    The story as a text item of ninjs 3.1 (which is one of 3.2 too).

    It has no field for a correction: the note says it. What it has no name for at all goes into altIds, since an
    unknown name fails a receiver's check.
    """
    return to_json({**_item(story), **_words(story), **_filing(story), **_rights(story)})


def _item(story: Story) -> dict[str, Any]:
    """Which story and version it is, and what may be done with it when."""
    return {
        "standard": STANDARD,
        "uri": story.uri,
        "type": "text",
        "representationType": "full",
        "profile": "text-only",
        "version": str(story.version),
        "firstCreated": stamp(story.first_created),
        "versionCreated": stamp(story.version_created),
        "contentCreated": stamp(story.first_created),
        "embargoedUntil": stamp(story.embargo) if story.embargo else None,
        "expires": stamp(story.expires) if story.expires else None,
        "pubStatus": story.status.value,
        "urgency": story.urgency,
        "language": story.service.language,
        "edNote": "\n".join(editors_notes(story)),
        "altIds": [{"role": role, "value": value} for role, value in codes.other_ids(story).items()],
    }


def _words(story: Story) -> dict[str, Any]:
    content = story.content
    return {
        "title": story.slugline,
        "slugline": story.slugline,
        "by": content.byline,
        "headlines": [{"role": "main", "contentType": "text/plain", "value": content.headline}],
        "descriptions": [{"role": "summary", "contentType": "text/plain", "value": content.standfirst}]
        if content.standfirst
        else None,
        "bodies": [_body(content, "text/plain", plain_body(content)), _body(content, "text/html", html_body(content))],
    }


def _body(content: Content, media_type: str, value: str) -> dict[str, Any]:
    return {
        "role": "main",
        "contentType": media_type,
        "charCount": len(plain_body(content)),
        "wordCount": content.words,
        "value": value,
    }


def _filing(story: Story) -> dict[str, Any]:
    """What it is about and rests on. A keyword is a subject without an address; one a source has none of, neither."""
    beat, place = story.beat, story.place
    topics = [{"name": each.name, "rel": "about", "uri": f"{codes.TOPICS}{each.code}"} for each in beat.subjects]
    older = [
        {"name": each.name, "rel": "about", "uri": f"{codes.SUBJECTS}{each.subject_code}"}
        for each in beat.subjects
        if each.subject_code
    ]
    return {
        "located": codes.bare(place.name),
        "subjects": [*topics, *older, *({"name": word, "rel": "keyword"} for word in codes.keywords(story))],
        "places": list(_places(story)),
        "organisations": [{"name": place.organisation, "rel": "about"}] if place.organisation else None,
        "genres": [{"name": beat.genre_name, "uri": f"{codes.GENRES}{beat.genre}"}],
        "infoSources": [
            {"name": each.producer, "role": "originfo", "uri": each.url, "literal": each.title}
            for each in story.rests_on
        ],
        "digitalSourceType": {
            "name": codes.AUTOMATION_NAME,
            "uri": f"{codes.SOURCE_TYPES}{codes.AUTOMATION}",
            "literal": codes.AUTOMATION,
        },
        "associations": [
            {
                "uri": source_uri(each, story),
                "name": named(each),
                "rel": "derivedFrom",
                "copyrightHolder": each.producer,
                "usageTerms": each.licence,
            }
            for each in story.rests_on
        ],
    }


def _places(story: Story) -> list[dict[str, str]]:
    found = []
    for spot in codes.spots(story):
        rel = "about" if spot.code == story.place.code else "within"
        found.append({"name": spot.name, "rel": rel, "uri": f"{codes.GSS}{spot.code}", "literal": spot.code})
        if spot.iso:
            uri = f"{codes.SUBDIVISIONS}{spot.iso}"
            found.append({"name": spot.name, "rel": rel, "uri": uri, "literal": spot.iso})
    return found


def _rights(story: Story) -> dict[str, Any]:
    service = story.service
    policy = {"role": f"{codes.INDICATORS}editorialPolicy", "title": "Editorial policy", "href": service.policy}
    return {
        "copyrightHolder": service.copyright_holder,
        "copyrightNotice": copyright_notice(story),
        "usageTerms": terms(story),
        "rightsInfo": {"langId": codes.ODRL, "linkedRights": service.terms_url} if service.terms_url else None,
        "trustIndicators": [policy] if service.policy else None,
    }
