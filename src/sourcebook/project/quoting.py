"""Rows of evidence that are proposed for passages found, and added if there is one passage."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from sourcebook.problems import BookError, refuse
from sourcebook.project.appending import add_rows, id_of, lacking

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
    if not exact:
        raise _nowhere(evidence.file, passages)
    if len(exact) > 1:
        where = ", ".join(f"{one.source} {one.locator}" for one in exact)
        do = "name more of its words, or paste the row that is meant"
        raise refuse(
            evidence.file, "it is not clear which passage to add", where, "one passage", do
        )
    (row,) = proposed(exact, evidence)
    for one in evidence.rows:
        if all(one.text(name) == row[name] for name in ("source", "quotation", "prefix", "suffix")):
            do = f"cite it: {{ev}}`{one.text('id')}`"
            found = f"“{one.text('id')}”, at {one.file}:{one.line}"
            raise refuse(evidence.file, "the passage is quoted already", found, "a new passage", do)
    if name := lacking({one: row[one] for one in ("prefix", "suffix")}, evidence):
        do = f"add the column {name} to the table and its description, or name other words"
        found, expected = f"no column {name}", f"a place for “{row[name]}”"
        raise refuse(evidence.file, "the table cannot tell the passage apart", found, expected, do)
    add_rows(root, evidence, [row])
    return row["id"]


def _nowhere(file: str, nearest: list[Passage]) -> BookError:
    near = [f"“{one.selector.exact}” ({one.source} {one.locator})" for one in nearest]
    found = f"the nearest is {'; '.join(near)}" if near else "nothing like them"
    do = "copy the words from the source, a few that stand side by side in it"
    return refuse(file, "no source has these words", found, "words of a source", do)
