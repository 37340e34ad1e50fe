"""Adding sources by command: originals kept, texts beside them, register and list filled."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import docx
import pytest
from support.typeset import typeset

from sourcebook.checks.opening import read_book
from sourcebook.cli import main

PAGE = """<html lang="en"><head><meta name="author" content="Mara Lind">
<meta name="date" content="2020-11-14"></head><body><h1>Storm at the skerry</h1><p>By Mara Lind</p>
<p>The storm of 12 November 2020 undermined the breakwater.</p></body></html>"""
DIARY = """The diary of the keeper

On 4 January 2020 I lit the lantern for the first time, and the har-
bourmaster came to see it. He said that the lamps had cost the board more than it
had wished to spend.
"""
FERRY = "Die Fähre fuhr an 310 Tagen.\nGrößere Schäden gab es nicht.\n"
REPORT = """#set document(title: "Report", author: "Board & Sons",
  date: datetime(year: 2021, month: 3, day: 4))
#set page(width: 90mm, height: 50mm, numbering: "1", header: [Harbour Board])
= Report
The board ordered 14 lamps. #pagebreak() In the year 1,204 ships entered the harbour."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    main(["new", str(tmp_path / "new")])
    return tmp_path / "new"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Return one file of each kind."""
    written = {
        "Storm_at_the_skerry.html": PAGE.encode(),
        "keeper-diary.txt": DIARY.encode(),
        "Fährbuch.txt": "Die Fähre fuhr an 310 Tagen.\nGrößere Schäden gab es nicht.\n".encode(
            "cp1252"
        ),
        "Report 2021.pdf": typeset(REPORT.encode()),
        "notes.md": b"# Notes on the light\n\nThe **light** has a range of *nine*\nmiles.\n",
    }
    for name, raw in written.items():
        (tmp_path / name).write_bytes(raw)
    document = docx.Document()
    document.core_properties.author = ""
    document.add_paragraph("The board resolved to repair the breakwater.")
    document.save(str(tmp_path / "Minutes.docx"))
    return [tmp_path / name for name in (*written, "Minutes.docx")]


def run(root: Path, *arguments: str | Path) -> int:
    return main(["--book", str(root), "add", *map(str, arguments)])


def row(root: Path, key: str) -> dict[str, str]:
    return {name: cell for name, cell in read_book(root).sources[key].cells.items() if cell}


def test_a_book_with_one_file_of_each_kind_is_sound(root: Path, files: list[Path]) -> None:
    assert run(root, *files) == 0
    assert main(["--book", str(root), "check"]) == 0
    book = read_book(root)
    assert {*book.seeds} - {"valley-courier", "river-notes"} == {
        *("storm-at-the-skerry", "keeper-diary", "fahrbuch", "report", "notes", "minutes"),
    }
    shown = (root / "docs/sources.md").read_text("utf-8")
    assert all(f"```{{source}} {key}\n" in shown for key in book.seeds)


def test_an_original_is_kept_byte_for_byte(root: Path, files: list[Path]) -> None:
    run(root, *files)
    for file in files:
        kept = [*(root / "seeds").rglob("*")]
        assert any(one.is_file() and one.read_bytes() == file.read_bytes() for one in kept), file


def test_what_a_file_states_goes_into_register_and_list(
    root: Path, files: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    run(root, *files)
    told = row(root, "storm-at-the-skerry")
    assert (told["title"], told["title_basis"]) == ("Storm at the skerry", "stated")
    assert (told["author"], told["author_evidence"]) == ("Mara Lind", "storm-at-the-skerry-author")
    assert (told["date"], told["language"]) == ("2020-11-14", "en")
    assert "2020-11-14" in told["date_basis"]
    entries = (root / "data/references.bib").read_text("utf-8")
    assert "@misc{report,\n  author = {{Board \\& Sons}}" in entries
    assert "@misc{minutes,\n  author = {{No author stated}}" in entries
    assert "its properties do not state: " in capsys.readouterr().out


def test_a_page_of_a_pdf_is_its_locator(root: Path, files: list[Path]) -> None:
    run(root, *files)
    seed = read_book(root).seeds["report"]
    at = seed.text.index("1,204")
    assert seed.locator(at, at + 5) == "p. 2"
    assert "Harbour Board" not in seed.text


def test_a_wrapped_text_is_read_by_its_blank_lines(root: Path, files: list[Path]) -> None:
    run(root, *files)
    assert row(root, "keeper-diary")["paragraphs"] == "blank"
    seed = read_book(root).seeds["keeper-diary"]
    assert len(seed.paragraphs) == 2
    assert "original" not in row(root, "keeper-diary")


def test_another_encoding_is_recognised_and_told(
    root: Path, files: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    run(root, *files)
    assert "Größere Schäden" in (root / "seeds/fahrbuch.txt").read_text("utf-8")
    assert row(root, "fahrbuch")["extractor"] == "encoding cp1252"
    assert "look whether these words are right: Fähre Größere Schäden" in capsys.readouterr().out


def test_a_file_is_added_once(
    root: Path, files: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    run(root, *files)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    capsys.readouterr()
    assert run(root, *files) == 0
    assert capsys.readouterr().out.count("is there already") == len(files)
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_a_changed_original_is_told_and_changes_nothing(
    root: Path, files: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    run(root, files[0])
    files[0].write_text(PAGE.replace("undermined", "broke"), "utf-8")
    assert run(root, files[0]) == 1
    assert "this one before it changed" in capsys.readouterr().err
    assert "undermined" in (root / "seeds/storm-at-the-skerry.txt").read_text("utf-8")
    assert run(root, files[0], "--id", "storm-later") == 0
    assert main(["--book", str(root), "check"]) == 0


def test_a_text_in_its_place_stays_there(root: Path) -> None:
    (root / "seeds/My text.txt").write_text("A title\nThe lamp was lit at dusk.\n", "utf-8")
    assert run(root, root / "seeds/My text.txt") == 0
    assert row(root, "my-text")["file"] == "seeds/My text.txt"
    assert main(["--book", str(root), "check"]) == 0


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("a.rtf", b"x", "there is no reader for such a file"),
        ("a.txt", b" \n", "the file is empty"),
        ("lost.txt", None, "the file cannot be read"),
        ("a.pdf", b"%PDF-1.7", "the PDF cannot be opened"),
        ("a.docx", b"PK", "the DOCX cannot be read"),
        ("a.txt", b"\0\1\xff" * 9, "no text in an encoding"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_and_the_others_are_added(
    root: Path,
    tmp_path: Path,
    name: str,
    raw: bytes | None,
    said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if raw is not None:
        (tmp_path / name).write_bytes(raw)
    (tmp_path / "good.txt").write_text("The lamp was lit at dusk.\n", "utf-8")
    assert run(root, tmp_path / name, tmp_path / "good.txt") == 1
    assert said in capsys.readouterr().err
    assert main(["--book", str(root), "check"]) == 0
    assert "good" in read_book(root).seeds


@pytest.mark.parametrize(("arguments", "code"), [(["--id", "Two Words"], 1), (["--id", "a-b"], 0)])
def test_an_id_can_be_named(root: Path, files: list[Path], arguments: list[str], code: int) -> None:
    assert run(root, files[0], *arguments) == code
    assert run(root, *files, *arguments) == 2


def test_a_file_in_the_way_is_left_alone(
    root: Path, files: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "seeds/storm-at-the-skerry.txt").write_text("mine", "utf-8")
    assert run(root, files[0]) == 1
    assert "a file is there that no source is registered for" in capsys.readouterr().err
    assert not (root / "seeds/originals").exists()


def test_a_register_without_the_columns_is_told_which(
    root: Path, files: list[Path], capsys: pytest.CaptureFixture[str], book: Path
) -> None:
    assert run(book, files[0]) == 1
    said = capsys.readouterr().err
    assert "no original, original_sha256, extractor" in said
    assert '"name": "original", "type": "string"' in said
    assert not (book / "seeds/originals").exists()


def test_a_library_that_is_not_installed_is_named(
    root: Path,
    files: list[Path],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setitem(sys.modules, "selectolax.lexbor", None)
    assert run(root, files[0]) == 1
    assert "pip install 'sourcebook[sources]'" in capsys.readouterr().err


def test_line_ends_of_a_table_are_kept(root: Path, files: list[Path]) -> None:
    path = root / "data/evidence.csv"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n").removesuffix(b"\r\n"))
    run(root, files[0])
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n")
    assert [*csv.DictReader(path.read_text("utf-8").splitlines())][-1]["id"].startswith("storm")
