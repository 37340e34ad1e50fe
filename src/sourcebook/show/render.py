"""Rows and records as MyST, for the outputs of notebooks: tables, registers, quotations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sourcebook.data.basis import NOT_STATED
from sourcebook.data.book import Book
from sourcebook.data.cells import basis_of, words
from sourcebook.data.contract import EVIDENCE_COLUMN
from sourcebook.data.fields import Field
from sourcebook.data.handed import is_heard
from sourcebook.data.objects import kind_of
from sourcebook.data.tables import Row
from sourcebook.show.lab import as_html

SILENT = f"*{NOT_STATED}*"
NO_ROW = "–"
EMPTY = ("", NO_ROW, SILENT)
SEVERAL = 3
LINES = "register lines"
LONGEST_LINK = 40
PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


@dataclass(frozen=True)
class Myst:
    """A piece of MyST text that a notebook shows as its output; in its own window as HTML.

    Where what the notebook reads is noted, its outputs go to pages, which take the MyST alone.
    """

    text: str

    def _repr_markdown_(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        if is_heard():
            raise NotImplementedError
        return as_html(self.text, Book.latest)

    def __add__(self, other: Myst) -> Myst:
        return Myst(f"{self.text}\n\n{other.text}")


def escape(text: str) -> str:
    """Return text that MyST shows as it stands, on one line, whatever it holds."""
    return PUNCTUATION.sub(r"\\\1", " ".join(text.split(maxsplit=-1)) if text else "")


def marker(ids: Iterable[str]) -> str:
    """Return the marker that opens these evidence records; empty for none."""
    listed = ", ".join(dict.fromkeys(ids))
    return f"{{ev}}`{listed}`" if listed else ""


def keys_of(book: Book, name: str, rows: Iterable[Row]) -> list[str]:
    """Return the names of rows of a table; none where it has no key."""
    key = book.tables[name].key
    return [f"{name}/{row.text(key)}" for row in rows] if key else []


def row_key(key: str) -> str:
    """Return the role that gives a row its lasting address."""
    return link("row", key)


def link(kind: str, key: str) -> str:
    """Return the role that names an object and links to where it is shown."""
    longest = max((len(run) for run in re.findall("`+", key)), default=0)
    ticks = "`" * (longest + 1)
    return f"{{{kind}}}{ticks}{key}{ticks}"


def computed(text: str, how: str = "computed") -> str:
    """Return words that a page marks as computed by its notebook, and the prose gate accepts.

    ``how`` may be ``derived`` or ``inferred`` instead.
    """
    words = " ".join(text.split())
    ticks = "`" * (1 + max((len(run) for run in re.findall("`+", words)), default=0))
    edge = " " if words.startswith("`") or words.endswith("`") else ""
    return f"{{{how}}}{ticks}{edge}{words}{edge}{ticks}"


def table(
    header: Sequence[str],
    rows: Iterable[Sequence[str]],
    caption: str,
    widths: Sequence[int] | None = None,
    kind: str = "register",
    keys: Sequence[str] = (),
) -> Myst:
    """Return a table whose cells are MyST. Raises ``ValueError`` if a row has another length.

    ``keys`` names the row of the book’s tables, ``table/id``, that each row shows, so that its
    address lasts.

    A column that no row fills is left out, and so is one that says the same in every row: the
    caption names the first, if no source states it, and says what the second says.
    """
    every = [list(row) for row in rows]
    for row in every:
        if len(row) != len(header):
            raise ValueError(f"a row of {len(row)} cells under {len(header)} columns: {row}")
    columns = list(zip(*every, strict=True)) or [()] * len(header)
    kept = [at for at, column in enumerate(columns) if not (_empty(column) or _common(column))]
    kept = kept if len(kept) > 1 else list(range(len(header)))
    left = [at for at in range(len(header)) if at not in kept]
    said = [f"{header[at]}: {columns[at][0]}" for at in left if not _empty(columns[at])]
    silent = [header[at].lower() for at in left if SILENT in columns[at]]
    said += [f"{NOT_STATED}: {', '.join(silent)}"] if silent else []
    caption += f" ({'; '.join(said)})" if said else ""
    lines = [f"````{{list-table}} {caption}", ":header-rows: 1", f":class: {kind}"]
    if widths:
        lines.append(f":widths: {' '.join(str(widths[at]) for at in kept)}")
    lines.append("")
    named = ["", *map(row_key, keys)] if keys else [""] * (len(every) + 1)
    for key, row in zip(named, (list(header), *every), strict=True):
        chosen = [row[at] for at in kept]
        chosen[0] = f"{key} {chosen[0]}".strip()
        lines += [f"{'* -' if at == 0 else '  -'} {cell}" for at, cell in enumerate(chosen)]
    return Myst("\n".join([*lines, "````"]))


def quotation(*ids: str) -> Myst:
    """Return quotations set apart, each with its speaker and its marker."""
    return Myst("\n\n".join(f"```{{quotation}} {one}\n```" for one in ids))


def cell(book: Book, row: Row, column: str, table: str) -> str:
    """Return a cell as MyST with its basis and marker, or *not stated*."""
    field = book.tables[table].column(column)
    if not row.text(column):
        return SILENT
    return f"{_with_basis(book, field, row)} {marker(row.ids(field.evidence))}".rstrip()


def cell_by_cell(
    book: Book,
    name: str,
    columns: Sequence[str],
    caption: str,
    widths: Sequence[int] | None = None,
    **where: str,
) -> Myst:
    """Return rows of a table, each cell with its own marker, as lines.

    The first column names the source that reports the row; ``columns`` follow. On a screen each
    line is a block of its own, and the last column stands below the others. ``where`` gives the
    values that columns must have; raises ``ValueError`` if no row has them.
    """
    shown = [*filter(None, [book.tables[name].source]), *columns]
    titles = [_title(book, name, column) for column in shown]
    chosen = select(book, name, **where)
    rows = [[_listed(book, name, row, column) for column in shown] for row in chosen]
    return table(titles, rows, caption, widths, LINES, keys_of(book, name, chosen))


def records(
    book: Book,
    name: str,
    columns: Sequence[str],
    caption: str,
    widths: Sequence[int] | None = None,
    **where: str,
) -> Myst:
    """Return rows of any table, the given columns side by side, the last with the row's marker.

    ``where`` gives the values that columns must have. Raises ``ValueError`` if no row has them,
    ``BookError`` if there is no such table or column.
    """
    return listed(book, name, select(book, name, **where), columns, caption, widths)


def records_by(
    book: Book,
    name: str,
    column: str,
    values: Sequence[str],
    columns: Sequence[str],
    widths: Sequence[int] | None = None,
) -> Myst:
    """Return one table for each value of a column, under that value with a capital letter.

    Raises ``ValueError`` for a value that no row has, ``BookError`` if there is no such table or
    column.
    """
    captions = [f"{value[:1].upper()}{value[1:]}" for value in values]
    tables = [
        records(book, name, columns, caption, widths, **{column: value}).text
        for value, caption in zip(values, captions, strict=True)
    ]
    return Myst("\n\n".join(tables))


def listed(
    book: Book,
    name: str,
    rows: Iterable[Row],
    columns: Sequence[str],
    caption: str,
    widths: Sequence[int] | None = None,
) -> Myst:
    """Return given rows of a table, the given columns side by side, the last with the marker."""
    chosen = list(rows)
    lines = [[_plain(book, name, row, column) for column in columns] for row in chosen]
    filled = [at for at in range(len(columns)) if not _empty([line[at] for line in lines])]
    for line, row in zip(lines, chosen, strict=True):
        last = filled[-1] if filled else -1
        line[last] = f"{line[last]} {marker(row.ids(EVIDENCE_COLUMN))}".rstrip()
    titles = [_title(book, name, one) for one in columns]
    return table(titles, lines, caption, widths, keys=keys_of(book, name, chosen))


def select(book: Book, name: str, **where: str) -> list[Row]:
    """Return the rows of a table whose columns have the given values, in the table's order.

    Raises ``ValueError`` if there is none: a page that shows nothing has asked for the wrong rows.
    Raises ``BookError`` if there is no such table or column.
    """
    every = book.rows(name).values()
    for column in where:
        book.tables[name].column(column)
    rows = [
        row for row in every if all(row.text(column) == value for column, value in where.items())
    ]
    if not rows:
        asked = ", ".join(f"{column} = “{value}”" for column, value in where.items())
        raise ValueError(f"no row of table “{name}” has {asked}")
    return rows


def _empty(column: Sequence[str]) -> bool:
    return bool(column) and all(cell in EMPTY for cell in column)


def _common(column: Sequence[str]) -> bool:
    """Tell whether a column says one thing of several rows that a caption may say without marker.

    A number or a date would want one there.
    """
    alike = len(column) >= SEVERAL and len(set(column)) == 1
    return alike and "{" not in column[0] and not any(map(str.isdigit, column[0]))


def _title(book: Book, table: str, column: str) -> str:
    return escape(book.tables[table].column(column).title)


def _listed(book: Book, name: str, row: Row, column: str) -> str:
    """Return a cell of a register; one that names an object is its link, without a marker."""
    field = book.tables[name].column(column)
    if field.refers:
        return _value(book, field, row)
    return cell(book, row, column, name)


def _value(book: Book, field: Field, row: Row) -> str:
    kind = kind_of(book, field.refers)
    return link(kind, row.text(field.name)) if kind else escape(words(book, field, row))


def _plain(book: Book, name: str, row: Row, column: str) -> str:
    table = book.tables[name]
    field = table.column(column)
    if not row.text(column):
        return SILENT if field.states or field.refers else NO_ROW
    named = column == table.declared.name and len(row.text(column)) <= LONGEST_LINK
    kind = kind_of(book, name) if named else ""
    return link(kind, row.text(table.key)) if kind else _with_basis(book, field, row)


def _with_basis(book: Book, field: Field, row: Row) -> str:
    basis = basis_of(field, row)
    if not basis.word:
        return _value(book, field, row)
    return computed(basis.beside(words(book, field, row)), basis.word)
