"""Approve: a person puts their name to an editor's file, and it becomes a version; or is told why it cannot."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from storygen.clock import on_the_wall
from storygen.errands.copydesk import text_of
from storygen.errands.wire.books import Books, Signature, in_utc
from storygen.errands.wire.mouths import words_of
from storygen.errands.wire.objections import objections
from storygen.errands.wire.remade import Remade, Remaking, Wanted
from storygen.errands.wire.reread import unchecked
from storygen.errands.wire.stories import for_notes, says_the_same, story_of
from storygen.errors import StorygenError, UsageError
from storygen.model.issued import Approval, Version
from storygen.model.manuscript import Hole, Manuscript
from storygen.model.plan import Form
from storygen.model.story import Change, PubStatus, Service, Story
from storygen.office import Order, contacts_of
from storygen.publishing import read_manifest
from storygen.wire import Ledger, current, enter, has_been_out, history, waiting
from storygen.wire.manuscripts import REVISED, compared, correction_note, read_manuscript, update_note

QUESTIONS = "questions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is to become of files: a first version or an update, a correction, a substitute; embargoed or not."""

    files: tuple[Path, ...]
    change: Change = Change.UPDATE
    embargo: datetime | None = None
    is_substitute: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A file with its version, or with what keeps it from being one; `doubts` are for its editor to make sure of."""

    file: str
    version: Version | None = None
    objections: tuple[Hole, ...] = ()
    doubts: tuple[Hole, ...] = ()
    refusal: str = ""


def approve(asked: Asked, signed: Signature, order: Order, books: Books) -> Iterator[Judged]:
    """
    Enter every file nothing speaks against, each by itself; the others are given with everything that does.

    Raises a StorygenError, having entered nothing, for settings or a ledger that cannot be used, and for an embargo
    that is over already.
    """
    _check_embargo(asked.embargo, signed.at)
    service = books.sender()
    spoken = {folder: _spoken(folder, order) for folder in {file.parent for file in asked.files}}
    read = {file: _read(file, spoken[file.parent]) for file in asked.files}
    read |= dict(_same_story(read))
    remaking = Remaking(order, [_wanted(file, each) for file, each in read.items() if isinstance(each, Manuscript)])
    with books.open(is_new=True) as ledger:
        for file, manuscript in read.items():
            try:
                yield _judged(file, manuscript, asked, signed, _Desk(ledger, service, remaking))
            except StorygenError as fault:
                said = str(fault)
                yield Judged(file=str(file), refusal=said if str(file) in said else f"{file}: {said}")


def _check_embargo(until: datetime | None, now: datetime) -> None:
    """Refuse an embargo that would hold nothing back: the year or the zone may be mistyped."""
    if until and in_utc(until) <= in_utc(now):
        given, clock = (on_the_wall(each) for each in (until, now))
        raise UsageError(
            f"--embargo {given} is not later than now, {clock}, so the story would go out at once: "
            "give a later time, or leave --embargo out"
        )


@dataclass(frozen=True, slots=True)
class _Desk:
    """What files are judged at: the ledger, the service, and the drafts made again."""

    ledger: Ledger
    service: Service
    remaking: Remaking


def _spoken(folder: Path, order: Order) -> tuple[str, ...]:
    """Every paragraph the bank holds on the topic that a folder's drafts are about."""
    topic = str((read_manifest(folder).run or {}).get("topic", order.topic))
    contacts = contacts_of(replace(order, topic=topic))
    return tuple(words for quote in contacts.quotes for words in words_of(quote))


def _read(file: Path, spoken: Sequence[str]) -> Manuscript | StorygenError:
    """What a file holds, or why it is nothing to be judged."""
    try:
        manuscript = read_manuscript(text_of(file), name=str(file), spoken=spoken)
    except StorygenError as fault:
        return fault
    if manuscript.about["status"] == QUESTIONS:
        return UsageError(f"{file} is a sheet of questions to the force and no story: there is nothing in it to send")
    return manuscript


