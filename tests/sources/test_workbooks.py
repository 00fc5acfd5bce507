"""Workbooks as cells: what a reader hides comes out, and what is no table of figures is refused in a sentence."""

import io
import struct
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from published import Error, Formula, Raised, archive, ods, xlsx

from storygen.errors import SourceError
from storygen.sources.workbooks import open_workbook
from storygen.sources.workbooks.grid import Broken, Value, text_of

ERRORS = ("#DIV/0!", "#N/A", "#REF!", "#VALUE!", "#NAME?", "#NUM!")


def opened(tmp_path: Path, content: bytes, name: str = "file.ods") -> list[list[Value]]:
    """Read the first sheet of a file with this content."""
    path = tmp_path / name
    path.write_bytes(content)
    return open_workbook(path).grids[0].lines


def refused(tmp_path: Path, content: bytes, name: str = "file.ods") -> str:
    """Say how a file with this content is refused."""
    with pytest.raises(SourceError) as fault:
        opened(tmp_path, content, name)
    return str(fault.value)


@pytest.mark.parametrize("shown", ERRORS)
def test_an_error_that_reads_as_blank_comes_out_as_an_error(tmp_path: Path, shown: str) -> None:
    """LibreOffice saves an error as text without a value; a reader of spreadsheets makes a blank of it."""
    lines = opened(tmp_path, ods({"A": [["label", Error(shown), 3]]}))

    assert [["label", Broken(shown), 3.0]] == lines


@pytest.mark.parametrize("shown", ERRORS)
def test_an_error_that_reads_as_nought_comes_out_as_an_error(tmp_path: Path, shown: str) -> None:
    """Excel saves an error in an ODS as the number 0; only the text that is shown tells."""
    lines = opened(tmp_path, ods({"A": [[Error(shown, "0"), 0]]}))

    assert [[Broken(shown), 0.0]] == lines


@pytest.mark.parametrize("shown", ERRORS)
def test_an_error_in_an_excel_workbook_comes_out_as_an_error(tmp_path: Path, shown: str) -> None:
    """There too a reader makes a blank of it."""
    lines = opened(tmp_path, xlsx({"A": [["label", Error(shown), 3]]}))

    assert [["label", Broken(shown), 3]] == lines


@pytest.mark.parametrize("write", [ods, xlsx])
def test_a_formula_nobody_worked_out_is_no_blank(tmp_path: Path, write: Callable[..., bytes]) -> None:
    """A workbook written by a program may hold formulas without results."""
    ((cell,),) = opened(tmp_path, write({"A": [[Formula(None)]]}))

    assert isinstance(cell, Broken)


def test_the_result_of_a_formula_counts_and_is_remarked_on(tmp_path: Path) -> None:
    """A formula's last result is what the publisher saw."""
    path = tmp_path / "file.ods"
    path.write_bytes(ods({"A": [[Formula(12.0)]]}))

    book = open_workbook(path)

    assert [[12.0]] == book.grids[0].lines
    assert ("holds 1 formulas; their results stand as they were when it was saved",) == book.remarks


@pytest.mark.parametrize("write", [ods, xlsx])
def test_a_raised_footnote_mark_is_no_part_of_a_label_or_a_number(tmp_path: Path, write: Callable[..., bytes]) -> None:
    """Joined to a number typed as text, a mark would make 118 into 1183."""
    lines = opened(tmp_path, write({"A": [[Raised("Cocaine", "3"), Raised("118", "3")]]}))

    assert [["Cocaine", "118"]] == lines


def test_the_lines_of_a_heading_stay_apart(tmp_path: Path) -> None:
    """A line break is a space, not nothing."""
    ((cell,),) = opened(tmp_path, ods({"A": [["Number of\nseizures"]]}))

    assert "Number of seizures" == text_of(cell)


@pytest.mark.parametrize("repeats", [3, 900])
def test_an_error_below_repeated_blank_rows_is_found_in_its_own_row(tmp_path: Path, repeats: int) -> None:
    """Rows that are alike are saved once with a count."""
    content = ods({"A": [["above"], ["blank"], ["below", Error("#N/A")]]})
    blank = '<table:table-row><table:table-cell office:value-type="string"><text:p>blank</text:p></table:table-cell>'
    many = f'<table:table-row table:number-rows-repeated="{repeats}"><table:table-cell/>'

    lines = opened(tmp_path, _rewritten(content, "content.xml", blank, many))

    assert ["below", Broken("#N/A")] == lines[repeats + 1]


