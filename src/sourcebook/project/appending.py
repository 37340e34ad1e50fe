"""Adding to the files of a book: rows to a table, an entry to a bibliography, a fence to a page."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, product
from string import ascii_lowercase
from typing import TYPE_CHECKING

from sourcebook.data.bibliography import NO_AUTHOR, NO_TITLE

if TYPE_CHECKING:
    from pathlib import Path

    from sourcebook.data.originals.extracted import Stated
    from sourcebook.data.tables import Table

FENCE = re.compile(r"^(`{3,}|~{3,})\{source\}[^\n]*\n(?:.*\n)*?\1[ \t]*\n?", re.MULTILINE)
SPECIAL = re.compile(r"[\\{}$&#%_~^]")
NAME = re.compile(r"[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){1,3}")
SIGNS = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
YEAR = re.compile(r"\d{4}")
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_ID = 48


def with_rows(text: str, table: Table, rows: Iterable[Mapping[str, str]]) -> str:
    """Return the text of a table's file with further rows, in its columns and its line ends."""
    end = "\r\n" if "\r\n" in text else "\n"
    written = io.StringIO(newline="")
    names = [one.name for one in table.fields]
    writer = csv.DictWriter(written, names, lineterminator=end, extrasaction="ignore")
    writer.writerows(rows)
    return f"{text}{'' if text.endswith(end) else end}{written.getvalue()}"


def add_rows(root: Path, table: Table, rows: Iterable[Mapping[str, str]]) -> None:
    """Add rows to the file of a table of the book at ``root``."""
    path = root / table.file
    path.write_bytes(with_rows(path.read_bytes().decode(), table, rows).encode())


def lacking(row: Mapping[str, str], table: Table) -> str:
    """Return the first column that a row fills and a table has not; empty if it has all."""
    return next((name for name, cell in row.items() if cell and not table.field(name)), "")


def id_of(words: str, known: Iterable[str] = ()) -> str:
    """Return an id made of words, in small letters, that is none of those known.

    It has no digits, as those of an id have to stand in what is quoted.
    """
    from slugify import slugify  # here, so that no other command waits for its tables

    letters = re.sub(r"[\W\d_]+", " ", words)
    found = slugify(letters, max_length=LONGEST_ID, word_boundary=True) or "text"
    taken = set(known)
    further = (f"{found}-{one}" for size in (1, 2) for one in _letters(size))
    return next(one for one in chain([found], further) if one not in taken)


def _letters(size: int) -> Iterator[str]:
    return map("".join, product(ascii_lowercase[1:], repeat=size))


def with_entry(text: str, key: str, stated: Stated) -> str:
    """Return the text of a bibliography with an entry; what a file does not state it says."""
    if re.search(rf"@\s*\w+\s*[{{(]\s*{re.escape(key)}\s*,", text):
        return text
    authors = [_author(one) for one in stated.author.split(";") if one.strip()]
    year = YEAR.match(stated.date)
    fields = {
        "author": " and ".join(authors) or f"{{{NO_AUTHOR}}}",
        "title": f"{{{_escaped(stated.title) or NO_TITLE}}}",
        "year": year[0] if year else "",
        "note": "" if year else "No date stated.",
    }
    width = max(map(len, fields))
    lines = ",\n".join(f"  {name:<{width}} = {{{told}}}" for name, told in fields.items() if told)
    gap = "" if not text or text.endswith("\n\n") else "\n" if text.endswith("\n") else "\n\n"
    return f"{text}{gap}@misc{{{key},\n{lines}\n}}\n"


def with_fence(text: str, key: str, name: str) -> str:
    """Return the text of a page that shows sources with one more, behind the last."""
    *_, last = FENCE.finditer(text)
    shown = f"\n## {name}\n\n```{{source}} {key}\n```\n"
    return f"{text[: last.end()]}{shown}{text[last.end() :]}"


def _author(name: str) -> str:
    """Return a name for BibTeX; one that does not look like a person's stays in one piece."""
    name = name.strip()
    person = NAME.fullmatch(name) and " and " not in name.lower()
    return _escaped(name) if person else f"{{{_escaped(name)}}}"


def _escaped(text: str) -> str:
    return SPECIAL.sub(lambda sign: SIGNS.get(sign[0], f"\\{sign[0]}"), text)
