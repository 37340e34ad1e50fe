"""What the rows of a table are, as its package declares: a kind of object, its name, its claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sourcebook.problems import Problem

if TYPE_CHECKING:
    from sourcebook.tables import Table

PACKAGE = "data/datapackage.json"
KIND = re.compile(r"[a-z]+(-[a-z]+)*")
TAKEN = {"cite", "doc", "eq", "ev", "evidence", "math", "numref", "quote", "ref", "term", "value"}
REGISTERS = {"sources": ("source", "short"), "evidence": ("", "")}
LISTS = ("line", "variants", "about", "alike")
WORDS = ("kind", "plural", "name", "says")
EXAMPLE = '{"kind": "light", "name": "designation", "line": ["class", "built"]}'


@dataclass(frozen=True)
class Meaning:
    """What the rows of a table are.

    ``kind`` is the kind of object that each row is, in one word and, in ``plural``, in words for
    many; empty for a table whose rows are none. These name columns: ``name`` the object's name,
    ``line`` what is said of it in one line, ``variants`` its other names, ``about`` what rows of
    several sources share if they speak of the same thing, ``alike`` what they share if, with
    one date or number, they tell of the same thing, ``says`` what a row states as a sentence.
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
    fault: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """Return every column that the declaration names."""
        single = tuple(one for one in (self.name, self.says) if one)
        return (*single, *self.line, *self.variants, *self.about, *self.alike)


def read_meaning(table: str, declared: Any) -> Meaning:
    """Return what the package's property ``sourcebook`` declares the rows of a table to be."""
    kind, name = REGISTERS.get(table, ("", ""))
    if not isinstance(declared, Mapping):
        return Meaning(kind, name=name, fault=f"“{declared}”")
    words = {key: declared.get(key, "") for key in WORDS}
    lists = {key: declared.get(key, []) for key in LISTS}
    wrong = [f"“{key}”" for key in declared if key not in (*WORDS, *LISTS)]
    wrong += [f"“{key}” is not a word" for key, one in words.items() if not isinstance(one, str)]
    wrong += [f"“{key}” is not a list" for key, one in lists.items() if not _is_list(one)]
    if wrong:
        return Meaning(kind, name=name, fault=", ".join(wrong))
    if table in REGISTERS:
        words |= {"kind": kind, "name": name}
    words["plural"] = words["plural"] or f"{words['kind']}s"
    line, variants, about, alike = (tuple(lists[key]) for key in LISTS)
    return Meaning(**words, line=line, variants=variants, about=about, alike=alike)


def check_meanings(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """Yield what is wrong with the declared kinds: names taken, columns that are not there."""
    seen: dict[str, str] = {}
    for table in tables.values():
        kind, known = table.meaning.kind, [field.name for field in table.fields]
        missing = [f"“{one}”" for one in table.meaning.columns if one not in known]
        if table.meaning.fault:
            yield _problem(table, table.meaning.fault, EXAMPLE)
        elif missing and table.name not in REGISTERS:
            columns = f"columns of the table: {', '.join(known)}"
            yield _problem(table, f"no column {', '.join(missing)}", columns)
        if not kind or table.name in REGISTERS:
            continue
        if not KIND.fullmatch(kind) or kind in TAKEN or kind == "source":
            expected = f"small letters and hyphens, and none of {', '.join(sorted(TAKEN))}, source"
            yield _problem(table, f"the kind “{kind}”", expected)
        if kind in seen:
            found = f"the kind “{kind}”, which table “{seen[kind]}” declares too"
            yield _problem(table, found, "a kind for each table")
        if not table.key or not table.meaning.name:
            yield _problem(table, f"the kind “{kind}”", "a primary key, and a column for the name")
        seen.setdefault(kind, table.name)


def _is_list(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _problem(table: Table, found: str, expected: str) -> Problem:
    what = f"“sourcebook” of table “{table.name}” does not say what its rows are"
    return Problem(PACKAGE, None, what, found, expected, "correct the property in the descriptor")
