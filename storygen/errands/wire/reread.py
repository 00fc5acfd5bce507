"""Read again: an editor's copy against the figures, as anybody's copy is read."""

from collections.abc import Iterator, Sequence

from storygen.errands.wire.mouths import spans, words_of
from storygen.errands.wire.remade import Remade
from storygen.model.manuscript import Hole, Manuscript
from storygen.model.reading import Claim, Reading, Remark, Ruling
from storygen.model.story import BlockKind, Content
from storygen.proofing.quoted import MARKS
from storygen.proofing.sentences import sentences

NOT_READ = {"local", "voice", "source", "disclosure"}
"""Parts of a draft that no table here bears out: facts filed from elsewhere, who said what, who declined to."""


def contradictions(manuscript: Manuscript, remade: Remade) -> Iterator[Hole]:
    """Every claim the figures contradict, with what they say, and every remark of the proof desk's."""
    spared = _spared(manuscript, remade)
    reading = read_again(manuscript, remade)
    for claim in reading.contradicted:
        if place_of(claim) not in spared:
            yield Hole(
                line=manuscript.lines[place_of(claim)],
                what=f"the figures contradict \u201c{sentence_of(manuscript, claim)}\u201d {claim.truth}",
            )
    for remark in reading.remarks:
        if place_of(remark) not in spared:
            yield Hole(line=manuscript.lines[place_of(remark)], what=f"\u201c{remark.text}\u201d: {remark.message}")


def unchecked(manuscript: Manuscript, remade: Remade) -> Iterator[Hole]:
    """What an editor wrote that no table here can bear out: the editor answers for it."""
    drafted = {paragraph.text for paragraph in remade.paragraphs}
    for claim in read_again(manuscript, remade).claims:
        place = place_of(claim)
        if claim.ruling is Ruling.UNCHECKABLE and manuscript.texts[place] not in drafted:
            yield Hole(
                line=manuscript.lines[place], what=f"\u201c{claim.text}\u201d is in no table held: make sure of it"
            )


def read_again(manuscript: Manuscript, remade: Remade) -> Reading:
    """The reading of an editor's copy, its markup gone, so that nothing hides behind it."""
    plan = remade.copy.draft.plan
    spoken = [words for quote in remade.office.contacts.quotes for words in words_of(quote)]
    return remade.office.reader.read_ours(as_read(manuscript, spoken), area=plan.area.slug, year=plan.edition.year)


def as_read(copy: Manuscript | Content, spoken: Sequence[str] = ()) -> str:
    """
    Copy as the reader takes it, a text to every second line: in `place_of` it is found again.

    The reader knows speech by its double marks, so what was really said is given them, whatever the house's are.
    """
    lines = [f"# {_marked(copy.headline, spoken)}"]
    lines += [f"**{_marked(copy.standfirst, spoken)}**"] if copy.standfirst else []
    for block in copy.body:
        text = " ".join(_marked(block.text, spoken).split("\n"))
        lines.append(f"### {text}" if block.kind is BlockKind.CROSSHEAD else text)
    return "\n\n".join(lines)


def _marked(text: str, spoken: Sequence[str]) -> str:
    """A text with double marks round what was said, nothing moved."""
    for start, end in list(spans(text, spoken)):
        closes = "\u201d" if text[end - 1] in MARKS else text[end - 1]
        text = f"{text[:start]}\u201c{text[start + 1 : end - 1]}{closes}{text[end:]}"
    return text


def place_of(found: Claim | Remark) -> int:
    """Which of the texts of such copy something was found in, from 0."""
    return (found.line - 1) // 2


def sentence_of(copy: Manuscript | Content, claim: Claim) -> str:
    """The sentence a claim stands in."""
    text = copy.texts[place_of(claim)]
    return next((each for each in sentences(text) if claim.text in each), text)


def _spared(manuscript: Manuscript, remade: Remade) -> set[int]:
    """The places of such paragraphs, where they stand as they were drafted."""
    drafted = {each.text for each in remade.paragraphs if each.role in NOT_READ}
    return {place for place, text in enumerate(manuscript.texts) if text in drafted}
