"""A block: where its marks stand, and several blocks joined into one."""

from __future__ import annotations

from sourcebook.pages.block import Block, Mark, joined
from sourcebook.text.sentences import CELL_END

TOWER, SHIP = Mark(9, "ev", "tower"), Mark(4, "count", "ships")


def test_a_mark_that_cites_stands_behind_the_last_letter_before_it() -> None:
    block = Block("A tower. \nMany ships.", (TOWER, SHIP), 7)
    assert block.citing == [TOWER]
    assert [block.text[foot] for foot in block.feet] == ["."]
    assert block.line_at(block.text.index("Many")) == 8


def test_cells_of_a_row_are_one_block_and_keep_their_marks_and_lines() -> None:
    row = joined([Block("A tower. ", (TOWER,), 3), Block("Two ships", (SHIP,), 5)])
    assert row.line == 3
    assert [part.strip() for part in row.text.split(CELL_END)] == ["A tower.", "Two ships", ""]
    assert row.line_at(row.text.index("Two")) == 5
    marked = [(one.content, row.text[: one.at].rstrip()[-3:]) for one in row.marks]
    assert marked == [("tower", "er."), ("ships", "Two")]
