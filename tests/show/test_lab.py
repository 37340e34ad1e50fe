"""Outputs in a notebook’s own window: HTML with tables, names and markers that open their words."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest

from sourcebook import open_book
from sourcebook.data.book import Book
from sourcebook.show.lab import as_html
from sourcebook.show.render import Myst, quotation, table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HOSTILE = "<script>x</script> {term}`<b>` [a](javascript:1)\n\n<div>\n\n```\n<i>\n```"


@pytest.fixture
def opened(book: Path) -> Iterator[Book]:
    with patch.object(Book, "latest", None):
        yield open_book(book)


def test_a_table_is_a_table_with_its_heads_and_its_caption(opened: Book) -> None:
    shown = table(("Light", "Built"), [("*Skerry*", "1902 {ev}`times-tower`")], "All")._repr_html_()
    assert shown.startswith("<table><caption>")
    assert "<tr><th>Light</th>" in shown.replace("\n", "")
    assert "<em>Skerry</em>" in shown
    assert shown.count("<tr>") == 2


def test_a_marker_opens_the_words_and_names_their_place(opened: Book) -> None:
    shown = Myst("See {ev}`times-tower, nobody`.")._repr_html_()
    cited = opened.cite("times-tower")
    assert f'<summary style="display: inline">[{opened.label(cited)}]</summary>' in shown
    assert cited.quotation in shown
    assert "[nobody]" in shown


def test_a_quotation_is_set_apart_in_its_words(opened: Book) -> None:
    shown = quotation("times-tower")._repr_html_()
    assert shown.startswith("<blockquote>“")
    assert opened.cite("times-tower").quotation in shown


def test_names_and_signs_of_inference_are_words(opened: Book) -> None:
    shown = as_html("{actor}`ines-calder` {inferred}`late <a guess>` {source}`x`", opened)
    assert opened.tables["people"].by_key["ines-calder"].text("name") in shown
    assert "late <em>(inferred)</em>" in shown
    assert "[x: unknown]" in shown


def test_text_is_never_markup(opened: Book) -> None:
    shown = as_html(HOSTILE, opened)
    assert [one for one in ("<script", "<b>", "<div", "<i>", "href") if one in shown] == []


def test_without_a_book_a_marker_is_its_id() -> None:
    assert as_html("{ev}`a`", None) == "<p>[a]</p>\n"
