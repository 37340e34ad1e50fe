"""The brief: its first page whole, what opens the others, offered beside the PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pypdf import PdfReader

if TYPE_CHECKING:
    import pytest
    from conftest import TinyBook

BRIEF = '\nsourcebook_brief = ["docs/index", "docs/findings"]\n'
FINDINGS = "In short.\n\n## At length\n\nNot in the brief."


def test_it_has_the_first_page_and_what_opens_the_second(
    tiny: TinyBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    tiny.append("docs/conf.py", BRIEF)
    tiny.add_page("findings", FINDINGS)
    made = []
    for _ in range(2):
        done = tiny.build("-W", "-E", "-d", "_build/doctrees", builder="pdf", run=False)
        assert done.code == 0, done.warnings
        made.append((tiny.root / "_build/brief.pdf").read_bytes())
    assert made[0] == made[1]
    words = " ".join(one.extract_text() for one in PdfReader(tiny.root / "_build/brief.pdf").pages)
    assert "The board ordered two lamps [E" in words
    assert "In short." in words
    assert "Not in the brief." not in words
    web = tiny.build("-W", "-d", "_build/doctrees", run=False)
    assert web.code == 0, web.warnings
    assert (web.out / "brief.pdf").read_bytes() == made[0]
    assert 'href="../brief.pdf" title="Brief"' in web.page("docs/index.html")


def test_a_page_that_is_not_there_is_named(tiny: TinyBook) -> None:
    tiny.append("docs/conf.py", '\nsourcebook_brief = ["docs/nowhere"]\n')
    done = tiny.build(builder="pdf", run=False)
    assert done.code == 2
    assert "no page is named “docs/nowhere”" in done.warnings
