"""Where a book may link to: http, https, a DOI, or itself, in data, pages, outputs and print."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sourcebook.checks.opening import read_book
from sourcebook.pages.links import unsafe_links

if TYPE_CHECKING:
    from conftest import TinyBook


UNSAFE = (
    *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///x"),
    *("ftp://a.example/x", "mailto:a@b.example", "//evil.example", "/\\evil.example", "\\\\evil"),
    *("&#106;avascript:x", "&#x6A;avascript&colon;x", "java\tscript:x", "java\nscript:x"),
    *("\x01javascript:x", " javascript:x", "\u00a0javascript:x", "\u200bjavascript:x", "x-y:z"),
    *("http:evil", "http:///x", "https://", "http://\u202ea.example", "blob:x", "about:blank"),
    *("view-source:http://a.example", "http://a\\@b.example", "doi:x", "tel:1"),
)


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


@pytest.mark.parametrize(
    "address", [one for one in UNSAFE if one.isprintable() and one.strip() == one]
)
def test_an_unsafe_address_of_the_second_tier_is_a_problem(tiny: TinyBook, address: str) -> None:
    tiny.edit("data/context/publications.csv", "https://almanac.example/skerry", address)
    found = [one for one in read_book(tiny.root).problems if "no address" in one.what]
    assert [(one.file, one.line) for one in found] == [("data/context/publications.csv", 2)]
