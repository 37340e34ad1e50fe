"""Which library reads an original: told with its version, and its encoding where it is another."""

from __future__ import annotations

from importlib.metadata import version

import pytest

from sourcebook.data.originals.reading import encoding_in, extract

PAGE = '<html><head><meta charset="{}"></head><body><p>Čukarica</body></html>'


def test_what_made_a_text_is_named_with_its_version() -> None:
    assert extract(b"One.", "a.md").extractor.startswith(
        f"markdown-it-py {version('markdown-it-py')}, sourcebook "
    )
    assert extract(b"One.", "a.txt").extractor == "encoding utf_8"
    found = extract("Die Fähre.".encode("cp1252"), "a.md").extractor
    assert found.endswith(", encoding cp1252")
    assert encoding_in(found) == "cp1252"
    assert encoding_in("encoding cp1252") == "cp1252"
    assert encoding_in("selectolax 1.0") == ""


@pytest.mark.parametrize("declared", ["windows-1250", "utf-8", "no-such"])
def test_a_page_is_read_in_the_encoding_that_it_declares(declared: str) -> None:
    encoding = declared if declared != "no-such" else "utf-8"
    assert extract(PAGE.format(declared).encode(encoding), "a.html").text == "Čukarica\n"


def test_an_encoding_that_is_named_is_taken() -> None:
    assert extract("Čuka".encode("cp1250"), "a.txt", "cp1250").text == "Čuka"
