"""The service: who sends and on what terms, from a YAML file a newsroom keeps."""

from pathlib import Path

from storygen.errors import SettingsError
from storygen.model.story import Service
from storygen.publishing.outgoing.service_checks import service_flaws
from storygen.settings import line_of, load


def service_from(path: Path) -> Service:
    """
    Who sends, from a file.

    Raises SettingsError, with file and line, for one that cannot be read or holds what no receiver could use.
    """
    service = load(path, Service)
    for name, message in service_flaws(service):
        raise SettingsError(str(path), *line_of(path, (name,)), message)
    return service
