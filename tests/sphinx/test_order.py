"""The order of the printed book: what is for the web alone stands neither in it nor in the EPUB."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import ZipFile

from sourcebook.sphinx.pdf.compiling import BOOK

if TYPE_CHECKING:
    from conftest import TinyBook

CONTENTS = "\n::::{{only}} {}\n```{{toctree}}\n{}\n```\n::::\n"


def guarded(tiny: TinyBook) -> None:
    """Add a page for the web alone, with one below it, and a page for print alone."""
    tiny.append("docs/web.md", "# Web\n\n```{toctree}\nbelow\n```\n")
    tiny.append("docs/below.md", "# Below\n")
    tiny.append("docs/paper.md", "# Paper\n")
    tiny.append("docs/index.md", CONTENTS.format("html and not epub", "web"))
    tiny.append("docs/index.md", CONTENTS.format("epub or not html", "paper"))


def test_pages_for_the_web_alone_are_not_printed(tiny: TinyBook) -> None:
    guarded(tiny)
    done = tiny.build("-W", builder="pdf", run=False)
    assert done.code == 0, done.warnings
    book = done.page(BOOK)
    assert "/pages/docs/paper.typ" in book
    assert "/pages/docs/web.typ" not in book
    assert "/pages/docs/below.typ" not in book


def test_pages_for_the_web_alone_are_not_in_the_epub(tiny: TinyBook) -> None:
    guarded(tiny)
    for _ in range(2):
        done = tiny.build("-W", builder="epub", run=False)
        assert done.code == 0, done.warnings
        with ZipFile(tiny.root / "_build/handbook.epub") as archive:
            names = archive.namelist()
        assert "docs/paper.xhtml" in names
        assert "docs/web.xhtml" not in names
        assert "docs/below.xhtml" not in names
        tiny.append("docs/second.md", "\nAnd no more.\n")
