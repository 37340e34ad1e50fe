"""What was found before is looked for again if, and only if, something that it rests on changed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from sourcebook.checks import opening, pages
from sourcebook.checks.opening import memory_of, open_book, read_book
from sourcebook.checks.pages import Pages, check_pages
from sourcebook.checks.remembered import FILE, Memory
from sourcebook.cli import main
from sourcebook.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import TinyBook

FALSE = "\nThere are 9 lamps.\n"
PROBLEM = Problem("docs/a.md", 3, "what", "found", "expected", "do", note=True, slip=True)


class Looked:
    """Counts how often the pages and the tables of a book are looked through."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count: list[str] = []
        for name in ("page_findings", "of_tables"):
            monkeypatch.setattr(pages, name, self.counting(name, getattr(pages, name)))

    def counting(self, name: str, find: Callable[..., object]) -> Callable[..., object]:
        def look(*given: object) -> object:
            self.count.append(name)
            return find(*given)

        return look

    def told(self, tiny: TinyBook) -> tuple[int, int, list[str]]:
        """Return how many pages were looked through, how many times all tables, and what is told.

        What is told is the same as without a memory.
        """
        self.count.clear()
        book = read_book(tiny.root)
        remembering = Pages(book, memory_of(book))
        found = check_pages(remembering)
        looked = (self.count.count("page_findings"), self.count.count("of_tables"))
        remembering.memory.keep()
        assert [*map(repr, found)] == [*map(repr, check_pages(Pages(book)))]
        return (*looked, [str(one) for one in found])


@pytest.fixture
def looked(tiny: TinyBook, monkeypatch: pytest.MonkeyPatch) -> Looked:
    (tiny.root / "_build").mkdir(exist_ok=True)
    counter = Looked(monkeypatch)
    assert counter.told(tiny)[0] > 2
    return counter


def test_nothing_is_looked_through_twice(looked: Looked, tiny: TinyBook) -> None:
    assert looked.told(tiny)[:2] == (0, 0)


def test_a_page_that_changed_is_looked_through_alone(looked: Looked, tiny: TinyBook) -> None:
    tiny.append("docs/second.md", FALSE)
    read, tables, told = looked.told(tiny)
    assert (read, tables) == (1, 0)
    assert any("“9” is a number" in one for one in told)
    assert looked.told(tiny) == (0, 0, told)
    tiny.edit("docs/second.md", FALSE, "")
    assert looked.told(tiny)[:2] == (1, 0)


def test_the_same_words_in_another_page_are_told_of_there(looked: Looked, tiny: TinyBook) -> None:
    tiny.append("docs/new.md", f"# New\n{FALSE}")
    looked.told(tiny)
    (tiny.root / "docs/new.md").rename(tiny.root / "docs/newer.md")
    read, _, told = looked.told(tiny)
    assert read == 1
    assert told
    assert all(one.startswith("docs/newer.md:") for one in told if "“9”" in one)


@pytest.mark.parametrize("file", ["data/evidence.csv", "data/traffic.csv", "sourcebook.toml"])
def test_all_is_looked_through_where_the_book_changed(
    file: str, looked: Looked, tiny: TinyBook
) -> None:
    all_pages = len(Pages(read_book(tiny.root)).texts)
    tiny.append(file, "\n")
    assert looked.told(tiny)[:2] == (all_pages, 1)


def test_a_glossary_and_a_bibliography_are_looked_at_by_all_pages(
    looked: Looked, tiny: TinyBook
) -> None:
    tiny.append("docs/second.md", "\nThe Zyxwater is deep.\n")
    assert any("Zyxwater" in one for one in looked.told(tiny)[2])
    tiny.append("docs/index.md", "\n```{glossary}\nZyxwater\n  A sea.\n```\n")
    read, tables, told = looked.told(tiny)
    assert (read, tables) == (len(Pages(read_book(tiny.root)).texts), 0)
    assert not any("Zyxwater" in one for one in told)


def test_all_is_looked_through_by_another_engine(
    looked: Looked, tiny: TinyBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "digest_of_engine", lambda: "another")
    assert looked.told(tiny)[1] == 1


@pytest.mark.parametrize("bad", ["", "{", "[]", '{"basis": 1}', "basis"])
def test_a_memory_that_cannot_be_read_remembers_nothing(
    bad: str, looked: Looked, tiny: TinyBook
) -> None:
    kept = json.loads((tiny.root / FILE).read_text("utf-8"))
    broken = json.dumps({**kept, "found": {key: [[1, 2]] for key in kept["found"]}})
    (tiny.root / FILE).write_text(broken if bad == "basis" else bad, "utf-8")
    assert looked.told(tiny)[1] == 1


def test_what_is_remembered_is_all_of_a_problem(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "kept.json", "one")
    assert memory.recall(lambda: [("prose", PROBLEM)], "a page") == [("prose", PROBLEM)]
    memory.keep()
    again = Memory(tmp_path / "kept.json", "one").recall(list, "a page")
    assert repr(again) == repr([("prose", PROBLEM)])
    assert Memory(tmp_path / "kept.json", "two").recall(list, "a page") == []
    assert Memory().recall(list, "a page") == []


def test_what_is_no_longer_asked_is_forgotten(tmp_path: Path) -> None:
    for asked in (("a", "b"), ("b", "c"), ("b",)):
        memory = Memory(tmp_path / "kept.json", "one")
        for one in asked:
            memory.recall(list, one)
        memory.keep()
    assert len(json.loads((tmp_path / "kept.json").read_text("utf-8"))["found"]) == 1


def test_a_book_whose_files_are_not_known_is_not_remembered(tiny: TinyBook) -> None:
    book = open_book(tiny.root)
    tiny.append("sourcebook.toml", "\n")
    read_book(tiny.root)
    assert memory_of(book).file is None


def test_a_check_writes_nothing_beside_a_book_that_was_never_built(tiny: TinyBook) -> None:
    assert main(["--book", str(tiny.root), "check"]) == 0
    assert not (tiny.root / "_build").exists()
    (tiny.root / "_build").mkdir()
    assert main(["--book", str(tiny.root), "check"]) == 0
    assert (tiny.root / FILE).is_file()
