"""Remark: words that exaggerate, explain or take counts for amounts; claims too wide (manual R03, R04, R14, R22)."""

from collections.abc import Iterator

from storygen.model.reading import Remark
from storygen.proofing.checks import loaded_words, record_claims, wide_ranks
from storygen.proofing.galley import Galley, ReadParagraph
from storygen.proofing.reading.whole import Whole, remark
from storygen.proofing.recount import Recount

CHECKS = (loaded_words.check, wide_ranks.check, record_claims.check)


def find(copy: Whole) -> Iterator[Remark]:
    """Find the words a draft may not use either, outside quotation marks; an amount with its unit is no mistake."""
    paragraphs = tuple(
        ReadParagraph(number=number, text=_unquoted(line.sentence.text, line.sentence.quoted), notes=(), numerals=())
        for number, line in enumerate(copy.lines)
    )
    galley = Galley(paragraphs=paragraphs, dataset=copy.dataset, recount=Recount(copy.dataset))
    for check in CHECKS:
        for finding in check(galley):
            line = copy.lines[finding.paragraph]
            is_weighed = finding.rule == "R03" and any(token.tag == "unit" for token in line.tokens)
            start = line.sentence.text.find(finding.words)
            if not is_weighed and start >= 0:
                yield remark(line, finding.rule, finding.message, start, start + len(finding.words))


def _unquoted(text: str, quoted: tuple[tuple[int, int], ...]) -> str:
    """The same text with spaces for what stands in quotation marks."""
    for start, end in quoted:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
