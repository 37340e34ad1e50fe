"""The one style sheet: what pages need and no more; no style, script or second viewport in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from sourcebook.sphinx.site.sheets import needed, without_unread

if TYPE_CHECKING:
    from conftest import Build, TinyBook

SHEET = """/* a {} */ a{color:red}.used,.unused:hover{margin:0}.unused{padding:0}
.used:not(.unused)>:is(.other,.used){top:0}@media print{.unused{left:0}.used{left:1px}}
@media screen{.unused{left:0}}@keyframes turn{0%{top:0}to{top:1px}}
@font-face{font-family:"Font Awesome";src:url(x)}.fa-gone{width:1px}
a::before{content:"\uf105"}b::before{content:"\\f105"}i::before{content:"→ \\2014"}"""


def test_rules_whose_classes_no_page_has_are_left_out() -> None:
    assert list(needed(SHEET, {"used"})) == [
        "a{color:red}",
        ".used{margin:0}",
        ".used:not(.unused)>:is(.other,.used){top:0}",
        "@media print{.used{left:1px}}",
        "@keyframes turn{0%{top:0}to{top:1px}}",
        'a::before{content:""}',
        'b::before{content:""}',
        'i::before{content:"→ \\2014"}',
    ]


def test_variables_that_nothing_reads_and_motions_that_nothing_plays_are_left_out() -> None:
    sheet = """:root{--a:1;--b:var(--c);--c:url("data:x;y");--d:var(--e);--e:2;--told:3}
@keyframes turn{0%{top:0}to{top:1px}}
@keyframes still{0%{top:0}}
p{margin:var( --b, 0);animation:turn 1s}"""
    assert without_unread(sheet, {"--told"}).splitlines() == [
        ':root{--b:var(--c);--c:url("data:x;y");--told:3}',
        "@keyframes turn{0%{top:0}to{top:1px}}",
        "p{margin:var( --b, 0);animation:turn 1s}",
    ]


def test_pages_have_one_sheet_and_nothing_that_a_strict_policy_refuses(built: Build) -> None:
    for path in built.out.rglob("docs/*.html"):
        page = path.read_text("utf-8")
        assert (
            re.findall(r'rel="stylesheet" href="([^"]+)"', page).count("../_static/book.css") == 1
        )
        assert not re.search(r"<style|<script>|<[a-z][^<>]*\sstyle=", page)
        assert page.count('name="viewport"') == 1
        assert 'property="og:title"' in page
        assert 'href="../_static/favicon.svg"' in page
    sheet = built.page("_static/book.css")
    assert ".sourcebook-popup" in sheet
    assert ".carousel" not in sheet
    assert 'html[data-theme="dark"] .highlight .n' in sheet
    for width in set(re.findall(r'data-style="([^"]+)"', built.page("docs/sources.html"))):
        assert f'[data-style="{width}"]' in sheet


@pytest.mark.parametrize("address", ["", "https://book.example/"])
def test_a_site_with_an_address_has_a_card(tiny: TinyBook, address: str) -> None:
    tiny.quieten()
    tiny.append("docs/conf.py", f'\nhtml_baseurl = "{address}"\n')
    done = tiny.build("-W", run=False)
    assert done.code == 0, done.warnings
    page = done.page("docs/index.html")
    assert ('property="og:image" content="https://book.example/_static/card.png"' in page) == bool(
        address
    )
    assert (done.out / "_static/card.png").exists() == bool(address)
    assert ('rel="canonical" href="https://book.example/docs/index.html"' in page) == bool(address)


def test_a_layout_of_a_books_own_extends_that_of_the_look(tiny: TinyBook) -> None:
    tiny.quieten()
    tiny.append("docs/conf.py", '\ntemplates_path = ["_own"]\n')
    (tiny.root / "docs/_own").mkdir()
    own = '{% extends "!layout.html" %}{% block footer %}<!-- own -->{% endblock %}'
    (tiny.root / "docs/_own/layout.html").write_text(own)
    page = tiny.build(run=False).page("docs/index.html")
    assert "<!-- own -->" in page
    assert "book.css" in page
    assert "searchtools.js" not in page


def test_the_sheet_is_the_same_whichever_pages_are_written(tiny: TinyBook) -> None:
    tiny.edit("docs/conf.py", 'html_theme = "basic"\n', "")
    first = tiny.build(run=False)
    before = first.files()["_static/book.css"]
    assert before.count(b"box-sizing:border-box}") == 1
    tiny.edit("docs/second.md", "is said to reach", "is believed to reach")
    again = tiny.build(run=False)
    assert "writing output... [100%] docs/second" in again.said
    assert again.files()["_static/book.css"] == before
