"""From an editor's copy and the draft behind it to a story as it goes out."""

from dataclasses import replace
from decimal import Decimal

from storygen import __version__
from storygen.errands.wire.books import Signature, in_utc
from storygen.errands.wire.remade import Remade
from storygen.model.area import Area
from storygen.model.manuscript import Manuscript
from storygen.model.plan import StoryPlan
from storygen.model.story import Block, Change, Content, Place, PubStatus, Service, Story
from storygen.publishing import beat_of, slugline, sources_of, urgency
from storygen.wire.manuscripts import is_signed
from storygen.wire.manuscripts import signed as with_name


def story_of(manuscript: Manuscript, remade: Remade, service: Service, signed: Signature) -> Story:
    """A version as it is to be; the ledger gives it identity, number and times."""
    plan, topic = remade.copy.draft.plan, remade.office.dataset.topic
    beat, place = beat_of(topic.name), place_of(plan.area)
    return Story(
        uri="",
        key="",
        version=1,
        first_created=in_utc(signed.at),
        version_created=in_utc(signed.at),
        status=PubStatus.USABLE,
        change=Change.FIRST,
        note=signed.note,
        content=content_of(manuscript, service, signed.by),
        topic=topic.name,
        title=topic.title,
        edition=plan.edition.year,
        place=place,
        slugline=slugline(beat, place),
        urgency=urgency(plan.lead.score if plan.lead else Decimal(0)),
        angle=_angle(plan),
        template=_template(remade),
        wrote=f"storygen {__version__}",
        service=service,
        beat=beat,
        sources=sources_of(plan, beat),
        keywords=(plan.lead.fact.category.noun,) if plan.lead else (),
    )


def content_of(manuscript: Manuscript, service: Service, by: str) -> Content:
    """The words a person approves, with their name in the disclosure."""
    return Content(
        headline=manuscript.headline,
        standfirst=manuscript.standfirst,
        byline=service.byline,
        body=tuple(Block(kind=block.kind, text=with_name(block.text, by)) for block in manuscript.body),
    )


def says_the_same(content: Content, manuscript: Manuscript) -> bool:
    """Whether words that were approved are those of a manuscript, whoever approved them."""
    kinds = [block.kind for block in content.body] == [block.kind for block in manuscript.body]
    is_as_long = len(content.texts) == len(manuscript.texts)
    return kinds and is_as_long and all(map(is_signed, content.texts, manuscript.texts))


def for_notes(content: Content, manuscript: Manuscript, last: Content) -> Content:
    """The same words, but for the name of who approved them: that it is another's is nothing to tell receivers."""
    body = tuple(
        replace(block, text=next((old.text for old in last.body if is_signed(old.text, typed.text)), block.text))
        for block, typed in zip(content.body, manuscript.body, strict=True)
    )
    return replace(content, body=body)


def place_of(area: Area) -> Place:
    """Where a story is."""
    return Place(
        slug=area.slug,
        name=area.place,
        code=area.code,
        region=area.region,
        nation=area.nation,
        headline=area.headline,
        organisation=area.force,
    )


def _angle(plan: StoryPlan) -> str:
    if plan.lead:
        return f"{plan.lead.slug}:{plan.lead.fact.category.slug}"
    return f"local:{plan.local[0].fact.id}" if plan.local else ""


def _template(remade: Remade) -> str:
    """The wording of the paragraph the story opens on."""
    roles = ("lead", "local", "headline")
    found = (each.wording for role in roles for each in remade.copy.draft.of_role(role))
    return next(found, "")
