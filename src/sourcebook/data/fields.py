"""A column as the Data Package declares it, and the words for what each of its properties asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sourcebook.data.contract import EVIDENCE_COLUMN

STATES = {
    "quantity": "a number that the evidence states",
    "date": "a date in EDTF that the evidence states",
    "words": "words of the evidence",
}
HOLDS = {
    "evidence": "ids of evidence",
    "basis": "stated, or derived or inferred and why",
    "quotation": "words found in one place of the source",
    "context": "words found beside the quotation",
    "paragraph": "the number of a paragraph of the source",
    "opening": "words found at the start of the paragraph",
    "file": "the name of a file",
    "checksum": "compared with the file",
    "extractor": "what read the text out of the file, with its version",
    "language": "the tag of a language",
    "page": "the number of a page of the file",
}
BESIDE = {
    "evidence": "its evidence",
    "basis": "how it was come by",
    "unit": "its unit",
    "bound": "its bound",
}
OWN = ("states", "holds", "asked", *BESIDE)


@dataclass(frozen=True)
class Field:
    """A column: its schema, and how its cells are held against the row's evidence.

    ``states`` is a key of :data:`STATES`, or empty for prose, whose every number must be
    carried. ``holds`` is a key of :data:`HOLDS` for a column of ids, files or the like,
    which states nothing itself. ``beside`` names, for each property of
    :data:`BESIDE` that is declared, the column of the same row that holds it. ``refers`` names
    the table whose id the cell is; ``required`` means that no cell is empty; ``allowed`` lists the
    only values that the schema admits, where it names them. ``asked`` says of which rows the column
    is a fair question, as values of other columns; of every row where it is empty. ``others`` are
    the properties that neither this engine nor the standard knows.
    """

    name: str
    type: str
    format: str
    title: str
    description: str
    states: str
    holds: str
    beside: Mapping[str, str]
    refers: str
    required: bool
    allowed: tuple[str, ...]
    asked: Mapping[str, tuple[str, ...]]
    others: tuple[str, ...]

    @property
    def evidence(self) -> str:
        """Return the column that has the evidence of the cell."""
        return self.beside.get("evidence", EVIDENCE_COLUMN)

    @property
    def basis(self) -> str:
        """Return the column that says how the cell was come by; empty where it is stated."""
        return self.beside.get("basis", "")

    @property
    def unit(self) -> str:
        """Return the column that has the unit of a quantity; empty where there is none."""
        return self.beside.get("unit", "")

    @property
    def bound(self) -> str:
        """Return the column that has the bound of a quantity; empty where there is none."""
        return self.beside.get("bound", "")

    @property
    def closed(self) -> bool:
        """Say whether the schema itself admits only known values."""
        return bool(self.allowed or self.refers)


def read_field(field: Any, refers: str) -> Field:
    """Return a column of a resource's schema; ``refers`` is the table whose ids it holds."""
    custom = field.custom
    return Field(
        name=field.name,
        type=field.type,
        format=field.format or "default",
        title=field.title or field.name.replace("_", " ").capitalize(),
        description=field.description or "",
        states=custom.get("states", ""),
        holds=custom.get("holds", ""),
        beside={name: str(custom[name]) for name in BESIDE if custom.get(name)},
        refers=refers,
        required=bool(field.constraints.get("required")),
        allowed=tuple(map(str, field.constraints.get("enum", ()))),
        asked=_asked(custom.get("asked", {})),
        others=tuple(name for name in custom if name not in OWN),
    )


def _asked(declared: Any) -> dict[str, tuple[str, ...]]:
    """Return the values a column is asked of; what cannot be read stands as a column's name."""
    if not isinstance(declared, Mapping):
        return {repr(declared): ()}
    return {
        str(name) if isinstance(values, list) else f"{name}: {values}": tuple(map(str, values))
        for name, values in declared.items()
    }
