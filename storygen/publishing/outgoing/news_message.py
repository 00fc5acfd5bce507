"""A NewsML-G2 2.35 message of one news item, whatever language its body is in."""

from lxml.builder import ElementMaker

from storygen.model.story import Story
from storygen.publishing.outgoing import codes
from storygen.publishing.outgoing.notes import SIGNALS, copyright_notice, editors_notes, named, source_uri, terms
from storygen.publishing.outgoing.times import stamp
from storygen.publishing.outgoing.written import Node, Nodes

NAR = "http://iptc.org/std/nar/2006-10-01/"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
CATALOG = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"
IDS = "storyid"
"""The alias of the service's own kinds of id, beside those of the IPTC's catalog."""

N = ElementMaker(namespace=NAR, nsmap={None: NAR})


def news_message(story: Story, body: Node, media_type: str) -> Node:
    """
    The message whose one item has `body`, an element of `media_type`, for its words.

    Elements stand in the order the schema wants. There is one note to editors, because Superdesk reads the first and
    no other, and a priority, without which it fails.
    """
    content = N.contentSet(N.inlineXML(body, contenttype=media_type, wordcount=str(story.content.words)))
    item = N.newsItem(
        *_catalogs(story),
        N.rightsInfo(*_rights(story)),
        N.itemMeta(*_item_meta(story)),
        N.contentMeta(*_content_meta(story)),
        content,
        {LANG: story.service.language},
        guid=story.uri,
        version=str(story.version),
        standard="NewsML-G2",
        standardversion="2.35",
        conformance="power",
    )
    message: Node = N.newsMessage(N.header(*_header(story)), N.itemSet(item))
    return message


def _header(story: Story) -> Nodes:
    yield N.sent(stamp(story.version_created))
    yield N.sender(story.service.authority)
    yield N.transmitId(f"{story.uri}:{story.version}")
    yield N.priority(str(story.urgency))


def _catalogs(story: Story) -> Nodes:
    service = story.service
    yield N.catalogRef(href=CATALOG)
    yield N.catalog(
        N.scheme(alias="gss", uri=codes.GSS),
        N.scheme(alias=IDS, uri=f"tag:{service.authority},{service.since}:id:"),
    )


def _rights(story: Story) -> Nodes:
    service = story.service
    yield N.copyrightHolder(N.name(service.copyright_holder))
    yield N.copyrightNotice(copyright_notice(story))
    yield N.usageTerms(terms(story))
    if service.terms_url:
        yield N.link(href=service.terms_url, rel="irel:seeAlso")
    if service.data_mining:
        yield N.dataMining(uri=service.data_mining)


def _item_meta(story: Story) -> Nodes:
    name, _, version = story.wrote.rpartition(" ")
    yield N.itemClass(qcode="ninat:text")
    yield N.provider(N.name(story.service.name), uri=story.service.url)
    yield N.versionCreated(stamp(story.version_created))
    yield N.firstCreated(stamp(story.first_created))
    if story.embargo:
        yield N.embargoed(stamp(story.embargo))
    yield N.pubStatus(qcode=f"stat:{story.status.value}")
    yield N.generator(name or version, versioninfo=version)
    yield N.profile("text-only")
    yield N.title(story.slugline)
    yield N.edNote("\n".join(editors_notes(story)))
    if story.change in SIGNALS:
        yield N.signal(qcode=f"sig:{SIGNALS[story.change]}")
    if story.expires:
        yield N.expires(stamp(story.expires))
    yield from _links(story)


def _links(story: Story) -> Nodes:
    """What it rests on, what it stands in for, by what rules it was made."""
    for source in story.rests_on:
        where = {"href": source.url} if source.url else {"residref": source_uri(source, story)}
        yield N.link(N.title(named(source)), rel="irel:derivedFrom", **where)
    if story.replaces:
        yield N.link(rel="irel:previousVersion", residref=story.replaces)
    if story.service.policy:
        yield N.link(N.title("Editorial policy"), rel="irel:seeAlso", href=story.service.policy)


def _content_meta(story: Story) -> Nodes:
    content, place = story.content, codes.bare(story.place.name)
    yield N.urgency(str(story.urgency))
    yield N.contentCreated(stamp(story.first_created))
    yield N.contentModified(stamp(story.version_created))
    yield N.digitalSourceType(qcode=f"digsrctype:{codes.AUTOMATION}")
    yield N.located(N.name(place), qcode=f"gss:{story.place.code}")
    for source in story.rests_on:
        yield N.infoSource(N.name(named(source)), role="isrol:originfo", **({"uri": source.url} if source.url else {}))
    if content.byline:
        yield N.creator(N.name(content.byline))
    for kind, value in codes.other_ids(story).items():
        yield N.altId(value, type=f"{IDS}:{kind}")
    yield N.language({"tag": story.service.language})
    yield N.genre(_name(story.beat.genre_name), qcode=f"genre:{story.beat.genre}")
    for word in codes.keywords(story):
        yield N.keyword(word)
    yield from _subjects(story)
    yield N.slugline(story.slugline)
    yield N.headline(content.headline)
    if content.byline:
        yield N.by(content.byline)
    yield N.creditline(story.service.name)
    if content.standfirst:
        yield N.description(content.standfirst, role="drol:summary")


def _subjects(story: Story) -> Nodes:
    """The topics in both vocabularies, since Superdesk reads the older only; then the places and the body concerned."""
    for each in story.beat.subjects:
        yield N.subject(_name(each.name), type="cpnat:abstract", qcode=f"medtop:{each.code}")
        if each.subject_code:
            yield N.subject(_name(each.name), type="cpnat:abstract", qcode=f"subj:{each.subject_code}")
    for spot in codes.spots(story):
        yield N.subject(_name(spot.name), type="cpnat:geoArea", qcode=f"gss:{spot.code}")
        if spot.iso:
            yield N.subject(_name(spot.name), type="cpnat:geoArea", qcode=f"iso3166-2:{spot.iso}")
    if story.place.organisation:
        yield N.subject(_name(story.place.organisation), type="cpnat:organisation")


def _name(text: str) -> Node:
    """A name of a vocabulary, in the language the house has it in; Superdesk reads no genre's without one."""
    name: Node = N.name(text, {LANG: "en-GB"})
    return name
