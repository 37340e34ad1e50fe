"""The book for programs: annotations, tables and bibliography as files in published formats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sourcebook.exports import bibliography, package, web_annotations

if TYPE_CHECKING:
    from sourcebook.data.book import Book


@dataclass(frozen=True)
class Export:
    """A file that programs can read: its name, its media type, and what it holds."""

    name: str
    type: str
    title: str


ANNOTATIONS = Export(
    "annotations.jsonld",
    'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"',
    "Every quotation as a W3C Web Annotation",
)
PACKAGE = Export(
    "data/datapackage.json",
    "application/json",
    "Every table as a Data Package, with its CSV files, for programs: each cell exactly as checked",
)
ZIP = Export("data.zip", "application/zip", "The same Data Package as one archive")
SHEETS = Export(
    "spreadsheets.zip",
    "application/zip",
    "Every table as CSV to open in a spreadsheet: what it would run as a formula begins with an"
    " apostrophe",
)
BIBTEX = Export("references.bib", "application/x-bibtex", "The bibliography as BibTeX")
CSL = Export(
    "references.csl.json",
    "application/vnd.citationstyles.csl+json",
    "The bibliography as CSL-JSON",
)
EXPORTS = (ANNOTATIONS, PACKAGE, ZIP, SHEETS, BIBTEX, CSL)


def contents(book: Book, links: Mapping[str, str] | None = None) -> dict[str, bytes]:
    """Return the bytes of every file by its name, the same for the same book.

    ``links`` leads from the id of a piece of evidence to its place on a page. A book without a
    bibliography has no files of it.
    """
    tables = package.files(book)
    return {
        ANNOTATIONS.name: web_annotations.serialise(book, links or {}),
        **{f"data/{name}": data for name, data in tables.items()},
        ZIP.name: package.archive(tables),
        SHEETS.name: package.archive(package.sheets(tables)),
        **bibliography.files(book, BIBTEX.name, CSL.name),
    }


def write(book: Book, folder: Path, links: Mapping[str, str] | None = None) -> list[Path]:
    """Write the files into a folder; return those whose contents were not there already."""
    written = []
    for name, data in contents(book, links).items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            written.append(path)
    return written
