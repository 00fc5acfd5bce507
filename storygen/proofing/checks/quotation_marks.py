"""Check: nothing stands between quotation marks, since nobody has been quoted yet (manual Q1)."""

import re
from collections.abc import Iterator

from storygen.model.copy import Finding
from storygen.proofing.galley import Galley

_MARKS = '"\u201c\u201d\u201e\u00ab\u00bb'  # straight, curly, low and angled
_QUOTED = re.compile(f"[{_MARKS}][^{_MARKS}]*[{_MARKS}]?")


def check(galley: Galley) -> Iterator[Finding]:
    """Find text in double quotation marks, closed or left open; single ones may be apostrophes."""
    for paragraph in galley.paragraphs:
        for quoted in _QUOTED.finditer(paragraph.text):
            yield paragraph.finding(
                "Q1", quoted[0], f"No quote has been obtained for {quoted[0]}: take it out or ask for it."
            )
