"""What was found before is looked for again if, and only if, something that it rests on changed."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sourcebook.checks import alike, opening, pages, prose, rows
from sourcebook.checks.opening import memory_of, open_book, read_book
from sourcebook.checks.pages import Pages, check_pages
from sourcebook.cli import main
from sourcebook.data.remembered import FILE, Memory
from sourcebook.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conftest import TinyBook

    from sourcebook.checks.claims import Claims
    from sourcebook.checks.findings import Finding
    from sourcebook.checks.prose import Gate
    from sourcebook.data.remembered import Told
    from sourcebook.data.tables import Row, Table

FALSE = "\nThere are 9 lamps.\n"
PROBLEM = Problem("docs/a.md", 3, "what", "found", "expected", "do", note=True, slip=True)


class Looked:
    """Notes which pages and which rows of tables of a book are looked through."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.texts: list[str] = []
        self.rows: list[str] = []

        def page_findings(gate: Gate, text: str) -> list[tuple[int, Finding]]:
            self.texts.append(text)
            return prose.page_findings(gate, text)

        def of_rows(claims: Claims, table: Table, some: Sequence[Row]) -> list[list[Finding]]:
            self.rows += [f"{table.name}/{row.text(table.key)}" for row in some]
            return rows.of_rows(claims, table, some)

        monkeypatch.setattr(pages, "page_findings", page_findings)
        monkeypatch.setattr(pages, "of_rows", of_rows)

    def told(self, tiny: TinyBook) -> tuple[list[str], list[str], list[str]]:
        """Return which pages and which rows were looked through, and what is told.

        What is told is the same as without a memory.
        """
        self.texts.clear()
        self.rows.clear()
        opening._read.clear()
        book = read_book(tiny.root)
        remembering = Pages(book, memory_of(book))
        found = check_pages(remembering)
        files = [one for one, text in remembering.texts.items() if text in self.texts]
        looked = (files, self.rows[:])
        remembering.memory.keep()
        assert [*map(repr, found)] == [*map(repr, check_pages(Pages(book)))]
        return (*looked, [str(one) for one in found])


@pytest.fixture
def looked(tiny: TinyBook, monkeypatch: pytest.MonkeyPatch) -> Looked:
    (tiny.root / "_build").mkdir(exist_ok=True)
    counter = Looked(monkeypatch)
    every, some, _ = counter.told(tiny)
    assert len(every) > 2
    assert len(some) > 10
    return counter


def is_all(told: tuple[list[str], list[str], list[str]], tiny: TinyBook) -> bool:
    """Tell whether every page and every row that has words of the book was looked through."""
    every = Pages(read_book(tiny.root))
    claims, tables = every.gate.claims, every.book.tables.values()
    count = sum(len(table.rows) for table in tables if rows.told_in(claims, table))
    return len(told[0]) == len(every.texts) and len(told[1]) == count


def test_nothing_is_looked_through_twice(looked: Looked, tiny: TinyBook) -> None:
    assert looked.told(tiny)[:2] == ([], [])


def test_a_page_that_changed_is_looked_through_alone(looked: Looked, tiny: TinyBook) -> None:
    tiny.append("docs/second.md", FALSE)
    read, some, told = looked.told(tiny)
    assert (read, some) == (["docs/second.md"], [])
    assert any("“9” is a number" in one for one in told)
    assert looked.told(tiny) == ([], [], told)
    tiny.edit("docs/second.md", FALSE, "")
    assert looked.told(tiny)[:2] == (["docs/second.md"], [])


def test_the_same_words_in_another_page_are_told_of_there(looked: Looked, tiny: TinyBook) -> None:
    tiny.append("docs/new.md", f"# New\n{FALSE}")
    looked.told(tiny)
    (tiny.root / "docs/new.md").rename(tiny.root / "docs/newer.md")
    read, _, told = looked.told(tiny)
    assert read == ["docs/newer.md"]
    assert told
    assert all(one.startswith("docs/newer.md:") for one in told if "“9”" in one)


