"""Annotations as files have them, read into one form."""

from __future__ import annotations

from typing import Any

import pytest

from sourcebook.data.quotations import Selector
from sourcebook.project.annotations import read_annotations

QUOTE = {"type": "TextQuoteSelector", "exact": "two lamps", "prefix": "of ", "suffix": "."}
PLACE = {"type": "TextPositionSelector", "start": 3, "end": 12}
ONE = {"type": "Annotation", "target": {"source": "urn:a", "selector": QUOTE}}


@pytest.mark.parametrize(
    "given",
    [
        ONE,
        [ONE],
        {"type": "AnnotationPage", "items": [ONE]},
        {"type": "AnnotationCollection", "first": {"items": [ONE]}, "total": 1},
        {"total": 1, "rows": [{"uri": "urn:a", "target": [{"selector": [PLACE, QUOTE]}]}]},
        {"target": {"source": {"id": "urn:a"}, "selector": [{**PLACE, "refinedBy": QUOTE}]}},
    ],
)
def test_every_form_of_a_file_holds_its_annotation(given: Any) -> None:
    (found,) = read_annotations(given, "x.json")
    assert found.target == "urn:a"
    assert found.selector == Selector("two lamps", "of ", ".")
    assert found.name == "annotation 1 (“two lamps …”)"


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ({"bodyValue": " a  remark "}, "a remark"),
        ({"body": "a remark"}, "a remark"),
        ({"body": [{"value": "a", "purpose": "commenting"}, {"value": "x"}]}, "a x"),
        ({"body": {"value": "direct quotation", "purpose": "assessing"}}, ""),
        ({"text": "a", "tags": ["b", "speaker: c"]}, "a Tagged: b."),
        ({"body": [{"value": 3}, None, []]}, ""),
    ],
)
def test_what_is_said_becomes_a_note(said: dict[str, Any], note: str) -> None:
    (found,) = read_annotations({**ONE, **said}, "x.json")
    assert found.note == note


def test_a_place_without_words_and_an_annotation_without_either() -> None:
    given = [{"target": {"source": "a", "selector": PLACE}}, {"target": "a"}]
    place, nothing = read_annotations(given, "x.json")
    assert (place.span, place.selector.exact) == ((3, 12), "")
    assert (nothing.span, nothing.target) == (None, "a")
