"""DOCX: paragraphs and rows in their order, tracked changes as accepted, and its properties."""

from __future__ import annotations

import datetime
import io

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml

from sourcebook.data.originals.docx import WORD, read_docx
from sourcebook.data.originals.extracted import Extracted, Stated
from sourcebook.problems import BookError

SPACE = f'xmlns:w="{WORD[1:-1]}"'


def read(document: Document) -> Extracted:
    kept = io.BytesIO()
    document.save(kept)
    return read_docx(kept.getvalue(), "a.docx")


def minutes() -> Document:
    document = docx.Document()
    told = document.core_properties
    told.title, told.author, told.language = "Minutes", "Ines Calder", "en-GB"
    told.created = datetime.datetime(2020, 12, 1)
    document.add_paragraph("The board met.")
    table = document.add_table(2, 2)
    for at, words in enumerate(["Item", "Crowns", "Stone", "60,000"]):
        table.cell(at // 2, at % 2).text = words
    document.add_paragraph("Nobody\tcame.\n")
    return document


def test_paragraphs_and_rows_stand_in_their_order() -> None:
    found = read(minutes())
    assert found.text == "The board met.\nItem | Crowns\nStone | 60,000\nNobody came.\n"
    assert found.stated == Stated("Minutes", "Ines Calder", "", "en-GB", "2020-12-01")


def test_the_edges_of_pages_are_left_out_and_told() -> None:
    document = minutes()
    document.sections[0].header.paragraphs[0].text = "Secret"
    found = read(document)
    assert "Secret" not in found.text
    assert found.aside == ("“Secret” at the edge of pages",)


def test_tracked_changes_are_taken_as_accepted_and_told() -> None:
    document = minutes()
    inserted = f"<w:ins {SPACE}><w:r><w:t>Two lamps burn.</w:t></w:r></w:ins>"
    deleted = f"<w:del {SPACE}><w:r><w:delText>One does.</w:delText></w:r></w:del>"
    for change in (inserted, deleted):
        document.paragraphs[0]._p.append(parse_xml(change))
    found = read(document)
    assert found.text.startswith("The board met.Two lamps burn.\n")
    assert found.aside == ("2 changes that were tracked, taken as accepted",)


def test_what_stands_in_a_field_to_fill_in_is_read() -> None:
    document = minutes()
    filled = f"<w:sdt {SPACE}><w:sdtContent><w:p><w:r><w:t>Filled.</w:t></w:r></w:p>"
    document.element.body.insert(0, parse_xml(f"{filled}</w:sdtContent></w:sdt>"))
    assert read(document).text.startswith("Filled.\nThe board met.\n")


@pytest.mark.parametrize("raw", [b"PK\x03\x04 broken", b"text"])
def test_what_is_no_docx_is_refused(raw: bytes) -> None:
    with pytest.raises(BookError, match="cannot be read"):
        read_docx(raw, "a.docx")


def test_a_docx_without_words_is_refused() -> None:
    with pytest.raises(BookError, match="holds no text"):
        read(docx.Document())
