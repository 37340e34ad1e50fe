"""How a value was come by: stated by a source, derived from what it states, or inferred."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sourcebook.text.in_words import date_words

STATED, DERIVED, INFERRED = "stated", "derived", "inferred"
KINDS = (STATED, DERIVED, INFERRED)
BASIS = "“stated”, “derived: 2020 + 3 years” or “inferred: the reason”"
IN_THE_FILE = "stated in the file"
NOT_STATED = "not stated"
NO_DATE = "no date stated"
DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


@dataclass(frozen=True)
class Basis:
    """How a value was come by: stated, derived (``why`` is the rule), inferred (the reason)."""

    kind: str
    why: str = ""

    @property
    def word(self) -> str:
        """Return “derived” or “inferred”; empty for what is stated."""
        return "" if self.kind == STATED else self.kind

    @property
    def note(self) -> str:
        """Return “inferred: the reason”, its days spelt out; empty for what is stated."""
        why = DAY.sub(lambda day: date_words(day[0]), self.why).replace(" - ", " − ")
        return f"{self.word}: {why}" if why else self.word

    def beside(self, words: str) -> str:
        """Return words with the whole note in brackets after them."""
        return with_note(words, self.note)

    def briefly_beside(self, words: str) -> str:
        """Return words with “(derived)” or “(inferred)” after them, the reason left out."""
        return with_note(words, self.word)


def with_note(words: str, note: str) -> str:
    """Return words with a note in brackets after them, if there is one."""
    return f"{words} ({note})" if note else words


def read_basis(cell: str) -> Basis:
    """Return the basis a cell declares; an empty cell means stated. Raises ``ValueError``."""
    kind, _, why = cell.partition(":")
    kind, why = kind.strip() or STATED, why.strip()
    if kind not in KINDS or bool(why) is (kind == STATED):
        raise ValueError(f"“{cell}” is not a basis; expected {BASIS}")
    return Basis(kind, why)


def basis_as_written(cell: str) -> Basis:
    """Return the basis a cell declares; what is no basis is never taken for stated."""
    try:
        return read_basis(cell)
    except ValueError:
        return Basis(cell)