@pytest.mark.parametrize(
    "file",
    [
        "data/evidence.csv",
        "data/sources.csv",
        "data/people.csv",
        "data/context/reports.csv",
        "data/references.bib",
        "data/datapackage.json",
        "sourcebook.toml",
    ],
)
def test_all_is_looked_through_where_what_all_are_held_against_changed(
    file: str, looked: Looked, tiny: TinyBook
) -> None:
    path = tiny.root / file
    text = path.read_text("utf-8") if path.exists() else ""
    path.write_text(
        text.replace("id", '"id"', 1) if path.suffix == ".csv" else f"{text}\n", "utf-8"
    )
    assert is_all(looked.told(tiny), tiny)
    assert not read_book(tiny.root).problems


def test_all_is_looked_through_in_a_book_whose_seed_changed(looked: Looked, tiny: TinyBook) -> None:
    tiny.append("seeds/harbour_times.txt", "\nThe end.\n")
    assert is_all(looked.told(tiny), tiny)


def test_all_is_looked_through_in_a_book_that_is_not_sound(looked: Looked, tiny: TinyBook) -> None:
    tiny.edit("data/traffic.csv", "light,5,", "light,6,")
    assert is_all(looked.told(tiny), tiny)
    tiny.edit("data/traffic.csv", "light,6,", "light,7,")
    assert is_all(looked.told(tiny), tiny)


def test_a_glossary_is_looked_at_by_all(looked: Looked, tiny: TinyBook) -> None:
    tiny.append("docs/second.md", "\nThe Zyxwater is deep.\n")
    assert any("Zyxwater" in one for one in looked.told(tiny)[2])
    tiny.append("docs/index.md", "\n```{glossary}\nZyxwater\n  A sea.\n```\n")
    told = looked.told(tiny)
    assert is_all(told, tiny)
    assert not any("Zyxwater" in one for one in told[2])


def test_all_is_looked_through_by_another_engine(
    looked: Looked, tiny: TinyBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alike, "digest_of_engine", lambda: "another")
    assert is_all(looked.told(tiny), tiny)


MODELS = "The lamps are an AB-1 and an MK-3."
TAKING = """# Taking

```{about} light skerry
```

{light}`skerry` is lit {ev}`times-order`.

The MK-3 is old.

It has stood since 1874 {value}`traffic/few-ships.quantity`.

There are {count}`traffic/late-ships.quantity`.
"""


@pytest.fixture
def taking(looked: Looked, tiny: TinyBook) -> Looked:
    """Have a page and rows that take single cells of others, all of them checked once."""
    tiny.append("docs/taking.md", TAKING)
    seed = "seeds/harbour_times.txt"
    tiny.rewrite_seed(seed, f"{(tiny.root / seed).read_text('utf-8')}\n{MODELS}\n")
    said = {"id": "times-models", "source": "harbour-times", "quotation": MODELS, "mode": "report"}
    tiny.add_row("data/evidence.csv", **said)
    tiny.edit("data/lights.csv", "times-tower", "times-tower times-models")
    tiny.edit("data/traffic.csv", "gazette-ships", "gazette-ships times-models")
    for name in ("few", "late", "small", *(f"more-{one}" for one in "abcdefghi")):
        ship = {"id": f"{name}-ships", "quantity": "5", "bound": "<", "unit": "%"}
        tiny.add_row("data/traffic.csv", **ship, evidence="gazette-ships")
    tiny.add_column("traffic", "model", "MK-3")
    tiny.add_column("traffic", "remark", "Few ships and an AB-1.")
    tiny.add_column("lights", "model", "An AB-1 light.")
    add_strengths(tiny)
    path = tiny.root / "data/traffic.csv"
    head, first, *others = path.read_text("utf-8").splitlines()
    filled = [f"{one}{'few' if 'small' in one else 'Few'} ships." for one in others]
    path.write_text("\n".join([head, first, *filled]) + "\n", "utf-8")
    looked.told(tiny)
    assert not read_book(tiny.root).problems
    return looked


