"""
Plant errors in clean drafts and count how many the proof desk finds; writes docs/mutants.md.

    python scripts/mutants.py [--topic NAME] [--sample N] [--missed KIND]

Every edition held of every topic is written in every house that ships. What is planted is drawn from a seed made of the
draft, so that two runs plant the same errors. With any of these options nothing is written.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

import planted_figures as figures
import planted_words as words
from planting import Bench, Plant, Planted

from storygen.model.dataset import Dataset
from storygen.model.draft import Draft
from storygen.model.plan import Form
from storygen.model.reading import Reading, Ruling
from storygen.newsroom import plans
from storygen.office import Order, open_office
from storygen.paths import shipped, topics
from storygen.proofing import Reader, read_draft
from storygen.sources import read
from storygen.writing import write

REPORT = Path(__file__).resolve().parents[1] / "docs" / "mutants.md"
PER_KIND = 2  # errors of a kind planted in one draft
MAIN_HOUSE, EVERY = "regional", 11  # errors are planted in every draft of one house, and in every so many of the others

FIGURES: dict[str, Plant] = {
    "wrong figure": figures.wrong_figure,
    "transposed digits": figures.transposed,
    "factor of ten": figures.factor_ten,
    "figure of the year before": figures.stale,
    "wrong drug": figures.wrong_drug,
    "swapped drugs": figures.swapped_drugs,
    "wrong year": figures.wrong_year,
    "wrong force": figures.wrong_force,
    "wrong region": figures.wrong_region,
    "points for per cent": figures.points_for_percent,
    "wrong unit": figures.wrong_unit,
    "number as amount": figures.number_as_amount,
}
WORDS: dict[str, Plant] = {
    "flipped direction": words.flipped,
    "wrong rank": words.wrong_rank,
    "false record": words.false_record,
    "wrong length of a run": words.wrong_streak,
}
TRUE_STILL: dict[str, Plant] = {"record told of fewer years": words.weaker_record}
KINDS = {**FIGURES, **WORDS, **TRUE_STILL}


@dataclass(slots=True, kw_only=True)
class Score:
    """What was planted, what was found, and what the clean drafts gave."""

    drafts: int = 0
    claims: int = 0
    unread: int = 0
    alarms: list[str] = field(default_factory=list)
    planted: Counter[str] = field(default_factory=Counter)
    caught: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    missed: list[tuple[str, str]] = field(default_factory=list)

    def share(self, kinds: dict[str, Plant]) -> float:
        """The share caught of these kinds, in per cent."""
        whole = sum(self.planted[kind] for kind in kinds)
        return 100 * sum(self.caught[kind] for kind in kinds) / whole if whole else 100.0


def clean_drafts(topic: str) -> Iterator[tuple[Draft, Dataset, Reader]]:
    """Every draft of every edition of a topic that can be made, in every house that ships."""
    houses = sorted(path.stem for path in (shipped("templates") / "houses").glob("*.yaml"))
    for house in houses:
        for year in read(topic).editions:
            office = open_office(Order(topic=topic, year=year, house=house))
            for plan in plans(office):
                yield write(plan, office.desk), office.dataset, office.reader


def planted(draft: Draft, dataset: Dataset, kind: str) -> list[Planted]:
    """Some errors of a kind in a draft."""
    seed = f"{draft.house} {draft.plan.edition.year} {draft.plan.area.slug} {kind}"
    draw = Random(seed)  # noqa: S311 - nothing here is a secret
    bench = Bench(draft=draft, dataset=dataset, draw=draw)
    found = [each for each in KINDS[kind](bench) if each[1] != draft.paragraphs[each[0]].text]
    return draw.sample(found, min(PER_KIND, len(found)))


def with_error(draft: Draft, error: Planted) -> Draft:
    """The draft with one paragraph's words changed; its notes stay as they were, for nobody reads them here."""
    number, text = error
    paragraphs = list(draft.paragraphs)
    paragraphs[number] = replace(paragraphs[number], text=text)
    return replace(draft, paragraphs=tuple(paragraphs))


def alarms(reading: Reading) -> int:
    """How much of a text is called wrong."""
    return len(reading.contradicted) + len(reading.remarks)


def unread(reading: Reading) -> int:
    """How many of its claims could not be checked."""
    return sum(claim.ruling is Ruling.UNCHECKABLE for claim in reading.claims)


