"""The Data Package: every table read and validated against its schema, row by row with its line."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sourcebook.data.contract import SOURCES
from sourcebook.data.declarations import Declaration, read_declaration
from sourcebook.data.descriptor import open_package
from sourcebook.data.fields import Field, read_field
from sourcebook.data.validation import Records, validate
from sourcebook.problems import BookError, Problem, did_you_mean

if TYPE_CHECKING:
    import pandas as pd
    from frictionless import Resource

PACKAGE = "data/datapackage.json"
ANSWERED = re.compile(r" ?<!--\s*sure:\s*(.*?)\s*-->", re.DOTALL)
PANDAS_TYPES = {"integer": "Int64", "number": "Float64", "boolean": "boolean"}


@dataclass(frozen=True)
class Row:
    """One row of a table: its cells as text, and the line of the file where it begins.

    ``answers`` has, by column, the answers to notes that stand in a cell: where, and the reason.
    ``whole`` is false where the row has more or fewer cells than the table has columns.
    """

    file: str
    line: int
    cells: dict[str, str]
    answers: Mapping[str, tuple[tuple[int, str], ...]] = field(default_factory=dict)
    whole: bool = True

    def text(self, field: str) -> str:
        """Return a cell as text; empty if the cell is empty or there is no such column."""
        return self.cells.get(field, "")

    def ids(self, field: str) -> list[str]:
        """Return the ids in a cell that lists several, apart by white space."""
        return self.text(field).split()


@dataclass(frozen=True)
class Table:
    """A table of the package. ``file`` is relative to the book's root; ``key`` is the id column.

    ``declared`` is what the package declares its rows to be.
    """

    name: str
    title: str
    description: str
    file: str
    key: str
    fields: tuple[Field, ...]
    rows: tuple[Row, ...]
    declared: Declaration

    @cached_property
    def by_key(self) -> dict[str, Row]:
        """Return the rows by their id."""
        return {row.text(self.key): row for row in self.rows}

    @cached_property
    def source(self) -> str:
        """Return the column that refers to the register of sources; empty if there is none."""
        return next((one.name for one in self.fields if one.refers == SOURCES.name), "")

    def field(self, name: str) -> Field | None:
        """Return the column of that name, or ``None``."""
        return next((one for one in self.fields if one.name == name), None)

    def column(self, name: str) -> Field:
        """Return the column of that name; raises :class:`BookError` if there is none."""
        if field := self.field(name):
            return field
        names = [one.name for one in self.fields]
        raise BookError(
            [
                Problem(
                    self.file,
                    1,
                    f"the table “{self.name}” has no such column",
                    f"“{name}”",
                    f"one of {', '.join(names)}",
                    f"correct the name{did_you_mean(name, names)}",
                )
            ]
        )

    def frame(self) -> pd.DataFrame:
        """Return the rows as a DataFrame, typed by the schema; an empty cell is missing."""
        import pandas as pd  # here, so that checking a book does not wait for pandas

        names = [one.name for one in self.fields]
        cells = [[row.text(name) or None for name in names] for row in self.rows]
        frame = pd.DataFrame(cells, columns=names, dtype="string")
        types = {f.name: PANDAS_TYPES[f.type] for f in self.fields if f.type in PANDAS_TYPES}
        return frame.astype(types)


def read_tables(
    root: Path, descriptor: str = PACKAGE, *, validated: bool = True
) -> tuple[dict[str, Table], list[Problem], set[str]]:
    """Read and validate the package under ``root`` that a descriptor, a path in it, describes.

    Returns the tables whose file could be read, by name, every problem that was found, and the
    names of the tables that could not be read. Rows are not held against their schema where they
    need not be ``validated``.
    Raises :class:`BookError` if the package's descriptor itself cannot be read.
    """
    package = open_package(root, descriptor)
    folder = Path(descriptor).parent.as_posix()
    problems: list[Problem] = []
    tables: dict[str, Table] = {}
    records: dict[str, Records] = {}
    for resource in package.resources:
        file = f"{folder}/{resource.path}"
        try:
            text = _read_text(root / file, file)
            rows = [*_records(text, file)]
            tables[resource.name] = _table(resource, file, rows)
            records[resource.name] = rows
        except BookError as error:
            problems += error.problems
    files = {name: table.file for name, table in tables.items()}
    unread = {resource.name for resource in package.resources} - tables.keys()
    if not unread:
        described = {f"{folder}/{one.path}" for one in package.resources}
        problems += undescribed(root, folder, described)
    problems += validate(package, files, records) if validated else ()
    return tables, problems, unread


def undescribed(root: Path, folder: str, described: set[str]) -> Iterator[Problem]:
    """Yield each CSV file of a package's folder that the package does not describe."""
    for path in sorted((root / folder).glob("*.csv")):
        if (file := f"{folder}/{path.name}") not in described:
            yield Problem(
                file,
                None,
                "no check reads this table: the package does not describe it",
                path.name,
                f"a resource of {folder}/datapackage.json for each CSV file beside it",
                "describe it there, or take the file away",
            )


