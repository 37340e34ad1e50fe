"""The kinds of object that the tables declare, held against their columns and one another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sourcebook.data.declarations import REGISTERS
from sourcebook.data.tables import PACKAGE, Table
from sourcebook.problems import Problem

KIND = re.compile(r"[a-z]+(-[a-z]+)*")
ROLES = """
ab abbr abbreviation ac acronym anonymous-reference any attr citation-reference cite class code
command computed confval const context count cve cwe data deco derived dfn doc download emphasis
envvar eq ev eval evidence example exc file footcite footnote-reference func glue guilabel i index
inferred kbd keyword literal mailheader makevar manpage math menuselection meth mimetype mod
named-reference nb-download newsgroup numref obj option pep pep-reference program quote raw ref
regexp restructuredtext-unimplemented-role rfc rfc-reference row samp source strong sub sub-ref
subscript substitution-reference sup superscript t target term title title-reference token type
uri uri-reference url value
"""
TAKEN = frozenset(ROLES.split())
EXAMPLE = '{"kind": "light", "name": "designation", "line": ["class", "built"]}'


def check_kinds(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """Yield what is wrong with the declared kinds: names taken, columns that are not there."""
    seen: dict[str, str] = {}
    for table in tables.values():
        kind, known = table.declared.kind, [field.name for field in table.fields]
        missing = [f"“{one}”" for one in table.declared.columns if one not in known]
        if table.declared.fault:
            yield _problem(table, table.declared.fault, EXAMPLE)
        elif missing and table.name not in REGISTERS:
            columns = f"columns of the table: {', '.join(known)}"
            yield _problem(table, f"no column {', '.join(missing)}", columns)
        if not kind or table.name in REGISTERS:
            continue
        if not KIND.fullmatch(kind) or kind in TAKEN:
            expected = "small letters and hyphens, and none that is a role already, such as “cite”"
            yield _problem(table, f"the kind “{kind}”", expected)
        if kind in seen:
            found = f"the kind “{kind}”, which table “{seen[kind]}” declares too"
            yield _problem(table, found, "a kind for each table")
        if not table.key or not table.declared.name:
            yield _problem(table, f"the kind “{kind}”", "a primary key, and a column for the name")
        seen.setdefault(kind, table.name)


def _problem(table: Table, found: str, expected: str) -> Problem:
    what = f"“sourcebook” of table “{table.name}” does not say what its rows are"
    return Problem(PACKAGE, None, what, found, expected, "correct the property in the descriptor")
