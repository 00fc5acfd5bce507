"""The formats' own templates: how a page is laid out, not what it says."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from storygen.errors import TemplateError


@cache
def _environment(folder: Path) -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def lay_out(folder: Path, name: str, story: str, **context: Any) -> str:  # noqa: ANN401 - whatever the page shows
    """A page from the template `name` of the formats' folder. Raises TemplateError for a name it does not know."""
    try:
        return _environment(folder).get_template(name).render(context)
    except Exception as fault:  # whatever a layout does, its author is told
        raise TemplateError(template=f"formats/{name}", line=1, story=story, message=str(fault)) from fault
