"""The EPUB: an archive that readers of EPUBs accept, the same each time."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import ZIP_STORED, ZipFile

if TYPE_CHECKING:
    from conftest import TinyBook


def test_it_begins_with_its_kind_and_bears_no_style_of_the_website(tiny: TinyBook) -> None:
    done = tiny.build("-W", builder="epub", run=False)
    assert done.code == 0, done.warnings
    with ZipFile(next(done.out.glob("*.epub"))) as archive:
        files = archive.infolist()
        assert (files[0].filename, files[0].compress_type) == ("mimetype", ZIP_STORED)
        assert {one.date_time[0] for one in files} == {1980}
        page = archive.read("docs/index.xhtml").decode()
    assert "reader.css" in page
    assert "pydata" not in page
