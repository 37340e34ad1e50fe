"""What is wrong with a book: where, what was found, what was expected, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal

MOST_ALIKE = 50
Subtype = Literal[
    "book",
    "evidence",
    "source",
    "object",
    "value",
    "twice",
    "nowhere",
    "prose",
    "tone",
    "name",
    "named",
    "speaker",
    "negation",
    "strength",
    "answer",
    "count",
    "figure",
    "context",
    "link",
    "file",
    "form",
    "nesting",
    "overtaken",
    "output",
    "reference",
    "notebook",
    "redirect",
]


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, in words a book's author can act on.

    ``file`` is relative to the book's root, ``line`` counts from 1 (``None``: the whole file).
    ``check`` is the name of the check that found it; two problems are the same whichever did.
    A ``note`` is what a rule cannot be sure of: it is listed, and fails nothing. A ``slip`` is
    wrong as a sentence, whatever is cited.
    """

    file: str
    line: int | None
    what: str
    found: str
    expected: str
    do: str
    check: str = field(default="", compare=False)
    note: bool = False
    slip: bool = field(default=False, compare=False)

    @property
    def place(self) -> str:
        """Return ``file:line``, or the file alone where no line can be named."""
        return self.file if self.line is None else f"{self.file}:{self.line}"

    @property
    def words(self) -> str:
        """Return the problem without its place, for a message that begins with one of its own."""
        return (
            f"{self.what}\n"
            f"    found:    {self.found}\n"
            f"    expected: {self.expected}\n"
            f"    do:       {self.do}"
        )

    def __str__(self) -> str:
        return f"{self.place}: {'note: ' if self.note else ''}{self.words}"


class BookError(Exception):
    """A book cannot be read as it stands; ``problems`` lists every reason at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def refuse(file: object, what: str, found: str, expected: str, do: str) -> BookError:
    """Return the error of one thing that is wrong with a file as a whole."""
    return BookError([Problem(str(file), None, what, found, expected, do)])


def did_you_mean(key: str, known: Iterable[str]) -> str:
    """Return a question that ends a sentence: the known word most like ``key``, if any is."""
    from rapidfuzz import fuzz, process  # here, as only what is wrong needs it

    alike = process.extract(key, list(known), scorer=fuzz.ratio, score_cutoff=60, limit=MOST_ALIKE)
    near = get_close_matches(key, [word for word, _, _ in alike], n=1)
    return f"; did you mean “{near[0]}”?" if near else ""


def merge(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems once each, by file and line."""
    return sorted(set(problems), key=lambda one: (one.file, one.line or 0, one.what, one.found))
