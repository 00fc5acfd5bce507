"""Compare: what an editor did to each paragraph of the draft, for those who write the templates."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from storygen.model.issued import Edit, Touch

ALIKE = 0.5  # of the words of two paragraphs, for one to be a change of the other
IN_PLACE = 0.3  # the same where one stands alone between the same neighbours as the other did
_WORDS = re.compile(r"[\d,.]*\d|[^\W\d_]+(?:['\u2019-]\w+)*")

Drafted = tuple[str, str]
"""A paragraph of the draft: the wording it was made from, and its text."""


@dataclass(slots=True)
class _Pairs:
    """Which text each paragraph of the draft has become, by their places; `moved` ones stand elsewhere now."""

    found: dict[int, int] = field(default_factory=dict)
    moved: set[int] = field(default_factory=set)

    def put(self, old: int, new: int, *, is_moved: bool = False) -> None:
        self.found[old] = new
        if is_moved:
            self.moved.add(old)


def compared(draft: Sequence[Drafted], texts: Sequence[str]) -> Iterator[Edit]:
    """
    Every paragraph of the draft in order, kept, changed or cut, and those added where they stand.

    One that only stands elsewhere is kept, and one in other words that are alike enough is changed; so is the first of
    each, the headline, whatever it says.
    """
    pairs = _paired([text for _, text in draft], texts)
    added = [place for place in range(len(texts)) if place not in set(pairs.found.values())]
    for place, (wording, text) in enumerate(draft):
        new = pairs.found.get(place)
        if new is None:
            yield Edit(wording=wording, touch=Touch.CUT, before=text)
            continue
        while added and added[0] < new and place not in pairs.moved:
            yield Edit(wording="", touch=Touch.ADDED, after=texts[added.pop(0)])
        yield _edit(wording, text, texts[new])
    yield from (Edit(wording="", touch=Touch.ADDED, after=texts[place]) for place in added)


def likeness(text: str, other: str) -> float:
    """
    How many of the words of two texts are in both, from 0 to 1, in whatever order, and however they are written.

    >>> likeness("Officers made 232 seizures.", "There were 232 seizures, officers said.")
    0.6
    """
    words, others = (_WORDS.findall(each.casefold()) for each in (text, other))
    return 2 * (Counter(words) & Counter(others)).total() / max(len(words) + len(others), 1)


def _edit(wording: str, before: str, after: str) -> Edit:
    if before == after:
        return Edit(wording=wording, touch=Touch.KEPT)
    return Edit(wording=wording, touch=Touch.CHANGED, before=before, after=after)


def _paired(before: Sequence[str], after: Sequence[str]) -> _Pairs:
    """What stands as it stood, then what stands elsewhere, then what is most alike, near before far."""
    pairs = _Pairs()
    blocks = list[tuple[range, range]]()
    for tag, start, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            for old, new in zip(range(start, end), range(first, last), strict=True):
                pairs.put(old, new)
        else:
            blocks.append((range(start, end), range(first, last)))
    _pair_moved(before, after, pairs)
    for olds, news in blocks:
        _pair_alike(before, after, pairs, (olds, news))
    if before and after and not {0} & {*pairs.found, *pairs.found.values()}:
        pairs.put(0, 0)
    _pair_alike(before, after, pairs, (range(len(before)), range(len(after))), is_moved=True)
    return pairs


def _pair_moved(before: Sequence[str], after: Sequence[str], pairs: _Pairs) -> None:
    for old, text in enumerate(before):
        free = (new for new in range(len(after)) if new not in set(pairs.found.values()))
        same = next((new for new in free if after[new] == text), None)
        if old not in pairs.found and same is not None:
            pairs.put(old, same, is_moved=True)


def _pair_alike(
    before: Sequence[str], after: Sequence[str], pairs: _Pairs, within: tuple[range, range], *, is_moved: bool = False
) -> None:
    """Pair what is left in two stretches, the most alike first; in place they stay in order."""
    olds = [old for old in within[0] if old not in pairs.found]
    news = [new for new in within[1] if new not in set(pairs.found.values())]
    least = IN_PLACE if len(olds) == len(news) == 1 and not is_moved else ALIKE
    scores = sorted(((likeness(before[old], after[new]), -old, -new) for old in olds for new in news), reverse=True)
    for score, old, new in scores:
        is_free = -old not in pairs.found and -new not in set(pairs.found.values())
        if is_free and score >= least:
            crosses = any((-old < each) != (-new < pairs.found[each]) for each in olds if each in pairs.found)
            pairs.put(-old, -new, is_moved=is_moved or crosses)
