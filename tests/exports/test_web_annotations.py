"""Web annotations: valid, and leading to words in a file."""

from __future__ import annotations

import base64
import json
import re
from typing import Any

import jsonschema
from support.books import TINY_BOOK, read_once, schema

from sourcebook.data.book import Book
from sourcebook.exports import contents
from sourcebook.exports.web_annotations import CONTEXT

IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")


PURPOSES = {
    "identifying",
    "classifying",
    "describing",
    "tagging",
    "commenting",
    "assessing",
    "linking",
}


def items_of(files: dict[str, bytes]) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = json.loads(files["annotations.jsonld"])["first"]["items"]
    return items


def test_annotations_are_valid_by_their_schema(exported: tuple[Book, dict[str, bytes]]) -> None:
    checker = jsonschema.FormatChecker()
    checker.checks("iri")(lambda one: not isinstance(one, str) or bool(IRI.fullmatch(one)))
    validator = jsonschema.Draft7Validator(schema("web-annotation"), format_checker=checker)
    for one in items_of(exported[1]):
        validator.validate({"@context": CONTEXT, **one})


def test_the_collection_keeps_what_the_model_says_it_must(
    exported: tuple[Book, dict[str, bytes]],
) -> None:
    found = json.loads(exported[1]["annotations.jsonld"])
    page, items = found["first"], found["first"]["items"]
    assert found["@context"] == CONTEXT
    assert (found["type"], page["type"]) == ("AnnotationCollection", "AnnotationPage")
    assert found["total"] == len(items) == len(exported[0].evidence)
    assert page["partOf"] == found["id"]
    assert "@context" not in page
    ids = [one["id"] for one in items]
    assert len({*ids, found["id"], page["id"]}) == len(ids) + 2
    assert all(IRI.fullmatch(one) for one in (*ids, found["id"], page["id"]))


def test_annotations_keep_what_the_model_says_they_must(
    exported: tuple[Book, dict[str, bytes]],
) -> None:
    for one in items_of(exported[1]):
        assert one["motivation"] == "describing"
        assert {body["purpose"] for body in one["body"]} <= PURPOSES
        types = [selector["type"] for selector in one["target"]["selector"]]
        assert types == ["TextQuoteSelector", "TextPositionSelector"]


def test_an_annotation_leads_to_its_words_in_the_file_with_its_checksum(
    exported: tuple[Book, dict[str, bytes]],
) -> None:
    book, files = exported
    texts = {row.text("sha256"): book.seeds[key].text for key, row in book.sources.items()}
    for one in items_of(files):
        scheme, digest = one["target"]["source"].split(";")
        text = texts[base64.urlsafe_b64decode(f"{digest}=").hex()]
        quote, position = one["target"]["selector"]
        assert scheme == "ni:///sha-256"
        assert text[position["start"] : position["end"]] == quote["exact"]
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert text.count(around) == 1
        key, *_ = [body["value"] for body in one["body"] if body["purpose"] == "identifying"]
        assert book.cite(key).quotation == quote["exact"]


def test_an_annotation_says_who_speaks_in_which_way_and_where_it_is_shown() -> None:
    book = read_once(TINY_BOOK)
    found = {body["value"]: body for body in body_of(contents(book), "times-keep-burning")}
    assert found["quotation"]["purpose"] == "classifying"
    assert found["speaker: ines-calder"]["purpose"] == "tagging"
    assert found["reliability of the source: B"]["purpose"] == "assessing"
    assert found["credibility: 3, possibly true"]["purpose"] == "assessing"
    linked = contents(book, {"times-keep-burning": "https://book.example/#x"})
    last = body_of(linked, "times-keep-burning")[-1]
    assert (last["purpose"], last["source"]) == ("linking", "https://book.example/#x")


def body_of(files: dict[str, bytes], key: str) -> list[dict[str, Any]]:
    bodies: list[list[dict[str, Any]]] = [one["body"] for one in items_of(files)]
    return next(body for body in bodies if any(one.get("value") == key for one in body))
