"""The errands as a person runs them: ask, add, draft again, take back."""

import email
import email.policy
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from bank import an_entry
from click.testing import CliRunner, Result
from filing import file_facts, without_figures

from storygen.analysis import establish, find_angles, judge
from storygen.cli import main
from storygen.model.angle import Angles
from storygen.model.dataset import Dataset
from storygen.model.edition import Edition
from storygen.paths import shipped
from storygen.quoting import open_contacts, record

Run = Callable[..., Result]
WORDS = 'Test words, with **marks** and "these" too.\n\nTest end \u202e<b>3</b>.'
NOW = "2026-02-12T10:00+00:00"


@pytest.fixture(scope="session")
def judged(dataset: Dataset) -> tuple[Angles, ...]:
    """What is news in every area of the newest edition."""
    facts = establish(dataset, Edition(year="2018-19"))
    return tuple(judge(find_angles(facts), facts))


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dataset: Dataset, judged: tuple[Angles, ...]) -> Run:
    """Run the front desk in an empty folder; tables and analysis, which no errand changes, are there once for all."""
    monkeypatch.chdir(tmp_path)
    known = {
        "office.read": dataset,
        "newsroom.establish": None,
        "newsroom.find_angles": None,
        "newsroom.judge": judged,
    }
    for errand, found in known.items():
        monkeypatch.setattr(f"storygen.{errand}", lambda *_, found=found, **__: found)

    def at_the_desk(*arguments: str, given: str | bytes | None = None, code: int = 0) -> Result:
        result = CliRunner().invoke(main, arguments, input=given)
        assert code == result.exit_code, result.output
        return result

    return at_the_desk


def add(run: Run, *arguments: str, words: str = WORDS) -> str:
    """Add words of Dorset's force, and give the name they are held under."""
    told = ("--organisation", "Dorset Police", "--method", "email", "--by", "Test Reporter", "--evidence", "test.eml")
    force = ("--voice", "force_spokesperson", "--area", "dorset", "--now", NOW)
    return run("quotes", "add", "-", *force, *told, *arguments, given=words).stdout.partition(":")[0]


def pages(folder: str = "output") -> dict[str, str]:
    """Every draft, by its name."""
    return {path.name: path.read_bytes().decode() for path in Path(folder).rglob("*.md")}


def test_a_quote_takes_its_place_and_nothing_else_changes(run: Run) -> None:
    """Draft, ask, add, draft: one slot fewer, the words to the byte, and what an editor changed is still there."""
    draft = ("draft", "--quiet", "--now", NOW)
    run(*draft)
    edited = Path("output/2018-19/sussex.md")
    edited.write_text(edited.read_text() + "Test edit.\n")
    before = pages()
    run("quotes", "request", "--by", "Test Reporter", "--now", NOW)
    name = add(run)
    run(*draft)
    after = pages()

    assert before["sussex.md"] == after.pop("sussex.new.md").replace(_beside("sussex.md"), "") + "Test edit.\n"
    changed = {page for page in before if before[page] != after[page]}
    assert {"dorset.md", "newslist.md"} == changed
    assert "open_quote_slots: 3" in before["dorset.md"]
    assert "open_quote_slots: 2" in after["dorset.md"]
    slot = re.search(r"^\[QUOTE NEEDED: Dorset Police press office.*\]$", before["dorset.md"], re.MULTILINE)
    assert slot
    first, second = WORDS.split("\n\n")
    said = f"A Dorset Police spokesperson said: '{first}\n\n'{second}'"
    story = before["dorset.md"].replace(slot[0], said).partition("\n---\n\n## For")[0]
    assert _counts_aside(story) == _counts_aside(after["dorset.md"].partition("\n---\n\n## For")[0])
    assert name in after["dorset.md"]


def test_a_number_in_a_name_or_a_role_is_no_figure(run: Run) -> None:
    """Who is introduced is not read against the tables."""
    add(run, "--name", "Test Speaker One", "--role", "head of test unit 22")

    run("draft", "--quiet", "--area", "dorset", "--now", NOW)

    assert "Test Speaker One, head of test unit 22 at Dorset Police, said:" in pages()["dorset.md"]


def _beside(name: str) -> str:
    return f">\n> {name} has been changed by hand and was left as it is; this is what the figures give today.\n"


