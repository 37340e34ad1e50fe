"""PDFs: their text with pages, without running heads, and what they state of themselves."""

from __future__ import annotations

import pytest
from support.typeset import typeset

from sourcebook.data.originals.extracted import Stated
from sourcebook.data.originals.pdf import read_pdf
from sourcebook.problems import BookError

REPORT = """
#set document(title: "Report of the board", author: "Ada Thorne", date: datetime(year: 2021,
  month: 3, day: 4))
#set page(width: 90mm, height: 60mm, margin: 12mm, header: [Harbour Board],
  footer: context counter(page).display())
#set text(size: 10pt, lang: "en", hyphenate: true)
#set par(justify: true)
#counter(page).update(7)
= Report of the board
The administration considered the reconstruction of the northern breakwater, which the storm of
November had undermined, and its extraordinary maintenance.

It has not failed since then, except for a single evening in the month of October, when the supply
of oil was interrupted by a strike of the workers of the depot of the administration.

Nobody was hurt.
"""


def test_the_text_has_whole_words_and_its_pages() -> None:
    found = read_pdf(typeset(REPORT.encode()), "a.pdf")
    first, *_, last = found.text.splitlines()
    assert first == "Report of the board"
    assert last == "Nobody was hurt."
    flat = found.text.replace("\f", " ")
    assert "had undermined, and its extraordinary maintenance.\n" in flat
    assert "was interrupted by a strike of the workers of the depot of the administration." in flat
    assert found.text.count("\f") == 1
    assert "Harbour Board" not in found.text
    assert found.first_page == 7
    assert any("Harbour Board" in one for one in found.aside)
    assert found.stated == Stated("Report of the board", "Ada Thorne", made="2021-03-04")


def test_a_pdf_without_text_is_refused_with_what_to_do() -> None:
    with pytest.raises(BookError, match="holds no text") as caught:
        read_pdf(typeset(b"#rect(width: 3cm, height: 3cm, fill: black)"), "scan.pdf")
    (problem,) = caught.value.problems
    assert "ocrmypdf" in problem.do
    assert problem.file == "scan.pdf"


def test_a_page_without_text_is_told() -> None:
    found = read_pdf(typeset(b"One.\n#pagebreak()\n#rect()\n#pagebreak()\nTwo."), "a.pdf")
    assert found.text == "One.\n\f\fTwo.\n"
    assert found.aside == ("page 2, which has no text",)


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(BookError, match="cannot be opened"):
        read_pdf(b"%PDF-1.7 broken", "a.pdf")


def test_the_name_of_a_file_is_no_title() -> None:
    source = b'#set document(title: "Microsoft Word - report.doc", date: none)\nOne.'
    assert read_pdf(typeset(source), "a.pdf").stated.title == ""
