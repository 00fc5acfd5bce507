"""Format: ninjs 1.6, in the names that Superdesk's own parser reads."""

from typing import Any

from storygen.model.story import Story
from storygen.publishing.outgoing import (
    codes,
    copyright_notice,
    editors_notes,
    html_body,
    named,
    plain_body,
    stamp,
    terms,
    to_json,
)
from storygen.publishing.registry import sends

STANDARD = {"name": "ninjs", "version": "1.6", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_1.6.json#"}


@sends("ninjs16", suffix=".ninjs16.json", media_type="application/json")
def ninjs16(story: Story) -> bytes:
    """
    The story as a text item of ninjs 1.6.

    Superdesk maps subjects, genres and places by code, name and scheme together, so each has all three, and subjects
    come in the codes of both vocabularies. It would take an association for another item to file, so the tables a story
    rests on are information sources only.
    """
    return to_json({**_item(story), **_words(story), **_filing(story), **_rights(story)})


def _item(story: Story) -> dict[str, Any]:
    return {
        "$standard": STANDARD,
        "uri": story.uri,
        "type": "text",
        "mimetype": "text/html",
        "representationtype": "complete",
        "profile": "text-only",
        "version": str(story.version),
        "firstcreated": stamp(story.first_created),
        "versioncreated": stamp(story.version_created),
        "contentcreated": stamp(story.first_created),
        "embargoed": stamp(story.embargo) if story.embargo else None,
        "expires": stamp(story.expires) if story.expires else None,
        "pubstatus": story.status.value,
        "urgency": story.urgency,
        "language": story.service.language,
        "ednote": "\n".join(editors_notes(story)),
        "altids": codes.other_ids(story),
    }


def _words(story: Story) -> dict[str, Any]:
    content = story.content
    return {
        "title": story.slugline,
        "slugline": story.slugline,
        "byline": content.byline,
        "headline": content.headline,
        "description_text": content.standfirst,
        "body_text": plain_body(content),
        "body_html": html_body(content),
        "charcount": len(plain_body(content)),
        "wordcount": content.words,
    }


def _filing(story: Story) -> dict[str, Any]:
    beat, place = story.beat, story.place
    subjects = [(each.name, codes.TOPICS, each.code) for each in beat.subjects]
    subjects += [(each.name, codes.SUBJECTS, each.subject_code) for each in beat.subjects if each.subject_code]
    return {
        "located": codes.bare(place.name),
        "subject": [{"name": name, "rel": "about", "scheme": scheme, "code": code} for name, scheme, code in subjects],
        "place": list(_places(story)),
        "organisation": [{"name": place.organisation, "rel": "about"}] if place.organisation else None,
        "genre": [{"name": beat.genre_name, "scheme": codes.GENRES, "code": beat.genre}],
        "infosource": [{"name": named(each), "rel": "originfo", "code": each.url} for each in story.rests_on],
        "digitalsourcetype": {
            "name": codes.AUTOMATION_NAME,
            "uri": f"{codes.SOURCE_TYPES}{codes.AUTOMATION}",
            "literal": codes.AUTOMATION,
        },
    }


def _places(story: Story) -> list[dict[str, str]]:
    found = []
    for spot in codes.spots(story):
        rel = "about" if spot.code == story.place.code else "within"
        found.append({"name": spot.name, "rel": rel, "scheme": codes.GSS, "code": spot.code})
        if spot.iso:
            found.append({"name": spot.name, "rel": rel, "scheme": codes.SUBDIVISIONS, "code": spot.iso})
    return found


def _rights(story: Story) -> dict[str, Any]:
    service = story.service
    policy = {
        "scheme": codes.INDICATORS,
        "code": "editorialPolicy",
        "title": "Editorial policy",
        "href": service.policy,
    }
    return {
        "copyrightholder": service.copyright_holder,
        "copyrightnotice": copyright_notice(story),
        "usageterms": terms(story),
        "rightsinfo": {"langid": codes.ODRL, "linkedrights": service.terms_url} if service.terms_url else None,
        "trustindicator": [policy] if service.policy else None,
    }
