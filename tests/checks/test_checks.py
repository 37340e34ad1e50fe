"""Every kind of bad input: one message that names file, line, what was found and expected."""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from sourcebook.cli import main

Edit = Callable[[Path], object]


def replace(file: str, old: str, new: str) -> Edit:
    """Return an edit that replaces words which stand in a file of the book."""

    def edit(root: Path) -> None:
        path = root / file
        text = path.read_text("utf-8")
        assert old in text, f"{old!r} is not in {file}"
        path.write_text(text.replace(old, new, 1), "utf-8")

    return edit


def prepend(file: str, raw: bytes) -> Edit:
    """Return an edit that puts bytes at the start of a file."""

    def edit(root: Path) -> None:
        path = root / file
        path.write_bytes(raw + path.read_bytes())

    return edit


def append(file: str, text: str) -> Edit:
    """Return an edit that adds a line to a file."""

    def edit(root: Path) -> None:
        path = root / file
        path.write_text(path.read_text("utf-8") + text + "\n", "utf-8")

    return edit


def without_column(file: str, column: str) -> Edit:
    """Return an edit that takes a column out of a table."""

    def edit(root: Path) -> None:
        path = root / file
        with path.open(encoding="utf-8", newline="") as handle:
            rows = list(csv.DictReader(handle))
        with path.open("w", encoding="utf-8", newline="") as handle:
            names = [name for name in rows[0] if name != column]
            writer = csv.DictWriter(handle, names, extrasaction="ignore", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)

    return edit


def rewritten(file: str, old: bytes, new: bytes) -> Edit:
    """Return an edit that changes a seed and registers the changed seed."""

    def edit(root: Path) -> None:
        path = root / file
        before = path.read_bytes()
        assert old in before, f"{old!r} is not in {file}"
        after = before.replace(old, new, 1)
        path.write_bytes(after)
        was, now = (hashlib.sha256(raw).hexdigest() for raw in (before, after))
        replace("data/sources.csv", was, now)(root)

    return edit


