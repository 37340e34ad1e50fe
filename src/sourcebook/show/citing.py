"""How to cite the book and what is in it, from its CITATION.cff and its register of sources."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

import yaml

from sourcebook.data.addresses import EXPECTED, fault_outside
from sourcebook.data.basis import NO_DATE
from sourcebook.data.book import Book
from sourcebook.data.cells import filled
from sourcebook.data.contract import SOURCES
from sourcebook.data.evidence import Evidence
from sourcebook.problems import BookError, Problem

FILE = "CITATION.cff"
CHANGES = "CHANGELOG.md"
TITLE = re.compile(r"^# +(.+?) *$", re.MULTILINE)
HERE, PLACE, ADDRESS, KEY, DAY = "«title»", "«place»", "«address»", "«key»", "«day»"
BOOK = "handbook"
NEEDED = ("title", "version", "authors")


def cite(book: Book, what: str, key: str = "") -> str:
    """Return how to cite something: book, bibtex, page or statement.

    ``key`` is the name of a page as Sphinx has it, or the id of a piece of evidence. Raises
    :class:`BookError` for anything else, or where CITATION.cff does not serve.
    """
    made = {
        "book": lambda: in_words(book),
        "bibtex": lambda: bibtex(book),
        "page": lambda: page(book, key),
        "statement": lambda: quoted(book, key),
    }
    if what not in made:
        raise _refuse(f"“{what}” cannot be cited", what, f"one of {', '.join(made)}")
    return made[what]()


@dataclass(frozen=True)
class Citation:
    """What CITATION.cff says of the book; ``released`` and ``url`` may be empty.

    Where it does not say when the version was released, the changelog may.
    """

    title: str
    version: str
    authors: tuple[str, ...]
    released: str
    url: str


def read_citation(book: Book) -> Citation:
    """Read CITATION.cff; raises :class:`BookError` where it is missing or lacks what is needed."""
    try:
        found: Any = yaml.safe_load((book.root / FILE).read_text("utf-8"))
    except (OSError, yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise _refuse(
            f"{FILE} cannot be read", str(error), "a Citation File Format file"
        ) from error
    missing = [one for one in NEEDED if not isinstance(found, dict) or not found.get(one)]
    if missing:
        raise _refuse(f"{FILE} lacks something", ", ".join(missing), ", ".join(NEEDED))
    url = str(found.get("url", ""))
    if url and (reason := fault_outside(url)):
        raise _refuse("its url may not be linked to", f"{url!r}: {reason}", EXPECTED)
    return Citation(
        str(found["title"]),
        str(found["version"]),
        tuple(_author(one) for one in found["authors"]),
        str(found.get("date-released", "")) or _dated(book, str(found["version"])),
        url,
    )


def forms(one: Citation) -> dict[str, str]:
    """Return the citation of a place in the book, in words, as BibTeX and as CSL-JSON.

    What a page fills in stands between guillemets: its title, the paragraph, row or figure, the
    address, the key made of that, and the day.
    """
    year = one.released[:4]
    item: dict[str, Any] = {
        "id": f"{BOOK}-{KEY}",
        "type": "webpage",
        "author": [{"literal": author} for author in one.authors],
        "title": HERE,
        "section": PLACE,
        "container-title": one.title,
        "version": one.version,
        "issued": {"date-parts": [[int(part) for part in one.released.split("-")]]} if year else "",
        "accessed": {"raw": DAY},
        "URL": ADDRESS,
    }
    said = [
        f"{', '.join(one.authors)} ({year or NO_DATE})",
        f"“{HERE}”, {PLACE}",
        f"In: {one.title}",
        f"Version {one.version}{f', {one.released}' if one.released else ''}",
        f"{ADDRESS} (accessed {DAY})",
    ]
    own = {
        "title": f"{{{HERE}}}",
        "note": f"{PLACE}, in: {{{one.title}}}",
        "url": ADDRESS,
        "urldate": DAY,
    }
    return {
        "plain": _sentences(said),
        "bibtex": _entry({**_fields(one), "year": year, **own}, f"{BOOK}-{KEY}"),
        "csl": json.dumps(
            [{name: one for name, one in item.items() if one}], ensure_ascii=False, indent=1
        ),
    }


def in_words(book: Book) -> str:
    """Return the citation of the whole book."""
    one = read_citation(book)
    parts = [", ".join(one.authors), one.title, f"Version {one.version}", one.released, one.url]
    return _sentences(parts)


def bibtex(book: Book) -> str:
    """Return the citation of the whole book as an entry of BibTeX."""
    return _entry(_fields(read_citation(book)))


def _fields(one: Citation) -> dict[str, str]:
    return {
        "author": " and ".join(f"{{{author}}}" for author in one.authors),
        "title": f"{{{one.title}}}",
        "version": one.version,
        "date": one.released,
        "url": one.url,
    }


def _entry(fields: dict[str, str], key: str = BOOK) -> str:
    lines = [f"  {name:<7} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{key},", *lines, "}"])


def page(book: Book, name: str) -> str:
    """Return the citation of a page, by the title that its file gives it."""
    path = book.root / f"{name}.md"
    title = TITLE.search(path.read_text("utf-8")) if path.is_file() else None
    if not title:
        raise _refuse("the page cannot be cited", name, "the name of a page that has a title")
    return _sentences([f"“{title[1]}”, {name}.html", f"In: {in_words(book)}"])


def quoted(book: Book, key: str) -> str:
    """Return the citation of a source's statement, with its paragraph and where it is quoted."""
    evidence = book.cite(key)
    parts = [
        _told(book, evidence, "author"),
        _told(book, evidence, "title", "“{}”"),
        _told(book, evidence, "outlet"),
        _told(book, evidence, "date") or NO_DATE,
        evidence.locator,
    ]
    source = ", ".join(part for part in parts if part)
    return _sentences([source, f"Quoted as {key} in: {in_words(book)}"])


def _told(book: Book, evidence: Evidence, column: str, form: str = "{}") -> str:
    """Return a cell of a source's record and how it was come by; empty where it is empty."""
    cell = filled(book, SOURCES.name, book.sources[evidence.source], column)
    return cell.basis.beside(form.format(cell.words)) if cell else ""


def _dated(book: Book, version: str) -> str:
    """Return the day that the changelog has for a version; empty if it has none."""
    path = book.root / CHANGES
    text = path.read_text("utf-8") if path.is_file() else ""
    found = re.search(rf"^## \[{re.escape(version)}\] - (\d{{4}}-\d\d-\d\d)$", text, re.MULTILINE)
    return found[1] if found else ""


def _author(found: dict[str, Any]) -> str:
    parts = (found.get(one, "") for one in ("given-names", "name-particle", "family-names"))
    return str(found.get("name") or " ".join(part for part in parts if part))


def _sentences(parts: list[str]) -> str:
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)


def _refuse(what: str, found: str, expected: str) -> BookError:
    return BookError([Problem(FILE, None, what, found, expected, "correct it")])
