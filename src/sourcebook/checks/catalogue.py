"""Every check of a book, by its stage: the command, the build and the reference show this list."""

from __future__ import annotations

from sourcebook.checks.check import Check
from sourcebook.checks.data import DATA
from sourcebook.checks.pages import PAGES, Pages
from sourcebook.data.unchecked import Unchecked

BUILD: tuple[Check[None], ...] = (
    Check("kind", "object", "What is about an object, or lists objects, names what there is."),
    Check("twice", "twice", "Each source and object is shown on one page, so that links meet it."),
    Check("nowhere", "nowhere", "What a page cites or names is shown on some page."),
    Check("figure", "figure", "A figure has its caption, name, alternative text and data."),
    Check("file", "file", "A page takes in nothing but files of the book."),
    Check("notebook", "notebook", "A notebook can be read, ends, and does not fail."),
    Check("redirect", "redirect", "An old address leads on to a page, and a place, that there is."),
    Check("overtaken", "overtaken", "No file changes while the book is built from it."),
    Check("output", "output", "A folder of output holds only what a build put there."),
    Check(
        "reference",
        "reference",
        "The reference has the part that is asked for, and all it lists says what it is.",
    ),
)


def all_checks() -> dict[str, tuple[Check[Unchecked] | Check[Pages] | Check[None], ...]]:
    """Return every check by its stage: of the data, of the pages, of a build alone."""
    return {"Data": DATA, "Pages": PAGES, "Build": BUILD}
