"""The data package and its archive."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from frictionless import Package

from sourcebook.data.book import Book
from sourcebook.exports import write


def test_the_data_package_is_valid_and_its_archive_holds_the_same(
    exported: tuple[Book, dict[str, bytes]], tmp_path: Path
) -> None:
    book, files = exported
    write(book, tmp_path)
    report = Package(str(tmp_path / "data/datapackage.json")).validate()
    assert report.valid, report.to_summary()
    with zipfile.ZipFile(io.BytesIO(files["data.zip"])) as archive:
        assert archive.testzip() is None
        packed = {f"data/{name}": archive.read(name) for name in archive.namelist()}
    assert packed == {name: data for name, data in files.items() if name.startswith("data/")}
    assert {f"data/{Path(table.file).name}" for table in book.tables.values()} < packed.keys()
