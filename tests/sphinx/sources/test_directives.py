"""Quotations set inline and as a block."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Build


def test_a_quotation_is_set_inline_and_as_a_block_with_its_marker(built: Build) -> None:
    page = built.page("docs/index.html")
    assert (
        '<span class="quote">“We shall keep the light burning whatever the weather,”</span>' in page
    )
    block = page[page.index('class="quotation-block"') :]
    assert "In this paper's opinion the £1.3 million" in block
    assert 'data-ev="gazette-price"' in block
