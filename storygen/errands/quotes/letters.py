"""Errands with requests: letters written, and what became of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from storygen.clock import on_the_wall
from storygen.errands.quotes.folder import folder_of, started
from storygen.errors import UsageError, nearest
from storygen.model.contacts import Entry
from storygen.model.voice import Organisation
from storygen.newsroom import produce
from storygen.office import Office, Order
from storygen.paths import shipped
from storygen.publishing import Letter, LetterBox, write_letters
from storygen.quoting import deadline_after, record, requests

AT_MOST = 48  # working hours, given where nobody has said by when to answer


def write_requests(order: Order, *, by: str, at: datetime, deadline: datetime | None) -> tuple[Letter, ...]:
    """
    Write the letters the stories asked for still need, and log that they are written; nothing is sent.

    Raises a StorygenError for what cannot be used or written.
    """
    office = started(order)
    box = LetterBox(
        folder=folder_of(order) / "requests" / office.edition.year,
        layouts=shipped("templates") / "formats",
        topic=office.dataset.topic,
        known=_written(office),
    )
    letters = write_letters(tuple(requests(tuple(produce(office)), office.contacts, at=at, deadline=deadline)), box)
    record(folder_of(order), *(entry for letter in letters for entry in _prepared(letter, by, at)))
    return letters


def unverified(letters: Sequence[Letter], day: date) -> Iterator[str]:
    """A warning for every address that nobody has made sure of lately (manual Q7)."""
    for request in (letter.request for letter in letters):
        body = request.organisation
        if request.to and not body.is_verified(day):
            last = f"since {body.verified_on}" if body.verified_on else "yet, as far as the directory says"
            yield f"{request.stem}: nobody has verified {request.to} {last}; make sure of it, and of names and titles"


def note(order: Order, entry: Entry) -> Entry:
    """
    Log that a request was sent, chased or declined: to a force's own body, in the one area the order names.

    What the entry leaves out is filled in: the address by the directory, the deadline by the letter. Raises UsageError
    for a body nobody knows, a second try without a first, or a deadline that has passed.
    """
    office = started(order)
    body, area = _body(entry.organisation, office), _area(entry.organisation, order, office)
    known = [each for each in office.contacts.log if _is_about(each, body.id, area, office.edition.year)]
    if entry.event == "chased" and not any(each.event == "sent" for each in known):
        raise UsageError(f"The log holds no request sent to {body.id}, so none can have been chased")
    whole = replace(entry, edition=office.edition.year, area=area)
    if entry.event == "sent":
        given = max((each.deadline for each in known if each.deadline), default=None)
        deadline = entry.deadline or given or deadline_after(entry.at, AT_MOST)
        whole = replace(whole, to=entry.to or body.address(area), deadline=deadline)
    if whole.deadline and whole.deadline <= whole.at:
        raise UsageError(f"The deadline, {on_the_wall(whole.deadline)}, has passed: give another, with --deadline")
    record(folder_of(order), whole)
    return whole


def _prepared(letter: Letter, by: str, at: datetime) -> Iterator[Entry]:
    request = letter.request
    for path, digest in letter.files:
        yield Entry(
            at=at,
            by=by,
            event="prepared",
            edition=request.edition,
            organisation=request.organisation.id,
            area=request.area,
            deadline=request.deadline,
            file=path.name,
            sha256=digest,
        )


def _is_about(entry: Entry, body: str, area: str, year: str) -> bool:
    return (entry.organisation, entry.area, entry.edition) == (body, area, year)


def _body(name: str, office: Office) -> Organisation:
    if name not in office.contacts.directory:
        raise UsageError(f"The directory has no {name!r}; {nearest(name, sorted(office.contacts.directory))}")
    return office.contacts.directory[name]


def _area(name: str, order: Order, office: Office) -> str:
    """The slug of the one area a force's own body was asked about; empty for a national one."""
    if not _body(name, office).is_local:
        return ""
    if len(order.areas) != 1:
        raise UsageError(f"There is one {name} for each area: say which, as in --area {office.wanted[0].slug}")
    return office.wanted[0].slug


def _written(office: Office) -> dict[str, list[str]]:
    """The digests of every letter of the edition as it was written, by file name."""
    found: dict[str, list[str]] = {}
    for entry in office.contacts.log:
        if entry.file and entry.edition == office.edition.year:
            found.setdefault(entry.file, []).append(entry.sha256)
    return found