def _read_text(path: Path, file: str) -> str:
    try:
        text = path.read_bytes().decode("utf-8", errors="strict")
    except OSError as error:
        found, expected = error.strerror or str(error), "the CSV file that the package names"
        do = "put the file there, or take it out of the package"
    except UnicodeDecodeError as error:
        found, expected = f"byte 0x{error.object[error.start]:02x} at {error.start}", "UTF-8"
        do = "save the file as UTF-8"
    else:
        if not text.startswith("\ufeff"):
            return text
        found, expected = "a byte-order mark", "UTF-8 without a byte-order mark"
        do = "save the file as plain UTF-8 (“UTF-8”, not “UTF-8 with BOM”)"
    line = 1 if found == "a byte-order mark" else None
    raise BookError([Problem(file, line, "the table cannot be read", found, expected, do)])


def _table(resource: Resource, file: str, records: Records) -> Table:
    keys = resource.schema.foreign_keys
    refers = {
        name: key["reference"]["resource"] or resource.name
        for key in keys
        for name in key["fields"]
    }
    fields = tuple(read_field(one, refers.get(one.name, "")) for one in resource.schema.fields)
    _require_columns(records, [one.name for one in fields], file)
    return Table(
        name=resource.name,
        title=resource.title or resource.name,
        description=resource.description or "",
        file=file,
        key=resource.schema.primary_key[0] if resource.schema.primary_key else "",
        fields=fields,
        rows=tuple(_rows(records, file)),
        declared=read_declaration(resource.name, resource.custom.get("sourcebook", {})),
    )


def _require_columns(records: Records, wanted: list[str], file: str) -> None:
    found = records[0][1] if records else []
    if found == wanted:
        return
    wrong = [f"“{name}” is missing" for name in wanted if name not in found]
    wrong += [f"“{name}” is not in the schema" for name in found if name not in wanted]
    raise BookError(
        [
            Problem(
                file,
                1,
                "the columns are not those of the schema",
                "; ".join(wrong) or f"{', '.join(found)}",
                f"{', '.join(wanted)}, each once and in this order",
                "correct the header and every row, or the schema",
            )
        ]
    )


def _rows(records: Records, file: str) -> Iterator[Row]:
    header = records[0][1]
    for line, cells in records[1:]:
        if cells:
            read = {name: _answers(one) for name, one in zip(header, cells, strict=False)}
            answers = {name: found for name, (_, found) in read.items() if found}
            texts = {name: text for name, (text, _) in read.items()}
            yield Row(file, line, texts, answers, len(cells) == len(header))


def _answers(cell: str) -> tuple[str, tuple[tuple[int, str], ...]]:
    """Return a cell without the answers to notes in it, and these, each with its place."""
    text, at, found = "", 0, []
    for match in ANSWERED.finditer(cell) if "<!--" in cell else ():
        text += cell[at : match.start()]
        found.append((len(text), match[1]))
        at = match.end()
    return text + cell[at:], tuple(found)


def _records(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each record of a CSV text, the header first, and the line on which it begins.

    Raises :class:`BookError` at a cell whose quotation marks do not match.
    """
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise BookError(
            [
                Problem(
                    file,
                    line,
                    "the table cannot be read",
                    str(error),
                    'commas and line breaks inside one pair of ", each " in it doubled',
                    "close the quotation marks of the row that begins here",
                )
            ]
        ) from error