@settings(max_examples=25, deadline=None)
@given(
    lines=st.lists(
        st.lists(
            st.one_of(
                st.integers(0, 10**9),
                st.integers(0, 10**9).map(lambda number: number / 1000),
                st.text("abc &<>'\"éß€", max_size=8),
                st.none(),
            ),
            min_size=1, max_size=5,
        ),
        min_size=1, max_size=8,
    )
)  # fmt: skip
def test_cells_come_back_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory, lines: list[list[object]]
) -> None:
    """Whatever stands in a sheet is read where it stands, from either kind of workbook."""
    lines = [["top left", *lines[0]], *lines[1:]]
    folder = tmp_path_factory.mktemp("books")

    for write in (ods, xlsx):
        found = opened(folder, write({"A": lines}))

        assert [_trimmed(line) for line in lines if _trimmed(line)] == [_read(line) for line in found if _read(line)]


def test_a_byte_order_mark_is_no_part_of_the_first_heading(tmp_path: Path) -> None:
    """CSV copies of the tables begin with one."""
    assert [["Force", "Heroin"]] == opened(tmp_path, "\ufeffForce,Heroin\n".encode(), "file.csv")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_csv_file_is_read_in_the_encoding_it_was_saved_in(tmp_path: Path, encoding: str) -> None:
    """A pound sign or an accent must not come out as two characters."""
    assert [["Force", "Café £"]] == opened(tmp_path, "Force,Café £\n".encode(encoding), "file.csv")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_file_may_use_another_separator(tmp_path: Path, separator: str) -> None:
    """Spreadsheets set to another language save semicolons."""
    text = f"Force{separator}Heroin\nDorset{separator}232\n"

    assert [["Force", "Heroin"], ["Dorset", "232"]] == opened(tmp_path, text.encode(), "file.csv")


def test_a_web_page_saved_as_a_workbook_is_called_one(tmp_path: Path) -> None:
    """An error page of a publisher's site is often saved in place of the download."""
    assert "a web page" in refused(tmp_path, b"<!DOCTYPE html><html><body>Not found</body></html>")


@pytest.mark.parametrize("kept", [0.3, 0.7, 0.99])
@pytest.mark.parametrize("write", [ods, xlsx])
def test_a_download_cut_short_is_called_one(tmp_path: Path, write: Callable[..., bytes], kept: float) -> None:
    """Its end is where a zip archive says what is in it."""
    content = write({"A": [[f"cell {n}" for n in range(20)] for _ in range(50)]})

    assert "cut short" in refused(tmp_path, content[: int(len(content) * kept)])


