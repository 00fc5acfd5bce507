"""Notes: what editors, and machines on their behalf, are told of a story besides its words."""

from collections.abc import Iterable, Iterator

from storygen.clock import on_the_wall
from storygen.model.story import Change, InfoSource, PubStatus, Story

LABELS = {
    Change.UPDATE: "UPDATE",
    Change.CORRECTION: "CORRECTION",
    Change.HOLD: "HOLD",
    Change.RELEASE: "RELEASE",
    Change.KILL: "KILL",
}
"""The word that opens a note on a version, as receiving desks look for it."""

SIGNALS = {Change.UPDATE: "update", Change.CORRECTION: "correction"}
"""The IPTC's code for a change, where there is one: a hold or a kill is said by the status."""

ORDERS = {
    PubStatus.WITHHELD: "HOLD HOLD HOLD: do not use this story until it is released.",
    PubStatus.CANCELED: "KILL KILL KILL: do not use this story in any version.",
}


def alerts(story: Story) -> Iterator[str]:
    """What a receiver must see before the words, one line each: a hold, a kill, an embargo, what is no longer so."""
    if story.status in ORDERS:
        yield ORDERS[story.status]
    if story.embargo and story.embargo > story.version_created:  # over before it was made, it would read as an order
        yield f"EMBARGOED until {on_the_wall(story.embargo)}. Not for publication, broadcast or posting before then."
    if story.change in SIGNALS:
        yield change_note(story)


def change_note(story: Story) -> str:
    """
    Why this version was made, opened by the trade's label for it; empty for a first version with nothing to say.

    A label the note already has is not said twice.
    """
    label = LABELS.get(story.change)
    if not label or story.note.upper().startswith(label):
        return story.note
    return f"{label}: {story.note}".rstrip(": ")


def editors_notes(story: Story) -> tuple[str, ...]:
    """All that a receiving editor is told, in the order it matters; none of it is for publication."""
    told = (
        *alerts(story),
        "" if story.change in SIGNALS else change_note(story),
        f"This story stands in for {story.replaces}, which was killed." if story.replaces else "",
        *story.content.notes,
        "" if story.status is PubStatus.CANCELED else making(story),
        f"Contact: {story.service.contact}" if story.service.contact else "",
    )
    return tuple(filter(None, told))


def making(story: Story) -> str:
    """How the story was made, in the words that go with its digital source type."""
    return (
        f"Drafted with automation from published figures by {story.wrote} (digital source type: data-driven media), "
        "and approved by a person before it was sent."
    )


def imprint(story: Story) -> str:
    """Which version of which story this is, and when it was made, for whoever has only the paper in hand."""
    when = on_the_wall(story.version_created)
    return f"{story.slugline} ({story.key}), version {story.version}, made at {when}"


def terms(story: Story) -> str:
    """On what terms the story may be used: the service's own, then what the licences of its sources ask to be said."""
    return " ".join((story.service.usage_terms, *_acknowledgements(story.rests_on))).strip()


def _acknowledgements(sources: Iterable[InfoSource]) -> Iterator[str]:
    """One sentence a licence, with all that is used under it; what is nobody's to license needs none."""
    by_licence: dict[tuple[str, str], list[str]] = {}
    for source in (each for each in sources if each.licence):
        by_licence.setdefault((source.licence, source.licence_url), []).append(named(source))
    for (licence, url), names in by_licence.items():
        what = "public sector information" if licence.startswith("Open Government Licence") else "information"
        where = f" ({url})" if url else ""
        yield f"Contains {what} licensed under the {licence}{where}: {'; '.join(names)}."


def named(source: InfoSource) -> str:
    """A source by its producer and title."""
    return f"{source.producer}, {source.title}"


def copyright_notice(story: Story) -> str:
    """Whose the words are, and since when."""
    return f"© {story.first_created.year} {story.service.copyright_holder}"


def source_uri(source: InfoSource, story: Story) -> str:
    """Where a source is published; for one whose address is not known, a name for it in the service's own tags."""
    name = "-".join("".join(each if each.isalnum() else " " for each in named(source).lower()).split())
    return source.url or f"tag:{story.service.authority},{story.service.since}:source:{name}"
