"""The pages written by hand: whether they can be read, and whether what they cite is there."""

from __future__ import annotations

from sourcebook.data.book import Book
from sourcebook.data.contract import EVIDENCE
from sourcebook.pages.blocks import SECOND, blocks
from sourcebook.pages.markers import mentions
from sourcebook.pages.written import check_written, read_written, written_files
from sourcebook.problems import Problem, did_you_mean


def check_pages(book: Book) -> list[Problem]:
    """Return what is wrong between the pages and notebooks written by hand and the book's data."""
    first = (book.rows_of(EVIDENCE).keys(), "evidence", "an evidence record")
    second = (book.context.entries.keys(), "context", "a row of the second tier")
    return [
        *check_written(book.root),
        *(
            Problem(
                path.relative_to(book.root).as_posix(),
                mention.line,
                f"a marker names {what} that does not exist",
                f"“{mention.id}”",
                f"the id of {expected}",
                f"correct the id{did_you_mean(mention.id, known)}",
            )
            for path in written_files(book.root)
            for mention in mentions(blocks(read_written(path)))
            for known, what, expected in [second if mention.role == SECOND else first]
            if mention.id not in known
        ),
    ]
