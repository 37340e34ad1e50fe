"""Rows of evidence that are proposed for passages found, and added if there is one passage."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from sourcebook.problems import BookError, Problem
from sourcebook.project.appending import id_of, with_rows

if TYPE_CHECKING:
    from sourcebook.analysis.find import Passage
    from sourcebook.data.tables import Table

WORDS_OF_AN_ID = 4
MODE = "report"


def proposed(passages: Iterable[Passage], evidence: Table) -> list[dict[str, str]]:
    """Return a row for each passage, under an id of its own; its mode is still to be judged."""
    known, rows = set(evidence.by_key), []
    for one in passages:
        key = key_for(one.source, one.selector.exact, known)
        known.add(key)
        rows.append(
            {
                "id": key,
                "source": one.source,
                "quotation": one.selector.exact,
                "prefix": one.selector.prefix,
                "suffix": one.selector.suffix,
                "mode": MODE,
            }
        )
    return rows


def key_for(source: str, words: str, known: Iterable[str]) -> str:
    """Return an id for a quotation, made of its source and its first words, and none of those."""
    first = re.findall(r"[^\W\d_]{2,}", words)[:WORDS_OF_AN_ID]
    return id_of(f"{source} {' '.join(first)}", known)


def quote(root: Path, passages: list[Passage], evidence: Table) -> str:
    """Add the one passage that was found to the table of evidence, and return its id.

    Raises :class:`BookError`, and writes nothing, if there is not exactly one that the table can
    hold, or if it is there already.
    """
    exact = [one for one in passages if not one.nearest]
    if len(exact) != 1:
        where = ", ".join(f"{one.source} {one.locator}" for one in exact) or "in no source"
        do = "name more of its words, or paste the row that is meant"
        raise _refuse(evidence, "it is not clear which passage to add", where, "one passage", do)
    (row,) = proposed(exact, evidence)
    for one in evidence.rows:
        if all(one.text(name) == row[name] for name in ("source", "quotation", "prefix", "suffix")):
            do = f"cite it: {{ev}}`{one.text('id')}`"
            found = f"“{one.text('id')}”, at {one.file}:{one.line}"
            raise _refuse(evidence, "the passage is quoted already", found, "a new passage", do)
    lacking = [name for name in ("prefix", "suffix") if row[name] and not evidence.field(name)]
    if lacking:
        do = f"add the column {lacking[0]} to the table and its description, or name other words"
        found, expected = f"no column {lacking[0]}", f"a place for “{row[lacking[0]]}”"
        raise _refuse(evidence, "the table cannot tell the passage apart", found, expected, do)
    path = root / evidence.file
    path.write_bytes(with_rows(path.read_bytes().decode(), evidence, [row]).encode())
    return row["id"]


def _refuse(evidence: Table, what: str, found: str, expected: str, do: str) -> BookError:
    return BookError([Problem(evidence.file, None, what, found, expected, do)])
