"""The wire as a newsroom runs it: approve, send, hold, correct, kill; and what cannot be done, in a sentence."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from newsroom_desk import DRAFT, EVIDENCE, FORCE, NOW, SAID, SERVICE
from servers import SECRET, SFTP, Server, served_by

Run = Callable[..., Result]
LATER = "2026-03-05T10:00+00:00"


def approve(run: Run, *more: str, now: str = NOW, code: int = 0, by: str = "Test Editor") -> Result:
    """Approve Dorset's file."""
    return run("wire", "approve", str(DRAFT), "--by", by, "--now", now, *more, code=code)


def edit(old: str, new: str, path: Path = DRAFT) -> None:
    """Change some words of the draft, as an editor does."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def deliver(run: Run, now: str = LATER) -> list[str]:
    """Deliver plain text to a folder; the names of the files."""
    told = run("wire", "deliver", "out", "--format", "text", "--now", now, "--json").stdout
    return list(json.loads(told)[0]["files"])


def standing(run: Run, now: str = LATER, *story: str) -> list[tuple[str, int, str]]:
    """How every story stands, or every version of one."""
    told = json.loads(run("wire", "status", *story, "--now", now, "--json").stdout)
    return [(each["story"], each["version"], each["state"]) for each in told[0]["stories"]]


def test_an_edited_draft_is_what_is_approved_and_sent(run: Run) -> None:
    """Its markup gone, the editor's name in the disclosure, what was said to the byte, the notes left behind."""
    edit("There were 232", "Officers there made **232**")

    assert "version 1: usable, by Test Editor" in approve(run).stdout
    (name,) = deliver(run)
    sent = Path("out", name).read_text(encoding="utf-8")

    assert "20260305T090000Z_drug-seizures-2018-19-dorset_v1.txt" == name
    assert "Officers there made 232 heroin seizures, up 33 per cent from 175 the year before." in sent
    assert f"A Dorset Police spokesperson said: '{FORCE}'" in sent
    assert "checked by Test Editor before publication." in sent
    assert not {
        word for word in ("For the editor", "EDITOR'S NAME", "Why this lead", "NOT FOR PUBLICATION") if word in sent
    }


@pytest.mark.parametrize("by", ["Test\nEditor", "[TK]", "Test <b>Editor</b>", "*Test* Editor", "Test\u202e Editor"])
def test_who_approves_has_a_plain_name(run: Run, by: str) -> None:
    """Readers see it in the disclosure, so it is one line and no markup."""
    assert "is no name readers can be shown" in approve(run, by=by, code=2).stderr


@pytest.mark.parametrize("note", ["Test {++added++} words.", "Test {>>ask<<}", "Test [TK]", "Test <!-- ask -->"])
def test_a_note_that_is_not_finished_does_not_go_out(run: Run, note: str) -> None:
    """Receivers get it word for word."""
    assert "The note to receivers cannot go out as it is" in approve(run, "--note", note, code=2).stderr


def test_what_is_wrong_is_said_with_file_and_line(run: Run) -> None:
    """And the ledger holds nothing of it."""
    edit("232 heroin", "240 heroin")

    told = approve(run, code=1).stderr

    assert told.startswith(f"{DRAFT}, line 24: the figures contradict \u201cThere were 240 heroin seizures")
    assert [] == standing(run)


def test_a_voice_that_is_still_waited_for_is_named(run: Run) -> None:
    """Taking its place out of the text does not settle it."""
    unheard = Path("unheard/2018-19/dorset.md")
    shutil.rmtree("quotes-bank")
    text = unheard.read_text(encoding="utf-8")
    unheard.write_text(
        "\n".join(line for line in text.split("\n") if not line.startswith("[QUOTE NEEDED")), encoding="utf-8"
    )

    told = run("wire", "approve", str(unheard), "--by", "Test Editor", "--now", NOW, code=1).stderr

    for who in ("press office", "drug treatment charity", "police chiefs' lead for drugs"):
        assert f"the story still waits for the {who}: storygen quotes add" in told


