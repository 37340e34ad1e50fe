"""Statements as JSON-LD."""

from __future__ import annotations

import json
import re
from typing import Any

import jsonschema
from support.books import TINY_BOOK, read_once, schema

from sourcebook.data.book import Book
from sourcebook.exports.json_ld import claim, quotation, script


def test_statements_are_valid_by_the_vocabulary(exported: tuple[Book, dict[str, bytes]]) -> None:
    book, _ = exported
    nodes = [quotation(book, one, "#here", ["#there"]) for one in book.evidence.values()]
    nodes.append(claim("#there", "A statement.", book, book.evidence))
    jsonschema.Draft7Validator(schema("schema-org")).validate(read(script(nodes)))


def test_no_text_can_end_the_script_or_become_markup() -> None:
    book = read_once(TINY_BOOK)
    hostile = "</script><script>alert(1)</script><!-- &lt; \u2028 \u202e \x00"
    element = script([claim("#a", hostile, book, ["times-order"])])
    assert element.count("<") == 2
    assert element.isascii()
    assert read(element)["@graph"][0]["text"] == hostile


def test_a_page_that_states_nothing_has_no_script() -> None:
    assert script([]) == ""


def test_what_is_inferred_of_a_source_is_not_passed_on_as_stated() -> None:
    book = read_once(TINY_BOOK)
    found = quotation(book, book.cite("gazette-price"), "#x")["isPartOf"]
    assert found["headline"] == "The Skerry light: too little, too late"
    assert "publisher" not in found


def read(element: str) -> Any:
    found = re.fullmatch(r'<script type="application/ld\+json">(.*)</script>', element, re.DOTALL)
    assert found
    return json.loads(found[1])