def _same_story(read: Mapping[Path, Manuscript | StorygenError]) -> Iterator[tuple[Path, StorygenError]]:
    """A refusal of every file that is of the same story as another: one would silently take the other's place."""
    files: dict[tuple[Path, str], list[Path]] = {}
    for file, each in read.items():
        if isinstance(each, Manuscript):
            files.setdefault((file.parent.resolve(), each.about["area_code"]), []).append(file)
    for same in files.values():
        for file in same if len(same) > 1 else ():
            others = ", ".join(str(other) for other in same if other != file)
            yield file, UsageError(f"{file} is of the same story as {others}: approve the one that is to be sent")


def _wanted(file: Path, manuscript: Manuscript) -> Wanted:
    return Wanted(path=file, code=manuscript.about["area_code"], angle=manuscript.about.get("angle", ""))


def _judged(file: Path, manuscript: Manuscript | StorygenError, asked: Asked, signed: Signature, desk: _Desk) -> Judged:
    if isinstance(manuscript, StorygenError):
        raise manuscript
    drafted = desk.remaking.draft(_wanted(file, manuscript))
    if (said := manuscript.about["edition"]) != (edition := drafted.copy.draft.plan.edition.year):
        raise UsageError(f"{file} is of the edition {said}, and the drafts in {file.parent} are of {edition}")
    if drafted.copy.draft.plan.form is Form.QUESTIONS:
        raise UsageError(f"{file}: its area's figures are in doubt, so there are questions to the force and no story")
    if against := tuple(dict.fromkeys(objections(manuscript, drafted))):
        return Judged(file=str(file), objections=against)
    version = enter(desk.ledger, _approval(manuscript, drafted, asked, signed, desk))
    return Judged(file=str(file), version=version, doubts=(*manuscript.lost, *unchecked(manuscript, drafted)))


def _approval(manuscript: Manuscript, drafted: Remade, asked: Asked, signed: Signature, desk: _Desk) -> Approval:
    story = story_of(manuscript, drafted, desk.service, signed)
    last = current(desk.ledger, story.topic, story.edition, story.place.slug)
    if last and says_the_same(last.story.content, manuscript):  # whoever approves it this time
        story = replace(story, content=last.story.content)
    noted = for_notes(story.content, manuscript, last.story.content) if last else story.content
    change, note = _told(replace(story, content=noted), asked, signed, last, desk.ledger)
    embargo = in_utc(asked.embargo) if asked.embargo else _standing_embargo(last, desk.ledger)
    return Approval(
        story=replace(story, change=change, note=note, embargo=embargo),
        by=signed.by,
        at=in_utc(signed.at),
        making=drafted.making,
        edits=tuple(compared([(each.wording, each.text) for each in drafted.paragraphs], manuscript.texts)),
        is_substitute=asked.is_substitute,
        follows=last.story.version if last else 0,
    )


def _standing_embargo(last: Version | None, ledger: Ledger) -> datetime | None:
    """The embargo last put on a story's words: a hold or a kill, which may go back to older words, lifts none."""
    versions = reversed(history(ledger, last.story.uri)) if last else ()
    return next((each.story.embargo for each in versions if each.story.status is PubStatus.USABLE), None)


def _told(story: Story, asked: Asked, signed: Signature, last: Version | None, ledger: Ledger) -> tuple[Change, str]:
    """What a version is, and what is said of it: what somebody says, else what was drafted, else what differs."""
    is_correction = asked.change is Change.CORRECTION
    if last is None or last.story.status is PubStatus.CANCELED:
        if is_correction and last is None:
            raise UsageError(
                f"The story on {story.place.name} was never sent, so there is nothing to correct: storygen wire approve"
            )
        return Change.FIRST, signed.note
    drafted = waiting(ledger).get(last.story.uri)
    if drafted and drafted.grade == Change.CORRECTION.value and not is_correction:
        raise UsageError(
            f"A correction of {last.story.key} is drafted ({drafted.file}): storygen wire correct approves it"
        )
    if last.story.content.digest == story.content.digest and is_correction:
        raise UsageError(f"{last.story.key} says the same already, so nothing in it is corrected")
    if last.story.status is PubStatus.USABLE and not has_been_out(ledger, last.story.uri, in_utc(signed.at)):
        return Change.FIRST, signed.note  # under an embargo still: there is nothing receivers could be told of
    if not is_correction:
        return Change.UPDATE, signed.note or update_note(last.story.content, story.content)
    reason = f" {REVISED}" if drafted else ""
    return Change.CORRECTION, signed.note or f"{correction_note(last.story.content, story.content)}{reason}"
