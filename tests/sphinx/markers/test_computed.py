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


def test_what_is_inferred_or_derived_bears_a_sign_and_gives_its_reason(tiny: TinyBook) -> None:
    tiny.add_page(
        "inferred",
        "It is {inferred}`the same tower <neither says so>`, {derived}`a day later <4 May + 1>`"
        " and {inferred}`a guess`.",
    )
    page = tiny.build("-W", run=False).page("docs/inferred.html")
    sign = '<span class="sign">∴ </span>'
    reason = '<span class="reason"> (inferred: neither says so)</span>'
    assert f'<span class="inferred" tabindex="0">{sign}the same tower{reason}</span>' in page
    assert f'<span class="derived" tabindex="0">{sign}a day later' in page
    assert f'<span class="inferred">{sign}a guess</span>' in page
