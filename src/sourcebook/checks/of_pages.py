"""The checks of a book's pages and notebooks, as they are written."""

from __future__ import annotations

from sourcebook.checks import pages
from sourcebook.checks.check import Check, problems
from sourcebook.checks.pages import Pages, of_gate
from sourcebook.data.book import Book
from sourcebook.problems import Problem


def check_pages(book: Book) -> list[Problem]:
    """Return what is wrong with the pages and notebooks of a book that are written by hand."""
    return problems(PAGES, Pages(book))


PAGES: tuple[Check[Pages], ...] = (
    Check("encoding", None, "Each page is UTF-8 throughout.", pages.check_encoding),
    Check(
        "form",
        "form",
        "Each page is written in MyST, and the files whose words it shows can be read.",
        pages.check_forms,
    ),
    Check(
        "nesting",
        "nesting",
        "The parts of a page, or of a notebook’s output, do not stand too deep within one another.",
        pages.check_depth,
    ),
    Check(
        "link", "link", "Each address is one that a page may link to.", pages.check_page_addresses
    ),
    Check(
        "evidence",
        "evidence",
        "Each marker, quotation and notebook output names evidence that there is.",
        pages.check_evidence,
    ),
    Check(
        "context",
        "context",
        "A marker of the second tier names a row of it, and stands on a page of that tier.",
        pages.check_second_tier,
    ),
    Check(
        "value",
        "value",
        "A value, an example or a list names a table, row and column that there are.",
        pages.check_values,
    ),
    Check(
        "prose",
        "prose",
        "The evidence cited carries each number, date, designation and quotation beside it.",
        of_gate("prose"),
    ),
    Check(
        "tone",
        "tone",
        "No word claims more than a source that hedges, and no likelihood has a confidence.",
        of_gate("tone"),
    ),
    Check(
        "name",
        "name",
        "Each name is one that a source, a table, the bibliography or a glossary writes.",
        of_gate("name"),
    ),
    Check("count", "count", "What is to be counted stands in the tables.", of_gate("count")),
)
