"""What the head of a page says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import TinyBook


def test_a_page_is_described_by_its_first_sentence_of_any_length(tiny: TinyBook) -> None:
    tiny.quieten()
    tiny.add_page("short", "Yes.\n\nA first paragraph of “some” length.")
    tiny.add_page("long", f"{'Words and ' * 40}the end.")
    done = tiny.build(run=False)
    said = 'name="description" content="A first paragraph of “some” length."'
    assert said in done.page("docs/short.html")
    long = done.page("docs/long.html").partition('name="description" content="')[2]
    assert long.partition('"')[0].endswith(" …")
    assert len(long.partition('"')[0]) <= 202
