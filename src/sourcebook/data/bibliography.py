"""The bibliographies of a book: which files they are, and what is wrong in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sourcebook.data.addresses import fault_of_doi, fault_of_eprint, fault_outside, refused
from sourcebook.data.basis import STATED
from sourcebook.data.safe_paths import fault_of_file
from sourcebook.problems import Problem

if TYPE_CHECKING:
    from pybtex.database import BibliographyData, Entry

    from sourcebook.data.tables import Table

FOLDER = "data"
FILE = f"{FOLDER}/references.bib"
NO_AUTHOR, NO_TITLE = "No author stated", "No title stated"
COMMAND = re.compile(r"\\(?:url|href|path)\s*\{([^{}]*)\}")
DECIDED = {
    "url": fault_outside,
    "doi": fault_of_doi,
    "eprint": fault_of_eprint,
    "pubmed": fault_of_eprint,
}


def bibliographies(root: Path) -> list[Path]:
    """Return the bibliographies among a book's data that are plain files of its own, sorted."""
    found = sorted((root / FOLDER).glob("**/*.bib"))
    return [one for one in found if one.is_file() and not fault_of_file(root, FOLDER, one)]


def check_bibliographies(root: Path, sources: Table | None = None) -> Iterator[Problem]:
    """Yield each bibliography that cannot be read, and what its entries may not say.

    That is an address that none may link to, and that a source does not state what it states by
    its row of the register.
    """
    found = bibliographies(root)
    if not found:
        yield Problem(
            FILE,
            None,
            "there is no bibliography",
            f"no BibTeX file in {FOLDER}/",
            "an entry for each source, under the source's id",
            "put the file there",
        )
    for path in found:
        file, text = path.relative_to(root).as_posix(), path.read_text("utf-8", errors="replace")
        parsed = _parsed(text, file)
        if isinstance(parsed, Problem):
            yield parsed
        else:
            yield from _faults(parsed, file, text)
            yield from _behind(parsed, sources, file, text) if sources else ()


def _parsed(text: str, file: str) -> BibliographyData | Problem:
    from pybtex.database.input.bibtex import Parser  # here: a book without one waits for nothing
    from pybtex.exceptions import PybtexError

    try:
        parsed: BibliographyData = Parser().parse_string(text)
        return parsed
    except (PybtexError, RecursionError) as error:
        line = getattr(error, "lineno", None) or _line_again(text, str(error))
        what, expected = "the bibliography cannot be read", "entries in BibTeX, each key once"
        return Problem(file, line, what, str(error), expected, "mend the entry")


def _line_again(text: str, said: str) -> int | None:
    """Return the line of the last entry that has the key which an error ends with."""
    key = re.escape(said.rpartition(" ")[2])
    found = [*re.finditer(rf"@\s*\w+\s*[{{(]\s*{key}\s*,", text)]
    return text.count("\n", 0, found[-1].start()) + 1 if found else None


def _faults(parsed: BibliographyData, file: str, text: str) -> Iterator[Problem]:
    for key, entry in parsed.entries.items():
        for name, value in entry.fields.items():
            for address, reason in _of_field(name.lower(), value):
                line = _line(text, key, name, address)
                yield refused(file, line, f"the {name} of “{key}”", address, reason)


def _behind(parsed: BibliographyData, sources: Table, file: str, text: str) -> Iterator[Problem]:
    """Yield each entry that lacks an author, a title or a year that the register states."""
    for row in sources.rows:
        entry = parsed.entries.get(row.text("id"))
        for name, column in _lacking(entry) if entry else ():
            value, field = row.text(column), sources.field(column)
            if value and field and row.text(field.basis) in ("", STATED):
                what = f"the {name} of “{row.text('id')}” is not that of the register"
                do = f"write {name} = {{…}} in its entry, or empty the column “{column}”"
                expected = f"“{value}”, as {row.file}:{row.line} has it"
                line = _line(text, row.text("id"), name, "")
                yield Problem(file, line, what, f"no {name} stated", expected, do)


def _lacking(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield what an entry says that it has not, and the register’s column of it."""
    authors = " ".join(str(one) for one in entry.persons.get("author", ()))
    if NO_AUTHOR in authors.replace("{", "").replace("}", ""):
        yield "author", "author"
    if NO_TITLE in entry.fields.get("title", ""):
        yield "title", "title"
    if not entry.fields.get("year"):
        yield "year", "date"


def _of_field(name: str, value: str) -> Iterator[tuple[str, str]]:
    decides = DECIDED.get(name)
    if decides and (reason := decides(value)):
        yield value, reason
    for address in COMMAND.findall(value):
        if reason := fault_outside(address.strip()):
            yield address, reason


def _line(text: str, key: str, name: str, address: str) -> int:
    """Return the line of an entry's address or, failing that, of its field or of the entry."""
    entry = re.search(rf"@\s*\w+\s*[{{(]\s*{re.escape(key)}\s*,", text)
    start = entry.start() if entry else 0
    field = re.compile(rf"\b{re.escape(name)}\s*=", re.IGNORECASE).search(text, start)
    at = field.start() if field else start
    stands = text.find(address, at)
    return text.count("\n", 0, stands if stands >= 0 else at) + 1
