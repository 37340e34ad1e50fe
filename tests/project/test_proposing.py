"""What is proposed of a source: what its text states itself is quoted, the rest is inferred."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from sourcebook.checks.opening import read_book
from sourcebook.cli import main
from sourcebook.data.originals.extracted import Stated
from sourcebook.data.seeds import Seed
from sourcebook.project.proposing import evidence_of, register_row

if TYPE_CHECKING:
    from pathlib import Path

SEED = Seed(
    "storm", "seeds/storm.txt", "Storm!\nBy Ada Thorne\nThe Storm! of 2020 was bad. It rained.\n"
)


@pytest.mark.parametrize(
    ("stated", "quoted"),
    [
        (Stated("Storm!", "Ada Thorne"), {"title": "Storm!", "author": "By Ada Thorne"}),
        (Stated("Storm", "Jo Poe"), {"opening": "Storm!"}),
    ],
)
def test_what_the_text_states_is_quoted(stated: Stated, quoted: dict[str, str], book: Path) -> None:
    rows = evidence_of(SEED, stated, read_book(book).tables["evidence"])
    assert {name: one["quotation"] for name, one in rows.items()} == quoted
    assert all(
        one["prefix"] or one["suffix"] for one in rows.values() if len(one["quotation"]) < 12
    )


def test_what_only_the_properties_state_is_inferred() -> None:
    row = register_row({"id": "storm"}, "Storm", SEED, Stated("Storm", "", "2020-11-14"), {})
    assert row["title_basis"].startswith("inferred: ")
    assert "2020-11-14" in row["date_basis"]
    assert "author" not in row


@pytest.mark.parametrize(
    ("language", "byline", "stated", "basis"),
    [
        ("", "By Ada Thorne, 14 November 2020", "2020-11-14", "stated"),
        ("de", "Von Ada Thorne, 14. November 2020", "2020-11-14", "stated"),
        ("", "By Ada Thorne, 12 November 2020", "2020-11-14", "its first lines name another"),
        ("", "By Ada Thorne. The storm came on 12 May 2020.", "2020-11-14", "no title or byline"),
    ],
)
def test_a_date_that_the_first_lines_name_is_held_against_the_properties(
    language: str, byline: str, stated: str, basis: str, book: Path
) -> None:
    seed = Seed("storm", "seeds/storm.txt", f"Storm!\n{byline}\nIt rained.\n", language=language)
    said = Stated("Storm!", "Ada Thorne", stated)
    quoted = evidence_of(seed, said, read_book(book).tables["evidence"])
    row = register_row({"id": "storm"}, "Storm", seed, said, quoted)
    assert basis in row["date_basis"]
    assert row["date_evidence"] == (row["author_evidence"] if basis == "stated" else "")
    assert row["evidence"] == "storm-title storm-author"


def test_a_table_without_columns_for_what_stands_around_gets_none_that_needs_them(
    tmp_path: Path,
) -> None:
    main(["new", str(tmp_path / "new")])
    table = read_book(tmp_path / "new").tables["evidence"]
    bare = replace(table, fields=tuple(one for one in table.fields if "fix" not in one.name))
    rows = evidence_of(SEED, Stated("Storm!", ""), bare)
    told = {name: one["quotation"] for name, one in rows.items()}
    assert told == {"opening": "By Ada Thorne"}
