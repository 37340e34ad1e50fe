"""The bibliography as it is, in BibTeX, and turned into CSL-JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pybtex.database import Entry, Person

    from sourcebook.data.book import Book

FILE = "data/references.bib"
TYPES = {
    "article": "article-journal",
    "book": "book",
    "booklet": "pamphlet",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "manual": "report",
    "mastersthesis": "thesis",
    "online": "webpage",
    "phdthesis": "thesis",
    "proceedings": "book",
    "techreport": "report",
    "unpublished": "manuscript",
}
FIELDS = {
    "title": "title",
    "journal": "container-title",
    "booktitle": "container-title",
    "series": "collection-title",
    "publisher": "publisher",
    "institution": "publisher",
    "school": "publisher",
    "howpublished": "publisher",
    "address": "publisher-place",
    "volume": "volume",
    "number": "issue",
    "pages": "page",
    "edition": "edition",
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "url": "URL",
    "note": "note",
}
VERBATIM = {"url", "doi"}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def files(book: Book, bibtex: str, csl: str) -> dict[str, bytes]:
    """Return both forms under the names given; nothing where the book has no bibliography."""
    path = book.root / FILE
    if not path.is_file():
        return {}
    items = json.dumps(csl_items(path), ensure_ascii=False, indent=1) + "\n"
    return {bibtex: path.read_bytes(), csl: items.encode()}


def csl_items(path: Path) -> list[dict[str, Any]]:
    """Return the entries of a BibTeX file as items of CSL-JSON, in the order of the file."""
    from pybtex.database import parse_file  # here, so that checking a book does not wait for it

    entries = parse_file(str(path), "bibtex").entries
    return [_item(key, entry) for key, entry in entries.items()]


def _item(key: str, entry: Entry) -> dict[str, Any]:
    fields = {name.lower(): value for name, value in entry.fields.items()}
    kind = TYPES.get(entry.type, "document")
    if entry.type == "article" and not {"volume", "number", "pages"} & fields.keys():
        kind = "article-magazine"
    item: dict[str, Any] = {"id": key, "type": kind}
    for role in ("author", "editor"):
        people = [_name(one) for one in entry.persons.get(role, [])]
        item |= {role: people} if people else {}
    for name, variable in FIELDS.items():
        if name in fields:
            item[variable] = fields[name] if name in VERBATIM else _plain(fields[name])
    issued = _date(fields)
    return item | ({"issued": {"date-parts": [issued]}} if issued else {})


def _name(person: Person) -> dict[str, str]:
    family = " ".join(person.last_names)
    given = " ".join([*person.first_names, *person.middle_names])
    if not given and family.startswith("{"):
        return {"literal": _plain(family)}
    parts = {
        "family": family,
        "given": given,
        "non-dropping-particle": " ".join(person.prelast_names),
        "suffix": " ".join(person.lineage_names),
    }
    return {part: _plain(words) for part, words in parts.items() if words}


def _date(fields: dict[str, str]) -> list[int]:
    """Return year, month and day as far as they are given; an interval gives its first day."""
    if found := DATE.match(fields.get("date", "")):
        return [int(part) for part in found.groups() if part]
    if not fields.get("year", "").isdigit():
        return []
    month = fields.get("month", "").lower()[:3]
    known = [MONTHS.index(month) + 1] if month in MONTHS else []
    day = fields.get("day", "")
    return [int(fields["year"]), *known, *([int(day)] if known and day.isdigit() else [])]


def _plain(latex: str) -> str:
    from pybtex.richtext import Text

    return str(Text.from_latex(latex))
