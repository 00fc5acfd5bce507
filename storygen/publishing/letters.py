"""Letters: requests for comment as plain text and as e-mail drafts, to be looked at, addressed and sent by a person."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from storygen.model.draft import Paragraph
from storygen.model.figure import Formula
from storygen.model.request import Request
from storygen.model.topic import Topic
from storygen.publishing.environment import lay_out
from storygen.publishing.files import Known, digest, place_for
from storygen.publishing.workings import cells, workings
from storygen.whole import write_whole


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterBox:
    """Where letters go, the layouts they are made from, and what was last written there, by file name."""

    folder: Path
    layouts: Path
    topic: Topic
    known: Known


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter as written: the request, and its files with their digests."""

    request: Request
    files: tuple[tuple[Path, str], ...]


def write_letters(requests: Sequence[Request], box: LetterBox) -> tuple[Letter, ...]:
    """
    Write each request as .txt and as .eml; every one is laid out before the first is written.

    A letter changed by hand stays, and the new one goes beside it. Raises OutputError if a file cannot be written.
    """
    pages = [(request, tuple(_pages(request, box))) for request in requests]
    letters = []
    for request, files in pages:
        written = []
        for name, text in files:
            path = place_for(box.folder / name, text, box.known)
            write_whole(path, text)
            written.append((path, digest(text)))
        letters.append(Letter(request=request, files=tuple(written)))
    return tuple(letters)


def moment(when: datetime) -> str:
    """
    A day and a time as a letter gives them, with the zone.

    >>> from datetime import UTC
    >>> moment(datetime(2026, 2, 13, 16, tzinfo=UTC))
    'Friday 13 February 2026, 16:00 UTC'
    """
    return f"{when:%A} {when.day} {when:%B %Y, %H:%M} {when.tzname() or ''}".rstrip()


def _pages(request: Request, box: LetterBox) -> Iterator[tuple[str, str]]:
    """The names and the texts of a letter's files."""
    whole = lay_out(
        box.layouts,
        "request.txt",
        request.name,
        request=request,
        topic=box.topic,
        deadline=moment(request.deadline),
        workings=list(_workings(request)),
        words=max(each.slot.voice.max_words for each in request.stories),
    )
    subject, _, body = whole.partition("\n\n")
    subject = subject.removeprefix("Subject: ")
    yield f"{request.stem}.txt", f"To: {request.to or '[PRESS OFFICE]'}\nSubject: {subject}\n\n{body}"
    yield f"{request.stem}.eml", _email(request, subject, body)


def _email(request: Request, subject: str, body: str) -> str:
    """An e-mail without sender or date, which mail clients open as a draft."""
    message = EmailMessage()
    message["X-Unsent"] = "1"
    message["To"] = request.to
    message["Subject"] = subject
    message.set_content(body, cte="quoted-printable")
    return message.as_bytes(policy=SMTP).decode("ascii")


def _workings(request: Request) -> Iterator[str]:
    """How each figure of a force's own letter was worked out, once each; a national letter has too many."""
    if not request.area:
        return
    seen: set[str] = set()
    for paragraph in _facts(request):
        for note in paragraph.notes:
            if note.figure.formula is not Formula.YEAR and note.figure.means not in seen:
                seen.add(note.figure.means)
                yield f"{note.shown} ({note.figure.means}): {workings(note.figure)}; {cells(note.figure)}"


def _facts(request: Request) -> Iterator[Paragraph]:
    for story in request.stories:
        yield from story.facts
