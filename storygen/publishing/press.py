"""Publish: an edition's copies into files, with the newslist and the manifest."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from storygen.model.copy import Copy, Verdict
from storygen.model.plan import Form
from storygen.model.topic import Topic
from storygen.publishing.files import Known, digest, is_ours, place_for
from storygen.publishing.formats.markdown import file_name, markdown
from storygen.publishing.manifest import NAME, LastRun, Run, describe_story, is_held, read_manifest, to_json
from storygen.publishing.newslist import newslist
from storygen.whole import write_whole

NEWSLIST = "newslist.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """
    Where an edition is printed: its folder, its run, and the folder of page layouts.

    `silent` are the slugs of areas asked for that have no story this time, so that an earlier one is not left behind.
    """

    folder: Path
    layouts: Path
    topic: Topic
    run: Run
    silent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """
    What came of a run: drafts and question sheets written, stories held, and files left as a person made them.

    `refused` says of each local fact that may not be used which it is and why, `left_out` the same of those that may
    and still are in no story.
    """

    folder: Path
    drafts: int
    sheets: int
    held: tuple[str, ...]
    kept: tuple[tuple[str, str], ...]
    open_quote_slots: int
    refused: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def publish(copies: Sequence[Copy], press: Press) -> Report:
    """
    Write every copy that is not held, the newslist and the manifest; each file whole or not at all.

    Every page is laid out before the first is written, and the manifest first says what is about to be written, so
    that a run cut short leaves files the next one knows for its own. A file changed by hand since the last run stays,
    and the new draft goes beside it. Areas not among the copies keep their place in the newslist if the run is
    otherwise the same. Raises OutputError if a file cannot be written.
    """
    last = read_manifest(press.folder)
    stories = dict(last.stories) if last.run == asdict(press.run) else {}
    pages, kept = _pages(copies, press, last.files, stories)
    stale = _stale(copies, press, last.files, pages)
    known = {name: found for name, found in last.files.items() if name not in stale}
    left = replace(last, stories=stories, files=known)
    write_pages(press.folder, pages=pages, run=press.run, last=left, stale=stale)
    return _report(copies, stories, press.folder, kept)


def write_pages(folder: Path, *, pages: Mapping[str, str], run: Run, last: LastRun, stale: Iterable[str] = ()) -> None:
    """
    Write pages and take stale ones away, the manifest saying first what is about to be written and last what was.

    `last` is what else the folder holds. A run cut short in between leaves files the next one knows for its own. Raises
    OutputError for a file that cannot be written.
    """
    announced = {name: [*last.files.get(name, []), digest(text)] for name, text in pages.items()}
    write_whole(folder / NAME, to_json(run, last.stories, {**last.files, **announced}))
    for name, text in pages.items():
        write_whole(folder / name, text)
    for name in stale:
        (folder / name).unlink(missing_ok=True)
    written = {name: [digest(text)] for name, text in pages.items()}
    write_whole(folder / NAME, to_json(run, last.stories, {**last.files, **written}))


def _pages(
    copies: Sequence[Copy], press: Press, known: Known, stories: dict[str, dict[str, Any]]
) -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    """Every page by the name it will have, and which of them go beside a file changed by hand; fills in the stories."""
    pages: dict[str, str] = {}
    kept: list[tuple[str, str]] = []
    for copy in copies:
        place = None
        if copy.verdict is not Verdict.HELD:
            name = file_name(copy.draft)
            place, pages[place] = _page(copy, press, known)
            kept += [(name, place)] if place != name else []
        stories[copy.draft.plan.area.slug] = describe_story(copy, place)
    text = newslist(stories, press.run, press.layouts)
    place = place_for(press.folder / NEWSLIST, text, known).name
    pages[place] = text
    return pages, (*kept, *([(NEWSLIST, place)] if place != NEWSLIST else []))


def _page(copy: Copy, press: Press, known: Known) -> tuple[str, str]:
    """The name a story will be written under, and its page."""
    name = file_name(copy.draft)
    text = markdown(copy, press.topic, press.run.storygen, press.layouts)
    place = place_for(press.folder / name, text, known)
    if place.name != name:
        text = markdown(copy, press.topic, press.run.storygen, press.layouts, beside=name)
        place = place_for(press.folder / name, text, known)
    return place.name, text


def _stale(copies: Sequence[Copy], press: Press, known: Known, pages: Mapping[str, str]) -> list[str]:
    """What earlier runs left of these stories, in another form or beside an edit now gone, and nobody has changed."""
    stems = tuple(f"{slug}." for slug in (*press.silent, *(copy.draft.plan.area.slug for copy in copies)))
    mine = [name for name in known if name.startswith(stems) and name not in pages]
    return [name for name in mine if is_ours(press.folder / name, known)]


def _report(
    copies: Sequence[Copy],
    stories: dict[str, dict[str, Any]],
    folder: Path,
    kept: tuple[tuple[str, str], ...],
) -> Report:
    mine = [stories[copy.draft.plan.area.slug] for copy in copies]
    written = [story for story in mine if not is_held(story)]
    return Report(
        folder=folder,
        drafts=sum(story["form"] != Form.QUESTIONS.value for story in written),
        sheets=sum(story["form"] == Form.QUESTIONS.value for story in written),
        held=tuple(story["area"] for story in mine if is_held(story)),
        kept=kept,
        open_quote_slots=sum(story["open_quote_slots"] for story in written),
    )
