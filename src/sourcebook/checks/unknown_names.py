"""Names in prose that no seed, no table, no bibliography and no glossary knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sourcebook.data.bibliography import bibliographies
from sourcebook.data.book import Book
from sourcebook.data.tables import Table
from sourcebook.pages.block import Block
from sourcebook.pages.blocks import glossary_terms
from sourcebook.pages.written import read_written, written_files
from sourcebook.text.sentences import CLAUSE, spans

LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
POSSESSIVE = re.compile(r"['’]s?\Z")
CALENDAR = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"),
    *("Saturday", "Sunday"),
)
BEGINNING = re.compile(r"[:“„\"(\[–—]\s*\Z")


def known_words(book: Book) -> frozenset[str]:
    """Return every word of the seeds, tables, bibliography and glossaries, as it is written."""
    return _words((*CALENDAR, *_texts(book)))


def words_of(tables: Iterable[Table]) -> frozenset[str]:
    """Return every word of the cells of tables, as it is written."""
    return _words(text for table in tables for row in table.rows for text in row.cells.values())


def strange_names(block: Block, known: frozenset[str]) -> Iterator[tuple[str, int]]:
    """Yield the runs of capitalised words that nothing knows, with their places.

    A word that begins a sentence is passed over, and so is a single letter.
    """
    for start, end in spans(block.text, CLAUSE):
        run: list[re.Match[str]] = []
        for match in LETTERS.finditer(block.text, start, end):
            if run and block.text[run[-1].end() : match.start()].strip(" \n-"):
                yield from _run(run)
                run = []
            if _is_strange(match, known) and not _begins(block.text, start, match.start()):
                run.append(match)
            elif run:
                yield from _run(run)
                run = []
        yield from _run(run)


def _run(run: list[re.Match[str]]) -> Iterator[tuple[str, int]]:
    if run:
        yield " ".join(_bare(match[0]) for match in run), run[0].start()


def _is_strange(match: re.Match[str], known: frozenset[str]) -> bool:
    word = _bare(match[0])
    return len(word) > 1 and word[0].isupper() and word not in known


def _begins(text: str, start: int, at: int) -> bool:
    before = text[max(start, at - 40) : at]
    return not before.strip(" \n") or bool(BEGINNING.search(before))


def _words(texts: Iterable[str]) -> frozenset[str]:
    words: set[str] = set()
    for text in texts:
        words.update(LETTERS.findall(text))
    return frozenset(map(_bare, words))


def _bare(word: str) -> str:
    return POSSESSIVE.sub("", word)


def _texts(book: Book) -> Iterable[str]:
    for seed in book.seeds.values():
        yield seed.text
    for table in book.tables.values():
        for row in table.rows:
            yield from row.cells.values()
    for path in bibliographies(book.root):
        yield path.read_text("utf-8", errors="replace")
    for path in written_files(book.root):
        text = read_written(path)
        if "{glossary}" in text:
            yield from glossary_terms(text)
