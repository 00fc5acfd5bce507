"""The notebook: which characters of a paragraph show which figure."""

from storygen.model.draft import Note
from storygen.model.figure import Figure

# Marks from a private-use area of Unicode stand round each figure while a paragraph is in the making, so that
# its place is known however the words round it are set. None is left in the copy.
OPEN, CLOSE = "\ue000", "\ue001"
FIRST_NUMBER = 0xE100


class Notebook:
    """Takes a note of each figure as it is shown, then reads off where it stands."""

    def __init__(self) -> None:
        """Open a new page, for one paragraph."""
        self._shown: list[tuple[Figure, int]] = []

    def show(self, figure: Figure, words: str, nearest: int = 1) -> str:
        """The words for a figure, marked with its number in the notebook; `nearest` says how it was rounded."""
        mark = chr(FIRST_NUMBER + len(self._shown))
        self._shown.append((figure, nearest))
        return f"{OPEN}{mark}{words}{CLOSE}"

    def lift(self, marked: str) -> tuple[str, tuple[Note, ...]]:
        """
        The text without marks, and a note of every figure in it, in the order they stand.

        >>> Notebook().lift("no figures")
        ('no figures', ())
        """
        text, notes = "", []
        head, *pieces = marked.split(OPEN)
        text += head
        for piece in pieces:
            words, _, rest = piece[1:].partition(CLOSE)
            figure, nearest = self._shown[ord(piece[0]) - FIRST_NUMBER]
            notes.append(Note(start=len(text), end=len(text) + len(words), shown=words, figure=figure, nearest=nearest))
            text += words + rest
        return text, tuple(notes)
