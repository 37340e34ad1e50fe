"""A source's own characters as nodes that cannot act: never markup, nothing left unseen."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from docutils import nodes

from sourcebook.text.characters import stand_in
from sourcebook.text.worded import tag_of

if TYPE_CHECKING:
    from collections.abc import Iterator

LINE_ENDS = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
HARMLESS_FORMAT = "\u00ad\u200c\u200d"
OPENING, CLOSING = '“„"', '”“"'


def shown(text: str) -> list[nodes.Node]:
    """Return a text as nodes, each character that cannot be seen replaced by its visible name."""
    found: list[nodes.Node] = []
    for unseen, run in _runs(text):
        found += [_named(one) for one in run] if unseen else [nodes.Text(run)]
    return found


def plain(text: str) -> str:
    """Return a text on one line, each character that cannot be seen named."""
    return " ".join("".join(node.astext() for node in shown(text)).split())


def in_brackets(note: str) -> nodes.inline:
    """Return how a value was come by, in brackets, as it stands after the value."""
    return nodes.inline("", f"({plain(note)})", classes=["basis"])


def paragraphs(text: str) -> list[nodes.paragraph]:
    """Return a text as paragraphs, one for each of its lines that holds anything."""
    lines = (line for line in LINE_ENDS.split(text) if line.strip())
    return [nodes.paragraph("", "", *shown(line)) for line in lines]


def in_language(text: str) -> list[str]:
    """Return the class by which docutils marks words of another language than English."""
    return [f"language-{tag}"] if (tag := tag_of(text)) else []


def in_quotation_marks(text: str) -> list[nodes.Node]:
    """Return a text on one line within “ ”; marks that already enclose the whole of it serve."""
    line = LINE_ENDS.sub(" ", text)
    enclosed = line[:1] in OPENING and line[-1:] in CLOSING and len(line) > 1
    return shown(line) if enclosed else [nodes.Text("“"), *shown(line), nodes.Text("”")]


def _runs(text: str) -> Iterator[tuple[bool, str]]:
    doubted = () if text.isprintable() else set(text)
    unseen = "".join(one for one in doubted if _is_unseen(one))
    if not unseen:
        yield False, text
        return
    for at, run in enumerate(re.split(f"([{re.escape(unseen)}]+)", text)):
        if run:
            yield at % 2 == 1, run


def _is_unseen(character: str) -> bool:
    if character in HARMLESS_FORMAT or character in "\t\n":
        return False
    return unicodedata.category(character) in ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")


def _named(character: str) -> nodes.inline:
    return nodes.inline("", stand_in(character), classes=["unseen"])
