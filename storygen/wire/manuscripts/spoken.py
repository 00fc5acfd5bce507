"""What was really said, kept out of the way while the markup around it is read."""

from collections.abc import Collection

MARKS = "\"'\u201c\u201d\u2018\u2019"
OPENS, CLOSES = "\ue000", "\ue001"  # private characters, which no copy holds and no markup uses


class Spoken:
    """The words in the bank: whatever looks like markup in them is theirs."""

    def __init__(self, words: Collection[str]) -> None:
        """Take every paragraph anybody said; longer ones are looked for first."""
        self._words = sorted(words, key=len, reverse=True)

    def hidden(self, text: str) -> str:
        """A file's text with each paragraph of somebody's words, behind its quotation mark, hidden and lines kept."""
        for number, words in enumerate(self._words):
            sign = f"{OPENS}{number}{CLOSES}"
            start = text.find(words)
            while start >= 0:
                if start and text[start - 1] in MARKS:
                    text = f"{text[:start]}{sign}{text[start + len(words) :]}"
                start = text.find(words, start + len(sign))
        return text

    def shown(self, text: str) -> str:
        """The text with the words back in their places, to the byte."""
        for number, words in enumerate(self._words):
            text = text.replace(f"{OPENS}{number}{CLOSES}", words)
        return text

    def lines_in(self, text: str) -> int:
        """How many line breaks are hidden in a text."""
        return sum(
            text.count(f"{OPENS}{number}{CLOSES}") * words.count("\n") for number, words in enumerate(self._words)
        )
