"""Format: a schema.org NewsArticle as JSON-LD, for the page a story is published on."""

from typing import Any

from storygen.model.story import Change, InfoSource, Story
from storygen.publishing.outgoing import (
    change_note,
    changed,
    codes,
    copyright_notice,
    covered,
    plain_body,
    released,
    source_uri,
    stamp,
    terms,
    to_json,
)
from storygen.publishing.registry import sends

LONGEST = 110  # characters of a headline that search engines were known to show
SOURCE_TYPE = "https://schema.org/DataDrivenMediaDigitalSource"


@sends("json_ld", suffix=".jsonld", media_type="application/ld+json", is_public=True)
def json_ld(story: Story) -> bytes:
    """
    The story as a NewsArticle.

    It has no word for an embargo, so it is a file for readers: it says when they could first have the story. A headline
    too long for a search engine is cut at a word, and given whole as the alternative. A page sets it in a `script`
    element, which the first `</` would end: there is no such mark in it, JSON having another way to write one.
    """
    article = {"@context": "https://schema.org", "@type": "NewsArticle", "@id": story.uri}
    told = {**article, **_words(story), **_version(story), **_people(story), **_filing(story), **_rights(story)}
    return to_json(told).replace(b"<", b"\\u003c")


def _words(story: Story) -> dict[str, Any]:
    content = story.content
    short = _short(content.headline)
    return {
        "headline": short,
        "alternativeHeadline": content.headline if short != content.headline else "",
        "description": content.standfirst,
        "articleBody": plain_body(content),
        "wordCount": content.words,
        "inLanguage": story.service.language,
        "articleSection": story.beat.section,
    }


def _version(story: Story) -> dict[str, Any]:
    is_correction = story.change is Change.CORRECTION
    return {
        "identifier": [_value(role, value) for role, value in codes.other_ids(story).items()],
        "version": story.version,
        "dateCreated": stamp(story.first_created),
        "datePublished": stamp(released(story)),
        "dateModified": stamp(changed(story)),
        "expires": stamp(story.expires) if story.expires else "",
        "creativeWorkStatus": codes.STATUSES[story.status],
        "correction": {
            "@type": "CorrectionComment",
            "text": change_note(story),
            "datePublished": stamp(changed(story)),
        }
        if is_correction
        else None,
    }


def _value(role: str, value: str) -> dict[str, str]:
    return {"@type": "PropertyValue", "propertyID": role, "value": value}


def _people(story: Story) -> dict[str, Any]:
    service = story.service
    byline = story.content.byline or service.name
    is_desk = byline in (service.byline, service.name)
    return {
        "author": _named("Organization" if is_desk else "Person", byline),
        "publisher": {
            "@type": "NewsMediaOrganization",
            "name": service.name,
            "url": service.url,
            "publishingPrinciples": service.policy,
            "correctionsPolicy": service.corrections,
        },
        "creditText": service.name,
    }


def _filing(story: Story) -> dict[str, Any]:
    beat, place = story.beat, story.place
    return {
        "about": [
            {"@type": "DefinedTerm", "@id": f"{codes.TOPICS}{each.code}", "name": each.name, "termCode": each.code}
            for each in beat.subjects
        ],
        "mentions": _named("GovernmentOrganization", place.organisation) if place.organisation else None,
        "keywords": list(codes.keywords(story)),
        "genre": beat.genre_name,
        "contentLocation": [
            {
                "@type": "AdministrativeArea",
                "@id": f"{codes.GSS}{spot.code}",
                "name": spot.name,
                "identifier": [_value("GSS", spot.code), *([_value("ISO 3166-2", spot.iso)] if spot.iso else [])],
            }
            for spot in codes.spots(story)
        ],
        "temporalCoverage": covered(story),
        "isBasedOn": [_dataset(source, story) for source in story.rests_on],
        "backstory": story.content.body[-1].text,
        "digitalSourceType": {"@id": SOURCE_TYPE},
    }


def _dataset(source: InfoSource, story: Story) -> dict[str, Any]:
    return {
        "@type": "Dataset",
        "@id": source_uri(source, story),
        "name": source.title,
        "creator": _named("Organization", source.producer),
        "license": source.licence_url,
        "url": source.url,
    }


def _rights(story: Story) -> dict[str, Any]:
    return {
        "copyrightHolder": _named("Organization", story.service.copyright_holder),
        "copyrightYear": story.first_created.year,
        "copyrightNotice": copyright_notice(story),
        "usageInfo": story.service.terms_url,
        "conditionsOfAccess": terms(story),
    }


def _named(kind: str, name: str) -> dict[str, str]:
    return {"@type": kind, "name": name}


def _short(headline: str) -> str:
    if len(headline) <= LONGEST:
        return headline
    return f"{headline[: LONGEST - 1].rsplit(' ', 1)[0]}…"
