"""What is extracted of an original: its text, what it states of itself, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass, field

CELL = " | "


@dataclass(frozen=True)
class Stated:
    """What a file states of itself; empty where it does not. ``date`` is in EDTF.

    ``made`` is the day on which the file was made, which need be no date of its text.
    """

    title: str = ""
    author: str = ""
    date: str = ""
    language: str = ""
    made: str = ""


@dataclass(frozen=True)
class Extracted:
    """The text of an original, a paragraph to a line, form feeds between its pages.

    ``extractor`` names what read it, with its version; ``aside`` says what was left out of the
    text, such as running heads; ``first_page`` is the number that the first page bears.
    """

    text: str
    extractor: str
    stated: Stated = field(default_factory=Stated)
    aside: tuple[str, ...] = ()
    first_page: int = 1


def squeezed(text: str) -> str:
    """Return a text with each run of white space as one space."""
    return " ".join(text.split())
