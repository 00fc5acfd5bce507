"""Said: the stories on the wire that hold a quote, for an editor who has taken it back."""

from collections.abc import Iterator

from storygen.errands.wire.books import Books
from storygen.errands.wire.mouths import words_of
from storygen.model.issued import State, Version
from storygen.model.quote import Quote
from storygen.proofing.quoted import covered
from storygen.wire import newest_versions

MENDED = (
    "storygen draft shows what its place waits for without them: take them out of its file, then "
    "storygen wire correct FILE --by NAME"
)


def stories_with(quote: Quote, books: Books) -> Iterator[str]:
    """
    Every story whose newest version holds a quote, or the newest that receivers have, and what to do about it.

    A story that was killed needs nothing more. Raises a LedgerError for a ledger that cannot be used.
    """
    with books.open() as ledger:
        out = {version.story.uri: version for version in newest_versions(ledger, books.now)}
        for version in list(newest_versions(ledger)):
            state = version.state(books.now)
            if state is State.CANCELED:
                continue
            if _holds(version, quote):
                yield f"{_called(version)} ({state.value}) holds it: {_what_to_do(version, state)}"
            elif (sent := out.get(version.story.uri)) and _holds(sent, quote):
                yield (
                    f"{_called(sent)} holds it until version {version.story.version} goes out without it: "
                    f"storygen wire hold {version.story.key} --by NAME --reason REASON stops it now"
                )


def _holds(version: Version, quote: Quote) -> bool:
    return any(covered(text, words_of(quote)) != text for text in version.story.content.texts)


def _called(version: Version) -> str:
    return f"{version.story.key}, version {version.story.version}"


def _what_to_do(version: Version, state: State) -> str:
    key = version.story.key
    if state is State.APPROVED:
        return f"nothing has gone out yet; storygen wire hold {key} --by NAME --reason REASON keeps it so, and {MENDED}"
    stop = "" if state is State.WITHHELD else f"storygen wire hold {key} --by NAME --reason REASON stops it; "
    return f"{stop}{MENDED}; or storygen wire kill {key} --by NAME --reason REASON"
