"""Publish: an edition's copies into files, with the newslist and the manifest."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from storygen.model.copy import Copy, Verdict
from storygen.model.plan import Form
from storygen.model.topic import Topic
from storygen.publishing.files import digest, is_ours, place_for, write_whole
from storygen.publishing.formats.markdown import SUFFIX, file_name, markdown
from storygen.publishing.manifest import NAME, Run, describe_story, is_held, read_manifest, to_json
from storygen.publishing.newslist import newslist

NEWSLIST = "newslist.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """Where an edition is printed: its folder, its run, and the folder of page layouts."""

    folder: Path
    layouts: Path
    topic: Topic
    run: Run


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What came of a run: drafts and question sheets written, stories held, and files left as a person made them."""

    folder: Path
    drafts: int
    sheets: int
    held: tuple[str, ...]
    kept: tuple[tuple[str, str], ...]
    open_quote_slots: int


def publish(copies: Sequence[Copy], press: Press) -> Report:
    """
    Write every copy that is not held, then the newslist, then the manifest; each file whole or not at all.

    A file changed by hand since the last run stays, and the new draft goes beside it. Areas not among the copies keep
    their place in the newslist if the run is otherwise the same. Raises OutputError if a file cannot be written.
    """
    last = read_manifest(press.folder)
    known: dict[str, str] = dict(last.get("files", {}))
    stories = dict(last.get("stories", {})) if last.get("run") == asdict(press.run) else {}
    kept: list[tuple[str, str]] = []
    for copy in copies:
        place = _put(copy, press, known) if copy.verdict is Verdict.DRAFT else None
        if place and place != file_name(copy.draft):
            kept.append((file_name(copy.draft), place))
        stories[copy.draft.plan.area.slug] = describe_story(copy, place)
        _clear(copy, press.folder, known)
    place = _put_text(NEWSLIST, newslist(stories, press.run, press.layouts), press.folder, known)
    if place != NEWSLIST:
        kept.append((NEWSLIST, place))
    write_whole(press.folder / NAME, to_json(press.run, stories, known))
    return _report(copies, stories, press.folder, tuple(kept))


def _put(copy: Copy, press: Press, known: dict[str, str]) -> str:
    """Write one story and note its digest; the name it was written under."""
    name = file_name(copy.draft)
    text = markdown(copy, press.topic, press.run.storygen, press.layouts)
    place = place_for(press.folder / name, text, known)
    if place.name != name:
        text = markdown(copy, press.topic, press.run.storygen, press.layouts, beside=name)
        place = place_for(press.folder / name, text, known)
    write_whole(place, text)
    known[place.name] = digest(text)
    return place.name


def _put_text(name: str, text: str, folder: Path, known: dict[str, str]) -> str:
    place = place_for(folder / name, text, known)
    write_whole(place, text)
    known[place.name] = digest(text)
    return place.name


def _clear(copy: Copy, folder: Path, known: dict[str, str]) -> None:
    """Take away what an earlier run left of a story that is now held or of another form, unless it was edited."""
    mine = file_name(copy.draft) if copy.verdict is Verdict.DRAFT else None
    for suffix in SUFFIX.values():
        name = f"{copy.draft.plan.area.slug}{suffix}"
        if name != mine and name in known and is_ours(folder / name, known):
            (folder / name).unlink(missing_ok=True)
            del known[name]


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
        drafts=sum(story["form"] == Form.ARTICLE.value for story in written),
        sheets=sum(story["form"] == Form.QUESTIONS.value for story in written),
        held=tuple(story["area"] for story in mine if is_held(story)),
        kept=kept,
        open_quote_slots=sum(story["open_quote_slots"] for story in written),
    )
