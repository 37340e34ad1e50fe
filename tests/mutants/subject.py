"""Which places state something on the subject that a source could carry."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from sourcebook.data.basis import STATED
from sourcebook.data.context import TIER
from sourcebook.data.contract import EVIDENCE, SOURCES
from sourcebook.pages.block import Block
from sourcebook.pages.blocks import blocks
from sourcebook.pages.front_matter import read_page
from sourcebook.text.claims.english import ENGLISH
from sourcebook.text.claims.stance import silences
from sourcebook.text.sentences import CLAUSE, span_at

if TYPE_CHECKING:
    from mutants.changes import Change
    from mutants.stage import Stage
    from sourcebook.data.fields import Field
    from sourcebook.data.tables import Row, Table

HELD = ("name", "speaker", "negation", "verb strength")
ASSERTING = ("negation", "verb strength")
POINTING = ("doc", "ref")
WHETHER = re.compile(r"\bwhether\b[^,;:.?]*\Z", re.IGNORECASE)
MAY, MEAN = re.compile(r"\b(?:may|might)\Z"), re.compile(r" (?:mean|refer|credit)\b")
HEADING = re.compile(r"^#+ .*$", re.MULTILINE)


def in_page(kind: str, text: str, change: Change, stage: Stage) -> bool:
    """Tell whether a place of a page states something on the subject.

    What cites nothing and names nothing of the tables is on the book itself. What no source says,
    no source carries: the rest of such a clause, and what a section lists as not said. Pages of the
    second tier rest on no file of the book.
    """
    if kind not in HELD:
        return True
    if read_page(text).tier == TIER or (kind in ASSERTING and _leaves_open(text, change)):
        return False
    line = text.count("\n", 0, change.start) + 1
    written = text.splitlines()[line - 1]
    block, titled = _block(text, line), written.startswith("#")
    if titled and kind in ASSERTING and _asks(written):
        return False
    cites = any(one.citing for one in (_of_page(text) if titled else filter(None, [block])))
    if block is None or not (cites or block.beside or _names(block, stage)):
        return False
    silent = _is_silent(text, change)
    heading = [*HEADING.finditer(text, 0, change.start)][-1:]
    listed = any(silences(one[0]) for one in heading if one.end() < change.start)
    return not ((silent and kind != "negation") or (listed and not block.citing))


def in_cell(kind: str, table: Table, row: Row, field: Field, change: Change) -> bool:
    """Tell whether a cell states something on the subject: the codebook and the files do not.

    Nor does the rest of a clause on what no source says, as on a page.
    """
    cell = row.text(field.name)
    if kind in ASSERTING and _leaves_open(cell, change):
        return False
    if kind not in HELD or (table.name == EVIDENCE.name and field.name == "speaker"):
        return True
    if kind not in ASSERTING and _is_silent(cell, change):
        return False
    title = field.name == table.declared.name
    asks = kind in ASSERTING and (cell.rstrip().endswith("?") or (title and _asks(cell)))
    cites = any(one.holds == "evidence" for one in table.fields) or table.name == EVIDENCE.name
    on_files = table.name == SOURCES.name and not (field.states and _is_stated(row, field))
    return cites and not (asks or on_files)


def _is_stated(row: Row, field: Field) -> bool:
    """Tell whether a source states a cell: what is inferred of a file has a reason instead."""
    return not field.basis or row.text(field.basis) == STATED


def _is_silent(text: str, change: Change) -> bool:
    start, end = span_at(text, CLAUSE, change.start)
    return any(one <= change.start - start < two for one, two in silences(text[start:end]))


def _leaves_open(text: str, change: Change) -> bool:
    """Tell whether the clause leaves open what is changed: “whether”, “may mean” are both ways."""
    start, _ = span_at(text, CLAUSE, change.start)
    before = text[start : change.start]
    may = MAY.search(before) and MEAN.match(text, change.end)
    return bool(may or WHETHER.search(before))


def _asks(words: str) -> bool:
    """Tell whether words name what is asked, as a heading does: “What it is good for”."""
    first = re.match(r"[#\s]*(\w+)", words)
    return first is not None and first[1].lower() in ENGLISH.questions


@lru_cache(maxsize=64)
def _of_page(text: str) -> tuple[Block, ...]:
    return blocks(text)


def _block(text: str, line: int) -> Block | None:
    near = [one for one in _of_page(text) if one.line <= line <= one.line_at(len(one.text))]
    return near[-1] if near else None


def _names(block: Block, stage: Stage) -> bool:
    return any(one.role not in POINTING for one in block.roles) or any(
        True for _ in stage.gate.claims.register.objects_in(block.text)
    )
