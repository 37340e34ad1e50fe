"""Designations that no line breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import TinyBook


def test_a_designation_is_kept_on_one_line_and_code_is_left_alone(tiny: TinyBook) -> None:
    tiny.add_page("XY-12B", "The XY-12B/ZZ-3, `AB-9` and well-known words.")
    page = tiny.build(run=False).page("docs/XY-12B.html")
    assert 'The <span class="designation">XY-12B/ZZ-3</span>,' in page
    assert '<span class="pre">AB-9</span>' in page
    assert "<title>XY-12B" in page
