"""The pages and notebooks written by hand: which files they are, and what is wrong with each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sourcebook.data.inside import fault_of_file
from sourcebook.pages import nesting
from sourcebook.pages.links import check_links
from sourcebook.problems import Problem

WRITTEN = ("docs/**/*.md", "notebooks/**/*.md")


def written_files(root: Path) -> list[Path]:
    """Return the pages and notebooks that are plain files of the book, sorted."""
    found = (path for pattern in WRITTEN for path in root.glob(pattern))
    return sorted(path for path in found if path.is_file() and not fault_of_file(root, "", path))


def read_written(path: Path) -> str:
    """Return the text of a page; bytes that are not UTF-8 become the replacement character."""
    return path.read_text("utf-8", errors="replace")


def check_written(root: Path) -> Iterator[Problem]:
    """Yield each page that is not UTF-8 or nested too deep, and each address it may not link to."""
    for path in written_files(root):
        file, raw, text = path.relative_to(root).as_posix(), path.read_bytes(), read_written(path)
        try:
            raw.decode("utf-8")
        except UnicodeDecodeError as error:
            found = f"byte 0x{raw[error.start]:02x} at {error.start}"
            at = raw.count(b"\n", 0, error.start) + 1
            what, do = "the page is not UTF-8", "save the file as UTF-8"
            yield Problem(file, at, what, found, "UTF-8 throughout", do)
        if line := nesting.too_deep(text):
            yield nesting.problem(file, line)
        yield from check_links(file, text)