def test_a_hole_an_editor_filled_with_words_of_the_bank_is_none(run: Run) -> None:
    """The draft was made before anybody answered; what was put in was really said, and is approved."""
    unheard = Path("unheard/2018-19/dorset.md")
    lines = unheard.read_text(encoding="utf-8").split("\n")
    answers = iter(
        f"{name or f'A {body} spokesperson'} said: {mark}{words}{mark}"
        for (body, name, words), mark in zip(reversed(SAID.values()), '""\'', strict=True)
    )
    filled = [next(answers) if line.startswith("[QUOTE NEEDED") else line for line in lines]
    unheard.write_text("\n".join(filled), encoding="utf-8")

    run("wire", "approve", str(unheard), "--by", "Test Editor", "--now", NOW)

    assert [("drug-seizures-2018-19-dorset", 1, "usable")] == standing(run)


def test_silence_is_told_as_the_log_has_it(run: Run) -> None:
    """Where the force declined the copy says that, and neither less nor anything else."""
    shutil.rmtree("quotes-bank")
    by = ("--area", "dorset", "--by", "Test Editor", "--now", NOW)
    run("quotes", "note", "declined", "police-force", *by)
    for voice in ("treatment_charity", "npcc"):
        run("quotes", "set-aside", voice, "--reason", "Test reason", *by)
    run("draft", "--quiet", "--area", "dorset", "--now", NOW)
    said, text = "Dorset Police declined to comment.", DRAFT.read_text(encoding="utf-8")

    edit(said, "")
    assert "the story must say that Dorset Police gave no answer" in approve(run, code=1).stderr
    DRAFT.write_text(text.replace(said, "Dorset Police was approached for comment."), encoding="utf-8")
    assert "the log of requests does not bear this out" in approve(run, code=1).stderr
    DRAFT.write_text(text, encoding="utf-8")

    assert "version 1: usable" in approve(run).stdout


def test_a_quote_nobody_approved_keeps_the_story_back(run: Run) -> None:
    """Words may be in the bank and still be nobody's to use."""
    log = Path("quotes-bank/drug_seizures/log.jsonl")
    entries = [line for line in log.read_text(encoding="utf-8").splitlines() if '"approved"' not in line]
    log.write_text("\n".join(entries) + "\n", encoding="utf-8")

    assert "nobody has put a name to the use of qb-" in approve(run, code=1).stderr


def test_what_no_table_bears_out_is_for_the_editor_to_make_sure_of(run: Run) -> None:
    """It is no reason to refuse the file, and is said once it is approved."""
    edit(EVIDENCE, f"{EVIDENCE} Officers arrested 14 people over heroin seizures in Dorset in 2024-25.")

    assert "line 24:" in approve(run).stdout


def test_a_correction_says_what_was_wrong_and_what_is_right(run: Run) -> None:
    """By itself, paragraph by paragraph; the version before stays in the ledger."""
    approve(run)
    deliver(run)
    edit("For every million residents that works out at 300", "For every million residents that comes to 300")

    run("wire", "correct", str(DRAFT), "--by", "Test Chief", "--now", LATER)
    (name,) = deliver(run)

    sent = Path("out", name).read_text(encoding="utf-8")
    assert "highest of 38 forces. In paragraph 3, “works out at” should read “comes to”.\n" in sent
    assert sent.startswith("CORRECTION: Dorset rate of heroin seizures")
    assert [1, 2] == [version for _, version, _ in standing(run, LATER, "drug-seizures-2018-19-dorset")]


def test_there_is_nothing_to_correct_before_anything_was_sent(run: Run) -> None:
    """Nor in what says the same already."""
    wrong = ("wire", "correct", str(DRAFT), "--by", "Test Chief", "--now", NOW)

    assert "was never sent" in run(*wrong, code=1).stderr
    approve(run)
    assert "says the same already" in run(*wrong, code=1).stderr


def test_a_place_that_takes_files_for_readers_alone_is_refused(run: Run) -> None:
    """It would never hear of a hold or a kill; beside a format that carries one it takes them."""
    approve(run)

    told = run("wire", "deliver", "out", "--format", "json_ld", "--now", LATER, code=2).stderr

    assert "out would take json_ld alone, which cannot say that a story is held or killed" in told
    assert 1 == len(told.splitlines())
    assert "2 files" in run("wire", "deliver", "out", "--format", "json_ld", "--format", "text", "--now", LATER).output


