"""How a value was come by: stated by a source, derived from what it states, or inferred."""

from __future__ import annotations

from dataclasses import dataclass

STATED, DERIVED, INFERRED = "stated", "derived", "inferred"
BASIS = "“stated”, “derived: 2020 + 3 years” or “inferred: the reason”"


@dataclass(frozen=True)
class Basis:
    """How a value was come by: stated, derived (``why`` is the rule), inferred (the reason)."""

    kind: str
    why: str


def read_basis(cell: str) -> Basis:
    """Return the basis a cell declares; an empty cell means stated. Raises ``ValueError``."""
    kind, _, why = cell.partition(":")
    kind, why = kind.strip() or STATED, why.strip()
    if kind not in (STATED, DERIVED, INFERRED) or bool(why) is (kind == STATED):
        raise ValueError(f"“{cell}” is not a basis; expected {BASIS}")
    return Basis(kind, why)
