"""The addresses that tables hold: each must be one that may be linked to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sourcebook.data.addresses import fault_of_doi, fault_outside, refused
from sourcebook.data.fields import Field
from sourcebook.data.tables import Table
from sourcebook.problems import Problem


def check_addresses(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """Yield each cell of a column of addresses or DOIs that holds none that may be linked to."""
    for table in tables.values():
        for field in table.fields:
            decides = fault_of_doi if field.name == "doi" else fault_outside
            for row in table.rows if _is_address(field) else ():
                cell = row.text(field.name)
                if cell and (reason := decides(cell)):
                    yield refused(row.file, row.line, f"column “{field.name}”", cell, reason)


def _is_address(field: Field) -> bool:
    return field.format == "uri" or field.name in ("url", "doi") or field.name.endswith("_url")
