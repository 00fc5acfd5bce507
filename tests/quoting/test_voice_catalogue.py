"""The catalogue and the directory: what ships, and how a slip of the pen is refused."""

import shutil
from pathlib import Path

import pytest

from storygen.errors import SettingsError
from storygen.model.contacts import Contacts
from storygen.paths import shipped
from storygen.quoting import voices_for

VOICES = {
    "force_spokesperson",
    "force_senior",
    "npcc",
    "federation",
    "pcc",
    "minister",
    "home_office",
    "border_force",
    "nca",
    "reform_charity",
    "treatment_charity",
    "academic",
    "mp",
    "council",
    "report_text",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the topic's folder, to be spoilt."""
    return Path(shutil.copytree(shipped("quotes"), tmp_path / "quotes")) / "drug_seizures"


def test_every_voice_of_the_trade_is_in_the_catalogue(contacts: Contacts) -> None:
    """The fifteen voices that reports on seizures quote."""
    assert VOICES == {voice.id for voice in contacts.voices}


def test_nobody_is_in_the_bank_that_ships(contacts: Contacts) -> None:
    """Words, addresses and names are a newsroom's own."""
    assert ((), ()) == (contacts.quotes, contacts.log)
    assert not any(body.press or body.addresses for body in contacts.directory.values())


@pytest.mark.parametrize(
    ("old", "new", "file", "message"),
    [
        ("    need: required", "    need: requird", "drug_seizures/slots.yaml", "'need' is 'requird'; expected"),
        (
            "organisations: [npcc]",
            "organisations: [npc]",
            "drug_seizures/slots.yaml",
            "'npc' is not in directory.yaml; did you mean",
        ),
        ("- id: pcc", "- id: force_senior", "drug_seizures/slots.yaml", "the voice 'force_senior' is given twice"),
        ("when: [border]", "whenever: [border]", "drug_seizures/slots.yaml", "unknown key 'whenever'"),
        ("    level: national", "    level: everywhere", "counts/directory.yaml", "'level' is 'everywhere'; expected"),
        ("- id: nca", "- id: npcc", "counts/directory.yaml", "the organisation 'npcc' is given twice"),
    ],
)
def test_a_slip_is_refused_with_file_and_line(folder: Path, old: str, new: str, file: str, message: str) -> None:
    """One sentence says which file, which line and what is wrong there."""
    path = folder.parent / file
    text = path.read_text()
    path.write_text(text.replace(old, new, 1))
    line = 1 + text[: text.index(old)].count("\n")

    with pytest.raises(SettingsError) as refused:
        voices_for(folder)

    assert f"quotes/{file}, line {line}, column " in str(refused.value)
    assert message in str(refused.value)
