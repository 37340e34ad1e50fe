"""The EPUB: an archive that readers accept, the same each time, with the pages that print has."""

from __future__ import annotations

import re
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from zipfile import ZIP_STORED, ZipFile

from support.epub import ANNEX, without_record

if TYPE_CHECKING:
    from conftest import TinyBook

LINK = re.compile(r'<a\b[^>]*? href="([^":]+)"')


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


def test_it_has_the_pages_that_print_has_and_each_of_its_links_leads_somewhere(
    tiny: TinyBook,
) -> None:
    pages = without_record(tiny)
    assert ANNEX in pages
    assert "docs/sources.xhtml" not in pages
    assert "docs/sources" not in pages["nav.xhtml"]
    for name, text in pages.items():
        for address in LINK.findall(text):
            file, _, place = address.partition("#")
            found = normpath(join(dirname(name), file)) if file else name
            assert found in pages, f"{name}: {address}"
            assert not place or f'id="{place}"' in pages[found], f"{name}: {address}"


def test_a_link_to_a_page_left_out_leads_to_the_annex_or_says_where_that_is(
    tiny: TinyBook,
) -> None:
    tiny.append("docs/sources.md", "\n(kept-apart)=\n## Kept apart\n\nMore.\n")
    tiny.add_page("leading", "See {ref}`kept-apart` and {source}`harbour-times`.")
    page = without_record(tiny)["docs/leading.xhtml"]
    assert re.search(r"See (<span[^>]*>)?Kept apart(</span>)? \(web\) and", page)
    assert f'href="../{ANNEX}#evidence-harbour-times"' in page


def test_the_record_can_be_read_whole(tiny: TinyBook) -> None:
    without_record(tiny)
    done = tiny.build("-W", "-D", "sourcebook_web_only=", builder="epub", run=False)
    assert done.code == 0, done.warnings
    with ZipFile(next(done.out.glob("*.epub"))) as archive:
        assert "docs/sources.xhtml" in archive.namelist()