def _counts_aside(story: str) -> str:
    return re.sub(r"(open_quote_slots|still needed): [23]", "", story)


def test_a_taken_back_quote_is_found_in_every_draft(run: Run) -> None:
    """Those a person has changed included; the next draft is without it."""
    name = add(run)
    draft = ("draft", "--quiet", "--area", "dorset", "--area", "kent", "--now", NOW)
    run(*draft)
    page = Path("output/2018-19/dorset.md").read_bytes()
    Path("output/2018-19/copy.md").write_bytes(page + b"Test edit.")
    Path("output/2018-19/cut.md").write_bytes(b'Test cut.\r\n\r\nTest words, with **marks** and "these" too.\r\n')

    taken = run("quotes", "withdraw", name, "--by", "Test Editor", "--reason", "test", "--now", NOW).stdout
    run(*draft)

    found = [f"output/2018-19/{page}.md" for page in ("copy", "cut", "dorset")]
    assert [f"{name}: withdrawn; it stands in 3 drafts", *found] == taken.splitlines()
    assert name not in pages()["dorset.md"]


def test_a_draft_that_cannot_be_read_is_named(run: Run) -> None:
    """Somebody has to look whether the words stand in it; they are taken back all the same."""
    name = add(run)
    Path("output/unread.md").mkdir(parents=True)

    taken = run("quotes", "withdraw", name, "--by", "Test Editor", "--reason", "test", "--now", NOW, code=1)

    assert "storygen: output/unread.md cannot be read: look yourself whether the words stand in it\n" == taken.stderr
    assert f"{name}: withdrawn; it stands in 0 drafts\n" == taken.stdout


@pytest.mark.parametrize(
    "command",
    [
        ("request",),
        ("note", "sent", "police-force", "--to", "press@example.org"),
        ("set-aside", "npcc", "--reason", "test"),
        ("add", "-", "--voice", "npcc", "--method", "email", "--evidence", "test.eml"),
    ],
)
def test_a_folder_that_cannot_be_made_is_refused_in_a_sentence(run: Run, command: tuple[str, ...]) -> None:
    """With its name, and what to do."""
    Path("test-file").touch()

    told = run(
        "quotes", *command, "--area", "dorset", "--by", "Test", "--quotes", "test-file", given="Test words.", code=2
    ).stderr

    assert (
        "storygen: The folder of quotes test-file/drug_seizures cannot be made: Not a directory; "
        "give another, with --quotes\n"
    ) == told


def test_letters_give_the_facts_as_the_draft_does(run: Run) -> None:
    """One for the force and one for each national body, as text and as an e-mail nobody has sent."""
    run("draft", "--quiet", "--area", "dorset", "--area", "kent")
    run("quotes", "request", "--by", "Test Reporter", "--now", NOW, "--area", "dorset", "--area", "kent")
    folder = Path("quotes-bank/drug_seizures/requests/2018-19")
    names = {"dorset-police-force", "kent-police-force", "npcc", "change-grow-live", "turning-point"}
    letter = (folder / "dorset-police-force.txt").read_text()
    message = email.message_from_bytes((folder / "dorset-police-force.eml").read_bytes(), policy=email.policy.default)

    assert {f"{name}.{kind}" for name in names for kind in ("txt", "eml")} == {path.name for path in folder.iterdir()}
    facts = re.findall(r"^[0-9]+\. (.+)$", letter, re.MULTILINE)
    assert len(facts) > 3
    assert all(f"\n{fact}\n" in pages()["dorset.md"] for fact in facts)
    assert "(232 \u2212 175) \u00f7 175 \u00d7 100 = 32.57" in letter
    assert ("1", "") == (message["X-Unsent"], message["To"])
    assert message.get_content().replace("\r\n", "\n").strip() == letter.partition("\n\n")[2].strip()
    assert "Date" not in message


def test_the_same_letters_are_the_same_bytes_and_an_edited_one_stays(run: Run) -> None:
    """The new one goes beside it."""
    asked = ("quotes", "request", "--by", "Test Reporter", "--now", NOW, "--area", "kent")
    run(*asked)
    letter = Path("quotes-bank/drug_seizures/requests/2018-19/kent-police-force.txt")
    first = letter.read_bytes()
    run(*asked)
    assert first == letter.read_bytes()
    letter.write_bytes(first + b"Test edit.")

    run(*asked)

    assert first + b"Test edit." == letter.read_bytes()
    assert first == letter.with_name("kent-police-force.new.txt").read_bytes()


