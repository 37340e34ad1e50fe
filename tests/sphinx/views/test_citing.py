"""How to cite, on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.citation import CFF, WHOLE

if TYPE_CHECKING:
    from conftest import TinyBook


def test_a_page_shows_the_citation_and_follows_the_file(tiny: TinyBook) -> None:
    (tiny.root / "CITATION.cff").write_text(CFF, "utf-8")
    tiny.add_page("cite", "```{how-to-cite} book\n```")
    done = tiny.build("-W", run=False)
    assert done.code == 0, done.warnings
    assert WHOLE in done.page("docs/cite.html").replace("</span>", "").replace("<span>", "")
    (tiny.root / "CITATION.cff").write_text(CFF.replace("1.2.0", "1.3.0"), "utf-8")
    assert "1.3.0" in tiny.build("-W", run=False).page("docs/cite.html")
    tiny.edit("docs/cite.md", "{how-to-cite} book", "{how-to-cite} poem")
    wrong = tiny.build(run=False)
    assert "“poem” cannot be cited" in wrong.warnings
