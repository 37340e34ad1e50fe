"""The files whose words a page takes in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sourcebook.pages.taken_in import taken_in, words_taken_in

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("```{include} a.txt\n```", [("include", "a.txt", 1)]),
        ("::::{note}\n:::{literalinclude} a.txt\n:::\n::::", [("literalinclude", "a.txt", 2)]),
        ("```{csv-table} T\n:file: a.csv\n```", [("csv-table", "a.csv", 1)]),
        ("```{csv-table} T\na, b\n```", []),
        ("```{raw} html\n:file: a.html\n```", [("raw", "a.html", 1)]),
        ("x\n\n![a](a.svg)", [("image", "a.svg", 3)]),
        ("```{eval-rst}\nx\n```", [("eval-rst", "", 1)]),
        ("```{code-block} md\n![a](a.svg)\n```", []),
    ],
)
def test_what_names_a_file_is_told(text: str, found: list[tuple[str, str, int]]) -> None:
    assert [(one.role, one.file, one.line) for one in taken_in(text)] == found


def words(root: Path, text: str) -> list[str]:
    """Return the words that a page in the folder takes in."""
    page = root / "page.md"
    return [
        " ".join(block.text.replace("\0", " | ").split())
        for _, found in words_taken_in(root, page, text)
        for block in found
    ]


def test_the_words_of_files_are_those_they_would_show(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("# A\n\n{file}`99` lamps\n\n```{include} b.txt\n```\n", "utf-8")
    (tmp_path / "b.txt").write_text("98 *lamps*\n\n```{include} a.txt\n```\n", "utf-8")
    (tmp_path / "a.csv").write_text("lamps,97\n", "utf-8")
    (tmp_path / "a.svg").write_text("<svg><text>96 lamps</text></svg>", "utf-8")
    (tmp_path / "a.html").write_text("<p>95 lamps</p>", "utf-8")
    assert words(tmp_path, "```{include} a.txt\n```") == ["A", "99 lamps", "98 lamps"]
    assert words(tmp_path, "```{literalinclude} b.txt\n```")[0].startswith("98 *lamps*")
    assert words(tmp_path, "```{literalinclude} b.txt\n:language: python\n```") == []
    assert words(tmp_path, "```{csv-table} T\n:file: a.csv\n```") == ["lamps | 97 |"]
    assert words(tmp_path, "![x](a.svg)") == ["96 lamps |"]
    assert words(tmp_path, "```{raw} html\n:file: /a.html\n```") == ["95 lamps"]
    assert words(tmp_path, "```{include} ../a.txt\n```\n\n```{include} c.txt\n```") == []


def test_the_marks_of_a_caption_serve_its_drawing(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text("<svg><text>96 lamps</text></svg>", "utf-8")
    for text in ("```{figure} a.svg\n\nLamps {ev}`x`.\n```", "![b](a.svg) {ev}`x`"):
        ((_, (block,)),) = words_taken_in(tmp_path, tmp_path / "page.md", text)
        assert [mark.content for mark in block.beside] == ["x"]
