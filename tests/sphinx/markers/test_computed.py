"""Counts that are computed where they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import TinyBook


def test_the_books_own_things_are_counted_with_a_capital_where_a_sentence_begins(
    tiny: TinyBook,
) -> None:
    tiny.add_page(
        "counted", "{count}`sources` speak. Of {count}`sources`, *{count}`orders` order*."
    )
    tiny.add_page("uncounted", "There are {count}`sauces`.")
    done = tiny.build(run=False)
    text = re.sub(r"<[^>]+>", "", done.page("docs/counted.html"))
    assert "Two speak. Of two, two order." in text
    assert "[sauces: unknown]" in done.page("docs/uncounted.html")
    assert done.warnings.count("“sauces” does not say") == 1
