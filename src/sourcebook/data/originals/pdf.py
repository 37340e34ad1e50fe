"""PDF: the words of each page by PDFium, as lines with their place, and the file's properties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median
from typing import TYPE_CHECKING, Any

from sourcebook.data.layout import SOFT
from sourcebook.data.originals.extracted import Extracted, Stated, squeezed
from sourcebook.data.originals.printed import Line, read_printed
from sourcebook.problems import refuse

if TYPE_CHECKING:
    import pypdfium2

LIBRARY = "pypdfium2"
MADE = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")
A_FILE = re.compile(r"(?i)^microsoft word - |^untitled|\.(?:docx?|indd|pdf|odt|tex|qxd)$")
END_OF_LINE = "\r\n"
DIVIDING = "\x02\ufffe"
NO_SIGN = "\ufffd"


def read_pdf(raw: bytes, file: str) -> Extracted:
    """Return the text of a PDF; raises :class:`BookError` if it cannot be read or has none."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        what, expected = "the PDF cannot be opened", "a PDF that opens without a password"
        do = "save a copy that any reader opens, without a password, and add that"
        raise refuse(file, what, str(error), expected, do) from error
    with pdf:
        pages = [[*_lines(page, at)] for at, page in enumerate(pdf)]
        stated = _stated(pdf.get_metadata_dict())
    if not any(pages):
        raise _without_text(file, len(pages))
    printed = read_printed(line for page in pages for line in page)
    empty = [str(at + printed.first_page) for at, page in enumerate(pages) if not page]
    told = [f"page {', '.join(empty)}, which has no text"] if empty else []
    if unknown := printed.text.count(NO_SIGN):
        told.append(f"{unknown} signs that the PDF gives no letter for, here {NO_SIGN}")
    return Extracted(printed.text, LIBRARY, stated, (*printed.aside, *told), printed.first_page)


def _lines(page: pypdfium2.PdfPage, number: int) -> Iterator[Line]:
    import pypdfium2.raw as pdfium

    words = page.get_textpage()
    line: list[tuple[int, str]] = []
    for at in range(words.count_chars()):
        sign = chr(pdfium.FPDFText_GetUnicode(words.raw, at))
        if sign not in END_OF_LINE:
            line.append((at, sign))
        if sign in END_OF_LINE or sign in DIVIDING:
            yield from _line(line, number, words)
            line = []
    yield from _line(line, number, words)


def _line(
    signs: list[tuple[int, str]], number: int, words: pypdfium2.PdfTextPage
) -> Iterator[Line]:
    """Yield the line of some signs, if any is seen; its first, middle and last say where it is."""
    text = "".join(sign for _, sign in signs).strip()
    if not text:
        return
    seen = [at for at, sign in signs if not sign.isspace()]
    boxes = [words.get_charbox(seen[at], loose=True) for at in (0, len(seen) // 2, -1)]
    hyphen = "-" if text[-1] in (*DIVIDING, SOFT) else ""
    text = "".join(sign for sign in text if sign.isprintable() and sign not in DIVIDING)
    yield Line(
        page=number,
        text=text + hyphen,
        left=min(box[0] for box in boxes),
        right=max(box[2] for box in boxes),
        bottom=median(box[1] for box in boxes),
        size=median(box[3] - box[1] for box in boxes),
    )


def _stated(told: dict[str, Any]) -> Stated:
    title = squeezed(told.get("Title", ""))
    made = MADE.match(told.get("CreationDate", ""))
    return Stated(
        title="" if A_FILE.search(title) else title,
        author=squeezed(told.get("Author", "")),
        made="-".join(made.groups()) if made else "",
    )


def _without_text(file: str, pages: int) -> Exception:
    return refuse(
        file,
        "the PDF holds no text, as a scan does",
        f"{pages} page{'s' if pages != 1 else ''} of pictures",
        "a PDF whose words can be selected",
        "have a program recognise the text (ocrmypdf scan.pdf text.pdf), then add that",
    )
