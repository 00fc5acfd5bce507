"""Check: nothing stands between quotation marks that was not really said (manual Q1)."""

import re
from collections.abc import Iterator

from storygen.model.copy import Finding
from storygen.proofing.galley import Galley

_MARKS = (
    '"\u201c\u201d\u201e\u201f\u00ab\u00bb'  # straight, curly, low, reversed and angled
    "\u2033\u2036\u02ba\u02ee\u05f4\u3003\uff02"  # double primes, and other signs that look like straight ones
    "\u275d\u275e\u2760\u2e42\U0001f676\U0001f677\U0001f678"  # ornaments
    "\u300c\u300d\u300e\u300f\ufe41-\ufe44\uff62\uff63\u301d-\u301f"  # corners, and primes of East Asia
    "\u201a\u201b\u2039\u203a\u275b\u275c\u275f"  # single ones that are never an apostrophe
)
_PAIRS = r"``|\u2018\u2018|\u2019\u2019|''"  # two signs that stand for one mark
_APOSTROPHE = r"(?<=\w)['\u2019](?=\w)"
_QUOTED = re.compile(
    f"[{_MARKS}][^{_MARKS}]*[{_MARKS}]?"
    rf"|(?:{_PAIRS})(?:(?!{_PAIRS}).)*(?:{_PAIRS})?"
    r"|`[^`'\u2019]+[`'\u2019](?!\w)"
    rf"|(?<!\w)['\u2018]\w(?:[^'\u2018\u2019]|{_APOSTROPHE})*(?<=[\w.,;:!?])['\u2019](?!\w)"  # single, closed
    r"|(?:^|(?<=: ))['\u2018]\S.*",  # single, left open where somebody begins to speak
    re.DOTALL,
)


def check(galley: Galley) -> Iterator[Finding]:
    """Find text in quotation marks, closed or left open; what is in the bank has been covered, marks and all."""
    for paragraph in galley.paragraphs:
        for quoted in _QUOTED.finditer(paragraph.text):
            yield paragraph.finding(
                "Q1", quoted[0], f"No quote has been obtained for {quoted[0]}: take it out or ask for it."
            )
