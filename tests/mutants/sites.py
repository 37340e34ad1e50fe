"""Sites: every place of the book where a mutant of each kind can be made, and how it is tried."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from random import Random

from mutants.changes import IN_WORDS, Change
from mutants.stage import Stage, Verdict
from mutants.subject import in_cell, in_page
from sourcebook.data.contract import EVIDENCE
from sourcebook.data.fields import Field
from sourcebook.data.tables import Row, Table
from sourcebook.pages.block import Block
from sourcebook.pages.blocks import blocks
from sourcebook.pages.front_matter import read_page

CAPTION, CODE, SWAPPED, DROPPED, MISSPELT = (
    *("caption", "table code", "marker swapped", "marker dropped", "id"),
)
CELL = re.compile(r"^```\{code-cell\}.*?^```$", re.DOTALL | re.MULTILINE)
MARKER = re.compile(r" ?\{(ev|context|quote)\}`([^`]+)`")
ONE_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
IN_CELLS = {"", "basis", "paragraph", "opening"}
AROUND = 60


@dataclass(frozen=True)
class Site:
    """A place, its line, the words around it before and after, and what tries it.

    ``attempt`` gives ``None`` where the mutant proves to state nothing else than the book does.
    What is not ``on_subject`` is left out, and counted.
    """

    file: str
    line: int
    before: str
    after: str
    attempt: Callable[[Stage], Verdict | None]
    on_subject: bool = True


def sites(stage: Stage, seed: int) -> dict[str, list[Site]]:
    """Return every site by kind, each kind in an order of its own that the seed settles."""
    found: dict[str, list[Site]] = {}
    for kind in (*IN_WORDS, SWAPPED, DROPPED, MISSPELT, CODE, CAPTION):
        random = Random(f"{seed} {kind}")
        found[kind] = [*_in_pages(kind, stage, random), *_in_tables(kind, stage, random)]
        random.shuffle(found[kind])
    return found


def around(text: str, change: Change) -> tuple[str, str]:
    """Return the words around a change, without it and with it."""
    first, last = max(0, change.start - AROUND), change.end + AROUND
    left, right = text[first : change.start], text[change.end : last]
    return (
        " ".join((left + text[change.start : change.end] + right).split()),
        " ".join((left + change.new + right).split()),
    )


def _in_pages(kind: str, stage: Stage, random: Random) -> Iterator[Site]:
    for file, text in stage.pages.items():
        if read_page(text).exempt is None:
            cells = [match.span() for match in CELL.finditer(text)]
            for change in _changes(kind, text, stage, random):
                inside = any(start <= change.start < end for start, end in cells)
                if inside == (kind == CAPTION):
                    marks = kind in (SWAPPED, DROPPED, MISSPELT)
                    attempt = partial(_try_page, file, text, change, marks)
                    line = text.count("\n", 0, change.start) + 1
                    told = in_page(kind, text, change, stage)
                    yield Site(file, line, *around(text, change), attempt, told)


def _changes(kind: str, text: str, stage: Stage, random: Random) -> Iterator[Change]:
    if kind == CAPTION:
        for each in IN_WORDS.values():
            yield from each(text, stage.names, random)
    elif kind in IN_WORDS:
        yield from IN_WORDS[kind](text, stage.names, random)
    else:
        for mark in MARKER.finditer(text):
            if kind == DROPPED:
                yield Change(*mark.span(), "")
                continue
            known = stage.book.context.entries if mark[1] == "context" else stage.book.evidence
            for one in ONE_ID.finditer(text, *mark.span(2)):
                yield _other_id(kind, one, [*known], random)


def _other_id(kind: str, one: re.Match[str], known: list[str], random: Random) -> Change:
    """Return another id in place of one, or the same id misspelt."""
    if kind == SWAPPED:
        return Change(*one.span(), random.choice([each for each in known if each != one[0]]))
    at = random.randrange(len(one[0]))
    letter = random.choice([each for each in "abcdefghijklmnopqrstuvwxyz" if each != one[0][at]])
    return Change(one.start() + at, one.start() + at + 1, letter)


def _try_page(file: str, text: str, change: Change, marks: bool, stage: Stage) -> Verdict | None:
    mutant = change.made(text)
    differing = _differing(blocks(text), blocks(mutant))
    if len(differing) != 1 or (_said(differing[0][0]) == _said(differing[0][1])) != marks:
        return None
    if not marks and _marks(differing[0][0]) != _marks(differing[0][1]):
        return None
    return stage.try_page(file, mutant)


def _differing(old: tuple[Block, ...], new: tuple[Block, ...]) -> list[tuple[Block, Block]]:
    if len(old) != len(new):
        return []
    same = (_said, _marks)
    pairs = zip(old, new, strict=True)
    return [(one, two) for one, two in pairs if any(each(one) != each(two) for each in same)]


def _said(block: Block) -> str:
    return "".join(block.text.split())


def _marks(block: Block) -> list[tuple[str, str]]:
    return [(mark.role, mark.content) for mark in block.marks]


def _in_tables(kind: str, stage: Stage, random: Random) -> Iterator[Site]:
    for table in stage.read.tables.values():
        for at, row in enumerate(table.rows):
            for field in table.fields:
                if cell := row.text(field.name):
                    for change in _of_cell(kind, table, field, cell, stage, random):
                        new = replace(row, cells={**row.cells, field.name: change.made(cell)})
                        attempt = partial(_try_row, table.name, at, new)
                        before, after = around(cell, change)
                        where = f"{row.text(table.key)}, {field.name}: "
                        told = in_cell(kind, table, row, field, change)
                        yield Site(row.file, row.line, where + before, where + after, attempt, told)


def _try_row(table: str, at: int, row: Row, stage: Stage) -> Verdict:
    return stage.try_row(table, at, row)


def _of_cell(
    kind: str, table: Table, field: Field, cell: str, stage: Stage, random: Random
) -> Iterator[Change]:
    if field.holds == "evidence":
        for one in ONE_ID.finditer(cell) if kind in (SWAPPED, MISSPELT) else ():
            yield _other_id(kind, one, [*stage.book.evidence], random)
    elif field.closed:
        used = {row.text(field.name) for row in table.rows} - {cell, ""}
        if used and kind == _kind_of_code(table, field):
            yield Change(0, len(cell), random.choice(sorted(used)))
    elif kind in IN_WORDS and kind in _kinds_of_words(table, field):
        lead, end = _beside(table, field)
        for change in IN_WORDS[kind](lead + cell + end, stage.names, random):
            yield replace(change, start=change.start - len(lead), end=change.end - len(lead))


def _kinds_of_words(table: Table, field: Field) -> Iterable[str]:
    """Return the kinds of mutants that a column of words, dates or numbers has."""
    if field.holds == "quotation":
        return ("quotation",)
    if _is_unit(table, field):
        return ("unit", "scale")
    return IN_WORDS if field.name != table.key and field.holds in IN_CELLS else ()


def _beside(table: Table, field: Field) -> tuple[str, str]:
    """Return what stands around a cell in the sense of its column: quotation marks, a number."""
    if field.holds == "quotation":
        return "“", "”"
    return ("5 ", "") if _is_unit(table, field) else ("", "")


def _is_unit(table: Table, field: Field) -> bool:
    return field.name in {one.unit for one in table.fields if one.unit}


def _kind_of_code(table: Table, field: Field) -> str:
    """Return the kind of mutant that another code in a column is."""
    if table.name == EVIDENCE.name and field.name == "speaker":
        return "speaker"
    if field.name in {one.bound for one in table.fields if one.bound}:
        return "bound"
    return CODE
