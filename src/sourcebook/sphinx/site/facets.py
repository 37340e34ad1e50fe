"""What the rows of a table on a page can be filtered by, and what each cell sorts by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

from sourcebook.analysis.grades import WORDS, credibility
from sourcebook.data.basis import NOT_STATED
from sourcebook.data.objects import find_object, kinds
from sourcebook.sphinx.markers.computed import NOTE
from sourcebook.sphinx.nodes import LINKED_BACK, Marker, Mention
from sourcebook.sphinx.site.search import BEFORE_A_STOP
from sourcebook.sphinx.site.search import words as sought
from sourcebook.text.dates import dates, may_date
from sourcebook.text.plain_dates import span

if TYPE_CHECKING:
    from sourcebook.data.book import Book

SOURCE, GRADE, YEAR = "Source", "Credibility", "Year"
LAST = "\U0010fffd"  # sorts after all words
SILENT = {"", "–", NOT_STATED}
NUMBER = re.compile(r"[^\w\d]{0,2}(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?![\d-])")
LONGEST, MOST, MOST_LISTED = 40, 12, 60
Facets = dict[str, list[str]]


class Cell(NamedTuple):
    """A cell of a table, and what it says."""

    node: nodes.Element
    words: str


def words(node: nodes.Element) -> str:
    """Return what a cell says, without its markers unless it holds nothing else."""
    parts = [one for one in node.children if isinstance(one, nodes.Element)]
    whole = (one.astext() for one in parts if LINKED_BACK not in one["classes"])
    return without_markers(node) or " ".join(" ".join(whole).split())


def without_markers(node: nodes.Element) -> str:
    """Return what a cell says, without its markers."""
    said = " ".join("".join(sought(node)).split()).replace(NOTE, "")
    return BEFORE_A_STOP.sub("", said)


def read(rows: Iterable[nodes.row]) -> list[list[Cell]]:
    """Return the cells of rows; an empty first cell stands for the one above it."""
    found: list[list[Cell]] = []
    for row in rows:
        nodes_of = (one for one in row.children if isinstance(one, nodes.Element))
        first, *others = (Cell(one, words(one)) for one in nodes_of)
        found.append([first if first.words or not found else found[-1][0], *others])
    return found


def cited(row: nodes.Element) -> list[str]:
    """Return the ids of all evidence that a row cites."""
    found = (one for marker in row.findall(Marker) for one in marker["evidence"])
    return list(dict.fromkeys(found))


def facets(
    book: Book, heads: Sequence[str], rows: Sequence[nodes.row], lines: Sequence[Sequence[Cell]]
) -> tuple[Facets, list[str]]:
    """Return the values by which rows can be told apart, by what they are values of.

    With them come the places of each row's values, such as ``0.2 1.0``: its first facet has the
    third of the values, its second the first.
    """
    held = [_held(book, row, cells) for row, cells in zip(rows, lines, strict=True)]
    for at, head in enumerate(heads):
        if head in {name for row in held for name in row}:
            continue
        column = [without_markers(cells[at].node) for cells in lines]
        if _sorts(column):
            for row, value in zip(held, column, strict=True):
                row[head] = [] if value in SILENT else [value]
    names = dict.fromkeys(name for row in held for name in row)
    found: Facets = {}
    for name in names:
        values = sorted({one for row in held for one in row.get(name, ())})
        if 1 < len(values) <= MOST_LISTED and len(values) < len(rows):
            found[name] = values
    order = list(found)
    places = [
        " ".join(
            f"{order.index(name)}.{found[name].index(value)}"
            for name in order
            for value in row.get(name, ())
        )
        for row in held
    ]
    return found, places


def sort_keys(column: Sequence[str]) -> list[str]:
    """Return what the cells of a column sort by: their days, their numbers or their words.

    An empty key stands for the words as they are; what says nothing comes last.
    """
    said = [one for one in column if one not in SILENT]
    for key in (_day, _number):
        keys = [key(one) for one in said]
        if said and sum(map(bool, keys)) * 2 > len(said):
            return [LAST if one in SILENT else key(one) or LAST for one in column]
    return [LAST if one in SILENT else _plain(one) for one in column]


def _held(book: Book, row: nodes.row, cells: Sequence[Cell]) -> dict[str, list[str]]:
    """Return the sources, objects, best grade and years of a row."""
    evidence = [one for one in cited(row) if one in book.evidence]
    held: dict[str, Iterable[str]] = {
        SOURCE: (book.sources[book.evidence[one].source].text("short") for one in evidence),
    }
    tables = kinds(book)
    for one in (mention for cell in cells for mention in cell.node.findall(Mention)):
        if one["kind"] in tables and one["key"] in book.rows(tables[one["kind"]].name):
            name = find_object(book, one["kind"], one["key"]).name
            kind = one["kind"].capitalize()
            held[kind] = [*held.get(kind, ()), name]
    held[YEAR] = (year for cell in cells for year in _years(cell.words))
    best = min((credibility(book, one).number for one in evidence), default=0)
    held |= row.get("held", {})
    held[GRADE] = [f"{best}, {WORDS[best]}"] if best else []
    return {name: list(dict.fromkeys(values)) for name, values in held.items()}


def _years(said: str) -> list[str]:
    found = dates(said) if may_date(said) else []
    return [one[:4] for one in found if re.match(r"\d{4}", one)]


def _sorts(column: Sequence[str]) -> bool:
    """Tell whether the cells of a column sort rows into a few kinds."""
    said = {one for one in column if one not in SILENT}
    few = 1 < len(said) <= MOST and len(said) * 2 <= len(column)
    return few and all(len(one) <= LONGEST and not _number(one) for one in said)


def _day(said: str) -> str:
    found = dates(said) if len(said) <= LONGEST and may_date(said) else []
    days = span(found[0]) if found else None
    return f"{(days[0] or days[1]):%Y-%m-%d}" if days and any(days) else ""


def _number(said: str) -> str:
    found = NUMBER.match(said)
    return f"{float(found[1].replace(',', '') + (found[2] or '')):020.6f}" if found else ""


def _plain(said: str) -> str:
    """Return words from their first letter on and without marks; empty if they are so already."""
    letters = (one for one in unicodedata.normalize("NFKD", said) if not unicodedata.combining(one))
    bare = "".join(letters)
    first = re.search(r"[^\W_]", bare)
    bare = bare[first.start() :] if first else bare
    return "" if bare == said else bare
