"""Tables: typed DataFrames with the schema's columns, and lines that match the file's."""

from pathlib import Path

import pandas as pd

from sourcebook.checks.opening import open_book, read_book


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
