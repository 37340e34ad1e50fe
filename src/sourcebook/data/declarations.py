"""What the rows of a table are, as its package declares: a kind of object, its name, its claims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sourcebook.data.contract import EVIDENCE, SOURCES

REGISTERS = {SOURCES.name: ("source", "short"), EVIDENCE.name: ("", "")}
LISTS = ("line", "variants", "about", "alike")
WORDS = ("kind", "plural", "name", "says")
ROLE = "role"


@dataclass(frozen=True)
class Declaration:
    """What the rows of a table are.

    ``kind`` is the kind of object that each row is, in one word and, in ``plural``, in words for
    many; empty for a table whose rows are none. These name columns: ``name`` the object's name,
    ``line`` what is said of it in one line, ``variants`` its other names, ``about`` what rows of
    several sources share if they speak of the same thing, ``alike`` what they share if, with
    one date or number, they tell of the same thing, ``says`` what a row states as a sentence.
    ``role`` is the role of the contract that the table is declared to have, or ``None``.
    ``fault`` is what cannot be read in the declaration.
    """

    kind: str = ""
    plural: str = ""
    name: str = ""
    says: str = ""
    line: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    role: str | None = None
    fault: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """Return every column that the declaration names."""
        single = tuple(one for one in (self.name, self.says) if one)
        return (*single, *self.line, *self.variants, *self.about, *self.alike)


def read_declaration(table: str, declared: Any) -> Declaration:
    """Return what the package's property ``sourcebook`` declares the rows of a table to be."""
    kind, name = REGISTERS.get(table, ("", ""))
    if not isinstance(declared, Mapping):
        return Declaration(kind, name=name, fault=f"“{declared}”")
    words = {key: declared.get(key, "") for key in WORDS}
    lists = {key: declared.get(key, []) for key in LISTS}
    wrong = [f"“{key}”" for key in declared if key not in (*WORDS, *LISTS, ROLE)]
    wrong += [f"“{key}” is not a word" for key, one in words.items() if not isinstance(one, str)]
    wrong += [f"“{ROLE}” is not a word"] if not isinstance(declared.get(ROLE, ""), str) else []
    wrong += [f"“{key}” is not a list" for key, one in lists.items() if not _is_list(one)]
    if wrong:
        return Declaration(kind, name=name, fault=", ".join(wrong))
    if table in REGISTERS:
        words |= {"kind": kind, "name": name}
    words["plural"] = words["plural"] or f"{words['kind']}s"
    lists = {key: tuple(lists[key]) for key in LISTS}
    return Declaration(**words, **lists, role=declared.get(ROLE))


def _is_list(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)