def test_a_story_held_released_and_killed_goes_its_way(run: Run) -> None:
    """Each turn is told to who had the story, with its reason; after the kill only a substitute follows."""
    approve(run)
    deliver(run)
    by = ("--by", "Test Chief", "--json")
    for turn, minute in (("hold", 10), ("release", 20), ("kill", 30)):
        reason = () if turn == "release" else ("--reason", "Test reason")
        run("wire", turn, "dorset", *reason, *by, "--now", f"2026-03-05T09:{minute}Z")
    (name,) = deliver(run)
    refused = approve(run, now=LATER, code=1).stderr
    approve(run, "--substitute", now=LATER)

    assert "KILL: Test reason" in Path("out", name).read_text(encoding="utf-8")
    assert "send a substitute under a new one with --substitute" in refused
    assert [
        ("drug-seizures-2018-19-dorset", 4, "canceled"),
        ("drug-seizures-2018-19-dorset-2", 1, "usable"),
    ] == standing(run)


def test_nothing_of_an_embargoed_story_is_to_be_seen_before_its_time(run: Run) -> None:
    """In no feed, file, file name, and nothing that is said of a delivery; the desk itself sees that it is approved."""
    until = "2026-03-06T00:01Z"
    approve(run, "--embargo", until)
    told = [
        run("wire", "deliver", "out", "--now", LATER).output,
        run("wire", "feeds", "feeds", "--now", LATER).output,
        run("wire", "export", "--output", "looks", "--now", LATER).output,
    ]

    written = [path for folder in ("out", "feeds", "looks") for path in Path(folder).rglob("*")]
    assert not [path for path in written if "dorset" in path.name]
    assert not [path for path in written if path.is_file() and "dorset" in path.read_text(encoding="utf-8").casefold()]
    assert not [each for each in told if "dorset" in each.casefold()]
    assert [("drug-seizures-2018-19-dorset", 1, "approved")] == standing(run)
    assert "7 files" in run("wire", "deliver", "out", "--now", until).output
    run("wire", "feeds", "feeds", "--now", until)
    assert Path("feeds/place-dorset.atom").is_file()


@pytest.mark.parametrize("turn", ["hold", "kill"])
def test_a_story_taken_back_before_anybody_could_have_it_goes_nowhere_ever(run: Run, turn: str) -> None:
    """Not even the order to take it down, at any time: in no delivery, new or old, no feed and no export."""
    until, after = "2026-03-06T00:01Z", "2026-03-07T00:00Z"
    approve(run, "--embargo", until)
    run("wire", "deliver", "old", "--now", LATER)
    run("wire", turn, "dorset", "--by", "Test Chief", "--reason", "Test reason", "--now", LATER)
    told = [run("wire", *each, "--now", after).output for each in (("deliver", "old"), ("deliver", "new"))]
    told += [
        run("wire", *each, "--now", after).output for each in (("feeds", "feeds"), ("export", "--output", "looks"))
    ]

    written = [path for folder in ("old", "new", "feeds", "looks") for path in Path(folder).rglob("*")]
    assert not [each for each in told if "dorset" in each.casefold()]
    assert not [path for path in written if "dorset" in path.name]
    assert not [path for path in written if path.is_file() and "dorset" in path.read_text(encoding="utf-8").casefold()]
    assert "There is no story 'dorset'" in run("wire", "export", "dorset", "--now", after, code=2).stderr


def test_a_story_is_exported_by_the_names_it_is_held_by(run: Run) -> None:
    """Its place will do, in any letters; a wrong name is met with the nearest."""
    approve(run)

    assert all("7 files" in run("wire", "export", name, "--now", LATER).output for name in ("dorset", "Dorset"))
    assert "did you mean dorset?" in run("wire", "export", "dorest", "--now", LATER, code=2).stderr


@pytest.mark.parametrize("until", ["2025-03-06T00:01Z", NOW, "2026-03-05T09:30+01:00"])
def test_an_embargo_that_is_over_is_refused(run: Run, until: str) -> None:
    """Whoever gave it means the story to wait, and it would go out at once; nothing is entered."""
    told = approve(run, "--embargo", until, code=2).stderr

    assert "is not later than now, 09:00 GMT on Thursday 5 March 2026, so the story would go out at once" in told
    assert 1 == len(told.splitlines())
    assert not Path("wire/ledger.sqlite").exists()