def add_strengths(tiny: TinyBook) -> None:
    """Give the book a table of words that say equally much."""
    path = tiny.root / "data/datapackage.json"
    package = json.loads(path.read_text("utf-8"))
    fields = [
        {"name": name, "type": "string", "description": f"The {name}."}
        for name in ("id", "words", "above")
    ]
    schema = {"fields": fields, "primaryKey": ["id"]}
    table = {"name": "strengths", "type": "table", "path": "strengths.csv", "schema": schema}
    package["resources"].append({**table, "description": "Words that say equally much."})
    path.write_text(json.dumps(package), "utf-8")
    tiny.append("data/strengths.csv", 'id,words,above\norder,"ordered,lit",\nlit,stood,order\n')


@pytest.mark.parametrize(
    ("file", "old", "new", "page", "rows_again", "other"),
    [
        (
            "traffic",
            "few-ships,5,<,%,,gazette-ships",
            "few-ships,5,<,%,,gazette-ships times-tower",
            True,
            ["traffic/few-ships"],
            "“1874” is a date that",
        ),
        (
            "traffic",
            "late-ships",
            "ships-late",
            True,
            ["traffic/ships-late"],
            "no row “late-ships”",
        ),
        (
            "lights",
            "An AB-1",
            "An MK-3",
            True,
            ["lights/skerry"],
            "“MK-3” is a designation",
        ),
        (
            "answers",
            "Two.,times-order",
            '"Two, says a keeper.",times-order',
            False,
            ["puzzles/how-many", "answers/how-many-times"],
            "",
        ),
        (
            "traffic",
            "more-c-ships,5,<,%,,gazette-ships,,Few",
            "more-c-ships,5,<,%,,gazette-ships,,few",
            False,
            ["traffic/small-ships", "traffic/more-c-ships"],
            "“few” begins the cell",
        ),
        ("orders", "2021-03,stated", "2021,stated", False, [], ""),
    ],
    ids=["value", "count", "subject", "reading", "beginning", "nothing"],
)
def test_what_takes_a_cell_is_looked_through_again_where_it_changed(
    file: str,
    old: str,
    new: str,
    page: bool,
    rows_again: list[str],
    other: str,
    taking: Looked,
    tiny: TinyBook,
) -> None:
    before = taking.told(tiny)[2]
    tiny.edit(f"data/{file}.csv", old, new)
    read, some, told = taking.told(tiny)
    assert (read, some) == (["docs/taking.md"] if page else [], rows_again)
    if other:
        assert any(other in one for one in before) != any(other in one for one in told)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("lights", "Skerry lighthouse", "Skerry light"),
        ("answers", "A larger sum", "A larger Zyx sum"),
        ("answers", "A larger sum", "A larger gazette sum"),  # known from ids, and not small
        ("traffic", ",MK-3,", ",An MK-3 light,"),
        ("strengths", '"ordered,lit",\nlit,stood,', 'ordered,\nlit,"lit,stood",'),
    ],
    ids=["name", "word", "small word", "designation", "strength"],
)
def test_all_is_looked_through_where_what_tables_give_to_all_changed(
    file: str, old: str, new: str, taking: Looked, tiny: TinyBook
) -> None:
    tiny.edit(f"data/{file}.csv", old, new)
    assert is_all(taking.told(tiny), tiny)
    assert not read_book(tiny.root).problems


def test_a_name_of_no_kind_is_looked_at_by_the_rows_that_refer_to_it(
    taking: Looked, tiny: TinyBook
) -> None:
    path = tiny.root / "data/datapackage.json"
    package = json.loads(path.read_text("utf-8"))
    for one in package["resources"]:
        if one["name"] == "lights":
            one["sourcebook"] = {"name": "name"}
    path.write_text(json.dumps(package), "utf-8")
    taking.told(tiny)
    tiny.edit("data/lights.csv", "Skerry lighthouse", "Skerry light")
    read, some, _ = taking.told(tiny)
    assert read == ["docs/taking.md"]
    assert some == ["lights/skerry", "puzzles/how-many", "puzzles/what-price"]


