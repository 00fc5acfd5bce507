"""Read again: an editor's copy against the figures, as anybody's copy is read."""

from collections.abc import Iterator

from storygen.model.manuscript import Hole, Manuscript
from storygen.model.reading import Claim, Reading, Remark, Ruling
from storygen.model.story import BlockKind
from storygen.proofing.sentences import sentences
from storygen.wire_desk.remade import Remade

NOT_READ = {"local", "voice", "source", "disclosure"}
"""Parts of a draft that no table here bears out: facts filed from elsewhere, who said what, who declined to."""


def contradictions(manuscript: Manuscript, remade: Remade) -> Iterator[Hole]:
    """Every claim the figures contradict, with what they say, and every remark of the proof desk's."""
    spared = _spared(manuscript, remade)
    reading = read_again(manuscript, remade)
    for claim in reading.contradicted:
        if _place(claim) not in spared:
            yield Hole(
                line=manuscript.lines[_place(claim)],
                what=f"the figures contradict \u201c{_sentence(manuscript, claim)}\u201d {claim.truth}",
            )
    for remark in reading.remarks:
        if _place(remark) not in spared:
            yield Hole(line=manuscript.lines[_place(remark)], what=f"\u201c{remark.text}\u201d: {remark.message}")


def unchecked(manuscript: Manuscript, remade: Remade) -> Iterator[Hole]:
    """What an editor wrote that no table here can bear out: the editor answers for it."""
    drafted = {paragraph.text for paragraph in remade.paragraphs}
    for claim in read_again(manuscript, remade).claims:
        place = _place(claim)
        if claim.ruling is Ruling.UNCHECKABLE and manuscript.texts[place] not in drafted:
            yield Hole(
                line=manuscript.lines[place], what=f"\u201c{claim.text}\u201d is in no table held: make sure of it"
            )


def read_again(manuscript: Manuscript, remade: Remade) -> Reading:
    """The reading of an editor's copy, its markup gone, so that nothing hides behind it."""
    plan = remade.copy.draft.plan
    return remade.office.reader.read(as_read(manuscript), area=plan.area.slug, year=plan.edition.year)


def as_read(manuscript: Manuscript) -> str:
    """The copy one paragraph to every second line, as the reader takes it."""
    lines = [f"# {manuscript.headline}"]
    lines += [f"**{manuscript.standfirst}**"] if manuscript.standfirst else []
    for block in manuscript.body:
        text = " ".join(block.text.split("\n"))
        lines.append(f"### {text}" if block.kind is BlockKind.CROSSHEAD else text)
    return "\n\n".join(lines)


def _place(found: Claim | Remark) -> int:
    """Which of the texts of a manuscript something was found in, from 0."""
    return (found.line - 1) // 2


def _sentence(manuscript: Manuscript, claim: Claim) -> str:
    """The sentence a claim stands in."""
    text = manuscript.texts[_place(claim)]
    return next((each for each in sentences(text) if claim.text in each), text)


def _spared(manuscript: Manuscript, remade: Remade) -> set[int]:
    """The places of such paragraphs, where they stand as they were drafted."""
    drafted = {each.text for each in remade.paragraphs if each.role in NOT_READ}
    return {place for place, text in enumerate(manuscript.texts) if text in drafted}
