"""Tables: typed DataFrames with the schema's columns, and lines that match the file's."""

from pathlib import Path

import pandas as pd
import pytest

from sourcebook.checks.opening import open_book, read_book
from sourcebook.data.book import find_root
from sourcebook.problems import BookError


def test_a_table_is_a_dataframe_typed_by_its_schema(book: Path) -> None:
    orders = open_book(book).table("orders")
    assert orders["ordered"].dtype == pd.Int64Dtype()
    assert orders["ordered"].tolist() == [2, 3]
    assert orders["date"].tolist() == ["2021-03-03", "2021-03"]
    assert orders["replaced_by"].isna().tolist() == [False, True]


def test_rows_know_the_line_they_begin_on_over_cells_of_several_lines(book: Path) -> None:
    path = book / "data/evidence.csv"
    text = path.read_text("utf-8")
    row = 'broken,harbour-times,"The tower,\n47 metres high,",,,,report,\nlast,x,y,,,,report,\n'
    path.write_text(text + row, "utf-8")
    read = read_book(book)
    assert read.tables["evidence"].rows[-1].line == text.count("\n") + 3
    assert [one.line for one in read.problems] == [text.count("\n") + 3]
    assert read.evidence["broken"].quotation == "The tower, 47 metres high,"


def test_a_book_is_found_from_any_folder_inside_it(book: Path) -> None:
    deep = book / "notebooks" / "drafts"
    deep.mkdir()
    assert open_book(deep).root == book.resolve()


def test_a_notebook_that_runs_outside_of_the_book_finds_the_engine_s_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_root() == find_root(Path(__file__).parents[2])
    with pytest.raises(BookError, match="no book here"):
        find_root(tmp_path)


def test_evidence_comes_in_reading_order(book: Path) -> None:
    read = open_book(book)
    places = [(list(read.seeds).index(one.source), one.start) for one in read.evidence.values()]
    assert places == sorted(places)
