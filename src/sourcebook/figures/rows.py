"""Reading the rows a figure is given, so that gaps and mistakes are met once and early."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

import pandas as pd

Rows: TypeAlias = "pd.DataFrame | Iterable[Mapping[str, Any]]"
Record: TypeAlias = dict[str, Any]


def read_rows(rows: Rows, required: Sequence[str], optional: Sequence[str] = ()) -> list[Record]:
    """Return one dict per row, with every wanted column and None for what is missing.

    Args:
        rows: a DataFrame, or mappings from column name to value.
        required: columns that must be there (their values may be missing).
        optional: columns that are read when there and None when not.

    Raises:
        ValueError: there are no rows, or a required column is absent.
    """
    frame = rows if isinstance(rows, pd.DataFrame) else pd.DataFrame(list(rows))
    wanted = ", ".join(required)
    if frame.empty:
        raise ValueError(f"expected at least one row with the columns {wanted}; got none")
    absent = [name for name in required if name not in frame.columns]
    if absent:
        raise ValueError(f"expected the columns {wanted}; missing {', '.join(absent)}")
    columns = [*required, *optional]
    return [
        {name: tidy(record.get(name)) for name in columns} for record in frame.to_dict("records")
    ]


def tidy(value: Any) -> Any:
    """Return None for a missing or blank value, text without outer space, else the value."""
    if isinstance(value, str):
        return value.strip() or None
    return None if value is None or pd.isna(value) else value


def need(record: Record, *names: str) -> None:
    """Raise ValueError where a record lacks a value that a figure cannot do without."""
    for name in names:
        if record[name] is None:
            raise ValueError(f"expected a value for {name!r} in every row; got none in {record}")


def one_of(record: Record, name: str, allowed: Iterable[str], default: str | None = None) -> str:
    """Return a record's value for a column, refusing any that is not allowed.

    Raises:
        ValueError: the value is not allowed, or is missing where there is no default.
    """
    value = default if record[name] is None else str(record[name])
    choices = list(allowed)
    if value not in choices:
        raise ValueError(f"expected {name!r} to be one of {', '.join(choices)}; got {value!r}")
    return value


def in_order(values: Iterable[str]) -> list[str]:
    """Return each value once, in the order first met."""
    return list(dict.fromkeys(values))
