"""Nothing a page shows is unread: by check as by the build, or it is refused, or check says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from sourcebook.checks.forms import only_a_build_sees
from sourcebook.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import TinyBook

SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><text>99 lamps</text></svg>"
FILES = {
    "docs/part.txt": "It had 99 lamps.\n",
    "docs/part.html": "<p>It had 99 lamps.</p>\n",
    "docs/part.csv": "Lamps,99\n",
    "docs/drawn.svg": SVG,
    "docs/carried.svg": SVG.replace("99", "2"),
}
UNCARRIED = {
    "html-block": "<div>\n<p>It had 99 lamps.</p>\n</div>",
    "html-inline": "It had <b>99</b> lamps.",
    "html-alt": '<img src="x.png" alt="It had 99 lamps.">',
    "html-title": 'It <abbr title="99 lamps">had</abbr> lamps.',
    "html-entity": "<p>It had &#57;&#57; lamps.</p>",
    "html-quote": "<p>He said <q>the lamps are green</q>.</p>",
    "raw": "```{raw} html\n<p>It had 99 lamps.</p>\n```",
    "raw-file": "```{raw} html\n:file: part.html\n```",
    "role-file": "It had {file}`99` lamps.",
    "role-command": "It had {command}`99` lamps.",
    "role-math": "It had {math}`99` lamps.",
    "math": "```{math}\n99\\,\\text{lamps}\n```",
    "include": "```{include} part.txt\n```",
    "literalinclude": "```{literalinclude} part.txt\n:language: text\n```",
    "csv-table": "```{csv-table} Lamps\nLamps, 99\n```",
    "csv-table-header": '```{csv-table} Lamps\n:header: "Lamps", "99"\n\na, b\n```',
    "csv-table-file": "```{csv-table} Lamps\n:file: part.csv\n```",
    "list-table": "```{list-table} Lamps\n* - Lamps\n  - 99\n```",
    "alt": "![It had 99 lamps](drawn.svg)",
    "image-alt": "```{image} part.png\n:alt: It had 99 lamps.\n```",
    "figure-svg": "```{figure} drawn.svg\n:alt: Lamps.\n\nSome lamps.\n```",
    "image-svg": "![Some lamps](drawn.svg)",
    "code-caption": "```{code-block} python\n:caption: It had 99 lamps.\n\npass\n```",
    "block-quotation": "> The lamps are green. {ev}`times-order`",
    "epigraph": "```{epigraph}\nThe lamps are green. {ev}`times-order`\n```",
    "contents": "```{toctree}\nAll 99 lamps <second>\n```",
}
CARRIED = {
    "block-quotation": "> The harbour board ordered 2 lamps. {ev}`times-order`\n>\n> — The Times",
    "block-quotation-marks": "> “New lamps for the Skerry light”\n>\n> {ev}`times-title`",
    "csv-table": '```{csv-table} Lamps\nLamps, "2 {ev}`times-order`"\n```',
    "figure": "```{figure} carried.svg\n:alt: Two lamps.\n\nThe lamps {ev}`times-order`.\n```",
    "math": "It ordered {math}`2` lamps {ev}`times-order`.",
    "code": "```{literalinclude} conf.py\n:language: python\n```",
}
REFUSED = {
    "docs/old.rst": "Old\n===\n\nIt had 99 lamps.\n",
    "notebooks/old.ipynb": '{"cells": []}',
    "docs/within.md": "# Within\n\n```{eval-rst}\nIt had :file:`99` lamps.\n```\n",
    "docs/lost.md": "# Lost\n\n```{include} lost.txt\n```\n",
}


@pytest.fixture
def read(tiny: TinyBook) -> TinyBook:
    """Return the book with the files that its pages take in."""
    for file, text in FILES.items():
        tiny.append(file, text)
    return tiny


def said(root: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Return what the command says of a book."""
    main(["--book", str(root), "check"])
    both = capsys.readouterr()
    return both.out + both.err


def test_what_no_evidence_carries_is_found_however_a_page_shows_it(
    read: TinyBook, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in UNCARRIED.items():
        only = f"---\norphan: true\n---\n\n# {name.title()}\n\n{text}\n"
        (read.root / "docs/one.md").write_text(only, "utf-8")
        told = said(read.root, capsys)
        wanted = r"docs/(?:one\.md|part\.\w+|drawn\.svg):\d+: “.*?(?:99|green).*” is a "
        assert re.search(wanted, told), (name, told)


def test_what_evidence_carries_may_be_shown_in_every_way(
    read: TinyBook, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in CARRIED.items():
        (read.root / "docs/one.md").write_text(f"# One\n\n{text}\n", "utf-8")
        told = said(read.root, capsys)
        assert "docs/" not in told.replace("notebooks/", ""), (name, told)


def test_a_substitution_and_a_description_are_read(
    read: TinyBook, capsys: pytest.CaptureFixture[str]
) -> None:
    for matter in ("substitutions:\n    lamps: 99 lamps", "html_meta:\n    description: 99 lamps"):
        page = f"---\nmyst:\n  {matter}\n---\n\n# One\n\nIt had {{{{ lamps }}}}.\n"
        (read.root / "docs/one.md").write_text(page, "utf-8")
        assert "docs/one.md:4: “99” is a number" in said(read.root, capsys)


@pytest.mark.parametrize("file", REFUSED)
def test_what_cannot_be_read_is_refused(
    file: str, read: TinyBook, capsys: pytest.CaptureFixture[str]
) -> None:
    read.append(file, REFUSED[file])
    told = said(read.root, capsys)
    assert re.search(rf"^{re.escape(file)}(?::3)?: .*read", told, re.MULTILINE), told
    assert "check:    form" in told


def test_what_only_a_build_sees_is_said_in_one_line(
    tiny: TinyBook, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [one for one in said(tiny.root, capsys).splitlines() if "note: " in one]
    assert lines == [
        "note: only a build sees, and checks, what the code of notebooks/orders.md puts out"
    ]
    many = {f"{one}.md": "{{ lamps }}" for one in "abcde"}
    assert only_a_build_sees(many) == (
        "only a build sees, and checks, what substitutions in a.md, b.md, c.md and 2 more stand for"
    )
    assert only_a_build_sees({"a.md": "Words."}) == ""
