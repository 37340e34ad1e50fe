"""The contract: every table and column that the engine itself knows, and what each of them means.

A table is known by its name, or by the role that its package declares:
``"sourcebook": {"role": "readings"}``. All else that the engine knows of a book's tables follows
from what the package declares of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sourcebook.data.layout import BLANK, LINES
from sourcebook.problems import Problem

if TYPE_CHECKING:
    from sourcebook.data.tables import Table

EVIDENCE_COLUMN = "evidence"
CONTRADICTION, CERTAINTY, WORDING = "contradiction", "certainty", "wording"
PERSON, OPINION = "person", "opinion"
OF_A_SOURCE = {
    "title": "headline",
    "author": "author",
    "outlet": "outlet",
    "date": "date in EDTF",
    "origin": "source, or other text, that it was made from",
}


@dataclass(frozen=True)
class Role:
    """What a table is to the engine: the columns it needs, and those it can use, by their names.

    Each column is told with what it means. A book can leave out every role that is not
    ``required``; the table of a ``fixed`` one bears its name. ``referred`` names a role and a
    column: the table to which that column refers has the role, and nothing is declared.
    """

    name: str
    meaning: str
    needed: Mapping[str, str]
    optional: Mapping[str, str]
    required: bool = False
    fixed: bool = False
    referred: tuple[str, str] = ("", "")


SOURCES = Role(
    "sources",
    "One row for each file in seeds/: the register of sources.",
    {
        "id": "Short name of the source, by which all else refers to it.",
        "file": "The file, as seeds/name.txt.",
        "sha256": "SHA-256 of the file's bytes, in hexadecimal.",
        "short": "What a marker calls the source.",
    },
    {
        "kind": "What kind of text it is.",
        **{name: f"Its {what}; empty where it is not known." for name, what in OF_A_SOURCE.items()},
        **{f"{name}_evidence": f"Ids of the evidence for its {name}." for name in OF_A_SOURCE},
        **{f"{name}_basis": f"How its {name} was come by." for name in OF_A_SOURCE},
        "reliability": "How reliable the source is, from A to F.",
        "reliability_reason": "Why that letter was given.",
        "damage": "What is wrong with the text of the file.",
        "language": "Language of the text, as a BCP 47 tag such as en or pt-BR; its numbers and "
        "dates are read by that language’s rules.",
        "paragraphs": f"What a paragraph of the file is: {LINES} (each line; so too where it is "
        f"empty), or {BLANK} (what blank lines part, for a text wrapped into lines).",
        "first_page": "Number of the first page, where form feeds part pages; 1 where it is empty.",
        "original": "The file that the text was extracted from, as seeds/originals/name.pdf.",
        "original_sha256": "SHA-256 of the original, in hexadecimal.",
        "extractor": "What extracted the text, with its version; sourcebook add writes it.",
    },
    required=True,
    fixed=True,
)
EVIDENCE = Role(
    "evidence",
    "One row for each quotation that carries something.",
    {
        "id": "Short name of the quotation, as markers and tables cite it.",
        "source": "Id of the source that it stands in.",
        "quotation": "The exact words, found in one place of the source.",
    },
    {
        "prefix": "Words just before, where the quotation alone stands in several places.",
        "suffix": "Words just after, for the same purpose.",
        "speaker": "Who speaks, as an id; empty where the source itself does.",
        "mode": "In which way: report, quotation, paraphrase, caption, opinion, anonymous or "
        "apparatus, the file's words on itself.",
        "note": "A remark, shown with the quotation.",
    },
    required=True,
    fixed=True,
)
ASIDE = Role(
    "aside",
    "One row for each paragraph, or run of them, of a source that is left unused on purpose.",
    {
        "id": "Short name of the row.",
        "source": "Id of the source.",
        "paragraph": "Number of the paragraph, from 1; a range such as 3-7; or all.",
        "begins": "The words that it begins with, the first of several, so that a wrong number is "
        "noticed.",
        "reason": "Why it is set aside.",
    },
    {},
)
READINGS = Role(
    "readings",
    "One row for what one source answers to a question on which the sources part ways.",
    {
        "id": "Short name of the reading.",
        "question": "Id of the question, in the table to which this column refers.",
        "source": "Id of the source.",
        "reading": "What it says, in the book's words.",
        "evidence": "Ids of the quotations that carry it.",
    },
    {},
)
QUESTIONS = Role(
    "questions",
    "One row for each question on which the sources part ways.",
    {
        "id": "Short name of the question.",
        "question": "The question in full.",
        "nature": f"In what way the readings differ: {CONTRADICTION}, {CERTAINTY} and {WORDING} "
        "count when evidence is graded; any other word is only shown.",
    },
    {"short": "The question in a few words, for figures."},
    referred=(READINGS.name, "question"),
)
SPEAKERS = Role(
    "speakers",
    "One row for each person or organisation that evidence can name as speaking.",
    {"id": "Short name of the speaker."},
    {"kind": f"“{PERSON}” for a person; anything else is taken for an organisation."},
    referred=(EVIDENCE.name, "speaker"),
)
STRENGTHS = Role(
    "strengths",
    "One row for each group of words that say equally much of the book's own subject.",
    {
        "id": "Short name of the group.",
        "words": "Its words, each in one form, apart by commas.",
    },
    {"above": "Ids of the groups that say less; those below these need not be named."},
)
REFERENCES = Role(
    "references",
    "One row for each publication from which the second tier takes a figure.",
    {
        "id": "Short name of the publication.",
        "outlet": "Who published it.",
        "url": "Its address on the web.",
        "date": "Its date in EDTF, or “not recorded”.",
        "grade": "How far it can be relied on.",
    },
    {"note": "A remark, shown with the publication."},
    required=True,
)
BEARINGS = Role(
    "bearings",
    "One row for each place where the second tier bears on a row of the first.",
    {
        "id": "Short name of the row.",
        "table": "The table of the first tier.",
        "row": "Id of its row.",
        "evidence": "Ids of the evidence that states it.",
        "entries": "Ids of the rows of the second tier that bear on it.",
        "sentence": "How the two stand, in a sentence that both together carry.",
    },
    {"relation": "The same in a word, such as “agrees” or “complicates”."},
)
ENTRIES = Role(
    "entries",
    "Every other table of the second tier: one row for each figure that a publication reports.",
    {
        "id": "Short name of the figure, as markers cite it.",
        "reference": "Id of the publication.",
        "grade": "How far this figure can be relied on.",
        "value": "What is reported, as it is written there.",
    },
    {"unit": "Unit of the value.", "note": "A remark on the figure."},
)
FIRST_TIER = (SOURCES, EVIDENCE, ASIDE, READINGS, QUESTIONS, SPEAKERS, STRENGTHS)
SECOND_TIER = (REFERENCES, BEARINGS)
ROLES = (*FIRST_TIER, *SECOND_TIER, ENTRIES)


def playing(tables: Mapping[str, Table], roles: Iterable[Role]) -> dict[str, Table]:
    """Return the table that has each role, by the role's name; none that lacks a needed column."""
    found: dict[str, Table] = {}
    for role in roles:
        for table in _candidates(role, tables, found):
            if not _lacking(role, table):
                found.setdefault(role.name, table)
    return found


