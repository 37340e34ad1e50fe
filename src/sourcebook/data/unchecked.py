"""A book read but not checked: seeds, evidence and tables, and what could not be read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sourcebook.data.book import SEEDS, find_root
from sourcebook.data.context import Context, read_context
from sourcebook.data.contract import EVIDENCE, FIRST_TIER, SOURCES, check_contract, playing
from sourcebook.data.evidence import Evidence, resolve_all
from sourcebook.data.layout import BLANK, FORMS, LINES
from sourcebook.data.remembered import Memory
from sourcebook.data.safe_paths import fault
from sourcebook.data.seeds import READERS, Seed, read_seed
from sourcebook.data.settings import read_settings, setting
from sourcebook.data.tables import PACKAGE, read_tables
from sourcebook.problems import BookError, Problem
from sourcebook.text.abroad.tongue import is_tag, known
from sourcebook.text.own_units import declare

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sourcebook.data.tables import Row, Table

NUMBER = re.compile(r"[0-9]{1,6}")


@dataclass(frozen=True)
class Unchecked:
    """What was read. ``roles`` are tables by their role; ``unlocated`` ids of evidence not found.

    ``unread`` are the names of tables that the package describes and that could not be read.

    ``in_settings``, ``in_tables``, ``in_seeds``, ``in_quotations`` and ``in_context`` are why
    something could not be read. ``memory`` knows what was found wrong in the cells before.
    """

    root: Path
    tables: dict[str, Table]
    roles: Mapping[str, Table]
    seeds: dict[str, Seed]
    evidence: dict[str, Evidence]
    unlocated: frozenset[str]
    unread: frozenset[str]
    context: Context
    settings: Mapping[str, Any]
    in_settings: list[Problem]
    in_tables: list[Problem]
    in_seeds: list[Problem]
    in_quotations: list[Problem]
    in_context: list[Problem]
    memory: Memory = field(default_factory=Memory)


def read_unchecked(root: Path | None = None, memory: Memory | None = None) -> Unchecked:
    """Read the seeds, evidence and tables of the book at or above ``root`` (default: here).

    Raises :class:`BookError` only where there is no book, or no readable description of its tables.
    """
    root = find_root(root)
    tables, in_tables, unread = read_tables(root)
    roles = playing(tables, FIRST_TIER)
    settings, in_settings = read_settings(root)
    declare(setting(settings, "units"))
    own = setting(settings, "language")
    seeds, in_seeds = _read_seeds(root, roles.get(SOURCES.name), own)
    rows = roles[EVIDENCE.name].rows if EVIDENCE.name in roles else ()
    evidence, in_quotations = resolve_all(tuple(row for row in rows if row.whole), seeds)
    context, in_context = read_context(root)
    unlocated = frozenset(row.text("id") for row in rows) - evidence.keys()
    read = (root, tables, roles, seeds, evidence, unlocated, frozenset(unread), context, settings)
    why = (in_settings, in_tables, in_seeds, in_quotations, in_context)
    return Unchecked(*read, *why, memory or Memory())


def read_to_search(root: Path | None = None) -> tuple[Path, dict[str, Seed], Table]:
    """Return a book's root, its seeds and its table of evidence, with nothing looked up in them.

    Raises :class:`BookError` if there is no book, or no table of evidence in it.
    """
    root = find_root(root)
    tables, problems, unread = read_tables(root, validated=False)
    roles = playing(tables, FIRST_TIER)
    if EVIDENCE.name not in roles:
        raise BookError(problems or check_contract(tables, FIRST_TIER, PACKAGE, unread))
    own = setting(read_settings(root)[0], "language")
    return root, _read_seeds(root, roles.get(SOURCES.name), own)[0], roles[EVIDENCE.name]


def _read_seeds(
    root: Path, sources: Table | None, own: str
) -> tuple[dict[str, Seed], list[Problem]]:
    seeds: dict[str, Seed] = {}
    problems: list[Problem] = []
    for row in sources.rows if sources else ():
        source, file = row.text("id"), row.text("file")
        if source in seeds:
            continue
        if reason := fault(root, SEEDS, file):
            problems.append(_no_seed(row, source, reason))
            continue
        form, first = row.text("paragraphs") or LINES, row.text("first_page") or "1"
        if form not in FORMS or not NUMBER.fullmatch(first):
            problems.append(_no_layout(row, source))
            continue
        language = row.text("language") or own
        if not is_tag(language):
            problems.append(_no_language(row, source))
            language = own
        try:
            read = (row.text("sha256"), form, int(first), language)
            seeds[source] = read_seed(root, file, source, *read)
        except BookError as error:
            problems += error.problems
    return seeds, problems + _unregistered(root, sources)


def _no_seed(row: Row, source: str, reason: str) -> Problem:
    return Problem(
        row.file,
        row.line,
        f"the file of source “{source}” is none of the book's seeds",
        f"{row.text('file')!r}: {reason}",
        f"a plain file inside {SEEDS}/, such as {SEEDS}/{source}.txt",
        f"put a copy of the file into {SEEDS}/ and name that",
    )


def _no_layout(row: Row, source: str) -> Problem:
    return Problem(
        row.file,
        row.line,
        f"it is not clear what the paragraphs and pages of source “{source}” are",
        f"paragraphs “{row.text('paragraphs')}”, first_page “{row.text('first_page')}”",
        f"paragraphs {' or '.join(FORMS)}, or empty; first_page a number, or empty",
        f"write {BLANK} for a text in which blank lines part the paragraphs, or leave it empty",
    )


def _no_language(row: Row, source: str) -> Problem:
    return Problem(
        row.file,
        row.line,
        f"it is not clear what language source “{source}” is in",
        f"“{row.text('language')}”",
        "a BCP 47 tag, such as en, de or sr-Latn, or nothing for the book's own",
        f"write its tag; numbers are read in {', '.join(known())}",
    )


def _unregistered(root: Path, sources: Table | None) -> list[Problem]:
    registered = {row.text("file") for row in sources.rows} if sources else set()
    return [
        Problem(
            f"{SEEDS}/{path.name}",
            None,
            "the file is not in the register of sources",
            path.name,
            "every seed registered",
            "add a row to data/sources.csv, or take the file away",
        )
        for path in sorted((root / SEEDS).iterdir())
        if path.suffix.lower() in READERS and f"{SEEDS}/{path.name}" not in registered
    ]