@pytest.mark.parametrize(
    ("given", "waits", "kept"),
    [
        ("2026-03-06T00:01", "00:01 GMT on Friday 6 March 2026", "2026-03-06T00:01:00+00:00"),
        ("2026-07-01T00:01", "00:01 BST on Wednesday 1 July 2026", "2026-06-30T23:01:00+00:00"),
        ("2026-07-01T00:01Z", "01:01 BST on Wednesday 1 July 2026", "2026-07-01T00:01:00+00:00"),
        ("2026-10-25T01:30+01:00", "01:30 BST on Sunday 25 October 2026", "2026-10-25T00:30:00+00:00"),
    ],
)
def test_an_embargo_is_londons_unless_it_has_a_zone(run: Run, given: str, waits: str, kept: str) -> None:
    """As a British newsroom means it; a person is told with the zone, a program in UTC."""
    assert f"approved until {waits}, by" in approve(run, "--embargo", given).stdout

    assert f"approved until {waits} (first)" in run("wire", "status", "--now", LATER).stdout
    assert kept == json.loads(run("wire", "status", "--now", LATER, "--json").stdout)[0]["stories"][0]["embargo"]


@pytest.mark.parametrize(
    ("given", "said"),
    [("2026-10-25T01:30", "comes twice in London"), ("2026-03-29T01:30", "is left out in London")],
)
def test_a_time_that_london_has_twice_or_never_is_asked_about(run: Run, given: str, said: str) -> None:
    """An hour is much for an embargo; nothing is entered."""
    assert f"{given} {said}, as the clocks go" in " ".join(approve(run, "--embargo", given, code=2).stderr.split())
    assert not Path("wire/ledger.sqlite").exists()


@pytest.mark.parametrize("given", ["9999-12-31T23:30", "9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+14:00"])
@pytest.mark.parametrize("option", ["--embargo", "--now"])
def test_a_time_in_no_year_anybody_means_is_refused(run: Run, option: str, given: str) -> None:
    """Nothing could be counted from it: not when a story is stale, nor what time it is in London."""
    told = " ".join(approve(run, option, given, code=2).stderr.split())

    assert f"{given!r} is in the year {given[:4].lstrip('0')}, which is surely mistyped" in told
    assert not Path("wire/ledger.sqlite").exists()


def test_a_hold_lifts_no_embargo(run: Run) -> None:
    """The file with the embargoed words, approved again while the story is held, still waits for its time."""
    approve(run)
    edit("There were 232", "Officers there made 232")
    by = ("--by", "Test Chief", "--now")
    run("wire", "correct", str(DRAFT), "--embargo", "2026-03-06T00:01Z", *by, "2026-03-05T09:10Z")
    run("wire", "hold", "dorset", "--reason", "Test reason", *by, "2026-03-05T09:20Z")
    run("wire", "correct", str(DRAFT), *by, "2026-03-05T09:30Z")

    assert [(1, "usable"), (2, "approved"), (3, "withheld"), (4, "approved")] == [
        each[1:] for each in standing(run, LATER, "dorset")
    ]


def test_feeds_are_of_all_stories_of_each_place_and_of_each_drug(run: Run) -> None:
    """With an index of their hashes; writing them again changes none, and a kill takes a story out of all."""
    approve(run)

    run("wire", "feeds", "feeds", "--now", LATER)

    names = {path.name.partition(".")[0] for path in Path("feeds").iterdir()}
    assert {"all", "place-dorset", "drug-heroin", "index"} == names
    assert "feeds: 0 files written" in run("wire", "feeds", "feeds", "--now", LATER).output
    assert "Dorset rate of heroin seizures" in Path("feeds/drug-heroin.rss").read_text(encoding="utf-8")
    run("wire", "kill", "dorset", "--by", "Test Chief", "--reason", "Test reason", "--now", LATER)
    run("wire", "feeds", "feeds", "--now", LATER)
    atom = Path("feeds/all.atom").read_text(encoding="utf-8")
    assert "deleted-entry" in atom
    assert "232" not in atom


