"""Tables held against their schemas: by the library, and their references to one another here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from sourcebook.problems import Problem

if TYPE_CHECKING:
    from frictionless import Package, Resource, Schema

Records = Sequence[tuple[int, list[str]]]
Values = tuple[Any, ...]
OTHER_ROW = re.compile(r"(?<=the same as in the row at )position (\d+)")
MOST = 1000
EXPECTED: dict[str, tuple[str, str]] = {
    "extra-cell": ("as many cells as the header has columns", "quote the cell that holds a comma"),
    "missing-cell": ("as many cells as the header has columns", "add the missing cell or comma"),
    "primary-key": ("an id that no other row has", "give one of the rows another id"),
    "foreign-key": ("an id of that table", "correct the id, or add the row it names"),
    "blank-row": ("no empty row", "delete the row"),
}


def validate(
    package: Package, files: Mapping[str, str], records: Mapping[str, Records]
) -> Iterator[Problem]:
    """Yield where tables break their schemas; ``files`` and ``records`` are those of each table.

    The library would read a table again for every key that refers to it. The keys between tables
    that have been read are therefore taken from their schemas, and answered from the records. It
    would also describe each table anew before it reads it; where its own readers of cells find that
    the records fit, it is not asked.
    """
    for resource in package.resources:
        if resource.name in records:
            yield from islice(_strangers(resource, package, files, records), MOST)
            if _fits(resource, records[resource.name]):
                continue
            lines = [line for line, _ in records[resource.name]]
            for task in resource.validate().tasks:
                for error in _causes(task.errors):
                    yield _problem(error, files[resource.name], lines)


def _causes(errors: Sequence[Any]) -> Iterator[Any]:
    """Yield errors but those that follow from another of their row: of its shape, or of its key."""
    found: dict[int | None, set[str]] = {}
    for error in errors:
        found.setdefault(getattr(error, "row_number", None), set()).add(error.type)
    for error in errors:
        number = getattr(error, "row_number", None)
        types = found[number] if number else set()
        of_shape = {"extra-cell", "missing-cell", "blank-row"} & types
        again = error.type == "unique-error" and "primary-key" in types
        if not again and (not of_shape or error.type in of_shape):
            yield error


def _fits(resource: Resource, records: Records) -> bool:
    """Tell whether records are plainly sound; of what a schema seldom asks, the library judges."""
    schema = resource.schema
    counted = resource.hash or resource.bytes or resource.fields or resource.rows
    if counted or schema.foreign_keys or resource.dialect.to_descriptor() or not schema.fields:
        return False
    readers = [field.create_cell_reader() for field in schema.fields]
    rows: list[Values] = []
    for _, cells in records[1:]:
        read = [reader(cell) for reader, cell in zip(readers, cells, strict=False)]
        values = tuple(value for value, notes in read if not notes)
        if not len(values) == len(cells) == len(readers) or all(one is None for one in values):
            return False
        rows.append(values)
    return _differ(schema, rows)


def _differ(schema: Schema, rows: Sequence[Values]) -> bool:
    """Tell whether no two rows have one key, or one value where each is to be another."""
    names = [field.name for field in schema.fields]
    keys = [names.index(name) for name in schema.primary_key]
    primary = [tuple(row[at] for at in keys) for row in rows if keys]
    unique = [at for at, one in enumerate(schema.fields) if one.constraints.get("unique")]
    others = [[row[at] for row in rows if row[at] is not None] for at in unique]
    no_key = (None,) * len(keys)
    return no_key not in primary and all(len({*each}) == len(each) for each in (primary, *others))


def _strangers(
    resource: Resource, package: Package, files: Mapping[str, str], records: Mapping[str, Records]
) -> Iterator[Problem]:
    """Yield each row whose foreign key names no row of the table that it refers to."""
    left = []
    for key in resource.schema.foreign_keys:
        names, to, wanted = key["fields"], key["reference"]["resource"], key["reference"]["fields"]
        if (to or resource.name) not in records:
            left.append(key)
            continue
        target = package.get_resource(to or resource.name)
        known = {values for _, _, values in _values(target, wanted, records[target.name])}
        for number, line, values in _values(resource, names, records[resource.name]):
            if values not in known:
                found = (
                    f'Row at position "{number}" violates the foreign key: '
                    f'for "{", ".join(names)}": values "{", ".join(map(str, values))}" not found '
                    f'in the lookup table "{to}" as "{", ".join(wanted)}"'
                )
                what = "the table breaks its schema (foreign-key)"
                yield Problem(files[resource.name], line, what, found, *EXPECTED["foreign-key"])
    resource.schema.foreign_keys = left


def _values(
    resource: Resource, names: Sequence[str], records: Records
) -> Iterator[tuple[int, int, Values]]:
    """Yield each row's number, its line and its values in columns, unless all are empty."""
    columns = [_column(resource, name) for name in names]
    for number, (line, cells) in enumerate(records[1:], start=2):
        values = tuple(column(cells) for column in columns)
        if set(values) != {None} and len(cells) == len(resource.schema.fields):
            yield number, line, values


def _column(resource: Resource, name: str) -> Callable[[list[str]], Any]:
    """Return what reads a column's value out of a row's cells, as the library types it."""
    for at, field in enumerate(resource.schema.fields):
        if field.name == name:
            read = field.create_cell_reader()
            return lambda cells: read(cells[at])[0] if at < len(cells) else None
    return lambda _: None


def _problem(error: Any, file: str, lines: list[int]) -> Problem:
    number = getattr(error, "row_number", None)
    line = lines[number - 1] if number and number <= len(lines) else (number or 1)
    expected, do = EXPECTED.get(error.type, (error.note, "correct the cell"))
    what, found = f"the table breaks its schema ({error.type})", error.message
    if error.type == "primary-key":
        found = OTHER_ROW.sub(lambda row: f"{file}:{lines[int(row[1]) - 1]}", found)
    return Problem(file, line, what, found, expected, do)