def changes() -> list[tuple[str, str]]:
    """Return each column of each table of the book of the tests, with the table's file."""
    root = Path(__file__).parents[1] / "book/data"
    files = sorted(one.relative_to(root).as_posix() for one in root.rglob("*.csv"))
    heads = ((one, next(csv.reader((root / one).open(encoding="utf-8")))) for one in files)
    return [(file, column) for file, head in heads for column in head]


@pytest.mark.walks(6)
@pytest.mark.parametrize(("file", "column"), changes())
def test_no_change_of_a_column_leaves_anything_stale(
    file: str, column: str, taking: Looked, tiny: TinyBook
) -> None:
    path = tiny.root / "data" / file
    with path.open(encoding="utf-8", newline="") as opened:
        head, *others = csv.reader(opened)
    at = head.index(column)
    filled = [row for row in others if row[at]]
    for row in filled[:1]:
        row[at], filled[-1][at] = filled[-1][at], row[at]  # all words stay
        write(path, head, others)
        taking.told(tiny)
    for row in others[:1]:
        row[at] = f"{row[at]} Other".strip()
        write(path, head, others)
        taking.told(tiny)


def write(path: Path, head: list[str], others: list[list[str]]) -> None:
    """Write a table."""
    with path.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened, lineterminator="\n").writerows([head, *others])


@pytest.mark.parametrize("bad", ["", "{", "[]", '{"found": 1}', "found"])
def test_a_memory_that_cannot_be_read_remembers_nothing(
    bad: str, looked: Looked, tiny: TinyBook
) -> None:
    kept = json.loads((tiny.root / FILE).read_text("utf-8"))
    broken = json.dumps({key: [[1, 2]] for key in kept})
    (tiny.root / FILE).write_text(broken if bad == "found" else bad, "utf-8")
    assert is_all(looked.told(tiny), tiny)


def test_what_is_remembered_is_all_of_a_problem(tmp_path: Path) -> None:
    def recall(memory: Memory, against: str) -> Told:
        return memory.recall(find, ["a page", "a row"], lambda _: against)

    def find(items: Sequence[str]) -> list[Told]:
        asked.extend(items)
        return [[("prose", PROBLEM)] if one == "a page" else [] for one in items]

    asked: list[str] = []
    for against, times in (("one", 2), ("one", 2), ("two", 4)):
        memory = Memory(tmp_path / "kept.json")
        assert repr(recall(memory, against)) == repr([("prose", PROBLEM)])
        assert len(asked) == times
        memory.keep()
    assert repr(recall(Memory(), "two")) == repr([("prose", PROBLEM)])
    assert len(asked) == 6


def test_what_is_no_longer_asked_is_forgotten(tmp_path: Path) -> None:
    for asked in (("a", "b"), ("b", "c"), ("b",)):
        memory = Memory(tmp_path / "kept.json")
        memory.recall(lambda items: [[] for _ in items], asked, lambda _: "")
        memory.keep()
    assert len(json.loads((tmp_path / "kept.json").read_text("utf-8"))) == 1


def test_a_book_whose_files_are_not_known_is_not_remembered(tiny: TinyBook) -> None:
    book = open_book(tiny.root)
    assert memory_of(book).file is not None
    assert memory_of(replace(book)).file is None


def test_a_check_writes_nothing_beside_a_book_that_was_never_built(tiny: TinyBook) -> None:
    assert main(["--book", str(tiny.root), "check"]) == 0
    assert not (tiny.root / "_build").exists()
    (tiny.root / "_build").mkdir()
    assert main(["--book", str(tiny.root), "check"]) == 0
    assert (tiny.root / FILE).is_file()
