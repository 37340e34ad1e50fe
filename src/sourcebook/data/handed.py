"""A book that tells, as its parts are taken, from which of its files each of them comes."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields
from functools import lru_cache, partial, wraps
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from sourcebook.data.book import Book
from sourcebook.data.context import PACKAGE as CONTEXT_PACKAGE
from sourcebook.data.context import Context
from sourcebook.data.contract import EVIDENCE, REFERENCES, SOURCES
from sourcebook.data.settings import FILE, SHARED
from sourcebook.data.tables import PACKAGE, Table

MADE = "="
Part = TypeVar("Part")
Listener = Callable[[Path, str | None], object]

_here = threading.local()
_listeners: list[Listener] = []


def listen(listener: Listener) -> None:
    """Have every book that is opened from now on tell of each file, and its digest if known."""
    _listeners.append(listener)


def is_heard() -> bool:
    """Tell whether anybody asks what is handed out."""
    return bool(_listeners)


def is_unheard() -> bool:
    """Tell whether the engine reads a book that nobody has been given anything of yet."""
    return getattr(_here, "unheard", False)


@contextmanager
def unheard() -> Iterator[None]:
    """Read a book for what may be asked of it later, or never."""
    before, _here.unheard = is_unheard(), True
    try:
        yield
    finally:
        _here.unheard = before


def tell(root: Path, digests: Mapping[str, str], files: Iterable[str]) -> None:
    """Tell of files of a book, with the digests that they had when it was opened."""
    for listener in _listeners:
        for file in files:
            listener(root / file, digests.get(file))


class Told(Mapping[str, Part]):
    """Parts by name: one that is taken tells of its own files, any other question of ``every``."""

    def __init__(
        self,
        parts: Mapping[str, Part],
        files: Callable[[Part], Iterable[str]],
        every: Iterable[str],
        told: Callable[[Iterable[str]], object],
    ) -> None:
        self.parts, self.files, self.every, self.told = parts, files, [*every], told

    def __getitem__(self, name: str) -> Part:
        if name not in self.parts:
            self.told(self.every)
        part = self.parts[name]
        self.told(self.files(part))
        return part

    def __iter__(self) -> Iterator[str]:
        self.told(self.every)
        return iter(self.parts)

    def __len__(self) -> int:
        self.told(self.every)
        return len(self.parts)


class ToldTable(Table):
    """A table that tells of its file when its rows are taken; all else the package describes."""

    def __getattribute__(self, name: str) -> Any:
        if name == "rows":
            object.__getattribute__(self, "told")([object.__getattribute__(self, "file")])
        return object.__getattribute__(self, name)


class ToldBook(Book):
    """A book that tells of the files of its settings, and of all when its notes are taken.

    ``whole`` is the book that it was made of, whose files have these ``digests``; ``hear`` is told,
    of what is made once by its name if it ``knows`` it, and else of the files that were taken.
    """

    whole: Book
    digests: Mapping[str, str]
    hear: Callable[[Iterable[str]], object]
    knows: bool

    def __getattribute__(self, name: str) -> Any:
        if name in {"notes", "settings"}:
            object.__getattribute__(self, "told")(name)
        return object.__getattribute__(self, name)


def handed(
    book: Book,
    digests: Mapping[str, str],
    told: Callable[[Iterable[str]], object] | None = None,
    knows: bool = False,
) -> Book:
    """Return a sound book, whose files had these digests, as one that tells of what is taken.

    It tells at once of the files that describe its tables: no part can be had without them. It
    tells ``told`` of the files' paths below the root; by default, all who listen. One who ``knows``
    what is made once is told of it by name, see :func:`digest_of_made`.
    """
    told = told or partial(tell, book.root, digests)

    def of_book(name: str) -> None:
        told((FILE, SHARED) if name == "settings" else digests)

    def tables(given: Mapping[str, Table]) -> dict[str, Table]:
        return {name: _again(table, ToldTable, told) for name, table in given.items()}

    told((PACKAGE, CONTEXT_PACKAGE))
    first = [book.roles[one.name].file for one in (EVIDENCE, SOURCES) if one.name in book.roles]
    seeds = {name: seed.file for name, seed in book.seeds.items()}
    of_seeds = [*first, *seeds.values()]
    context, second = book.context, [one.file for one in book.context.tables.values()]
    named = context.roles.get(REFERENCES.name)
    publications = [named.file] if named else []
    made: Book = _again(
        book,
        ToldBook,
        of_book,
        seeds=Told(book.seeds, lambda seed: [*first, seed.file], of_seeds, told),
        evidence=Told(book.evidence, lambda one: [*first, seeds[one.source]], of_seeds, told),
        tables=tables(book.tables),
        context=Context(
            Told(context.references, lambda _: publications, publications, told),
            Told(
                context.entries,
                lambda one: [*publications, context.tables[one.table].file],
                second,
                told,
            ),
            tables(context.tables),
        ),
    )
    about = {"whole": book, "digests": digests, "hear": told, "knows": knows}
    for name, one in about.items():
        object.__setattr__(made, name, one)
    return made


def made_once(work: Callable[[Book], Part]) -> Callable[[Book], Part]:
    """Have what is made of a book made once, for all that are handed of it: each tells alike."""
    name = f"{MADE}{work.__module__}.{work.__qualname__}"
    of_whole = lru_cache(maxsize=4)(work)
    known: WeakKeyDictionary[Book, tuple[Part, frozenset[str]]] = WeakKeyDictionary()

    @wraps(work)
    def of(book: Book) -> Part:
        if not isinstance(book, ToldBook):
            return of_whole(book)
        if book.knows:
            book.hear([name])
            return of_whole(book.whole)
        if book.whole not in known:
            taken: set[str] = set()
            made = work(handed(book.whole, book.digests, taken.update))
            known[book.whole] = made, frozenset(taken)
        made, files = known[book.whole]
        book.hear(files)
        return made

    return of


def is_made(name: str) -> bool:
    """Tell whether a name that is told is that of something made once, and of no file."""
    return name.startswith(MADE)


def digest_of_made(book: Book, name: str) -> str:
    """Return a digest of what is made once of a sound book, by the name that is told of it."""
    module, _, work = name.removeprefix(MADE).rpartition(".")
    made = getattr(import_module(module), work)(book)
    return hashlib.sha256(repr(made).encode("utf-8", "surrogatepass")).hexdigest()


def _again(part: Any, kind: type, told: Callable[..., object], **others: Any) -> Any:
    """Return a part of a book as another kind of it, which has somebody to tell."""
    made: Any = object.__new__(kind)
    object.__setattr__(made, "told", told)
    given = {one.name: getattr(part, one.name) for one in fields(part)} | others
    made.__init__(**given)
    return made
