"""Approving files: which may be taken for which story, and what a version is to those who get it."""

import json
from collections.abc import Callable

from click.testing import Result
from newsroom_desk import DRAFT, EVIDENCE, NOW

Run = Callable[..., Result]
BY = ("--by", "Test Editor", "--now", NOW)


def test_a_file_of_another_edition_is_refused(run: Run) -> None:
    """It lies in the wrong folder: its figures would be read as this edition's."""
    DRAFT.write_text(DRAFT.read_text(encoding="utf-8").replace('edition: "2018-19"', 'edition: "2017-18"'))

    told = run("wire", "approve", str(DRAFT), *BY, code=1).stderr

    assert f"{DRAFT} is of the edition 2017-18, and the drafts in {DRAFT.parent} are of 2018-19\n" in told


def test_two_files_of_one_story_are_refused_together(run: Run) -> None:
    """One would become a version, and the other the next one, by nobody's wish."""
    other = DRAFT.with_name("dorset-2.md")
    other.write_text(DRAFT.read_text(encoding="utf-8").replace("There were 232", "Officers made 232"))

    told = run("wire", "approve", str(DRAFT), str(other), *BY, code=1).stderr

    assert f"{DRAFT} is of the same story as {other}: approve the one that is to be sent\n" in told
    assert f"{other} is of the same story as {DRAFT}: approve the one that is to be sent\n" in told
    assert "2 of 2 files not approved" in told


def test_what_another_program_does_to_a_file_changes_no_word(run: Run) -> None:
    """Its line ends, its mark in front, its spaces, hyphens and apostrophes."""
    plain = DRAFT.read_text(encoding="utf-8")
    run("wire", "approve", str(DRAFT), *BY)
    typed = plain.replace("heroin seizures, up", "hero\u00adin seizures,\u00a0up")
    assert plain != typed
    DRAFT.write_bytes(f"\ufeff{typed}".replace("\n", "\r\n").encode())

    told = run("wire", "approve", str(DRAFT), *BY).stdout

    assert "nothing has changed, so there is no new version" in told


def test_what_receivers_never_had_is_not_corrected_for_them(run: Run) -> None:
    """Under an embargo a story mended is still the first they get, with no word of what was wrong before."""
    run("wire", "approve", str(DRAFT), *BY, "--embargo", "2026-03-06T00:01Z")
    DRAFT.write_text(DRAFT.read_text(encoding="utf-8").replace(EVIDENCE, f"Of heroin: {EVIDENCE}"), encoding="utf-8")

    run("wire", "correct", str(DRAFT), *BY)

    (version,) = json.loads(run("wire", "status", "--json", "--now", NOW).stdout)[0]["stories"]
    assert (2, "first", "", "approved") == tuple(version[each] for each in ("version", "change", "note", "state"))
