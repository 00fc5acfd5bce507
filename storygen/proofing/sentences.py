"""Where one sentence ends and the next begins."""

import re
from collections.abc import Iterator

_END = re.compile(r"(?<=[.!?])[\"\u201d\u2019)\]]*\s+(?=[\"\u201c\u2018(\[]*[A-Z0-9])")


def sentences(text: str) -> Iterator[str]:
    """
    Split a text into its sentences, without the space between them.

    >>> list(sentences("Up 0.3 per cent. It rose."))
    ['Up 0.3 per cent.', 'It rose.']
    """
    yield from (each for each in _END.split(text) if each)
