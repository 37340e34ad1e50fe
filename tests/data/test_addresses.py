"""Addresses that are safe to link to, and those that are not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from sourcebook.checks.opening import read_book
from sourcebook.data.addresses import fault, fault_outside, in_html

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
