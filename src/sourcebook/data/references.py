"""References between the rows of tables, and the cycles among them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from itertools import islice

from sourcebook.data.tables import Row, Table
from sourcebook.problems import Problem

Place = tuple[str, str]
MOST = 100


def check_references(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """Yield the cycles of rows that refer to one another, by foreign key, with every place.

    These are the first hundred; mending them may mend others.
    """
    rows = {
        (table.name, row.text(table.key)): row
        for table in tables.values()
        if table.key
        for row in table.rows
    }
    graph = {place: refers(tables[place[0]], row) for place, row in rows.items()}
    for cycle in islice(_cycles(graph), MOST):
        yield _problem(cycle, rows)


def refers(table: Table, row: Row) -> set[Place]:
    """Return the rows that a row refers to, as tables and ids."""
    return {
        (field.refers, row.text(field.name))
        for field in table.fields
        if field.refers and row.text(field.name)
    }


def _cycles(graph: Mapping[Place, set[Place]]) -> Iterator[list[Place]]:
    while cycle := _cycle(graph):
        yield cycle
        graph[cycle[0]].discard(cycle[1])


def _cycle(graph: Mapping[Place, set[Place]]) -> list[Place]:
    """Return one cycle, its first row again at its end, in the order of reference; or nothing."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        cycle: list[Place] = error.args[1]
        return cycle[::-1]
    return []


def _problem(cycle: list[Place], rows: Mapping[Place, Row]) -> Problem:
    first = min(cycle, key=lambda place: (rows[place].file, rows[place].line))
    at = cycle.index(first)
    turned = [*cycle[at:-1], *cycle[:at], first]
    places = (f"“{place[1]}” ({rows[place].file}:{rows[place].line})" for place in turned)
    return Problem(
        rows[first].file,
        rows[first].line,
        "rows refer to one another in a cycle",
        " → ".join(places),
        "references that come to an end",
        "take one of the references away",
    )
