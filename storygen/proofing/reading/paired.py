"""Numbers told in the order of what they are of: by drug, by force, a part and its whole."""

from storygen.proofing.reading.grammar import pattern
from storygen.proofing.reading.reference import Line
from storygen.proofing.sentences import lowered

_THAN_OTHER = pattern(
    "(more|fewer) (drug|things|rate|of|perhead|in)* than (in|that|of)* <other:area) (comma|dash|colon|open) "
    "<own:count) (against|to|comma) <its:count)"
)
_OUT_OF = pattern("<part:count) word of <all:count)")


def pair(line: Line) -> None:
    """Give numbers to what they are of, where their order says so."""
    if "area" in line.kinds and (found := _THAN_OTHER.search(line.tags)):
        _set_beside(line, found.start("other"), found.start("own"), found.start("its"))
    words = lowered(line.sentence.text)
    if "respectively" in words:
        _pair_up(line)
    if " out of " in words and (found := _OUT_OF.search(line.tags)):
        _set_part_of_whole(line, found.start("part"), found.start("all"))


def _pair_up(line: Line) -> None:
    """Give the numbers of a clause to its drugs in their order: "rose to 232 and 233 respectively"."""
    word = lowered(line.sentence.text).index("respectively")
    marks = line.places("semi")
    first = max((at for at in marks if line.tokens[at].start < word), default=0)
    last = min((at for at in marks if line.tokens[at].start > word), default=len(line.tokens))
    numbers = [at for at in sorted(line.measures) if first <= at < last]
    drugs = [str(line.tokens[at].value) for at in line.places("drug") if first <= at < last]
    if len(numbers) == len(drugs):
        line.drugs.update(zip(numbers, drugs, strict=True))


def _set_beside(line: Line, other: int, own: int, its: int) -> None:
    """Give the numbers behind a comparison to who is compared: "more offences than Suffolk, 661 against 438"."""
    if {own, its} <= line.measures.keys():
        line.areas.update({own: line.subject(), its: line.meant_by(other)})
        line.years[its] = line.main_year()


def _set_part_of_whole(line: Line, part: int, whole: int) -> None:
    """Give "451 out of 2,145" to the drug of the sentence and to all of them."""
    total = line.context.reckoner.almanac.total
    named = [drug for drug in line.named() if drug != total]
    if named and {part, whole} <= line.measures.keys():
        line.drugs.update({part: named[0], whole: total})
