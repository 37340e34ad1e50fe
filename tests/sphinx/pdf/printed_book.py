"""How long the printed handbook may be, of the book that ``--built`` names: nox -s printed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdfium2 import PdfDocument, PdfPage

BODY, ANNEX, WHOLE, HALF_EMPTY, CONTENTS = 50, 60, 110, 3, 2
MEGABYTES = 4
HEAD, FOOT = 79.0, 76.0  # points


@pytest.fixture
def built(request: pytest.FixtureRequest) -> Path:
    """Return the PDF of the book that is built."""
    return Path(request.config.getoption("--built"), "handbook.pdf")


def test_the_handbook_is_no_longer_than_it_may_be(built: Path) -> None:
    reader: Any = PdfReader(built)
    opens = {
        one.title: reader.get_destination_page_number(one)
        for one in reader.outline
        if not isinstance(one, list)
    }
    assert opens["Annex"] <= BODY
    assert len(reader.pages) - opens["Annex"] <= ANNEX
    assert len(reader.pages) <= WHOLE
    titles = [title for title in opens if title != "Contents"]
    assert opens[titles[0]] - opens["Contents"] <= CONTENTS


def test_hardly_a_page_of_it_is_half_empty(built: Path) -> None:
    empty = [at for at, page in enumerate(PdfDocument(built), start=1) if filled(page) < 0.5]
    assert len(empty) <= HALF_EMPTY, empty


def test_it_is_no_larger_than_it_may_be(built: Path) -> None:
    assert built.stat().st_size <= MEGABYTES * 1024 * 1024


def test_the_brief_has_two_pages(built: Path) -> None:
    assert len(PdfReader(built.with_name("brief.pdf")).pages) == 2


def filled(page: PdfPage) -> float:
    """Return how far down a page its text and pictures reach, as a share of the room for them."""
    high = page.get_height() - HEAD
    boxes = (one.get_bounds() for one in page.get_objects())
    lows = [max(low, FOOT) for _, low, _, top in boxes if top > FOOT and low < high]
    return float((high - min(lows, default=high)) / (high - FOOT))
