"""Opening a book: everything read, and everything that is wrong with it listed."""

from __future__ import annotations

import pickle
from contextlib import suppress
from pathlib import Path
from weakref import WeakKeyDictionary

from sourcebook.checks.data import check_data
from sourcebook.data.book import Book, find_root
from sourcebook.data.handed import ToldBook, handed, is_heard, tell, unheard
from sourcebook.data.remembered import FILE as FOUND
from sourcebook.data.remembered import Memory
from sourcebook.data.safe_paths import strays
from sourcebook.data.settings import FILE, SHARED, setting
from sourcebook.data.state import digest, digest_of_bytes, digest_of_engine, in_turn, state
from sourcebook.data.unchecked import read_unchecked
from sourcebook.data.whole import write_whole
from sourcebook.problems import BookError
from sourcebook.text.own_units import declare

KEPT = "_build/.book.pickle"
_read: list[tuple[dict[str, str], Book]] = []
_memories: WeakKeyDictionary[Book, Memory] = WeakKeyDictionary()
_sound: dict[Path, tuple[dict[str, str], Book]] = {}


def read_book(root: Path | None = None) -> Book:
    """Read the seeds, evidence and tables of the book at or above ``root`` (default: here).

    What is wrong with them is listed in ``Book.problems``, and in ``Book.notes`` what a check could
    not be sure of; raises :class:`BookError` only where there is no book, or no readable
    description of its tables. A process, and those forked from it, read a book once while its files
    stay as they are.
    """
    root = find_root(root)
    return _read_as(root, state(root))


def read_kept(root: Path) -> Book:
    """Return the book at ``root`` as it was kept while its files are what they were, or read it.

    A sound one is then kept. What is kept may run code as it is opened, as a book's notebooks do:
    this is for those who run them.
    """
    file, now = root / KEPT, state(root)
    sign = _sign(now)
    with suppress(OSError, ValueError):
        head, given = file.read_bytes().split(b"\n", 1)
        if head.decode() == f"{sign} {digest_of_bytes(given)}" and not any(strays(root)):
            unpack(given)
            return _read_as(root, now)
    book = read_book(root)
    if (given := packed(book)) and files_of(book) == now:
        with suppress(OSError):
            file.parent.mkdir(exist_ok=True)
            write_whole(file, f"{sign} {digest_of_bytes(given)}\n".encode() + given)
    return book


def files_of(book: Book) -> dict[str, str]:
    """Return the files that a book was read from, by their path from its root, with digests."""
    return next((was for was, one in _read if one is book), {})


def memory_of(book: Book) -> Memory:
    """Return the memory of what was found in cells, pages and tables like those of a book."""
    if book not in _memories:
        files = files_of(book)
        _memories[book] = Memory(book.root / FOUND if files else None, files, some=True)
    return _memories[book]


def _sign(files: dict[str, str]) -> str:
    """Return a digest of the engine and of all that a book is read from."""
    return digest(digest_of_engine(), *in_turn(files))


def packed(book: Book) -> bytes:
    """Return a book that was read as bytes for another process; none if it is not sound."""
    return b"" if book.problems else pickle.dumps((files_of(book), book))


def unpack(given: bytes) -> None:
    """Take over a book that another process has packed, for as long as its files stay."""
    if given:
        _read[:] = [pickle.loads(given)]


def _read_as(root: Path, now: dict[str, str]) -> Book:
    for was, book in _read:
        if was == now and book.root == root:
            declare(setting(book.settings, "units"))
            return book
    memory = Memory(root / FOUND, now)
    book = _read_anew(root, memory)
    _memories[book] = memory
    _read[:] = [(now, book)]
    return book


def _read_anew(root: Path, memory: Memory) -> Book:
    read = read_unchecked(root, memory)
    found = check_data(read)
    problems = tuple(one for one in found if not one.note)
    notes = tuple(one for one in found if one.note)
    parts = (read.root, read.seeds, read.evidence, read.tables, problems, read.context)
    return Book(*parts, read.settings, notes)


def open_book(root: Path | None = None) -> Book:
    """Return the book at or above ``root`` (default: here), its data found sound.

    A process, and those forked from it, read a book once while its files stay as they are. While
    somebody listens it tells of what is taken from it. Raises :class:`BookError` with every problem
    otherwise.
    """
    root = find_root(root)
    with unheard():
        now = state(root)
        was, book = _sound.get(root, ({}, None))
        if book is None or was != now:
            book = _read_sound(root, now)
    if is_heard() and not isinstance(book, ToldBook):
        book = handed(book, now)
    _sound[root] = (now, book)
    declare(setting(book.settings, "units"))
    Book.latest = book
    return book


def _read_sound(root: Path, now: dict[str, str]) -> Book:
    """Return a sound book; one that is not is what it is for any of its files."""
    try:
        book = _read_as(root, now)
        if book.problems:
            raise BookError(book.problems)
    except BookError:
        tell(root, now, [*now, FILE, SHARED])
        raise
    return book
