"""What the formats' tests start from: every article of the edition as a story fit to send, with artificial voices."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from bank import AT, COUNTRY, a_quote, an_entry, holding
from papers import Editions
from wire_stories import SERVICE, a_story

from storygen.model.contacts import Contacts
from storygen.model.copy import Copy
from storygen.model.dataset import Dataset
from storygen.model.draft import Paragraph
from storygen.model.plan import Form, StoryPlan
from storygen.model.quote import Quote, Scope
from storygen.model.story import Block, BlockKind, Content, Place, Story
from storygen.paths import shipped
from storygen.proofing import proof
from storygen.publishing import readers_draft, slugline, urgency
from storygen.quoting import answered, open_contacts
from storygen.writing import Desk, write

EDITION = "2018-19"
APART = {"headline", "standfirst"}


@pytest.fixture(scope="session")
def copies(editions: Editions, desk: Desk, dataset: Dataset) -> dict[str, Copy]:
    """The copy of every area, once each force and everybody national has answered in plainly artificial words."""
    plans = [copy.draft.plan for copy in editions(EDITION).values()]
    contacts = _answering(open_contacts(shipped("quotes") / "drug_seizures", Path("no-such-folder")), plans)
    spoken = answered(plans, contacts, house="regional", now=AT + timedelta(days=1))
    return {plan.area.slug: proof(write(plan, desk), dataset, contacts.quotes) for plan in spoken}


@pytest.fixture(scope="session")
def all_stories(copies: dict[str, Copy]) -> dict[str, Story]:
    """Every article of the edition as a story, by area."""
    return {area: _story(copy) for area, copy in copies.items() if copy.draft.plan.form is Form.ARTICLE}


def _answering(contacts: Contacts, plans: list[StoryPlan]) -> Contacts:
    """A word from each force, and one from the country in each voice a story may want, all approved."""
    quotes = [_of_force(plan.area.slug) for plan in plans]
    national = sorted({slot.voice.id for plan in plans for slot in plan.slots} - {"force_spokesperson"})
    quotes += [a_quote(f"Test words of {voice.replace('_', ' ')}.", voice=voice, scope=COUNTRY) for voice in national]
    return holding(contacts, *quotes, log=tuple(an_entry("approved", quote=quote.id) for quote in quotes))


def _of_force(area: str) -> Quote:
    return a_quote(f"Test words of {area.replace('-', ' ')}.", scope=Scope(level="force", forces=(area,)))


def _story(copy: Copy) -> Story:
    """A copy as the desk would send it, an editor having settled the one name that is asked for."""
    draft, plan = readers_draft(copy), copy.draft.plan
    place = Place(
        slug=plan.area.slug,
        name=plan.area.place,
        code=plan.area.code,
        region=plan.area.region,
        nation=plan.area.nation,
        headline=plan.area.headline,
        organisation=plan.area.force,
    )
    key = f"drug-seizures-{EDITION}-{plan.area.slug}"
    assert plan.lead is not None
    story = a_story(
        uri=f"tag:{SERVICE.authority},{SERVICE.since}:{key}",
        key=key,
        place=place,
        urgency=urgency(plan.lead.score),
        content=Content(
            headline=draft.of_role("headline")[0].text,
            standfirst=" ".join(each.text for each in draft.of_role("standfirst")),
            byline=SERVICE.byline,
            body=tuple(_block(each) for each in draft.paragraphs if each.role not in APART),
        ),
        angle=f"{plan.lead.slug}:{plan.lead.fact.category.slug}",
        keywords=(plan.lead.fact.category.noun,),
    )
    return replace(story, slugline=slugline(story.beat, place))


def _block(paragraph: Paragraph) -> Block:
    kind = BlockKind.CROSSHEAD if paragraph.role == "crosshead" else BlockKind.PARAGRAPH
    return Block(kind=kind, text=paragraph.text.replace("[EDITOR'S NAME]", "an editor"))
