"""Front matter: the fields in front of a file's copy, every one of them text."""

import yaml

from storygen.errors import SettingsError

LONGEST = 100  # lines; a draft has a dozen
OURS = ("slug", "area_code", "edition", "status")
"""The fields a draft is known by; an editor's program may add others."""


def front_matter(text: str, name: str) -> tuple[dict[str, str], int]:
    """
    The fields of a file, and on which line, from 1, its copy begins.

    No value is taken for anything but text, and nothing in a file can make it more. Raises SettingsError, with the
    line, for a file that has none, or whose fields are not those of a draft.
    """
    lines = text.split("\n")
    end = next((number for number, line in enumerate(lines[1:LONGEST], start=1) if line.strip() == "---"), None)
    if lines[0].strip() != "---" or end is None:
        raise SettingsError(
            name, 1, 1, "this is no draft of storygen's: it has no front matter between two lines of ---"
        )
    try:
        fields = yaml.load("\n".join(lines[1:end]), Loader=yaml.BaseLoader)  # noqa: S506 - it makes text of everything
    except yaml.MarkedYAMLError as fault:
        line = fault.problem_mark.line + 2 if fault.problem_mark else 1
        raise SettingsError(name, line, 1, f"the front matter is not YAML ({fault.problem})") from None
    except (yaml.YAMLError, RecursionError):
        raise SettingsError(name, 1, 1, "the front matter is not YAML that can be read") from None
    if not isinstance(fields, dict) or (missing := [field for field in OURS if field not in fields]):
        what = ", ".join(missing) if isinstance(fields, dict) else "anything"
        raise SettingsError(name, 1, 1, f"this is no draft of storygen's: its front matter does not say {what}")
    return {str(key): value if isinstance(value, str) else "" for key, value in fields.items()}, end + 2
