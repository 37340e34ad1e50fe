"""The data package and its archive."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from frictionless import Package

from sourcebook.checks.opening import open_book
from sourcebook.data.book import Book, find_root
from sourcebook.exports import contents, write

THE_BOOK = find_root(Path(__file__).parents[2])


TINY_BOOK = Path(__file__).parents[1] / "book"


@pytest.fixture(scope="module", params=[TINY_BOOK, THE_BOOK], ids=["tiny", "the book"])
def exported(request: pytest.FixtureRequest) -> tuple[Book, dict[str, bytes]]:
    """Return a book with its exports."""
    book = open_book(request.param)
    links = {key: f"https://book.example/sources.html#{key}" for key in book.evidence}
    return book, contents(book, links)


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
