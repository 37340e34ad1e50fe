"""Characters that no font of the printed book has: named in print, and told of with places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import category

from sphinx.util import logging

from sourcebook.data.safe_paths import fault_of_file
from sourcebook.sphinx.pdf.fonts import undisplayed
from sourcebook.sphinx.pdf.typst import value
from sourcebook.text.characters import name, stand_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sourcebook.data.book import Book

LOGGER = logging.getLogger(__name__)
FILE = "characters.typ"
WRITTEN = ("data/**/*.csv", "data/**/*.bib", "docs/**/*.md", "notebooks/**/*.md")
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
RUN = re.compile(r"[\x20-\x7e]?[^\x20-\x7e\n]+")
MOST_PLACES, MOST_CHARACTERS = 3, 40


def write_stand_ins(out: Path, book: Book, families: Sequence[str], folders: Sequence[str]) -> None:
    """Write what the template needs to name the characters that no font has, and tell of them."""
    wanted = {one for path in out.rglob("*.typ") for one in clusters(path.read_text("utf-8"))}
    lacking = missing(wanted, families, folders)
    names = {one: stand_in(one) for one in lacking}
    signs = "".join(f"\\x{{{ord(one):x}}}" for one in lacking)
    pattern = f"[{signs}]" if signs else None
    lines = (
        f"#let brought = {value(families)}",
        f"#let stand-ins = {value(names)}",
        f"#let lacking = {value(pattern)}",
    )
    Path(out, FILE).write_text("\n".join(lines) + "\n", "utf-8")
    for one in lacking[:MOST_CHARACTERS]:
        LOGGER.info(note(one, book))
    if len(lacking) > MOST_CHARACTERS:
        LOGGER.info("and %s more characters that no font has", len(lacking) - MOST_CHARACTERS)


def clusters(code: str) -> Iterator[str]:
    """Yield what Typst code has to display beyond ASCII: characters, each with marks on it."""
    plain = ESCAPED.sub(lambda match: chr(int(match[1], 16)), code)
    for run in RUN.findall(plain):
        cluster = ""
        for sign in run:
            if cluster and category(sign).startswith("M"):
                cluster += sign
            else:
                yield from [cluster] if cluster else []
                cluster = sign
        yield cluster


def missing(wanted: Iterable[str], families: Sequence[str], folders: Sequence[str]) -> list[str]:
    """Return the characters to stand in for, sorted, so that every cluster can be displayed.

    A private character is one of them, whatever a font makes of it.
    """
    whole = {one for one in wanted if not one.isascii() or not one.isprintable()}
    signs = {sign for one in whole for sign in one}
    failing = undisplayed([*whole, *signs], families, folders)
    lacking = failing & signs | {sign for sign in signs if category(sign) == "Co"}
    joined = (one for one in failing if len(one) > 1 and not lacking & set(one))
    return sorted(lacking.union(sign for one in joined for sign in one[1:]))


def note(sign: str, book: Book) -> str:
    """Return a note on a character, with the places in the book's files where it first stands."""
    found = list(islice(first_lines(sign, book), MOST_PLACES + 1))
    where = ", ".join(found[:MOST_PLACES]) + (", …" if len(found) > MOST_PLACES else "")
    return (
        f"{where or 'made by a notebook'}: no font has U+{ord(sign):04X} {name(sign)}; "
        f"{stand_in(sign)} is printed in its place (sourcebook_font_packages brings fonts)"
    )


def first_lines(sign: str, book: Book) -> Iterator[str]:
    """Yield the first line of each file of the book that holds a character, as ``file:line``."""
    for seed in book.seeds.values():
        if (at := seed.text.find(sign)) >= 0:
            yield f"{seed.file}:{seed.line(at)}"
    for path in sorted({one for pattern in WRITTEN for one in book.root.glob(pattern)}):
        if path.is_file() and not fault_of_file(book.root, "", path):
            text = path.read_text("utf-8", errors="replace")
            if (at := text.find(sign)) >= 0:
                line = text.count("\n", 0, at) + 1
                yield f"{path.relative_to(book.root).as_posix()}:{line}"