def test_a_killed_story_is_taken_back_in_its_feeds_though_an_update_was_embargoed(run: Run) -> None:
    """At once, since readers have its first version."""
    approve(run)
    edit("There were 232", "Officers there made 232")
    by = ("--by", "Test Chief", "--now")
    run("wire", "correct", str(DRAFT), "--embargo", "2026-03-06T00:01Z", *by, "2026-03-05T09:10Z")
    run("wire", "kill", "dorset", "--reason", "Test reason", *by, "2026-03-05T09:20Z")
    run("wire", "feeds", "feeds", "--now", LATER)

    for name in ("all", "place-dorset", "drug-heroin"):
        assert "deleted-entry" in Path(f"feeds/{name}.atom").read_text(encoding="utf-8")


def test_what_editors_change_is_counted_by_wording(run: Run) -> None:
    """For those who write the templates, with the last examples."""
    edit("There were 232", "Officers there made 232")
    approve(run)

    first, *others = json.loads(run("wire", "edits", "--json").stdout)

    assert ("angles/highest-rate#evidence", 1, 0, 1) == tuple(
        first[name] for name in ("wording", "paragraphs", "kept", "changed")
    )
    assert EVIDENCE == first["examples"][0]["before"]
    assert {0} == {each["changed"] + each["cut"] for each in others}
    assert "What editors change" in run("wire", "edits").stdout


def test_a_password_in_an_address_is_never_printed_or_kept(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is done with the address, and whatever is found there."""
    server = Server()
    served_by(monkeypatch, server)
    approve(run)
    commands = (("deliver", SFTP), ("feeds", f"{SFTP}/feeds"), ("export", "--output", f"{SFTP}/looks"))
    told = [run("wire", *each, *more, "--now", LATER).output for each in commands for more in ((), ("--json",))]
    assert all("sftp://desk@wire.example.org/in" in each for each in told)
    told.append(run("wire", "verify", SFTP, "--now", LATER).output)
    server.store.clear()
    told += [run("wire", "verify", *where, "--now", LATER, code=1).output for where in ((), (SFTP,))]

    assert 7 == told[-1].count("sftp://desk@wire.example.org/in/20260305T090000Z")
    assert 7 + 1 == told[-1].count(" is missing") == told[-1].count("sftp://desk@wire.example.org/in/")
    assert not any(SECRET in each for each in told)
    assert not any(SECRET.encode() in path.read_bytes() for path in Path("wire").iterdir())


def test_a_target_that_cannot_be_reached_keeps_no_other_from_being_verified(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is one finding among others, unless it is the one that was asked about."""
    approve(run)
    with monkeypatch.context() as patch:
        served_by(patch, Server())
        run("wire", "deliver", SFTP, "--now", LATER)
    (name,) = deliver(run)
    Path("out", name).unlink()
    monkeypatch.setitem(sys.modules, "paramiko", None)
    monkeypatch.setitem(sys.modules, "fsspec.implementations.sftp", None)

    told = run("wire", "verify", code=1).stdout

    assert f"{name} is missing" in told
    assert "Delivery to sftp:// needs a driver" in told
    assert "needs a driver" in run("wire", "verify", SFTP, code=2).stderr


def test_what_was_delivered_can_be_verified(run: Run) -> None:
    """A file somebody changed since is named."""
    approve(run)
    (name,) = deliver(run)

    assert "every file is as it was sent" in run("wire", "verify").stdout
    Path("out", name).write_text("Test", encoding="utf-8")
    assert f"{name} is changed" in run("wire", "verify", code=1).stdout


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("output/2018-19/lancashire.questions.md", "a sheet of questions to the force and no story"),
        ("output/2018-19/newslist.md", "no draft of storygen's"),
        ("nothing.md", "There is no file 'nothing.md'"),
        ("wire/service.yaml", "no draft of storygen's"),
        ("elsewhere.md", "has no manifest.json that can be read"),
    ],
)
def test_a_file_that_is_no_finished_draft_is_refused_in_a_sentence(run: Run, path: str, said: str) -> None:
    """And keeps no other file from being approved."""
    shutil.copy(DRAFT, "elsewhere.md")

    told = run("wire", "approve", path, str(DRAFT), "--by", "Test Editor", "--now", NOW, code=1)

    assert said in told.stderr
    assert "version 1: usable" in told.stdout
    assert "1 of 2 files not approved" in told.stderr


