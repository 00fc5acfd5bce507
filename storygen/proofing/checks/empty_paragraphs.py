"""Check: no paragraph is empty, and none holds a character that is not for print (manual P01)."""

import unicodedata
from collections.abc import Iterator

from storygen.model.copy import Finding
from storygen.proofing.galley import Galley

UNPRINTABLE = {"Cc", "Co", "Cs", "Cn"}
LINE_BREAK = "\n"


def check(galley: Galley) -> Iterator[Finding]:
    """Find paragraphs without words, and control, private or broken characters."""
    for paragraph in galley.paragraphs:
        if not paragraph.text.strip():
            yield paragraph.finding("P01", "", "this paragraph is empty: its wording gives no words.")
        stray = [each for each in paragraph.text if unicodedata.category(each) in UNPRINTABLE and each != LINE_BREAK]
        if stray:
            yield paragraph.finding("P01", "", f"a character not for print (U+{ord(stray[0]):04X}) stands in the copy.")
