"""The service: who sends is said in a file that is checked line by line."""

from pathlib import Path

import pytest

from storygen.errors import SettingsError
from storygen.publishing import service_from

SOUND = """\
name: Test News Service
authority: example.org
since: "2026-03"
url: https://example.org/
contact: desk@example.org
copyright_holder: Test News Service Ltd
usage_terms: For test subscribers only.
"""


def test_a_sound_file_is_read(tmp_path: Path) -> None:
    """Pages that are not there are left out."""
    path = tmp_path / "service.yaml"
    path.write_text(SOUND, encoding="utf-8")

    service = service_from(path)

    assert ("Test News Service", "2026-03", "en-GB", "") == (
        service.name,
        service.since,
        service.language,
        service.feeds,
    )


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (
            "authority: example.org",
            "authority: Test",
            "authority is 'Test'; expected a domain of yours, as example.org",
        ),
        ('since: "2026-03"', 'since: "26"', "since is '26'; expected a year, a month or a day"),
        ('since: "2026-03"', 'since: "2026-13"', "since is '2026-13'"),
        ("url: https://example.org/", "url: example.org", "url is 'example.org'; expected an address"),
        ("name: Test News Service", 'name: ""', "'name' is empty"),
        ("contact: desk@example.org", "contact: a\nfeeds: none", "feeds is 'none'; expected an address"),
        ("contact: desk@example.org", "contact: a\nlanguage: English", "language is 'English'; expected a tag"),
        ("contact: desk@example.org", "contact: a\nstale_after: -1", "stale_after is -1; expected days"),
        ("contact: desk@example.org", "contacts: a", "unknown key 'contacts'; perhaps 'contact' was meant"),
    ],
)
def test_what_cannot_be_used_is_said_with_its_line(tmp_path: Path, before: str, after: str, message: str) -> None:
    """Before anything is sent."""
    path = tmp_path / "service.yaml"
    path.write_text(SOUND.replace(before, after), encoding="utf-8")
    line = SOUND[: SOUND.index(before)].count("\n") + after.count("\n") + 1

    with pytest.raises(SettingsError) as refused:
        service_from(path)

    assert str(refused.value).startswith(f"{path}, line {line},")
    assert message in str(refused.value)
