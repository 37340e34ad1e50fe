"""A seed: the bytes of one source as received, its checksum, and its paragraphs with locators."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sourcebook.data.layout import LINE_END, LINES, SOFT, levelled, pages
from sourcebook.problems import BookError, Problem
from sourcebook.text.sentences import Span, sentences

LINE = re.compile(r"[^\r\n]+")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a seed, counted from 1; ``start`` and ``end`` are character offsets."""

    number: int
    start: int
    end: int
    text: str
    language: str = ""

    @property
    def locator(self) -> str:
        """Return the paragraph's locator, such as ``¶12``."""
        return f"¶{self.number}"

    def sentences(self) -> Iterator[Span]:
        """Yield the start and end, in the seed, of each sentence."""
        yield from (
            (self.start + start, self.start + end)
            for start, end in sentences(self.text, self.language)
        )


@dataclass(frozen=True)
class Seed:
    """One source text; ``text`` holds every character of the file, oddities included.

    A paragraph stands on one line of it. ``written`` is the text as it stands in the file, where
    that is another; each character has the same place in both. ``pages`` are the places where a
    page ends, and ``first_page`` is the number of the first. ``language`` is a BCP 47 tag.
    """

    source: str
    file: str
    text: str
    written: str = ""
    pages: tuple[int, ...] = ()
    first_page: int = 1
    language: str = ""

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Return the paragraphs in order; white space alone is not counted."""
        return tuple(_paragraphs(self.text, self.language))

    def paragraphs_between(self, start: int, end: int) -> tuple[Paragraph, ...]:
        """Return the paragraphs that the characters from ``start`` up to ``end`` touch."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        last = max(bisect_right(self._starts, max(end - 1, start)), first + 1)
        return self.paragraphs[first:last]

    def locator(self, start: int, end: int) -> str:
        """Return where a span of characters stands: ``¶12``, or ``¶12–13`` across paragraphs.

        In a text with pages it is ``p. 12``, or ``pp. 12–13``.
        """
        if self.pages:
            begin, finish = self.page(start), self.page(max(end - 1, start))
            return f"p. {begin}" if begin == finish else f"pp. {begin}–{finish}"
        touched = self.paragraphs_between(start, end)
        first, last = touched[0], touched[-1]
        return first.locator if first is last else f"{first.locator}–{last.number}"

    def words(self, start: int, end: int) -> str:
        """Return the characters of a span, those of one line where the file has them on several."""
        found = self.text[start:end]
        if found == (self.written or self.text)[start:end]:
            return found
        return " ".join(found.replace(SOFT, "").split())

    def page(self, offset: int) -> int:
        """Return the number of the page on which the character at ``offset`` stands."""
        return self.first_page + bisect_right(self.pages, offset)

    def line(self, offset: int) -> int:
        """Return the line, from 1, on which the character at ``offset`` stands in the file."""
        found = bisect_right(self._line_ends, offset)
        between = (self.written or self.text)[max(offset - 1, 0) : offset + 1] == "\r\n"
        return found + 1 + between

    @cached_property
    def _starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    @cached_property
    def _line_ends(self) -> list[int]:
        return [match.end() for match in LINE_END.finditer(self.written or self.text)]


def read_seed(
    root: Path,
    file: str,
    source: str,
    sha256: str,
    form: str = LINES,
    first_page: int = 1,
    language: str = "",
) -> Seed:
    """Read ``root/file``, by its suffix, and hold it against its registered SHA-256.

    ``form`` is one of those of :mod:`sourcebook.data.layout`, which says what a paragraph is.

    Raises :class:`BookError` if the file is missing, altered, not UTF-8, or empty.
    """
    try:
        raw = (root / file).read_bytes()
    except OSError as error:
        raise _refuse(
            file,
            None,
            f"the file of source “{source}” cannot be read",
            error.strerror or str(error),
            "the file that the register of sources names",
            "put the source's file back, or correct its name in the register",
        ) from error
    _compare_checksum(raw, file, sha256)
    read = READERS.get(Path(file).suffix.lower(), read_text)
    text = read(raw, file)
    if not text.strip():
        raise _refuse(
            file, None, "the file holds no text", "nothing", "a text", "put the text in it"
        )
    return Seed(source, file, levelled(text, form), text, pages(text), first_page, language)


def _paragraphs(text: str, language: str) -> Iterator[Paragraph]:
    number = 0
    for match in LINE.finditer(text):
        if match.group().strip():
            number += 1
            yield Paragraph(number, match.start(), match.end(), match.group(), language)


def _compare_checksum(raw: bytes, file: str, registered: str) -> None:
    actual = hashlib.sha256(raw).hexdigest()
    if actual != registered:
        raise _refuse(
            file,
            None,
            "the file is not the one that was registered",
            f"SHA-256 {actual}",
            f"SHA-256 {registered}",
            "restore the file byte for byte; register a new checksum only for a new text",
        )


def read_text(raw: bytes, file: str) -> str:
    """Return the text of a file, which is strict UTF-8."""
    try:
        return raw.decode("utf-8", errors="strict")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise _refuse(
            file,
            line,
            "the file is not UTF-8",
            f"byte 0x{raw[error.start]:02x} at offset {error.start} ({error.reason})",
            "UTF-8 throughout",
            "find out the file's encoding, convert a copy to UTF-8 and register that copy",
        ) from error


READERS: dict[str, Callable[[bytes, str], str]] = {".txt": read_text}


def _refuse(
    file: str, line: int | None, what: str, found: str, expected: str, do: str
) -> BookError:
    return BookError([Problem(file, line, what, found, expected, do)])
