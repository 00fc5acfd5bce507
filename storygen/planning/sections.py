"""Sections: every paragraph a plan may ever ask for, by wording, so that none is missing and none waits in vain."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from storygen.model.angle import Tells
from storygen.model.contacts import CLOSED
from storygen.model.topic import Kind, Topic
from storygen.model.voice import REPLY, Voice
from storygen.model.wording import AngleCard, Repertoire

STORY: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        name: frozenset(sections.split())
        for name, sections in {
            "ask": "lead comparison break law",
            "attribution": "person person-statement person-part person-then spokesperson spokesperson-statement"
            " spokesperson-part spokesperson-then report report-part report-then added again again-part running",
            "benchmark": "above below in-line but-above but-below but-just-above but-just-below unranked",
            "caveat": "caveat with-quantities",
            "disclosure": "disclosure",
            "estimate": "standfirst estimate",
            "group": "above below in-line same counted",
            "law": "life years",
            "local": "either before after read-more headline source disclosure disclosure-beside ask-since ask-numbers",
            "mix": "three shares",
            "national": "flat in-doubt first running plain first-contrast running-contrast plain-contrast driver"
            " driver-group turned police spread-risen spread-fallen",
            "national-drug": "record-high-since highest-since record-low-since lowest-since plain"
            " split-alike split-contrast",
            "number": "number",
            "offer": "straight rate-above rate-below rate-in-line high-but-below low-but-above against-country"
            " first-but-fewer",
            "provisional": "standfirst estimate total lead-total",
            "questions": "headline series question-number question-missing question-recording question-coverage source"
            " question-quantity question-trace context-quantity context-split context-regions context-regions-own",
            "rate": "beside-nation",
            "rival": "national regional national-rate regional-rate",
            "shift": "whole most",
            "source": "source unranked",
            "specimen": "specimen",  # for `storygen house show`; no story has it
            "standfirst": "total rate number",
            "total": "running plain lead-running lead-plain run-only no-comparison-doubtful no-comparison-missing"
            " first-year since-break",
            "unusual": "run year",
            "unidentified": "comparable not-comparable growth more-than-growth",
        }.items()
    }
)
"""The sections of each file in `story/`; the slots' and the guards' own come on top."""


NEEDS: Mapping[str, Callable[[Topic], object]] = MappingProxyType(
    {
        "ask#law": lambda topic: topic.law,
        "caveat#with-quantities": lambda topic: topic.has_quantities,
        "group": lambda topic: topic.reported_group,
        "law": lambda topic: topic.law,
        "national#in-doubt": lambda topic: topic.national_is_sum,
        "national#police": lambda topic: topic.border,
        "national-drug#split-alike": lambda topic: topic.border,
        "national-drug#split-contrast": lambda topic: topic.border,
        "questions#question-quantity": lambda topic: topic.has_quantities,
        "questions#question-trace": lambda topic: topic.has_quantities,
        "questions#context-quantity": lambda topic: topic.has_quantities,
        "questions#context-split": lambda topic: topic.border,
        "shift": lambda topic: topic.adds_up,
        "unidentified": lambda topic: topic.has(Kind.UNKNOWN),
    }
)
"""What a topic must have for a file in `story/`, or a section of one, ever to be asked for."""


def sections(repertoire: Repertoire, voices: tuple[Voice, ...], topic: Topic) -> dict[str, frozenset[str]]:
    """What may be asked of every wording: those of the angles, of the voices, of the guards, and of every story."""
    story = {f"story/{name}": frozenset(_of_story(name, asked, topic)) for name, asked in STORY.items()}
    story = {name: asked for name, asked in story.items() if asked}
    story["story/questions"] |= {f"why-{veto}" for veto in repertoire.vetoes}
    story["story/slots"] = frozenset(ask for voice in voices for ask in _of_voice(voice)) | {*CLOSED}
    return story | {f"angles/{card.slug}": frozenset(_of_angle(card)) for card in repertoire.angles}


def _of_story(name: str, asked: frozenset[str], topic: Topic) -> Iterator[str]:
    """The sections of a file that stories of a topic may ask for."""
    for section in asked:
        needs = (NEEDS[key] for key in (name, f"{name}#{section}") if key in NEEDS)
        if all(need(topic) for need in needs):
            yield section


def _of_voice(voice: Voice) -> Iterator[str]:
    yield from filter(None, (voice.ask, voice.ask_first, voice.ask_local))
    if voice.ask_reply:
        yield from (f"{voice.ask_reply}-{reason}" for reason in REPLY)


def _of_angle(card: AngleCard) -> Iterator[str]:
    """Any angle may lead, since an editor may ask for it; not every one is ever a later paragraph."""
    yield from ("headline", "lead")
    is_told_anyway = Tells.SHARE in card.tells
    if card.is_of_drugs:
        yield "evidence"
    if card.is_of_drugs and not is_told_anyway:
        yield "second"
    if card.is_of_drugs and Tells.FIRST in card.tells:
        yield "second-again"
    if card.is_of_total and Tells.ROUTINE not in card.tells and not is_told_anyway:
        yield "second-total"
