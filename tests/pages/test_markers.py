"""Markers of a page: the ids that they name, with their lines, and none that stands in code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.checks.opening import read_book
from sourcebook.checks.pages import Pages, check_pages
from sourcebook.pages import markers
from sourcebook.pages.blocks import blocks

if TYPE_CHECKING:
    from conftest import TinyBook

PAGE = """One {ev}`a`.

Two {ev}`b, c` and {ev}``d``;
{quote}`e` {cite}`f`

```{quotation} g
```

- In a list {ev}`h,
  i` and `code
  of two lines`, then {ev}`j`

````{note}
| Cell | {ev}`k` |
|---|---|
| {context}`l` | x |

```{quotation} m
```
````
"""
CODE = """Say ``{ev}`o` ``, or

```
{ev}`p`
```

    {ev}`q`

```{code-cell} python
"{ev}`r`"
```

<!-- {ev}`s` -->
"""


def named(text: str) -> list[tuple[str, int]]:
    return [(one.id, one.line) for one in markers.named(blocks(text))]


def test_markers_are_found_with_their_lines() -> None:
    assert named(PAGE) == [
        *(("a", 1), ("b", 3), ("c", 3), ("d", 3), ("e", 4), ("g", 6)),
        *(("h", 9), ("i", 9), ("j", 11), ("k", 14), ("l", 16), ("m", 18)),
    ]


def test_a_marker_in_code_or_a_comment_is_none() -> None:
    assert named(CODE) == []


def test_a_quotation_set_apart_lends_its_evidence_to_no_words_around_it() -> None:
    assert all(not one.citing for one in blocks("```{quotation} g\n```\n\nTwelve lamps."))


def test_an_unknown_id_is_told_at_its_line_unless_it_stands_in_code(tiny: TinyBook) -> None:
    tiny.add_page(
        "wrong", "Right {ev}`times-order,\ntimes-tower`,\nwrong {ev}`times-ordr`.\n\n" + CODE
    )
    found = check_pages(Pages(read_book(tiny.root)))
    line = tiny.line("docs/wrong.md", "times-ordr")
    assert [(one.line, one.found) for one in found] == [(line, "“times-ordr”")]