def judge(draft: Draft, dataset: Dataset, reader: Reader, score: Score, *, kinds: Mapping[str, Plant]) -> None:
    """Read a clean draft, then the same with each error of some kinds planted in it."""
    clean = read_draft(draft, reader)
    name = f"{draft.house}, {draft.plan.edition.year}, {draft.plan.area.slug}"
    score.drafts += 1
    score.claims += len(clean.claims)
    score.unread += unread(clean)
    if alarms(clean):
        score.alarms.append(name)
    if draft.plan.form is not Form.ARTICLE:
        return
    for kind in kinds:
        for error in planted(draft, dataset, kind):
            reading = read_draft(with_error(draft, error), reader)
            is_caught = alarms(reading) > alarms(clean)
            score.planted[kind] += 1
            score.caught[kind] += is_caught
            score.asked[kind] += not is_caught and unread(reading) > unread(clean)
            if not is_caught:
                score.missed.append((kind, f"{name}: {error[1]}"))


PAGE = """# Planted errors

Written by `make mutants`: errors planted in clean drafts of every edition held of every topic and of every house
that ships, read by the proof desk without the notebook. *Caught* is contradicted, or remarked on; *asked about* is
not caught, but called not to be checked where the clean draft was. Of the houses other than the first, all clean drafts
are read and errors planted in every eleventh. Wanted are 99 per cent of errors in figures, 95 of those in words, and no
false alarm.

{sections}
## What cannot be caught

- **A record told of fewer years** ({weaker:,} planted, {weaker_caught:,} caught, not counted). A number that is the
  most since 2009-10 is the most since 2012-13 as well: less than the truth, and true. Caught are those where the words
  around them say more.
- **A drug of which the tables hold no number** for that force and year, and **two drugs with the same number**, changed
  about. The first is said not to be checked, the second is no error. Neither is planted.
- **A drug told as most of a change** in place of its class ("most of that rise was in cannabis", for class B): true as
  often as not. Not planted.
- **Which class a drug is of**, in the paragraph on the law: no figure. Its spans of years are read.
"""
SECTION = """## {title}

- {drafts:,} clean drafts and question sheets with {claims:,} claims: {alarms} false alarms, {unread} claims not to be
  checked
- {whole:,} errors: {figures:.2f} per cent of those in figures caught, {words:.2f} of those in words

| Kind | Planted | Caught | Per cent | Asked about |
| --- | ---: | ---: | ---: | ---: |
{rows}
"""


def section(title: str, score: Score) -> str:
    """What a topic's drafts gave."""
    rows = [
        f"| {kind} | {score.planted[kind]:,} | {score.caught[kind]:,} | "
        f"{100 * score.caught[kind] / score.planted[kind]:.1f} | {score.asked[kind]:,} |"
        for kind in {**FIGURES, **WORDS}
        if score.planted[kind]
    ]
    return SECTION.format(
        title=title,
        drafts=score.drafts,
        claims=score.claims,
        alarms=len(score.alarms),
        unread=score.unread,
        whole=sum(score.planted[kind] for kind in {**FIGURES, **WORDS}),
        figures=score.share(FIGURES),
        words=score.share(WORDS),
        rows="\n".join(rows),
    )


def report(scores: Mapping[str, Score]) -> str:
    """The page that is committed: a section for each topic, by its title."""
    weaker = next(iter(TRUE_STILL))
    return PAGE.format(
        sections="\n".join(section(title, score) for title, score in scores.items()),
        weaker=sum(score.planted[weaker] for score in scores.values()),
        weaker_caught=sum(score.caught[weaker] for score in scores.values()),
    )


def score_of(topic: str, every: int) -> Score:
    """What every so many of a topic's drafts give."""
    score = Score()
    for number, (draft, dataset, reader) in enumerate(clean_drafts(topic)):
        if number % every == 0:
            is_planted = draft.house == MAIN_HOUSE or number % EVERY == 0
            judge(draft, dataset, reader, score, kinds=KINDS if is_planted else {})
    return score


def main() -> None:
    """Plant, read, count, report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--topic", choices=topics(), help="the drafts of this topic only")
    parser.add_argument("--sample", type=int, default=1, help="every so many drafts only")
    parser.add_argument("--missed", default="", help="print the errors of this kind that were missed")
    asked = parser.parse_args()
    wanted = [asked.topic] if asked.topic else topics()
    scores = {read(topic).topic.title: score_of(topic, asked.sample) for topic in wanted}
    page, found = report(scores), list(scores.values())
    for kind, text in (each for score in found for each in score.missed):
        if asked.missed and asked.missed in kind:
            print(f"{kind}: {text}")
    print(page, *(name for score in found for name in score.alarms), sep="\n")
    if asked.sample == 1 and not asked.missed and not asked.topic:
        REPORT.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
