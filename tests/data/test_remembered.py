"""What was found in the cells of a row is looked for again only where what it rests on changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sourcebook.checks import cells
from sourcebook.checks.opening import memory_of, read_book, read_kept
from sourcebook.data.remembered import FILE, Memory
from sourcebook.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from conftest import TinyBook

    from sourcebook.data.book import Book
    from sourcebook.data.evidence import Evidence
    from sourcebook.data.tables import Row, Table

PROBLEM = Problem("data/a.csv", 3, "what", "found", "expected", "do")


class Looked:
    """Notes the rows of a book whose cells are looked at, each time that it is read."""

    def __init__(self, tiny: TinyBook, monkeypatch: pytest.MonkeyPatch) -> None:
        self.tiny = tiny
        self.rows: list[str] = []
        look = cells._check_row

        def check_row(
            table: Table, row: Row, evidence: Mapping[str, Evidence], known: Collection[str]
        ) -> Iterator[Problem]:
            self.rows.append(f"{table.name}/{row.text(table.key)}")
            return look(table, row, evidence, known)

        monkeypatch.setattr(cells, "_check_row", check_row)

    def again(self, read: Callable[..., Book] = read_book) -> list[str]:
        """Return the rows that are looked at; what is told is the same as without a memory."""
        self.rows.clear()
        book = read(self.tiny.root)
        memory_of(book).keep()
        rows = self.rows[:]
        kept = (self.tiny.root / FILE).read_bytes()
        (self.tiny.root / FILE).unlink()
        with pytest.MonkeyPatch.context() as another:
            another.setattr("sourcebook.checks.opening._read", [])
            assert [*map(str, read_book(self.tiny.root).problems)] == [*map(str, book.problems)]
        (self.tiny.root / FILE).write_bytes(kept)
        return rows


@pytest.fixture
def looked(tiny: TinyBook, monkeypatch: pytest.MonkeyPatch) -> Looked:
    (tiny.root / "_build").mkdir(exist_ok=True)
    monkeypatch.setattr("sourcebook.checks.opening._read", [])
    counter = Looked(tiny, monkeypatch)
    assert len(counter.again()) > 20
    return counter


def test_a_row_that_changed_is_looked_at_alone(looked: Looked, tiny: TinyBook) -> None:
    tiny.edit("data/orders.csv", "2021-03-03,stated,1200000", "2021-03-03,stated,1200001")
    assert looked.again() == ["orders/skerry-lamps-times"]
    assert "1200001" in str(read_book(tiny.root).problems)
    tiny.edit("data/orders.csv", "1200001", "1200000")
    assert looked.again() == ["orders/skerry-lamps-times"]
    assert not read_book(tiny.root).problems


def test_what_cites_evidence_that_changed_is_looked_at(looked: Looked, tiny: TinyBook) -> None:
    rows = {f"orders/skerry-lamps-{one}" for one in ("times", "gazette")}
    book = read_book(tiny.root)
    quotation = book.evidence["gazette-price"].quotation
    tiny.edit("data/evidence.csv", quotation, quotation.rpartition(" ")[0])
    found = looked.again()
    assert rows & {*found} == {"orders/skerry-lamps-gazette"}
    assert "evidence/gazette-price" in found


def test_what_cites_evidence_that_is_gone_is_told_of(looked: Looked, tiny: TinyBook) -> None:
    tiny.edit("data/evidence.csv", "gazette-price,", "gazette-sum,")
    assert "orders/skerry-lamps-gazette" in looked.again()
    told = str(read_book(tiny.root).problems)
    assert "“gazette-price”" in told


@pytest.mark.parametrize(
    ("file", "words"),
    [("sourcebook.toml", '[units]\nlast = "own"\n'), ("data/sources.csv", "\n")],
)
def test_every_row_is_looked_at_where_units_changed_and_none_for_an_empty_line(
    file: str, words: str, looked: Looked, tiny: TinyBook
) -> None:
    tiny.append(file, words)
    assert (len(looked.again()) > 20) == words.startswith("[units]")


def test_every_row_of_a_table_is_looked_at_where_a_column_changed(
    looked: Looked, tiny: TinyBook
) -> None:
    tiny.add_column("orders", "remark", "")
    assert {*looked.again()} == {f"orders/skerry-lamps-{one}" for one in ("times", "gazette")}


def test_a_book_that_is_opened_as_it_was_kept_keeps_what_was_found(
    looked: Looked, tiny: TinyBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_kept(tiny.root)
    monkeypatch.setattr("sourcebook.checks.opening._read", [])
    assert looked.again(read_kept) == []
    tiny.edit("data/orders.csv", "2021-03-03,stated,1200000", "2021-03-03,stated,1200001")
    assert looked.again() == ["orders/skerry-lamps-times"]


def test_a_memory_that_is_asked_all_keeps_nothing_else(tiny: TinyBook) -> None:
    (tiny.root / "_build").mkdir(exist_ok=True)
    file = tiny.root / FILE

    def recall(memory: Memory, *items: str) -> list[str]:
        looked: list[str] = []

        def find(some: Collection[str]) -> list[list[tuple[str, Problem]]]:
            looked.extend(some)
            return [[("book", PROBLEM)] for _ in some]

        found = memory.recall(find, items, str)  # type: ignore[arg-type]
        assert found == [("book", PROBLEM)] * len(items)
        memory.keep()
        return looked

    assert recall(Memory(file), "one", "two") == ["one", "two"]
    assert recall(Memory(file, some=True), "two", "three") == ["three"]
    assert recall(Memory(file), "one", "three") == []
    assert recall(Memory(file), "one", "two") == ["two"]
