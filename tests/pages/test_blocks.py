"""Blocks of prose: what is read out of a MyST text, with markers and lines, and what is left."""

from __future__ import annotations

import pytest

from sourcebook.pages.blocks import blocks
from sourcebook.text.sentences import CELL_END


def words(text: str) -> list[str]:
    return [" ".join(one.text.replace(CELL_END, " | ").split()) for one in blocks(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# Title\n\nOne\ntwo.", ["Title", "One two."]),
        ("- a\n  - b 2\n\n1. c", ["a", "b 2", "c"]),
        ("term\n: meaning", ["term", "meaning"]),
        (":field: body", ["field", "body"]),
        ("A | B\n:- | :-\n1 | two", ["A | B |", "1 | two |"]),
        ("note[^1]\n\n[^1]: below", ["note", "below"]),
        ("**1**2 *x* `3` <b>4</b> &#53;\\.", ["12 x 4 5."]),
        ("[words 1](target-2 'title 3') <https://host/4>", ["words 1 (title 3)"]),
        ("![alt 1](file-2.png)", ["alt 1"]),
        ("{doc}`words <x-1>` {doc}`x-2` {ref}`x-3` {cite:t}`x-4` {term}`word 5`", ["words word 5"]),
        ("(target-1)=\n% remark 2\n\nwords\n\n+++ 3", ["words"]),
        ("<!-- 1 -->\n\n<p>word 2</p>", ["word 2"]),
        ("```python\n1\n```\n\n    2\n\n```{code-block} python\n3\n```", []),
        (":::{note} Title 1\n:class: x-2\n\nBody 3\n:::", ["Title 1", "Body 3"]),
        ("::::{grid} 1 2\n:::{card} A 3\n:link: x-4\nB\n:::\n::::", ["A 3", "B"]),
        ("```{figure} x-1.png\n:alt: alt 2\n:name: y-3\n\ncaption 4\n```", ["alt 2", "caption 4"]),
        ("```{list-table} Title\n:header-rows: 1\n* - a\n  - 1\n* - b\n  - 2\n```",
         ["Title", "a | 1 |", "b | 2 |"]),
        ("```{glossary}\nterm 1\n  meaning 2\n```", ["term 1", "meaning 2"]),
        ("```{toctree}\n:caption: Part 1\nx-2\n```", ["Part 1"]),
        ("```{quotation} x-1\n```\n\n```{source} x-2\n```", []),
        ("```{about} light x-1\n```", []),
        ("```{unheard-of} words 1\nwords 2\n```", ["words 1", "words 2"]),
    ],
)  # fmt: skip
def test_prose_is_told_from_code_targets_and_comments(text: str, found: list[str]) -> None:
    assert [one for one in words(text) if one] == found


def test_markers_stand_where_they_were_and_lines_are_the_files() -> None:
    text = "---\nx: 1\n---\n\n# T\n\nOne {ev}`a, b`,\ntwo {quote}`c` three {value}`d`\n{count}`e`."
    title, block = blocks(text)
    assert (title.line, block.line) == (5, 7)
    assert [(one.role, one.content) for one in block.marks] == [
        ("ev", "a, b"),
        ("quote", "c"),
        ("value", "d"),
        ("count", "e"),
    ]
    assert block.text[: block.marks[0].at] == "One "
    assert block.line_at(block.text.index("three")) == 8


def test_captions_and_descriptions_in_the_head_of_a_cell_share_their_markers() -> None:
    text = (
        "```{code-cell} python\n---\ntags: [hide-input]\nmystnb:\n  figure:\n    caption: |\n"
        "      Two lamps {ev}`a`.\n    name: fig-1\n  image:\n    alt: >-\n"
        "      Two lamps, drawn.\n---\nx = 3\n```"
    )
    caption, alt = blocks(text)
    assert (caption.text, caption.line) == ("Two lamps .", 7)
    assert (alt.text, alt.line, [one.content for one in alt.beside]) == (
        "Two lamps, drawn.",
        11,
        ["a"],
    )


@pytest.mark.parametrize("text", ["", "```{", "```{code-cell}\n---\na: [\n---\n```", "\0", "|\n|-"])
def test_text_that_is_no_good_myst_is_read_all_the_same(text: str) -> None:
    list(blocks(text))


def test_a_heading_has_its_level() -> None:
    text = "# One\n\nwords\n\n### Three\n\nwords\n\nTwo\n---\n\n- words"
    assert [one.level for one in blocks(text)] == [1, 0, 3, 0, 2, 0]
