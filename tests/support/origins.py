"""The tiny book with a source that goes back to another, and without what it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import TinyBook


def rest_on(tiny: TinyBook, origin: str) -> None:
    """Let the Gazette go back to another source."""
    rewrite = "inferred: the words are the same"
    file = "sent the file,,,,{}D"
    tiny.edit("data/sources.csv", file.format(",,,"), file.format(f"{origin},,{rewrite},"))


def without_questions(tiny: TinyBook) -> TinyBook:
    """Take the questions away, and their readings."""
    for file in ("puzzles", "answers"):
        path = tiny.root / f"data/{file}.csv"
        path.write_text(path.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
    return tiny