def test_what_was_sent_is_not_asked_again_and_shows_as_late(run: Run) -> None:
    """Sent, chased, past its deadline: `status` says so, and the draft says no more than the log."""
    run(
        "quotes",
        "note",
        "sent",
        "police-force",
        "--area",
        "kent",
        "--to",
        "press@force.example",
        "--by",
        "Test",
        "--now",
        NOW,
    )
    run("quotes", "note", "chased", "police-force", "--area", "kent", "--by", "Test", "--now", "2026-02-13T10:00+00:00")
    late = ("--now", "2026-03-12T10:00+00:00", "--area", "kent")

    assert "" == run("quotes", "request", "--by", "Test", *late).stdout
    (row,) = json.loads(run("quotes", "status", "--json", *late).stdout)
    run("draft", "--quiet", *late)

    assert ("ready", "no_reply", True) == (row["story"], row["status"], row["is_late"])
    assert "Kent Police had not responded by the time of publication." in pages()["kent.md"]


def test_the_list_says_where_a_quote_stands_or_why_nowhere(run: Run) -> None:
    """With the reason a person can act on."""
    stands = add(run)
    early = add(run, "--embargo", "2030-01-01", words="Test later.")
    run("quotes", "approve", stands, "--by", "Test Editor", "--now", NOW)

    rows = {row["quote"]: row for row in json.loads(run("quotes", "list", "--json", "--now", NOW).stdout)}

    assert (["dorset"], True) == (rows[stands]["stands_in"], rows[stands]["is_approved"])
    assert ["it is under embargo until 2030-01-01T00:00:00+00:00"] == rows[early]["why_not"]


def test_everything_that_was_done_is_in_the_log(run: Run) -> None:
    """Who, what and when."""
    name = add(run)
    run("quotes", "approve", name, "--by", "Test Editor", "--now", NOW)
    run("quotes", "withdraw", name, "--by", "Test Editor", "--reason", "test", "--now", NOW)
    lines = Path("quotes-bank/drug_seizures/log.jsonl").read_text().splitlines()

    assert [("added", "Test Reporter"), ("approved", "Test Editor"), ("withdrawn", "Test Editor")] == [
        (entry["event"], entry["by"]) for entry in map(json.loads, lines)
    ]


@pytest.mark.parametrize(
    ("arguments", "words", "why"),
    [
        (["--voice", "nobody"], b"Test.", "There is no voice called 'nobody'"),
        (["--drug", "herion"], b"Test.", "did you mean heroin"),
        (["--region", "nowhere"], b"Test.", "There is no region called 'nowhere'"),
        (["--name", "Test Speaker One"], b"Test.", "a speaker with a name needs a role"),
        ([], b"\xff", "not UTF-8"),
        ([], b" \n", "the text is empty"),
        (["--voice", "force_spokesperson"], b"Test.", "speaks about one area: name it, with --area"),
        (["--voice", "mp", "--area", "kent", "--area", "dorset"], b"Test.", "speaks about one area"),
        (["--area", "kent", "--region", "the South East"], b"Test.", "one or the other is meant"),
        (
            ["--name", "Test One", "--rank", "Det. Supt", "--role", "a test"],
            b"Test.",
            "'Detective Superintendent', not",
        ),
        (["--name", "Test One", "--role", 'the "test"'], b"Test.", "holds quotation marks"),
        (["--angle", "highest-rat"], b"Test.", "did you mean highest-rate"),
        (["--exclusive", "evenin"], b"Test.", "did you mean evening"),
        (["--at", "2999-01-01"], b"Test.", "cannot have been obtained at 00:00 GMT on Tuesday 1 January 2999"),
        (["--expires", "2019-01-01"], b"Test.", "would have expired on 2019-01-01"),
        (["--partial", "of more"], b"Test of more words.", "at least 3 words"),
        (["--partial", "of Test words"], b"Test of more words.", "does not stand, word for word"),
        (["--voice", "reform_charity", "--organisation", ""], b"Test.", "say for whom it was, with --organisation"),
        (["--evidence", " "], b"Test.", "what shows that they were said"),
    ],
)
def test_what_cannot_be_added_is_refused_in_a_sentence(run: Run, arguments: list[str], words: bytes, why: str) -> None:
    """And the bank is as it was."""
    told = ["--organisation", "Test", "--method", "email", "--by", "Test", "--evidence", "test.eml"]
    result = run("quotes", "add", "-", "--voice", "npcc", *told, *arguments, given=words, code=2)

    assert why in result.stderr
    assert 1 == len(result.stderr.strip().splitlines())
    assert not list(Path("quotes-bank").rglob("*.yaml"))


