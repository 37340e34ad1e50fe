"""The pages and notebooks written by hand: which files they are, and their text."""

from __future__ import annotations

from pathlib import Path

from sourcebook.data.safe_paths import fault_of_file

WRITTEN = ("docs/**/*.md", "notebooks/**/*.md")
FOLDERS, UNREAD = ("docs", "notebooks"), {".rst", ".rest", ".ipynb", ".myst"}
LEFT_OUT = ("_build", ".")


def written_files(root: Path) -> list[Path]:
    """Return the pages and notebooks that are plain files of the book, sorted."""
    found = (path for pattern in WRITTEN for path in root.glob(pattern))
    return sorted(path for path in found if path.is_file() and not fault_of_file(root, "", path))


def unread_files(root: Path) -> list[Path]:
    """Return the pages that a build would show and nothing here reads, sorted."""
    found = (path for folder in FOLDERS for path in root.glob(f"{folder}/**/*"))
    return sorted(
        path
        for path in found
        if path.suffix.lower() in UNREAD
        and not any(part.startswith(LEFT_OUT) for part in path.relative_to(root).parts)
    )


def read_written(path: Path) -> str:
    """Return the text of a page; bytes that are not UTF-8 become the replacement character."""
    return path.read_text("utf-8", errors="replace")