CASES: dict[str, tuple[Edit, str, str, str]] = {
    # name: (edit, file:line, what stands in the message, what was found or expected)
    "a seed altered by one byte": (
        replace("seeds/harbour_times.txt", "47 metres", "48 metres"),
        "seeds/harbour_times.txt",
        "not the one that was registered",
        "SHA-256",
    ),
    "a seed that is not UTF-8": (
        rewritten("seeds/harbour_times.txt", b"light", b"l\xffght"),
        "seeds/harbour_times.txt:1",
        "not UTF-8",
        "byte 0xff",
    ),
    "a seed that nobody registered": (
        lambda root: (root / "seeds/letters.txt").write_text("A letter."),
        "seeds/letters.txt",
        "not in the register",
        "letters.txt",
    ),
    "a quotation off by one letter": (
        replace("data/evidence.csv", "harbour board ordered", "harbour hoard ordered"),
        "data/evidence.csv:4",
        "nearest is ¶3",
        "[-board-] {+hoard+}",
    ),
    "a quotation off by one digit": (
        replace("data/evidence.csv", "on 3 March 2021", "on 3 March 2022"),
        "data/evidence.csv:4",
        "nearest is ¶3",
        "[-2021-] {+2022+}",
    ),
    "a quotation with a prefix that does not stand before it": (
        append("data/evidence.csv", "amiss,harbour-times,Harbour Times,x,,,report,"),
        "data/evidence.csv:14",
        "not between its prefix",
        "prefix “x”",
    ),
    "a quotation found twice": (
        rewritten(
            "seeds/harbour_times.txt",
            b"later.",
            b"later. The lamps must be replaced ten years later.",
        ),
        "data/evidence.csv:9",
        "stands in 2 places",
        "¶6 (seeds/harbour_times.txt:10), ¶6 (seeds/harbour_times.txt:10)",
    ),
    "an empty quotation": (
        append("data/evidence.csv", "empty,harbour-times,,,,,report,"),
        "data/evidence.csv:14",
        "the quotation is empty",
        "the exact words of the source",
    ),
    "a quotation too short": (
        append("data/evidence.csv", "short,harbour-times,47 metres,,,,report,"),
        "data/evidence.csv:14",
        "too short",
        "12 characters",
    ),
    "a number its quotation does not state": (
        replace("data/orders.csv", "harbour-board,2,", "harbour-board,4,"),
        "data/orders.csv:2",
        "column “ordered”: “4” is not carried",
        "ordered 2 lamps",
    ),
    "money with two digits exchanged": (
        replace("data/orders.csv", ",1200000,", ",2100000,"),
        "data/orders.csv:2",
        "column “price”",
        "2100000 GBP is not stated",
    ),
    "a bound taken for a value": (
        replace("data/traffic.csv", ",<,", ",=,"),
        "data/traffic.csv:2",
        "column “quantity”",
        "fewer than 5%",
    ),
    "a date its quotation does not state": (
        replace("data/orders.csv", "2021-03-03", "2021-03-04"),
        "data/orders.csv:2",
        "column “date”",
        "the date 2021-03-04 is not stated",
    ),
    "a date finer than its quotation": (
        replace("data/orders.csv", "2021-03,stated", "2021-03-03,stated"),
        "data/orders.csv:3",
        "column “date”",
        "the date 2021-03-03 is not stated",
    ),
    "an impossible date": (
        replace("data/orders.csv", "2021-03-03", "2021-02-30"),
        "data/orders.csv:2",
        "column “date”",
        "2021-02-30",
    ),
    "a derived value that its rule does not give": (
        replace("data/orders.csv", ",2031,", ",2032,"),
        "data/orders.csv:2",
        "column “replaced_by”",
        "gives 2031",
    ),
    "a rule with an operand that is not stated": (
        replace("data/orders.csv", "2021 + 10 years", "2021 + 12 years"),
        "data/orders.csv:2",
        "column “replaced_by”",
        "+12 year",
    ),
    "a basis that says nothing": (
        replace("data/orders.csv", "derived: 2021 + 10 years", "guessed"),
        "data/orders.csv:2",
        "column “replaced_by_basis”",
        "“guessed” is not a basis",
    ),
    "a number in a remark that nothing carries": (
        replace("data/evidence.csv", "is not spoken of again.", "came in 2022."),
        "data/evidence.csv:7",
        "column “note”",
        "2022",
    ),
    "words that the quotation does not hold": (
        replace("data/lights.csv", "Skerry lighthouse", "Skerry lightship"),
        "data/lights.csv:2",
        "column “name”",
        "Skerry lightship",
    ),
    "digits in an id that the evidence does not hold": (
        replace("data/traffic.csv", "ships-by-the-light", "ships-of-1999"),
        "data/traffic.csv:2",
        "the digits of id “ships-of-1999”",
        "1999",
    ),
    "an unknown evidence id in a table": (
        replace("data/lights.csv", "times-tower", "times-towel"),
        "data/lights.csv:2",
        "cites evidence that does not exist",
        "“times-towel”",
    ),
    "evidence of another source than the row’s": (
        replace("data/orders.csv", "times-order times-replaced", "times-replaced gazette-price"),
        "data/orders.csv:2",
        "column “source”: the row cites evidence of another source",
        "“gazette-price” of “pilots-gazette”",
    ),
    "another source than that of the row’s evidence": (
        replace("data/answers.csv", "how-many,pilots-gazette,", "how-many,harbour-times,"),
        "data/answers.csv:3",
        "column “source”: the row cites evidence of another source",
        "“gazette-three-lamps” of “pilots-gazette”",
    ),
    "words that a cell quotes and its evidence does not hold": (
        replace("data/answers.csv", "Two.", "“New lamps” and two."),
        "data/answers.csv:2",
        "is not carried by its evidence",
        "“New lamps” not stated",
    ),
    "an unknown evidence id on a page": (
        replace("docs/index.md", "{ev}`times-order`", "{ev}`times-border`"),
        "docs/index.md:3",
        "names evidence that does not exist",
        "did you mean “times-order”",
    ),
    "an unknown evidence id in a notebook": (
        replace("notebooks/orders.md", "{ev}`times-order`", "{ev}`nobody`"),
        "notebooks/orders.md:11",
        "names evidence that does not exist",
        "“nobody”",
    ),
    "an unknown source": (
        append("data/evidence.csv", "lost,lost-times,some words of it,,,,report,"),
        "data/evidence.csv:14",
        "foreign-key",
        "lost-times",
    ),
    "an unknown actor": (
        replace("data/evidence.csv", "ines-calder,quotation", "ines-caller,quotation"),
        "data/evidence.csv:5",
        "foreign-key",
        "ines-caller",
    ),
    "an unknown row of another table": (
        replace("data/orders.csv", "skerry-lamps-times,skerry,", "skerry-lamps-times,merry,"),
        "data/orders.csv:2",
        "foreign-key",
        "merry",
    ),
    "a duplicate id": (
        append("data/people.csv", "ines-calder,Another,person,,,"),
        "data/people.csv:4",
        "primary-key",
        "the same as in the row",
    ),
    "a row with a cell too many": (
        append("data/people.csv", "a-keeper,A keeper,person,,,,,"),
        "data/people.csv:4",
        "extra-cell",
        "as many cells as the header",
    ),
    "a row with a cell too few": (
        append("data/people.csv", "a-keeper,A keeper,person"),
        "data/people.csv:4",
        "missing-cell",
        "as many cells as the header",
    ),
    "a missing column": (
        without_column("data/lights.csv", "class"),
        "data/lights.csv:1",
        "the columns are not those of the schema",
        "“class” is missing",
    ),
    "a column that the schema does not know": (
        replace("data/lights.csv", "class,", "klass,"),
        "data/lights.csv:1",
        "the columns are not those of the schema",
        "“klass” is not in the schema",
    ),
    "a value that the schema does not list": (
        replace("data/evidence.csv", "ines-calder,quotation,", "ines-calder,shouted,"),
        "data/evidence.csv:5",
        "constraint",
        "shouted",
    ),
    "a number that is none": (
        replace("data/orders.csv", "harbour-board,2,", "harbour-board,two,"),
        "data/orders.csv:2",
        "type-error",
        "integer",
    ),
    "a byte-order mark": (
        prepend("data/lights.csv", b"\xef\xbb\xbf"),
        "data/lights.csv:1",
        "cannot be read",
        "byte-order mark",
    ),
    "a table that is not UTF-8": (
        lambda root: (root / "data/lights.csv").write_bytes(b"id,name\nsk\xe9rry,\n"),
        "data/lights.csv",
        "cannot be read",
        "byte 0xe9",
    ),
    "a table that is not there": (
        lambda root: (root / "data/lights.csv").unlink(),
        "data/lights.csv",
        "cannot be read",
        "No such file",
    ),
    "no register of sources": (
        lambda root: (root / "data/sources.csv").unlink(),
        "data/sources.csv",
        "cannot be read",
        "No such file",
    ),
    "a package that is not JSON": (
        prepend("data/datapackage.json", b"{,"),
        "data/datapackage.json:1",
        "not a valid Data Package",
        "JSON",
    ),
    "a number column that nothing checks": (
        replace("data/datapackage.json", '"states": "quantity"', '"comment": "none"'),
        "data/datapackage.json",
        "holds values that nothing checks",
        "without “states”",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_bad_input_is_named_with_its_place(
    name: str, book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit, place, what, detail = CASES[name]
    edit(book)
    assert main(["--book", str(book), "check"]) == 1
    said = capsys.readouterr().err
    blocks = [block for block in re.split(r"\n(?=\S)", said) if block.startswith(f"{place}: ")]
    assert any(what in block and detail in block for block in blocks), said
    assert "Traceback" not in said
    for block in blocks:
        assert re.search(r"\n    found:    \S", block), block
        assert re.search(r"\n    expected: \S", block), block
        assert re.search(r"\n    do:       \S", block), block


def test_every_problem_is_listed_at_once(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = ["a number its quotation does not state", "a duplicate id", "an unknown actor"]
    for name in names:
        CASES[name][0](book)
    assert main(["--book", str(book), "check"]) == 1
    said = capsys.readouterr().err
    assert all(f"{CASES[name][1]}: " in said for name in names)
    assert said.rstrip().endswith("problems")


def test_one_altered_seed_is_one_problem(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    CASES["a seed altered by one byte"][0](book)
    assert main(["--book", str(book), "check"]) == 1
    assert capsys.readouterr().err.rstrip().endswith("\n1 problem")


def test_no_book_is_said_plainly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--book", str(tmp_path), "check"]) == 1
    said = capsys.readouterr().err
    assert "no book here" in said
    assert "Traceback" not in said
