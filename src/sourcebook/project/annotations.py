"""Annotations as files have them: W3C Web Annotations, and the rows that Hypothesis exports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sourcebook.data.quotations import Selector
from sourcebook.problems import refuse
from sourcebook.text.in_words import MODES

SPEAKER = "speaker: "
SAYING = ("commenting", "describing", "replying", "")
FORMS = "a W3C annotation, a page or a collection of them, a list, or Hypothesis's export"


@dataclass(frozen=True)
class Annotation:
    """What one annotation selects, and what it says of that.

    ``target`` is the address of the text; ``selector`` holds the words, empty where only ``span``,
    a start and an end in characters, tells the place; both are empty where it quotes nothing.
    ``key``, ``mode`` and ``speaker`` are those that a book's own export gives.
    """

    name: str
    target: str
    selector: Selector
    span: tuple[int, int] | None
    key: str
    mode: str
    speaker: str
    note: str


def read_annotations(read: object, file: str) -> list[Annotation]:
    """Return the annotations of a file of JSON, in order; raises :class:`BookError` for another."""
    found = [
        _annotation(one, at, target)
        for at, one in enumerate(_items(read), start=1)
        for target in _listed(one.get("target")) or [{}]
    ]
    if not found:
        what = "no annotations stand in the file"
        do = "export the annotations again, as JSON"
        raise refuse(file, what, type(read).__name__, FORMS, do)
    return found


def _items(read: object) -> Iterator[Mapping[str, Any]]:
    """Yield each annotation of a list, a page, a collection, or an answer of Hypothesis."""
    if isinstance(read, list):
        for one in read:
            yield from _items(one)
    elif isinstance(read, dict):
        inside = next((read[name] for name in ("first", "items", "rows") if name in read), None)
        if inside is not None:
            yield from _items(inside)
        elif "target" in read:
            yield read


def _annotation(one: Mapping[str, Any], at: int, target: object) -> Annotation:
    source, selectors = _target(target)
    words = next((each for each in selectors if isinstance(each.get("exact"), str)), {})
    selector = Selector(*(_text(words.get(name)) for name in ("exact", "prefix", "suffix")))
    said = [one for one in _bodies(one) if one[1]]
    tags = [words for purpose, words in said if purpose == "tagging"]
    speakers = [words for words in tags if words.startswith(SPEAKER)]
    mode = next((words for purpose, words in said if purpose == "classifying"), "")
    told = (words for purpose, words in said if purpose in SAYING)
    notes = [words for words in told if words != MODES.get(mode)]
    if kept := ", ".join(words for words in tags if words not in speakers):
        notes.append(f"Tagged: {kept}.")
    begins = " ".join(selector.exact.split()[:6])
    return Annotation(
        name=f"annotation {at}{f' (“{begins} …”)' if begins else ''}",
        target=source or _text(one.get("uri")),
        selector=selector,
        span=_span(selectors),
        key=next((words for purpose, words in said if purpose == "identifying"), ""),
        mode=mode,
        speaker=speakers[0].removeprefix(SPEAKER) if speakers else "",
        note=" ".join(notes),
    )


def _target(target: object) -> tuple[str, list[Mapping[str, Any]]]:
    """Return the address of what is annotated, and every selector, refined ones first."""
    if not isinstance(target, dict):
        return _text(target), []
    source = target.get("source") or target.get("id")
    if isinstance(source, dict):
        source = source.get("id")
    selectors: list[Mapping[str, Any]] = []
    for one in _listed(target.get("selector")):
        while isinstance(one, dict):
            selectors.insert(0, one)
            one = one.get("refinedBy")
    return _text(source), selectors


def _span(selectors: list[Mapping[str, Any]]) -> tuple[int, int] | None:
    for one in selectors:
        if one.get("type") == "TextPositionSelector":
            start, end = one.get("start"), one.get("end")
            if isinstance(start, int) and isinstance(end, int):
                return start, end
    return None


def _bodies(one: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what an annotation says, each with its purpose."""
    for body in [*_listed(one.get("body")), *_listed(one.get("bodyValue"))]:
        if isinstance(body, dict):
            purpose, words = _text(body.get("purpose")), _text(body.get("value"))
        else:
            purpose, words = "", _text(body)
        if words:
            yield purpose, " ".join(words.split())
    if words := _text(one.get("text")):
        yield "commenting", " ".join(words.split())
    yield from (("tagging", " ".join(tag.split())) for tag in map(_text, _listed(one.get("tags"))))


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