def test_a_damaged_archive_is_refused(tmp_path: Path) -> None:
    """A flipped byte is caught by the archive's own checksum."""
    content = bytearray(ods({"A": [[f"cell {n}" for n in range(20)] for _ in range(50)]}))
    content[content.index(b"content.xml") + 40] ^= 0xFF

    assert "damaged" in refused(tmp_path, bytes(content))


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    """Two hundred thousand bytes that unpack to two hundred million."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("content.xml", b" " * 200_000_000)

    assert "packed into" in refused(tmp_path, out.getvalue())


def test_an_archive_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    """A part that unpacks to more than it declares would get past the count of what is declared."""
    content = bytearray(archive({"content.xml": "x" * 100_000, "mimetype": "y"}))
    place = content.index(b"PK\x01\x02") + 24
    content[place : place + 4] = struct.pack("<I", 10)

    assert "damaged" in refused(tmp_path, bytes(content))


def test_a_million_repeated_figures_are_refused(tmp_path: Path) -> None:
    """A bomb of a few bytes: one cell that stands for a million."""
    content = ods({"A": [["label", 7]]})
    cell = 'office:value-type="float" office:value="7"'

    found = refused(tmp_path, _rewritten(content, "content.xml", cell, f'table:number-columns-repeated="16000" {cell}'))

    assert "repeated 16,000 times" in found


def test_a_million_blank_rows_are_nothing(tmp_path: Path) -> None:
    """Spreadsheets save the empty rest of a sheet as a count."""
    content = ods({"A": [["label", 7], ["blank"]]})
    row = '<table:table-row><table:table-cell office:value-type="string"><text:p>blank</text:p></table:table-cell>'
    cell = '<table:table-cell table:number-columns-repeated="16384"/>'
    many = f'<table:table-row table:number-rows-repeated="1048574">{cell}'

    assert [["label", 7.0]] == opened(tmp_path, _rewritten(content, "content.xml", row, many))


def test_a_cell_in_the_far_corner_is_refused(tmp_path: Path) -> None:
    """Room would be made for every cell between it and the first."""
    content = _rewritten(xlsx({"A": [["label", 7]]}), "xl/worksheets/sheet1.xml", 'r="B1"', 'r="XFD1048576"')

    assert "a sheet of more than" in refused(tmp_path, content)


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    """A few lines of definitions could grow to gigabytes, or fetch a file: no publisher's table has any."""
    content = ods({"A": [["here"]]})
    entities = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/hostname">]><office:document-content'
    changed = _rewritten(content, "content.xml", "<office:document-content", entities)

    assert "cannot be read" in refused(tmp_path, _rewritten(changed, "content.xml", "here", "here &a;&b;"))


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "an empty file"),
        (b"   \n ", "nothing but space"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "an Excel file of before 2007"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0d", "found no text"),
        (b'Force,Heroin\n"Dorset,232\n', "broken CSV"),
        (b"Force" + b"," * 20_000, "more cells than any table has"),
        (archive({"readme.txt": "hello"}), "an archive that holds no spreadsheet"),
        (archive({"content.xml": "<broken"}), "broken markup"),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(tmp_path: Path, content: bytes, found: str) -> None:
    """Each says what the file is instead."""
    sentence = refused(tmp_path, content)

    assert found in sentence
    assert sentence.startswith("file.ods: found ")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """As is a folder."""
    for path in (tmp_path / "none.ods", tmp_path):
        with pytest.raises(SourceError, match="expected"):
            open_workbook(path)


@pytest.mark.parametrize(
    ("write", "part", "remark"),
    [
        (ods, "Basic/Standard/script-lb.xml", "holds macros; none was run"),
        (xlsx, "xl/vbaProject.bin", "holds macros; none was run"),
        (xlsx, "xl/externalLinks/externalLink1.xml", "takes figures from other files"),
    ],
)
def test_macros_and_links_are_remarked_on(tmp_path: Path, write: Callable[..., bytes], part: str, remark: str) -> None:
    """Nothing is run and nothing is followed, and a person hears that they are there."""
    path = tmp_path / "file"
    path.write_bytes(_with(write({"A": [["label", 1]]}), part, "<x/>"))

    assert [remark] == [found[: len(remark)] for found in open_workbook(path).remarks]


@settings(max_examples=60, deadline=None)
@given(content=st.binary(max_size=400), start=st.sampled_from([b"", b"PK\x03\x04", b"Force,Heroin\n", b"\xff\xfe"]))
def test_no_file_whatever_ends_in_a_traceback(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, start: bytes
) -> None:
    """It is read, or refused in a sentence."""
    path = tmp_path_factory.mktemp("files") / "file.ods"
    path.write_bytes(start + content)

    with suppress(SourceError):
        assert len(open_workbook(path).grids) == 1


def _rewritten(content: bytes, part: str, old: str, new: str) -> bytes:
    """The archive with one text in one part replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            text = before.read(name)
            if name == part:
                assert old.encode() in text
                text = text.replace(old.encode(), new.encode())
            after.writestr(name, text)
    return out.getvalue()


def _with(content: bytes, part: str, text: str) -> bytes:
    out = io.BytesIO(content)
    with zipfile.ZipFile(out, "a") as package:
        package.writestr(part, text)
    return out.getvalue()


def _trimmed(line: list[object]) -> list[str]:
    """The cells of a line as a person reads them, blank ones at its end left off."""
    return _read(["" if cell is None else cell for cell in line])  # type: ignore[misc]  # all are of its types


def _read(line: list[Value]) -> list[str]:
    texts = [text_of(cell) for cell in line]
    while texts and not texts[-1]:
        texts.pop()
    return texts
