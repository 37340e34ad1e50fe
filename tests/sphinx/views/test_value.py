"""Values of the tables, set in a page’s words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.built import text

if TYPE_CHECKING:
    from conftest import TinyBook


VALUES = (
    ("orders/skerry-lamps-times.date", "3 March 2021 [Harbour Times ¶3, ¶6]"),
    ("orders/skerry-lamps-times.price", "£1,200,000 [Harbour Times ¶3, ¶6]"),
    ("orders/skerry-lamps-times.buyer", "Harbour board [Harbour Times ¶3, ¶6]"),
    (
        "orders/skerry-lamps-times.replaced_by",
        "2031 (derived: 2021 + 10 years) [Harbour Times ¶3, ¶6]",
    ),
    ("orders/skerry-lamps-gazette.replaced_by", "not stated"),
    ("traffic/ships-by-the-light.quantity", "less than 5% [Gazette ¶4]"),
    ("sources/pilots-gazette.outlet", "(inferred: named by the reader who sent the file)"),
    ("sources/pilots-gazette.author", "not stated"),
)


def test_values_are_set_in_words_with_their_basis_and_marker(tiny: TinyBook) -> None:
    tiny.add_page("values", "\n\n".join(f"Value {{value}}`{path}`." for path, _ in VALUES))
    done = tiny.build("-W", run=False)
    assert done.code == 0, done.warnings
    page = text(done.page("docs/values.html"))
    for _, expected in VALUES:
        assert expected in page
    assert done.mentioned("entry-actor-harbour-board") == ["values.html#mention--1"]


def test_values_that_are_not_there_are_warned_of_with_the_nearest_name(tiny: TinyBook) -> None:
    wrong = {
        "ordrs/skerry-lamps-times.date": "did you mean “orders”?",
        "orders/skerry-lamp-times.date": "did you mean “skerry-lamps-times”?",
        "orders/skerry-lamps-times.dat": "did you mean “date”?",
        "orders": "expected: “table/id.column”",
    }
    tiny.add_page("values", "\n\n".join(f"Value {{value}}`{path}`." for path in wrong))
    done = tiny.build("-W", run=False)
    assert done.code == 1
    for path, expected in wrong.items():
        line = tiny.line("docs/values.md", f"`{path}`")
        assert expected in done.warning("value", f"docs/values.md:{line}")
