"""The desk: one house's templates, compiled, and what every story of an edition shares."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, Template, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from storygen.errors import TemplateError
from storygen.model.topic import Topic
from storygen.style.stylebook import Stylebook
from storygen.writing.filters import filters
from storygen.writing.wordings import Wording, Wordings

PHRASES = '{% import "phrases.md" as say with context %}'


@dataclass(frozen=True)
class Desk:
    """A topic, a stylebook and the wordings to write with. Open one with `open_desk`."""

    topic: Topic
    stylebook: Stylebook
    wordings: Wordings

    def render(self, wording: Wording, context: Mapping[str, Any], story: str) -> str:
        """
        A wording's words for one story, marks and all.

        Raises TemplateError with file, line and story for anything wrong in the template.
        """
        try:
            return self._compiled(wording).render(context).strip()
        except TemplateSyntaxError as fault:
            raise self._error(wording, story, fault, fault.name or wording.file, fault.lineno) from fault
        except Exception as fault:  # whatever a template does, its author is told where
            file, line = _place(fault, wording)
            raise self._error(wording, story, fault, file, line) from fault

    @cached_property
    def for_headlines(self) -> "Desk":
        """The desk that writes the same topic's headlines."""
        return Desk(topic=self.topic, stylebook=self.stylebook.in_headlines(), wordings=self.wordings)

    @cached_property
    def environment(self) -> ImmutableSandboxedEnvironment:
        """Where templates are compiled: its filters and tests are all there are."""
        environment = ImmutableSandboxedEnvironment(
            loader=FileSystemLoader(self.wordings.folders),
            undefined=StrictUndefined,
            autoescape=False,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.filters.update(filters(self.stylebook))
        for chance in ("random", "shuffle"):  # the same inputs give the same bytes
            environment.filters.pop(chance, None)
        environment.globals.pop("lipsum", None)
        return environment

    @cached_property
    def _templates(self) -> dict[Wording, Template]:
        return {}

    def _compiled(self, wording: Wording) -> Template:
        if wording not in self._templates:
            # Empty lines in front keep the file's own line numbers in every error.
            source = "\n" * (wording.line - 1) + PHRASES + wording.source
            code = self.environment.compile(source, name=wording.file, filename=wording.file)
            template = self.environment.template_class.from_code(
                self.environment, code, self.environment.make_globals(None)
            )
            self._templates[wording] = template
        return self._templates[wording]

    def _error(self, wording: Wording, story: str, fault: Exception, file: str, line: int) -> TemplateError:
        known = {path.name for folder in self.wordings.folders for path in folder.rglob("*.md")}
        name = file if file == wording.file or Path(file).name not in known else Path(file).name
        return TemplateError(template=name, line=line, story=story, message=str(fault).rstrip("."))


def open_desk(topic: Topic, stylebook: Stylebook, folders: Sequence[Path]) -> Desk:
    """A desk that looks for wordings in `folders`, in order: a newsroom's own first, then the topic's."""
    return Desk(topic=topic, stylebook=stylebook, wordings=Wordings(folders))


def _place(fault: BaseException, wording: Wording) -> tuple[str, int]:
    """The template file and line a fault was raised from: the innermost frame that is a template's."""
    place, trace = (wording.file, wording.line), fault.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith(".md"):
            place = (file, trace.tb_lineno)
        trace = trace.tb_next
    return place