def test_drafts_made_from_other_figures_or_wording_are_refused(run: Run) -> None:
    """What is approved is what tables and wording give today, and the sentence names the file that changed."""
    manifest = Path("output/2018-19/manifest.json")
    made = json.loads(manifest.read_text(encoding="utf-8"))
    made["run"]["figures"]["seizures/2018-19.csv"] = "0"
    manifest.write_text(json.dumps(made), encoding="utf-8")

    assert "were made from other figures than today's (seizures/2018-19.csv)" in approve(run, code=1).stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("approve", str(DRAFT), "--by", " "), "--by needs a name"),
        (
            ("approve", str(DRAFT), "--by", "Test", "--service", "none.yaml"),
            "none.yaml, line 1, column 1: there is no such",
        ),
        (("status",), "There is no ledger wire/ledger.sqlite; storygen wire approve begins one"),
        (("deliver", "out"), "There is no ledger"),
        (("deliver", "out", "--format", "ninja"), "There is no format 'ninja'; did you mean ninjs"),
        (("kill", "dorset", "--by", "Test", "--reason", "Test"), "There is no ledger"),
        (("status", "--ledger", "mysql://x/y"), "cannot be kept in mysql"),
        (("verify", "--ledger", str(DRAFT)), "is no ledger: the file holds something else"),
        (
            ("approve", str(DRAFT), "--by", "Test", "--ledger", "output/x"),
            "output/service.yaml, line 1, column 1: there is",
        ),
        (("verify", "--ledger", "output"), "cannot be opened"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(run: Run, arguments: tuple[str, ...], said: str) -> None:
    """And exit code 2."""
    told = run("wire", *arguments, code=2).stderr

    assert said in told
    assert 1 == len(told.splitlines())


@pytest.mark.parametrize("command", [("deliver",), ("feeds",), ("export", "--output")])
def test_what_would_be_gone_with_the_command_is_no_place_to_deliver_to(run: Run, command: tuple[str, ...]) -> None:
    """Each process has a memory of its own: whoever looked would find that all was missing."""
    told = run("wire", *command, "memory://test", "--now", NOW, code=2).stderr

    assert "What is in memory:// is gone when the command ends" in told
    assert 1 == len(told.splitlines())


def test_a_file_the_system_keeps_from_us_is_named_without_the_systems_number(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which file, and why."""

    def kept(path: Path, *_: object, **__: object) -> str:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("storygen.errands.wire.books.service_from", kept)

    told = approve(run, code=2).stderr

    assert "storygen: wire/service.yaml cannot be used: Permission denied\n" == told


def test_without_its_extra_the_wire_says_what_to_install(tmp_path: Path) -> None:
    """The rest of storygen needs no database."""
    code = "import sys; sys.modules['sqlalchemy'] = None; from storygen.cli import main; main(['wire', 'status'])"

    told = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (2, "storygen: this needs sqlalchemy: run pip install '.[wire]' in the project's folder\n") == (
        told.returncode,
        told.stderr,
    )


def test_a_story_goes_stale_when_the_service_says_so(run: Run) -> None:
    """Receivers' programs read until when it is news; without the setting they read of no such time."""
    approve(run)
    assert b'"expires"' not in next(Path(deliver_ninjs(run, "never")).glob("*.json")).read_bytes()
    Path("wire/ledger.sqlite").unlink()
    Path("wire/service.yaml").write_text(f"{SERVICE}stale_after: 30\n", encoding="utf-8")
    approve(run)
    sent = json.loads(next(Path(deliver_ninjs(run, "out")).glob("*.json")).read_bytes())

    assert "2026-04-04T09:00:00Z" == sent["expires"]


def deliver_ninjs(run: Run, where: str) -> str:
    """Deliver in ninjs to a folder."""
    run("wire", "deliver", where, "--format", "ninjs31", "--now", LATER)
    return where


def test_a_service_with_a_mistake_in_it_is_refused_by_its_line(run: Run) -> None:
    """A setting nobody reads would be believed to work."""
    Path("wire/service.yaml").write_text(f"{SERVICE}embrago: no\n", encoding="utf-8")

    assert "wire/service.yaml, line 8, column 1: unknown key 'embrago'" in approve(run, code=2).stderr
