"""How sure one may be, on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import TinyBook


def test_a_page_weighs_each_finding_of_a_list_and_tells_where_nothing_is_cited(
    tiny: TinyBook,
) -> None:
    items = "- It has a tower. {ev}`times-tower`\n- It is old.\n"
    tiny.append("docs/index.md", f"\n```{{how-sure}} How sure\n{items}```\n")
    done = tiny.build(run=False)
    page = done.page("docs/index.html")
    table = page[page.index("how-sure") :]
    table = table[: table.index("</table>")]
    assert "<strong>low</strong>: one source" in table
    assert "Harbour Times B3" in table
    assert "nothing is cited for a finding" in done.warnings
    assert "WARNING: “3”" not in done.warnings
