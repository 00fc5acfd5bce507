"""Check: nothing stands between quotation marks that was not really said (manual Q1)."""

import re
from collections.abc import Iterator

from storygen.model.copy import Finding
from storygen.proofing.galley import Galley

_MARKS = '"\u201c\u201d\u201e\u00ab\u00bb'  # straight, curly, low and angled
_APOSTROPHE = r"(?<=\w)['\u2019](?=\w)"
_QUOTED = re.compile(
    f"[{_MARKS}][^{_MARKS}]*[{_MARKS}]?"
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
