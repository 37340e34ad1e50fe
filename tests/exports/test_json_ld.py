"""Statements as JSON-LD."""

from __future__ import annotations

import json

import jsonschema
from support.books import TINY_BOOK, read_once, schema

from sourcebook.data.book import Book
from sourcebook.exports.json_ld import CONTEXT, claim, quotation, serialise


def test_statements_are_valid_by_the_vocabulary(exported: tuple[Book, dict[str, bytes]]) -> None:
    book, _ = exported
    nodes = [quotation(book, one, "#here", ["#there"]) for one in book.evidence.values()]
    nodes.append(claim("#there", "A statement.", book, book.evidence))
    jsonschema.Draft7Validator(schema("schema-org")).validate(
        json.loads(serialise(nodes, "page.html")) | {"@context": CONTEXT}
    )


def test_addresses_count_from_the_page_and_words_stay_as_they_are() -> None:
    book = read_once(TINY_BOOK)
    said = "</script> Vučić, “so” \u2028 \x00"
    found = json.loads(serialise([claim("#a", said, book, ["times-order"])], "page.html"))
    assert found["@context"] == [CONTEXT, {"@base": "page.html"}]
    assert found["@graph"][0]["text"] == said


def test_what_is_inferred_of_a_source_is_not_passed_on_as_stated() -> None:
    book = read_once(TINY_BOOK)
    found = quotation(book, book.cite("gazette-price"), "#x")["isPartOf"]
    assert found["headline"] == "The Skerry light: too little, too late"
    assert "publisher" not in found
