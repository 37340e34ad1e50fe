"""DOCX: paragraphs, rows of tables and footnotes in their order, and the file's properties."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sourcebook.data.originals.extracted import CELL, Extracted, Stated, squeezed
from sourcebook.problems import refuse

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element as Element

LIBRARY = "python-docx"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
PARAGRAPH, ROW, ITS_CELL, NOTE = f"{WORD}p", f"{WORD}tr", f"{WORD}tc", f"{WORD}footnote"
SIGNS = {f"{WORD}tab": " ", f"{WORD}br": " ", f"{WORD}cr": " ", f"{WORD}noBreakHyphen": "-"}


def read_docx(raw: bytes, file: str) -> Extracted:
    """Return the text of a DOCX; raises :class:`BookError` if it cannot be read or has none."""
    import docx

    try:
        document = docx.Document(io.BytesIO(raw))
        notes = [*_footnotes(document)]
    except Exception as error:  # whatever a library for ZIP or XML says of a broken file
        what, expected = "the DOCX cannot be read", "a document of Word, saved as .docx"
        do = "open it in a word processor, save it as .docx, and add that"
        raise refuse(file, what, str(error) or type(error).__name__, expected, do) from error
    body = document.element.body
    lines = [one for one in (*_lines(body), *notes) if one]
    if not lines:
        what, expected = "the DOCX holds no text", "words in its paragraphs"
        raise refuse(file, what, "empty paragraphs", expected, "add the file that has the words")
    return Extracted("\n".join([*lines, ""]), LIBRARY, _stated(document), tuple(_aside(document)))


def _lines(root: Element) -> Iterator[str]:
    """Yield paragraphs and rows of tables; what stands inside a row is part of it."""
    for node in root.iter(PARAGRAPH, ROW):
        if any(above.tag == ROW for above in node.iterancestors()):
            continue
        if node.tag == ROW:
            yield CELL.join(filter(None, map(_words, node.iter(ITS_CELL))))
        elif not any(above.tag == PARAGRAPH for above in node.iterancestors()):
            yield _words(node)


def _words(root: Element) -> str:
    """Return the words below an element, changes that are tracked taken as accepted."""
    text = ""
    for node in root.iter():
        if any(above.tag == FALLBACK for above in node.iterancestors()):
            continue
        if node.tag == f"{WORD}t":
            text += node.text or ""
        elif node.tag == PARAGRAPH:
            text += " "
        else:
            text += SIGNS.get(str(node.tag), "")
    return squeezed(text)


def _footnotes(document: Document) -> Iterator[str]:
    from lxml import etree

    for relation in document.part.rels.values():
        if relation.reltype.endswith("/footnotes") and not relation.is_external:
            for note in etree.fromstring(relation.target_part.blob).iter(NOTE):
                if note.get(f"{WORD}type") is None:
                    yield _words(note)


def _stated(document: Document) -> Stated:
    told = document.core_properties
    titled = (one for one in document.paragraphs if one.style and one.style.name == "Title")
    title = squeezed(told.title) or next((squeezed(one.text) for one in titled), "")
    made = told.created.date().isoformat() if told.created else ""
    return Stated(title, squeezed(told.author), "", squeezed(told.language), made)


def _aside(document: Document) -> Iterator[str]:
    """Yield the heads and feet of pages, and how many changes were taken as accepted."""
    edges = [edge for one in document.sections for edge in (one.header, one.footer)]
    found = [squeezed(line.text) for edge in edges for line in edge.paragraphs]
    for words in dict.fromkeys(filter(None, found)):
        yield f"“{words}” at the edge of pages"
    changes = [*document.element.body.iter(f"{WORD}ins", f"{WORD}del")]
    if changes:
        yield f"{len(changes)} changes that were tracked, taken as accepted"