@pytest.mark.parametrize(
    "arguments",
    [
        ["withdraw", "qb-0", "--reason", "test"],
        ["approve", "qb-0"],
        ["note", "chased", "npcc"],
        ["note", "sent", "police-force"],
        ["note", "sent", "nobody"],
        ["note", "sent", "npcc", "--deadline", "2019-01-01"],
        ["set-aside", "nobody", "--reason", "test"],
        ["set-aside", "mp", "--area", "dorset", "--reason", "test"],
        ["set-aside", "force_spokesperson", "--area", "dorset", "--reason", "test"],
        ["set-aside", "pcc", "--area", "cleveland", "--area", "kent", "--reason", "test"],
    ],
)
def test_an_errand_about_nothing_is_refused(run: Run, arguments: list[str]) -> None:
    """No quote of that name, no first try, no force, no such body: and the log stays empty."""
    result = run("quotes", *arguments, "--by", "Test", code=2)

    assert 1 == len(result.stderr.strip().splitlines())
    assert not Path("quotes-bank/drug_seizures/log.jsonl").exists()


def test_a_folder_of_quotes_that_is_not_there_is_refused(run: Run) -> None:
    """Asked for by name, it was meant."""
    assert "There is no folder of quotes 'nowhere'" in run("draft", "--quotes", "nowhere", code=2).stderr


def test_a_kill_between_bank_and_log_leaves_a_quote_that_does_not_count(run: Run) -> None:
    """The words are there and stand nowhere, until somebody adds them on the record."""
    name = add(run)
    log = Path("quotes-bank/drug_seizures/log.jsonl")
    log.unlink()
    record(log.parent, an_entry("sent"))

    assert ((), (name,)) == (
        (contacts := open_contacts(shipped("quotes") / "drug_seizures", log.parent)).quotes,
        contacts.uncounted,
    )
    assert name == add(run)
    assert 1 == len(open_contacts(shipped("quotes") / "drug_seizures", log.parent).quotes)


def test_the_same_words_are_not_added_twice(run: Run) -> None:
    """Nor again once they were taken back, unless they were said at another time."""
    told = ("--voice", "npcc", "--method", "email", "--by", "Test", "--evidence", "test.eml", "--now", NOW)
    name = run("quotes", "add", "-", *told, given="Test.").stdout.partition(":")[0]

    for other in ((), ("--at", "2026-02-01T10:00"), ("--exclusive", "evening")):
        assert f"already, as {name}" in run("quotes", "add", "-", *told, *other, given="Test.", code=2).stderr
    run("quotes", "withdraw", name, "--by", "Test", "--reason", "test", "--now", NOW)
    assert "was withdrawn" in run("quotes", "add", "-", *told, given="Test.", code=2).stderr
    assert name not in run("quotes", "add", "-", *told, "--at", "2026-02-01T10:00", given="Test.").stdout


def test_a_file_from_another_system_holds_the_same_words(run: Run) -> None:
    """A mark at its start and its line ends are no words, nor is where a line breaks; a force's own is known."""
    told = ("--voice", "force_spokesperson", "--area", "dorset", "--method", "email", "--by", "Test")
    given = b"\xef\xbb\xbfTest one,\r\nof two lines. \r\n\r\nTest two.\r\n"
    run("quotes", "add", "-", *told, "--evidence", "test.eml", "--partial", "one, of two", "--now", NOW, given=given)

    (quote,) = open_contacts(shipped("quotes") / "drug_seizures", Path("quotes-bank/drug_seizures")).quotes

    assert (("Test one,\nof two lines.", "Test two."), "Dorset Police") == (quote.text, quote.speaker.organisation)
    assert "one,\nof two" == quote.partial


