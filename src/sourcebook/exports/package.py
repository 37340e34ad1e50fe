"""The tables as a Data Package: its descriptor and CSV files as they are, and as one archive."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from sourcebook.data.spreadsheets import sheet
from sourcebook.data.tables import PACKAGE

if TYPE_CHECKING:
    from sourcebook.data.book import Book

EARLIEST = (1980, 1, 1, 0, 0, 0)
READABLE = 0o644 << 16


def files(book: Book) -> dict[str, bytes]:
    """Return the descriptor and the tables it names, byte for byte, by name."""
    folder = (book.root / PACKAGE).parent
    names = [Path(PACKAGE).name, *(_within(t.file) for t in book.tables.values())]
    return {name: (folder / name).read_bytes() for name in names}


def sheets(contents: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the tables among files as CSV that can be opened in a spreadsheet."""
    return {
        name: sheet(data.decode()).encode()
        for name, data in contents.items()
        if name.endswith(".csv")
    }


def archive(contents: Mapping[str, bytes]) -> bytes:
    """Return files as a ZIP archive that is the same, bit for bit, whenever it is made."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in sorted(contents):
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.external_attr = READABLE
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, contents[name])
    return target.getvalue()


def _within(file: str) -> str:
    return Path(file).relative_to(Path(PACKAGE).parent).as_posix()
