"""A book as it is read: what could be read stands apart from why the rest could not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sourcebook.data.unchecked import read_unchecked
from sourcebook.problems import BookError

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import TinyBook


def test_a_sound_book_is_read_whole(book: Path) -> None:
    read = read_unchecked(book)
    assert read.seeds.keys() == read.tables["sources"].by_key.keys()
    assert read.evidence.keys() == read.tables["evidence"].by_key.keys()
    assert not read.unlocated
    assert not [*read.in_tables, *read.in_seeds, *read.in_quotations, *read.in_context]


def test_a_quotation_that_stands_nowhere_leaves_the_others(tiny: TinyBook) -> None:
    found = next(iter(read_unchecked(tiny.root).evidence))
    cited = {"source": "pilots-gazette", "quotation": "no such words"}
    tiny.add_row("data/evidence.csv", id="nowhere", **cited)
    read = read_unchecked(tiny.root)
    assert read.unlocated == {"nowhere"}
    assert found in read.evidence
    assert [one.line for one in read.in_quotations] == [tiny.line("data/evidence.csv", "nowhere")]


def test_an_altered_seed_is_left_out_and_the_others_are_read(tiny: TinyBook) -> None:
    file = tiny.root / read_unchecked(tiny.root).tables["sources"].by_key["pilots-gazette"].text(
        "file"
    )
    file.write_bytes(file.read_bytes() + b"!")
    read = read_unchecked(tiny.root)
    assert read.tables["sources"].by_key.keys() - read.seeds.keys() == {"pilots-gazette"}
    assert len(read.in_seeds) == 1


def test_where_there_is_no_book_nothing_is_read(tmp_path: Path) -> None:
    with pytest.raises(BookError, match="book"):
        read_unchecked(tmp_path)


@pytest.mark.parametrize(("column", "cell"), [("paragraphs", "wrapped"), ("first_page", "iv")])
def test_a_form_of_text_that_there_is_not_is_told(tiny: TinyBook, column: str, cell: str) -> None:
    tiny.add_column("sources", column, cell)
    read = read_unchecked(tiny.root)
    (problem,) = read.in_seeds
    assert cell in problem.found
    assert "lines or blank" in problem.expected
    assert problem.line == 2


def test_a_text_is_read_in_the_form_that_the_register_names(tiny: TinyBook) -> None:
    tiny.add_column("sources", "paragraphs", "blank")
    source, seed = next(iter(read_unchecked(tiny.root).seeds.items()))
    tiny.rewrite_seed(seed.file, seed.written.replace(" lamps", "\nlamps"))
    again = read_unchecked(tiny.root).seeds[source]
    assert len(again.written.splitlines()) > len(seed.written.splitlines())
    assert len(again.paragraphs) == len(seed.paragraphs)