def test_an_editor_may_do_without_a_voice_that_is_only_wanted(run: Run) -> None:
    """On the record, with a reason, in one story or in all; and may want it again."""
    told = ("--by", "Test Editor", "--reason", "no room", "--now", NOW)
    status = ("quotes", "status", "--json", "--area", "dorset", "--now", NOW)

    run("quotes", "set-aside", "reform_charity", "--area", "dorset", *told)  # its seat, whoever would have it
    everywhere = run("quotes", "set-aside", "npcc", *told).stdout
    rows = {row["voice"]: row for row in json.loads(run(*status).stdout)}
    run("quotes", "set-aside", "npcc", "--area", "dorset", "--undo", *told[:-1], "2026-02-12T11:00+00:00")
    again = {row["voice"]: row for row in json.loads(run(*status[:-1], "2026-02-12T12:00+00:00").stdout)}

    assert "sussex" in everywhere
    assert "kent" not in everywhere
    statuses = {"force_spokesperson": "empty", "treatment_charity": "not_needed", "npcc": "not_needed"}
    assert statuses == {voice: row["status"] for voice, row in rows.items()}
    assert "by Test Editor, 2026-02-12: no room" == rows["npcc"]["set_aside"]
    assert ("empty", True) == (again["npcc"]["status"], again["npcc"]["is_open"])


def test_a_ready_story_says_so_everywhere(run: Run) -> None:
    """Front matter, banner, newslist and manifest agree; so they did while it was a draft."""
    told = ("--area", "kent", "--by", "Test", "--now", NOW)
    draft = ("draft", "--quiet", "--area", "kent", "--now", "2026-02-12T12:00+00:00")
    for ready in (False, True):
        run(*draft)
        page, newslist = pages()["kent.md"], pages()["newslist.md"]
        story = json.loads(Path("output/2018-19/manifest.json").read_text())["stories"]["kent"]

        needed = 0 if ready else 1
        assert [ready] * 2 == ['status: "ready"' in page, "Ready: no place stands open." in page]
        assert ready == ("none: ready |" in newslist)
        assert f"open_quote_slots: {needed}\n" in page
        assert f"Quotes still needed: {needed}." in page
        assert ("ready" if ready else "draft", needed) == (story["verdict"], story["open_quote_slots"])
        run("quotes", "note", "declined", "police-force", *told)


def test_a_story_from_local_facts_alone_has_voices_like_any_other(run: Run, tmp_path: Path) -> None:
    """Its force can be written to, is quoted in its place, and is asked about by its name."""
    fact = without_figures(
        force="Dyfed-Powys",
        area="Dyfed-Powys force area",
        headline="Dyfed-Powys officers hand out leaflets in Operation Example",
        text="Dyfed-Powys officers handed out leaflets in Operation Example",
    )
    local = ("--local-facts", str(file_facts(tmp_path / "facts", fact)), "--on", "2019-12-01", "--area", "dyfed-powys")
    told = ("--by", "Test", "--now", NOW, *local)

    letters = run("quotes", "request", *told).stdout
    words = ("--voice", "force_spokesperson", "--method", "email", "--evidence", "test.eml")
    run("quotes", "add", "-", *words, *told, given="Test words.")
    run("quotes", "note", "declined", "commissioner", *told)
    run("draft", "--quiet", "--now", NOW, *local)

    (page,) = (text for name, text in pages().items() if name.startswith("dyfed"))
    assert "dyfed-powys-police-force.txt" in letters
    assert 'A Dyfed-Powys Police spokesperson said: "Test words."' in page
    assert "declined to comment." in page
    assert "evidence: test.eml; received" in page
    assert page.count("[QUOTE NEEDED") == 1
    assert ["1"] == re.findall(r"open_quote_slots: (\d+)", page)
    assert "Quotes still needed: 1." in page


def test_an_address_nobody_has_verified_lately_is_named(run: Run) -> None:
    """The letter is written all the same: a person sends it."""
    own = Path("quotes-bank/drug_seizures/directory.yaml")
    own.parent.mkdir(parents=True)
    body = {"id": "police-force", "name": "{force}", "level": "force", "addresses": {"kent": "t@t.example"}}
    asked = ("quotes", "request", "--by", "Test", "--now", NOW, "--area", "kent")
    for day, is_named in (("2025-11-13", True), ("2025-11-14", False)):
        own.write_text(json.dumps({"organisations": [{**body, "verified_on": day}]}))
        warned = run(*asked).stderr
        assert is_named == ("kent-police-force: nobody has verified t@t.example since 2025-11-13" in warned)
