"""Characters that cannot be shown as they are: named in their place, and the build goes on."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from sourcebook.sphinx.pdf.stand_ins import clusters
from sourcebook.text.characters import stand_in, without_controls

if TYPE_CHECKING:
    from conftest import TinyBook

ENGINE = Path(__file__).parents[3] / "src"
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
NAMED = {
    "\U0001f600": "[U+1F600 GRINNING FACE]",
    "\ufb05": "[U+FB05 LATIN SMALL LIGATURE LONG S T]",
    "灯": "[U+706F CJK UNIFIED IDEOGRAPH-706F]",
    "\u0915": "[U+0915 DEVANAGARI LETTER KA]",
    "\x07": "[U+0007 BELL]",
    "\x1b": "[U+001B ESCAPE]",
    "\x7f": "[U+007F DELETE]",
    "\x9b": "[U+009B CONTROL CHARACTER]",
    "\ue000": "[U+E000 PRIVATE CHARACTER]",
    "\uffff": "[U+FFFF NO CHARACTER]",
    "\U0010ffff": "[U+10FFFF NO CHARACTER]",
}
ODD = "Odd \U0001f600 e\u20dd ﬁ \x07 \x1b \x7f \x9b \u0627\u0644 灯 \ue000 \ufffe words of the log"


@pytest.mark.parametrize("sign", NAMED)
def test_a_character_is_named_by_code_point_and_name(sign: str) -> None:
    assert stand_in(sign) == NAMED[sign]


def test_only_what_html_and_xml_may_not_hold_is_a_control() -> None:
    kept = "a\t\n\r\u00a0é灯\U0001f600\u200b\ufffd\x85"
    assert without_controls(kept) == kept
    for code in (*range(9), 11, 12, *range(14, 32), 127, 128, 159, 0xFFFE, 0xFFFF, 0x1FFFE, 0xFDD0):
        assert without_controls(chr(code)) == stand_in(chr(code))


def test_the_compiler_says_what_its_fonts_lack() -> None:
    kept, lacking = "abÀŽđжω–“”−→≥€ﬁ\u0301", "灯\U0001f600\x07\ue000"
    wanted = [*kept, *lacking, "e\u0301", '"', "\\"]
    asked = (
        "import json, sys; from sourcebook.data.validator import frictionless; frictionless();"
        "from sourcebook.sphinx.pdf.stand_ins import missing;"
        "print(json.dumps(missing(json.loads(sys.argv[1]), [], [])))"
    )
    told = subprocess.run(  # not here: a forked build would wait for the compiler's threads
        [sys.executable, "-c", asked, json.dumps(wanted)],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ENGINE)},
        text=True,
    )
    assert json.loads(told.stdout) == sorted(lacking)


def test_marks_belong_to_the_letter_before_them() -> None:
    assert {"e\u0301", "\u00e0\u0323", "灯"} <= set(
        clusters('"xe\u0301y \u00e0\u0323 灯" + "\\u{7}"')
    )
    assert "\x07" in set(clusters('"\\u{7}"'))


@pytest.fixture(scope="module")
def odd(shared: TinyBook) -> TinyBook:
    """Return a book that quotes every kind of odd character, and has them on a page and in code."""
    seed = (shared.root / "seeds/pilots_gazette.txt").read_bytes().decode()
    shared.rewrite_seed("seeds/pilots_gazette.txt", f"{seed.rstrip()}\n{ODD}.\n")
    shared.add_row(
        "data/evidence.csv", id="odd", source="pilots-gazette", quotation=ODD, mode="report"
    )
    shared.add_page(
        "odd",
        "An odd \U0001f600 \x07 word {ev}`odd`, `code 灯\x07`.\n\n## Head \U0001f600 \x07\n\n"
        "```text\nblock 灯 \x1b\n```\n\n| a \x07 |\n|---|\n| 灯 *灯* **灯** |\n",
    )
    shared.quieten()
    shared.add_notebook("made", "print(chr(0x1F680) + chr(8))")
    return shared


def test_a_strict_pdf_names_them_notes_where_they_stand_and_prints_the_same_again(
    odd: TinyBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    done = odd.build("-W", "--keep-going", builder="pdf")
    assert done.code == 0, done.warnings
    printed = (done.out.parent / "handbook.pdf").read_bytes()
    pages = PdfReader(done.out.parent / "handbook.pdf").pages
    text = re.sub(r"\s+", "", "".join(page.extract_text() for page in pages))
    for sign in ("\U0001f600", "\x07", "\x1b", "灯", "\ue000", "\ufffe", "\U0001f680", "\x08"):
        assert re.sub(r"\s+", "", stand_in(sign)) in text, sign
    line = odd.line("seeds/pilots_gazette.txt", "Odd ")
    places = f"data/evidence.csv:{odd.line('data/evidence.csv', 'Odd ')}, docs/odd.md:3"
    assert f"seeds/pilots_gazette.txt:{line}, {places}: no font has U+1F600" in done.said
    assert "made by a notebook: no font has U+1F680 ROCKET" in done.said
    odd.build("-E", builder="pdf")
    assert (done.out.parent / "handbook.pdf").read_bytes() == printed


@pytest.mark.parametrize("builder", ["html", "epub"])
def test_no_control_character_is_in_what_is_built(odd: TinyBook, builder: str) -> None:
    done = odd.build("-W", "--keep-going", "-d", "_build/doctrees", builder=builder)
    assert done.code == 0, done.warnings
    for path in done.out.rglob("*"):
        if path.suffix in (".html", ".xhtml", ".opf", ".ncx", ".js"):
            text = path.read_text("utf-8")
            assert not FORBIDDEN.search(text), path
            if path.suffix in (".xhtml", ".opf", ".ncx"):
                ElementTree.fromstring(text.replace("&nbsp;", " "))
    suffix = "html" if builder == "html" else "xhtml"
    page = done.page(f"docs/odd.{suffix}")
    assert '<span class="unseen">[U+0007 BELL]</span> word' in page
    assert "Head \U0001f600 [U+0007 BELL]" in page
    assert "\U0001f600 " in page
