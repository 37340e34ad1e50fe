"""The names, designations and words that this book's tables and seeds give mutants to use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import TYPE_CHECKING

from mutants import words
from sourcebook.data.contract import EVIDENCE, SOURCES
from sourcebook.text.labels import DESIGNATION

if TYPE_CHECKING:
    from sourcebook.data.book import Book
    from sourcebook.data.tables import Row

WORD = re.compile(r"[a-z]{4,}")
ARTICLE = re.compile(r"\A[Tt]he (?=[A-Z])")


@dataclass(frozen=True, eq=False)
class Names:
    """What the book names; ``owners`` has for each name its kind and the id of what bears it."""

    book: Book

    @cached_property
    def owners(self) -> dict[str, tuple[str, str]]:
        """Return every name of a speaker or a source, with its kind and its owner's id."""
        found = {name: ("source", key) for key, name in self._short()}
        return found | {name: owner for row in self._actors() for name, owner in _names_of(row)}

    @cached_property
    def designations(self) -> tuple[str, ...]:
        """Return each designation that is the whole of a table's cell."""
        rows = (row for table in self.book.tables.values() for row in table.rows)
        cells = {text for row in rows for text in row.cells.values()}
        return tuple(sorted(text for text in cells if DESIGNATION.fullmatch(text)))

    @cached_property
    def vocabulary(self) -> tuple[str, ...]:
        """Return the words of the seeds, without capitals."""
        texts = (seed.text for seed in self.book.seeds.values())
        return tuple(sorted({word for text in texts for word in WORD.findall(text)}))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Return what finds a name."""
        return re.compile(rf"(?<![\w“-])(?:{self._any})(?![\w-])")

    @cached_property
    def speaking(self) -> re.Pattern[str]:
        """Return what finds a name beside a verb of speech, or at the end after a colon."""
        verbs = "|".join(words.SPEECH)
        between = "(?:(?:has|had|is|was|also|only|itself|alone|reported|to) ){0,3}"
        return re.compile(
            rf"(?<!\w)(?P<before>{self._any})(?= {between}(?:{verbs})\b)"
            rf"|(?:\b(?:{verbs}|according to)) (?P<after>{self._any})(?!\w)"
            rf"|: (?P<last>{self._any})(?=\.$)",
            re.MULTILINE,
        )

    def other(self, name: str, random: Random) -> str:
        """Return a name of another owner of the same kind; empty if there is none."""
        kind, owner = self.owners[name]
        found = [one for one, each in self.owners.items() if each[0] == kind and each[1] != owner]
        alike = [one for one in found if (" " in one) == (" " in name)] or found
        return random.choice(alike) if alike else ""

    @property
    def _any(self) -> str:
        return "|".join(re.escape(one) for one in sorted(self.owners, key=len, reverse=True))

    def _short(self) -> Iterator[tuple[str, str]]:
        yield from ((key, row.text("short")) for key, row in self.book.rows_of(SOURCES).items())

    def _actors(self) -> tuple[Row, ...]:
        speaker = self.book.roles[EVIDENCE.name].field("speaker")
        return self.book.tables[speaker.refers].rows if speaker and speaker.refers else ()


def _names_of(row: Row) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield the names of a row: the whole, its variants, and a person's last name."""
    owner = (row.text("kind"), row.text("id"))
    names = [row.text("name"), *row.text("variants").split(";")]
    for name in (ARTICLE.sub("", one.strip()) for one in names):
        if name[:1].isupper():
            yield name, owner
            last = name.rpartition(" ")[2]
            if row.text("kind") == "person" and last[:1].isupper():
                yield last, owner
