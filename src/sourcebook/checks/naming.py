"""What carries a name: the names that a text gives, by its words and by the objects they mean."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import pairwise

from sourcebook.checks.unknown_names import CALENDAR
from sourcebook.data.book import Book
from sourcebook.data.contract import PERSON, QUESTIONS, SOURCES, SPEAKERS
from sourcebook.data.fields import Field
from sourcebook.data.objects import kinds, objects
from sourcebook.data.sharing import shared_out
from sourcebook.text.claims.english import ENGLISH
from sourcebook.text.claims.names import capitals, initials, kin
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, fold, words

LOWER = re.compile(r"(?<![\w@])[^\W\d_A-Z]{2,}(?![\w@])")
FEWEST_TEXTS = 50
Place = tuple[str, str]


@dataclass(frozen=True)
class Named:
    """What a text names: its words in one case, those with a capital, and objects by their ids.

    ``initials`` are the first letters of its runs of words with a capital.
    """

    words: frozenset[str] = frozenset()
    capitals: frozenset[str] = frozenset()
    objects: frozenset[Place] = frozenset()
    initials: frozenset[str] = frozenset()

    def __or__(self, other: Named) -> Named:
        if not other.words:
            return self
        return Named(
            self.words | other.words,
            self.capitals | other.capitals,
            self.objects | other.objects,
            self.initials | other.initials,
        )


@dataclass(frozen=True, eq=False)
class Register:
    """The names that a book's tables give to their objects, and what texts name by them."""

    book: Book
    vocabulary: Vocabulary = ENGLISH

    @cached_property
    def forms(self) -> dict[str, list[tuple[tuple[str, ...], Place]]]:
        """Return the ways in which objects are named, the longest first, by their first word."""
        found: dict[str, list[tuple[tuple[str, ...], Place]]] = {}
        for form, place in self._forms():
            found.setdefault(form[0], []).append((form, place))
        for some in found.values():
            some.sort(key=lambda one: -len(one[0]))
        return found

    @cached_property
    def single(self) -> dict[str, Place]:
        """Return the objects with a name of one word, by that word."""
        return {
            form[0]: place for some in self.forms.values() for form, place in some if len(form) == 1
        }

    @cached_property
    def parts(self) -> dict[str, frozenset[str]]:
        """Return for each word that stands in longer names the words right before it there."""
        found: dict[str, set[str]] = {}
        for some in self.forms.values():
            for form, _ in some:
                for one, two in pairwise(form):
                    found.setdefault(two, set()).add(one)
        return {two: frozenset(some) for two, some in found.items()}

    @cached_property
    def common(self) -> frozenset[str]:
        """Return the words that sources and tables write without a capital."""
        texts = [seed.text for seed in self.book.seeds.values()]
        for table in self.book.tables.values():
            told = [one.name for one in table.fields if _is_told(one) and one.name != table.key]
            texts += [row.text(name) for row in table.rows for name in told]
        return lower(texts)

    @cached_property
    def known(self) -> frozenset[str]:
        """Return the words that can only be names: none that stands anywhere without a capital."""
        texts = [seed.text for seed in self.book.seeds.values()]
        found: set[str] = set().union(
            *shared_out(partial(capitals, self.vocabulary), texts, FEWEST_TEXTS)
        )
        tokens = {one for called in self._called() for one in _proper(called, self.vocabulary)}
        days = {fold(one) for one in CALENDAR}
        return frozenset(((found | tokens) - self.common - days) | self.single.keys())

    def of_speaker(self, key: str) -> str:
        """Return the words that the table of speakers has for one: names, and a line."""
        table = self.book.roles.get(SPEAKERS.name)
        row = table.by_key.get(key) if table else None
        columns = table.declared.columns if table else ()
        return " | ".join(row.cells.get(one, "") for one in columns) if row else ""

    def sorts(self, named: Named) -> frozenset[str]:
        """Return the kinds of the speakers that are named, such as a person or a state."""
        people = self.book.rows_of(SPEAKERS)
        return frozenset(people[key].text("kind") for _, key in named.objects if key in people)

    def bears(self, places: frozenset[Place]) -> bool:
        """Tell whether one of some objects is a speaker or a source."""
        sources = any(table == SOURCES.name for table, _ in places)
        return sources or bool(self.sorts(Named(objects=places)))

    def bears_word(self, word: str) -> bool:
        """Tell whether a word by itself names a speaker, or what is a speaker’s own."""
        if word not in self._bearing:
            self._bearing[word] = bool(self.sorts(self.named(word)))
        return self._bearing[word]

    @cached_property
    def _bearing(self) -> dict[str, bool]:
        return {}

    def is_akin(self, name: str) -> bool:
        """Tell whether every word of a name is of the kin of one that a source or table has."""
        return all(
            word.folded in self._akin
            or word.folded in self._initials
            or any(kin(word.folded, one, self.vocabulary) for one in self._akin)
            for word in words(name)
        )

    @cached_property
    def _akin(self) -> frozenset[str]:
        """Return the words with a capital of the sources and of what the tables name."""
        texts = (seed.text for seed in self.book.seeds.values())
        found = {word.folded for text in texts for word in words(text) if word.capital}
        return frozenset(found) | self.known

    @cached_property
    def _initials(self) -> frozenset[str]:
        texts = (seed.text for seed in self.book.seeds.values())
        return frozenset().union(*(initials(text, self.vocabulary) for text in texts))

    def objects_in(self, text: str) -> tuple[tuple[int, int, frozenset[Place]], ...]:
        """Return where a text names objects by words of the tables: from, to, and which."""
        if text not in self._objects:
            self._objects[text] = tuple(self._find(text))
        return self._objects[text]

    @cached_property
    def _objects(self) -> dict[str, tuple[tuple[int, int, frozenset[Place]], ...]]:
        return {}

    def _find(self, text: str) -> Iterator[tuple[int, int, frozenset[Place]]]:
        some, at = words(text), 0
        while at < len(some):
            length, found = self._longest(some, at)
            if found:
                yield some[at].start, some[at + length - 1].end, found
            at += max(length, 1)

    def titled(self, text: str) -> str:
        """Return a text with a capital in each longer word of a name: “the isle state” has none."""
        signs = [*text]
        for start, end, _ in self.objects_in(text):
            for word in words(text[start:end]):
                if word.folded not in self.vocabulary.small:
                    signs[start + word.start] = signs[start + word.start].upper()
        return "".join(signs)

    def named(self, text: str) -> Named:
        """Return what a text names."""
        if text not in self._named:
            self._named[text] = self._read(text)
        return self._named[text]

    def meant(self, text: str) -> Named:
        """Return what a text names, and only the objects whose whole names stand there, if any do.

        “The Arvanian navy” names the navy alone, if the tables have one.
        """
        whole = [places for _, _, places in self.objects_in(text)]
        found = self.named(text)
        return replace(found, objects=frozenset().union(*whole)) if whole else found

    @cached_property
    def _named(self) -> dict[str, Named]:
        return {}

    def _read(self, text: str) -> Named:
        every = words(text)
        capitals = frozenset(word.folded for word in every if word.capital)
        found = {place for _, _, places in self.objects_in(text) for place in places}
        found |= {self.single[one] for word in capitals for one in self._kin(word)}
        return Named(
            frozenset(word.folded for word in every),
            capitals,
            frozenset(found),
            initials(text, self.vocabulary),
        )

    def _kin(self, word: str) -> list[str]:
        if word not in self._kindred:
            known = (
                one for one in self.single if one[:2] == word[:2] or word in self.vocabulary.kin
            )
            self._kindred[word] = [one for one in known if kin(word, one, self.vocabulary)]
        return self._kindred[word]

    @cached_property
    def _kindred(self) -> dict[str, list[str]]:
        return {}

    def _longest(self, some: tuple[Word, ...], at: int) -> tuple[int, frozenset[Place]]:
        forms = self.forms.get(some[at].folded)
        if not forms:
            return 0, frozenset()
        length, found = 0, set()
        for form, place in forms:
            if len(form) < length:
                break
            here = tuple(word.folded for word in some[at : at + len(form)])
            if here == form and (len(form) > 1 or some[at].capital):
                length = len(form)
                found.add(place)
        return length, frozenset(found)

    @cached_property
    def _parts_of_people(self) -> Counter[str]:
        """Return how many people have each word in their names."""
        people = self.book.rows_of(SPEAKERS).values()
        column = self.book.roles[SPEAKERS.name].declared.name if people else ""
        named = [row.cells.get(column, "") for row in people if row.text("kind") == PERSON]
        return Counter(part for one in named for part in {word.folded for word in words(one)})

    def _of_sources(self) -> Iterator[tuple[tuple[str, ...], Place]]:
        for key, row in self.book.rows_of(SOURCES).items():
            for called in (row.text("short"), row.text("outlet"), row.text("author")):
                if form := _form(called, self.vocabulary):
                    yield form, (SOURCES.name, key)

    def _called(self) -> Iterator[str]:
        """Yield every name that the tables give to an object or a source."""
        for row in self.book.rows_of(SOURCES).values():
            yield from (row.text("short"), row.text("outlet"), row.text("author"))
        for kind in kinds(self.book):
            for one in objects(self.book, kind):
                yield from (one.name, *one.variants)

    def _forms(self) -> Iterator[tuple[tuple[str, ...], Place]]:
        yield from self._of_sources()
        people = self.book.rows_of(SPEAKERS)
        shared = self._parts_of_people
        asked = self.book.roles.get(QUESTIONS.name)
        named = ((kind, table) for kind, table in kinds(self.book).items() if table is not asked)
        for kind, table in named:
            for one in objects(self.book, kind):
                place = (table.name, one.id)
                for called in (one.name, *one.variants):
                    form = _form(called, self.vocabulary)
                    if form:
                        yield form, place
                        row = people.get(one.id)
                        if row and row.text("kind") == PERSON and len(form) > 1:
                            yield from (((part,), place) for part in form if shared[part] == 1)


def _is_told(field: Field) -> bool:
    """Tell whether the cells of a column hold words, not ids."""
    return not (field.holds or field.refers or field.allowed)


def lower(texts: Iterable[str]) -> frozenset[str]:
    """Return the words of texts that stand there without a capital."""
    return frozenset(fold(one) for text in texts for one in LOWER.findall(text))


def _proper(called: str, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield the words of a name that must be names: not the one with which a title begins."""
    every = words(called)
    for at, word in enumerate(every):
        titled = not at and any(not one.capital for one in every)
        if not titled and (word.folded not in vocabulary.small or word.is_short):
            yield word.folded


def _form(called: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    every = [*words(called)]
    while every and every[0].folded in vocabulary.small and not every[0].is_short:
        every.pop(0)
    return tuple(word.folded for word in every)
