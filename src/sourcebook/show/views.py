"""Views of the book's own questions and sources in the shapes that the figures take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.data.book import Book
from sourcebook.data.contract import QUESTIONS, READINGS
from sourcebook.show.render import select

if TYPE_CHECKING:
    import pandas as pd

    from sourcebook.data.tables import Row


def short_names(book: Book) -> list[str]:
    """Return the short names of the sources, in the order of their register."""
    return [row.text("short") for row in book.sources.values()]


def natures(book: Book) -> dict[str, str]:
    """Return every kind of difference among the questions, in their order, as its own label."""
    return {row.text("nature"): row.text("nature") for row in book.rows_of(QUESTIONS).values()}


def readings(book: Book, **where: str) -> pd.DataFrame:
    """Return which source reads which question, for ``figures.matrix``.

    Columns: ``row`` (the question in short), ``column`` (the source's short name), ``value`` (the
    kind of difference); the questions are those whose columns have the given values. Raises
    ``ValueError`` if there is none, ``BookError`` if the book has no questions.
    """
    import pandas as pd  # here, so that the commands that draw nothing do not wait for pandas

    table = book.roles.get(QUESTIONS.name)
    rows = select(book, table.name if table else QUESTIONS.name, **where)
    asked = {row.text("id"): row for row in rows}
    return pd.DataFrame(
        {
            "row": _in_short(asked[row.text("question")]),
            "column": book.sources[row.text("source")].text("short"),
            "value": asked[row.text("question")].text("nature"),
        }
        for row in book.rows_of(READINGS).values()
        if row.text("question") in asked
    )


def _in_short(question: Row) -> str:
    return question.text("short") or question.text("question")