def check_contract(
    tables: Mapping[str, Table],
    roles: Iterable[Role],
    package: str,
    unread: Collection[str] = (),
) -> Iterator[Problem]:
    """Yield what is wrong with the tables that have a role: missing, incomplete, or two in one.

    ``package`` is the file that describes the tables. One that is there but ``unread`` is not
    missing: it has a problem of its own.
    """
    roles = list(roles)
    found: dict[str, Table] = {}
    for role in roles:
        claiming = _candidates(role, tables, found)
        found.update((role.name, table) for table in claiming[:1])
        if role.required and not claiming and role.name not in unread:
            yield _missing(role, tables, package)
        if len(claiming) > 1:
            yield _several(role, claiming, package)
        for table in claiming:
            yield from check_columns(role, table, package)
    yield from _strange(tables, roles, package)


def check_columns(role: Role, table: Table, package: str) -> Iterator[Problem]:
    """Yield the problem of a table that lacks columns which its role needs."""
    if absent := _lacking(role, table):
        yield Problem(
            table.file,
            1,
            f"the table “{table.name}” lacks what “{role.name}” cannot do without",
            f"no column {', '.join(absent)}",
            "; ".join(f"{name}: {role.needed[name]}" for name in absent).rstrip("."),
            f"add the column to the file and to {package}{_or_leave(role, table)}",
        )


def _candidates(role: Role, tables: Mapping[str, Table], found: Mapping[str, Table]) -> list[Table]:
    """Return the tables that are, or claim to be, what a role is for."""
    if role.referred[0]:
        referring = found.get(role.referred[0])
        field = referring.field(role.referred[1]) if referring else None
        return [tables[field.refers]] if field and field.refers in tables else []
    if role.fixed:
        return [tables[role.name]] if role.name in tables else []
    return [table for table in tables.values() if _claims(table) == role.name]


def _claims(table: Table) -> str:
    return table.name if table.declared.role is None else table.declared.role


def _lacking(role: Role, table: Table) -> list[str]:
    return [name for name in role.needed if table.field(name) is None]


def _missing(role: Role, tables: Mapping[str, Table], package: str) -> Problem:
    return Problem(
        package,
        None,
        f"there is no readable table “{role.name}”",
        ", ".join(tables) or "no table",
        f"a table of that {'name' if role.fixed else 'name or role'}. {role.meaning}".rstrip("."),
        "describe the table in the package and put its file there",
    )


def _several(role: Role, claiming: list[Table], package: str) -> Problem:
    return Problem(
        package,
        None,
        f"two tables have the role “{role.name}”",
        ", ".join(table.name for table in claiming),
        f"one table. {role.meaning}".rstrip("."),
        'give the other another name, or declare "sourcebook": {"role": ""} for it',
    )


def _strange(tables: Mapping[str, Table], roles: list[Role], package: str) -> Iterator[Problem]:
    known = [one.name for one in roles if not (one.fixed or one.referred[0])]
    for table in tables.values():
        if table.declared.role and table.declared.role not in known:
            yield Problem(
                package,
                None,
                f"the role of table “{table.name}” cannot be declared",
                f"“{table.declared.role}”",
                f"one of {', '.join(known)}",
                "correct the property in the descriptor, or take it away",
            )


def _or_leave(role: Role, table: Table) -> str:
    if role.required or role.referred[0] or role is ENTRIES:
        return ""
    return f', or declare "sourcebook": {{"role": ""}} for “{table.name}”'
