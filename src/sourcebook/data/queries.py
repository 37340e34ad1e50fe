"""Which rows and which column are meant: the one way to write it, in pages and in the package.

``sources``
    the rows of a table
``evidence.speaker``
    a column of these rows
``sources where reliability = C``, ``orders.price where source = gazette``
    the same of those rows alone that hold a value in a column
``orders/skerry-lamps.date``
    a column of the one row with that id: one cell

White space counts as one space.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sourcebook.problems import BookError, Problem, did_you_mean

if TYPE_CHECKING:
    from sourcebook.data.fields import Field
    from sourcebook.data.tables import Row, Table

SYNTAX = (
    "“table”, “table.column”, either with “where column = value” after it, or “table/id.column”"
)
MOST_LISTED = 40
QUERY = re.compile(
    r"(?P<table>[\w-]+)"
    r"(?:/(?P<row>.+)\.(?P<cell>\w+)"
    r"|(?:\.(?P<column>\w+))?(?: where (?P<where>\w+) = (?P<value>.+))?)"
)


@dataclass(frozen=True)
class Query:
    """A question to the tables; what it does not name is empty."""

    words: str
    table: str
    row: str
    column: str
    where: str
    value: str


@dataclass(frozen=True)
class Found:
    """What a query names: a table, the column if it names one, and the rows in their order."""

    table: Table
    field: Field | None
    rows: tuple[Row, ...]


def read_query(words: str) -> Query:
    """Return a query as written; raises :class:`BookError` where it is not in that syntax."""
    words = " ".join(words.split())
    match = QUERY.fullmatch(words)
    if not match:
        raise refusal(words, "nothing that can be read", SYNTAX)
    table, row, cell, column, where, value = (part or "" for part in match.groups())
    return Query(words, table, row, cell or column, where, value)


def look_up(tables: Mapping[str, Table], query: Query) -> Found:
    """Return what a query names.

    Raises :class:`BookError` for a table, column or row that is not known.
    """
    name = query.table
    if name not in tables:
        raise unknown(query, f"no table “{name}”", name, tables)
    table = tables[name]
    columns = [field.name for field in table.fields]
    for column in filter(None, (query.column, query.where)):
        if column not in columns:
            raise unknown(query, f"no column “{column}” of table “{name}”", column, columns)
    if query.row and query.row not in table.by_key:
        raise unknown(query, f"no row “{query.row}” of table “{name}”", query.row, table.by_key)
    rows = (table.by_key[query.row],) if query.row else table.rows
    chosen = (one for one in rows if not query.where or one.text(query.where) == query.value)
    return Found(table, table.field(query.column), tuple(chosen))


def unknown(query: Query, found: str, name: str, known: Iterable[str]) -> BookError:
    """Return the refusal of a query that names what is not there; the nearest name is offered."""
    names = list(known)
    listed = ", ".join(names) if len(names) <= MOST_LISTED else "an id of the table"
    return refusal(query.words, found, listed, did_you_mean(name, names))


def refusal(words: str, found: str, expected: str, hint: str = "") -> BookError:
    """Return the refusal of a query, in the words that every one of them has."""
    what = f"“{words}” does not say which rows and which column of the tables are meant"
    return BookError([Problem("data", None, what, found, expected, f"correct it{hint}")])
