"""Check: every wording a desk holds, against what plans may ask for and what a template may say."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_type_hints

from jinja2 import TemplateSyntaxError, nodes

from storygen.model.wording import Flaw
from storygen.writing.checking.reader import PHRASES, Phrases, Reader, Scope
from storygen.writing.desk import Desk
from storygen.writing.furniture import ASKED
from storygen.writing.names import Own, Shared
from storygen.writing.wordings import HEADING, Wording, cut, text_of
from storygen.writing.write import LABELLED

PHRASE_FILE = "phrases"
COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)

Asked = Mapping[str, frozenset[str]]
"""The sections plans may ask for, by wording."""

Files = Mapping[str, tuple[Path, ...]]
"""The files of each wording, the first folder's first."""


def check(desk: Desk, asked: Asked) -> tuple[Flaw, ...]:
    """
    Everything wrong with the wordings of a desk, in the order of their files, each thing once.

    Of a section that lies in several folders the first alone counts, as it does for a story. What the last folder has
    besides, which topics share, is other topics'. Raises UsageError for a file that cannot be read as text.
    """
    files = _files(desk)
    asked = {**asked, **ASKED}
    own = {name: path for name, paths in files.items() for path in paths if not _is_shared(path, desk)}
    unreached = {
        flaw for name, path in own.items() if name != PHRASE_FILE for flaw in _of_sections(path, asked.get(name))
    }
    return tuple(sorted({*unreached, *_missing(desk, files, asked), *_within(desk, files)}))


def _files(desk: Desk) -> dict[str, tuple[Path, ...]]:
    """Every template of the desk's folders by name, in the order of the folders."""
    found: dict[str, tuple[Path, ...]] = {}
    for folder in desk.wordings.folders:
        for path in sorted(folder.rglob("*.md")):
            name = path.relative_to(folder).with_suffix("").as_posix()
            found[name] = (*found.get(name, ()), path)
    return found


def _is_shared(path: Path, desk: Desk) -> bool:
    *own, shared = desk.wordings.folders
    return bool(own) and path.is_relative_to(shared)


def _missing(desk: Desk, files: Files, asked: Asked) -> Iterator[Flaw]:
    for name, sections in asked.items():
        paths = files.get(name, ())
        held = {section for path in paths for section in cut(text_of(path), name)}
        for section in sorted(sections - held):
            file = _shown(paths[0] if paths else desk.wordings.folders[-1] / f"{name}.md")
            yield Flaw(file=file, line=1, what=f"there is no section {HEADING}{section}, and a story may ask for it")


def _of_sections(path: Path, asked: frozenset[str] | None) -> Iterator[Flaw]:
    """Words that no story can reach."""
    if asked is None:
        yield Flaw(file=_shown(path), line=1, what="no story asks for a file of this name")
        return
    text = text_of(path)
    head = COMMENT.sub("", text.partition(f"\n{HEADING}")[0] if not text.startswith(HEADING) else "")
    if head.strip():
        yield Flaw(
            file=_shown(path), line=1, what=f"words before the first {HEADING.strip()} heading are in no section"
        )
    for section, ways in cut(text, path.name).items():
        if section.removesuffix(LABELLED) not in asked:
            yield Flaw(file=_shown(path), line=ways[0].line, what=f"no story asks for the section {HEADING}{section}")


def _within(desk: Desk, files: Files) -> Iterator[Flaw]:
    """
    What is wrong inside the wordings and the phrases they call.

    A phrase is known by what it is called with, and phrases call one another: all is read until nothing new is heard.
    """
    spoken = next(iter(files.get(PHRASE_FILE, ())), None)
    phrases = _phrases(desk, spoken)
    heard = None
    while heard != phrases.heard:
        heard = dict(phrases.heard)
        readers = [reader for name, paths in files.items() for reader in _readers(desk, name, paths, phrases)]
    for reader in readers:
        yield from reader.flaws
    yield from _uncalled(desk, spoken, phrases)


def _phrases(desk: Desk, path: Path | None) -> Phrases:
    try:
        tree = desk.environment.parse(text_of(path)) if path else nodes.Template([])
    except TemplateSyntaxError:
        return Phrases()  # the file is read again with the others, and its fault told there
    return Phrases(macros={each.name: each for each in tree.find_all(nodes.Macro)})


def _uncalled(desk: Desk, path: Path | None, phrases: Phrases) -> Iterator[Flaw]:
    """Phrases nobody uses, in the folder that comes first: what lies behind it is not its owner's to tidy."""
    if path is not None and path.is_relative_to(desk.wordings.folders[0]):
        for name in sorted(set(phrases.macros) - phrases.called):
            yield Flaw(file=_shown(path), line=phrases.macros[name].lineno, what=f"no wording uses the phrase {name!r}")


def _readers(desk: Desk, name: str, paths: tuple[Path, ...], phrases: Phrases) -> Iterator[Reader]:
    """A reader of each file of a name, for what no file before it takes the place of."""
    taken: set[str] = set()
    for path in paths[:1] if name == PHRASE_FILE else paths:
        text = text_of(path)
        sections = cut(text, path.name)
        ways = [way for section, ways in sections.items() if section not in taken for way in ways]
        whole = [Wording(source=text, file=path.name, line=1)]
        yield _read(desk, path, whole if name == PHRASE_FILE else ways, phrases)
        taken |= set(sections)


def _read(desk: Desk, path: Path, ways: list[Wording], phrases: Phrases) -> Reader:
    reader = Reader(file=_shown(path), environment=desk.environment, phrases=phrases)
    for way in ways:
        try:
            tree = desk.environment.parse("\n" * (way.line - 1) + way.source)
        except TemplateSyntaxError as fault:
            reader.flaws.append(Flaw(file=_shown(path), line=fault.lineno, what=str(fault.message).rstrip(".")))
        else:
            reader.read(tree.body, _names())
    return reader


def _shown(path: Path) -> str:
    """A path as its owner would type it: from the folder they stand in, where it lies below."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)


def _names() -> Scope:
    return {**get_type_hints(Shared), **get_type_hints(Own), PHRASES: Any}
