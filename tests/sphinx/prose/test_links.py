"""Links in what is built: none that is unsafe."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from pypdf import PdfReader

from sourcebook.data.addresses import fault, fault_outside

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Build, TinyBook


OURS = re.compile(r"Traceback(?:\n.*)*?File \"[^\"]*/sourcebook/")
MARKDOWN = (
    *("[x]({})", "[x](<{}>)", '[x]({} "title")', "![x]({})", "<{}>", "[x]\n\n[x]: {}"),
    *("[![x](y.png)]({})", "> - [x]({})", ":::{{note}}\n[x]({})\n:::", "# [x]({})"),
    *(":::{{figure}} a.png\n:target: {}\n\nA caption.\n:::", ":::{{image}} {}\n:::"),
    *(":::{{card}}\n:link: {}\n\nx\n:::", "```{{button-link}} {}\n```", "a\n: [x]({})"),
    *(
        "```{{toctree}}\nx <{}>\n```",
        "```{{raw}} html\n<a href='{}'>\n```",
        "| a |\n|---|\n| [x]({}) |",
    ),
    *("<div>\n<a href='{}'>x</a>\n</div>", "x <a href='{}'>x</a>", '[x](https://a.b){{href="{}"}}'),
    "---\na: b\n---\n\n[x]({})",
)


OUTPUTS = (
    "Myst('[x](javascript:1) ![y](data:image/png;base64,xx) <ftp://a.example>')",
    "HTML('<a href=\"java\\tscript:2\">x</a>')",
    "Markdown('<b><a href=\"&#106;avascript:3\">x</a></b>')",
)


@pytest.fixture(scope="module")
def unsafe(shared: TinyBook) -> TinyBook:
    """Return a book with unsafe links of every kind."""
    for at, text in enumerate(MARKDOWN):
        if not text.startswith(("---", ":::{{card", "```{{button")):
            shared.add_page(f"page{chr(97 + at)}", text.format("javascript:alert"))
    shared.quieten()
    shared.add_notebook("outputs", "from IPython.display import *", *OUTPUTS)
    shared.edit(
        "notebooks/outputs.md", "import *", "import *\nfrom sourcebook.show.render import Myst"
    )
    shared.edit(
        "data/references.bib", "  year = {2021},", "  year = {2021},\n  url = {javascript:b},"
    )
    return shared


def test_no_unsafe_link_is_built_as_html(unsafe: TinyBook) -> None:
    done = unsafe.build("-W", "--keep-going")
    assert done.code == 1
    assert not OURS.search(done.warnings)
    check_links(done, "*.html")
    for page in sorted((unsafe.root / "docs").glob("page*.md")):
        place = f"docs/{page.name}:"
        found = [one for one in done.warnings.splitlines() if place in one and "linked to" in one]
        assert len(found) == 1, (page.read_text("utf-8"), done.warnings)
    for cell, count in zip(OUTPUTS, (3, 1, 1), strict=True):
        line = unsafe.line("notebooks/outputs.md", cell) - 1
        place = f"notebooks/outputs.md:{line}: WARNING: an address may not be linked to"
        assert done.warnings.count(place) == count, done.warnings
    assert re.search(r"references\.bib:\d+: WARNING: the url of “harbour-times”", done.warnings)
    assert done.warnings.count("'javascript:b'") == 1


def test_no_unsafe_link_is_built_as_epub(unsafe: TinyBook) -> None:
    check_links(unsafe.build(builder="epub"), "*.xhtml")


def test_no_unsafe_link_is_printed(unsafe: TinyBook) -> None:
    done = unsafe.build(builder="pdf")
    pdf = done.out.parent / "handbook.pdf"
    addresses = list(printed(pdf)) if pdf.exists() else []
    assert not [one for one in addresses if fault_outside(one)]
    assert not OURS.search(done.warnings)


def check_links(done: Build, pattern: str) -> None:
    """Find no unsafe address in any attribute of what was built."""
    for path in (done.out).rglob(pattern):
        soup = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        for tag in soup.find_all(True):
            for name in ("href", "src", "xlink:href", "action", "data"):
                assert not fault(str(tag.get(name, ""))), (path.name, tag)


def printed(pdf: Path) -> list[str]:
    """Return the addresses that a PDF links to."""
    notes = [one.get_object() for page in PdfReader(pdf).pages for one in page.get("/Annots", ())]
    return [one["/A"]["/URI"] for one in notes if "/URI" in one.get("/A", {})]


def test_a_doi_is_a_link_that_a_browser_follows(tiny: TinyBook) -> None:
    tiny.add_page("doi", "[x](doi:10.ab) and [the rules](https://a.example/x).")
    tiny.edit("docs/doi.md", "doi:10.ab", "doi:10.5555/abc")
    page = tiny.build(run=False).page("docs/doi.html")
    assert 'href="https://doi.org/10.5555/abc"' in page
    assert 'href="https://a.example/x"' in page
