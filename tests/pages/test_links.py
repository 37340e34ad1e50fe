"""Where a book may link to: http, https, a DOI, or itself, in data, pages, outputs and print."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from pypdf import PdfReader

from sourcebook.checks.opening import read_book
from sourcebook.cli import main
from sourcebook.data.addresses import fault, fault_outside, in_html
from sourcebook.pages.links import unsafe_links

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Build, TinyBook

UNSAFE = (
    *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///x"),
    *("ftp://a.example/x", "mailto:a@b.example", "//evil.example", "/\\evil.example", "\\\\evil"),
    *("&#106;avascript:x", "&#x6A;avascript&colon;x", "java\tscript:x", "java\nscript:x"),
    *("\x01javascript:x", " javascript:x", "\u00a0javascript:x", "\u200bjavascript:x", "x-y:z"),
    *("http:evil", "http:///x", "https://", "http://\u202ea.example", "blob:x", "about:blank"),
    *("view-source:http://a.example", "http://a\\@b.example", "doi:x", "tel:1"),
)
SAFE = ("http://a.example", "https://a.example/b?c=d#e:f", "HTTPS://a.example", "doi:10.1000/182")
WITHIN = ("page.md", "../page.md", "#place", "page.md#a:b", "?a=b:c", "", "a/b:c", "/page")


@pytest.mark.parametrize("address", UNSAFE)
def test_an_unsafe_address_is_refused(address: str) -> None:
    assert fault(address)
    assert fault_outside(address)


@pytest.mark.parametrize("address", [*SAFE, *WITHIN])
def test_a_safe_address_is_not(address: str) -> None:
    assert not fault(address)
    assert bool(fault_outside(address)) == (address in WITHIN)


HTML = (
    *('<a href="{}">x</a>', "<a href='{}'>x</a>", '<A HREF = "{}">', "<a/href='{}'>"),
    *('<img src="{}">', '<form action="{}">', '<button formaction="{}">', '<object data="{}">'),
    *('<svg><a xlink:href="{}">', '<embed src="{}">', '<base href="{}">', '<iframe src="{}">'),
    *('<meta http-equiv="refresh" content="0; url={}">', '<a title="x>" href="{}">', '<a href="{}'),
    *('<svg><animate attributeName="href" values="{}">', '<img srcset="{} 2x">'),
    '<iframe srcdoc="&lt;a href=&quot;{}&quot;&gt;">',
)


@pytest.mark.parametrize("html", HTML)
@pytest.mark.parametrize("address", ["javascript:x", "&#106;avascript:x", "VBSCRIPT:x"])
def test_an_unsafe_address_in_html_is_found(html: str, address: str) -> None:
    found = list(in_html(f"<p>\n{html.format(address)}"))
    assert found
    assert found[0][1] == 2
    assert not list(in_html(html.format("https://a.example/x")))


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


@pytest.mark.parametrize("text", MARKDOWN)
@pytest.mark.parametrize("address", ["javascript:x", "DATA:text/html,x", "ftp://a.example"])
def test_an_unsafe_address_on_a_page_is_found(text: str, address: str) -> None:
    given = text.format(address)
    line = given[: given.index(address)].count("\n") + 1
    found = list(unsafe_links(f"# A page\n\n{given}"))
    assert found, given
    assert found[0][0].strip() == address
    assert found[0][1] in (line + 2, 3)
    assert not list(unsafe_links(f"# A page\n\n{text.format('https://a.example/x')}"))


@pytest.mark.parametrize("text", ["`[x](javascript:x)`", "```text\n[x](javascript:x)\n```", "a: b"])
def test_code_is_no_link(text: str) -> None:
    assert not list(unsafe_links(text))


ENTRIES = (
    *("url = {javascript:alert(1)}", "url = {DATA:text/html,x}", "URL = {vbscript:x}"),
    *("url = {//evil.example}", "url = {ftp://a.example}", "url = {www.a.example}"),
    *("doi = {javascript:x}", "doi = {https://doi.org/10.1000/1}", "eprint = {javascript:x}"),
    *("howpublished = {\\url{javascript:x}}", "note = {See \\href{data:x}{this}.}"),
    *('url = "java script:x"', "note = {\\url{file:///etc/passwd}}", "pubmed = {../x y}"),
)


@pytest.mark.parametrize("field", ENTRIES)
def test_an_unsafe_address_of_the_bibliography_is_a_problem(
    tiny: TinyBook, capsys: pytest.CaptureFixture[str], field: str
) -> None:
    tiny.append("data/references.bib", f"\n@misc{{more,\n  title = {{More}},\n  {field},\n}}\n")
    line = tiny.line("data/references.bib", field)
    assert main(["--book", str(tiny.root), "check"]) == 1
    said = capsys.readouterr().err
    assert f"data/references.bib:{line}: the " in said
    assert "may not be linked to" in said
    assert said.endswith("1 problem\n")


@pytest.mark.parametrize("text", ["@misc{a, title = {x}", "@misc{a,}\n@misc{a,}", "@misc{" * 3000])
def test_a_bibliography_that_cannot_be_read_is_a_problem(tiny: TinyBook, text: str) -> None:
    tiny.append("data/references.bib", text)
    found = [one.what for one in read_book(tiny.root).problems]
    assert found == ["the bibliography cannot be read"]


@pytest.mark.parametrize("column", ["url", "home_url", "doi"])
@pytest.mark.parametrize(
    "address", ["javascript:x", "JAVASCRIPT:x", "//evil.example", "no address"]
)
def test_an_unsafe_address_in_a_table_is_a_problem(
    tiny: TinyBook, column: str, address: str
) -> None:
    rows = (tiny.root / "data/sources.csv").read_text("utf-8").splitlines()
    lines = [f"{rows[0]},{column}", f"{rows[1]},{address}", f"{rows[2]},"]
    (tiny.root / "data/sources.csv").write_text("\n".join(lines) + "\n", "utf-8")
    path = tiny.root / "data/datapackage.json"
    described = json.loads(path.read_text("utf-8"))
    field = {"name": column, "type": "string", "description": "An address."}
    described["resources"][0]["schema"]["fields"].append(field)
    path.write_text(json.dumps(described), "utf-8")
    found = [one for one in read_book(tiny.root).problems if "may not be linked" in one.what]
    assert [(one.file, one.line) for one in found] == [("data/sources.csv", 2)]


@pytest.mark.parametrize(
    "address", [one for one in UNSAFE if one.isprintable() and one.strip() == one]
)
def test_an_unsafe_address_of_the_second_tier_is_a_problem(tiny: TinyBook, address: str) -> None:
    tiny.edit("data/context/publications.csv", "https://almanac.example/skerry", address)
    found = [one for one in read_book(tiny.root).problems if "no address" in one.what]
    assert [(one.file, one.line) for one in found] == [("data/context/publications.csv", 2)]


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
    assert "Traceback" not in done.warnings
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
    assert "Traceback" not in done.warnings


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
