"""The directive {score}: a page shows the score from its file, or a gap where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

from sourcebook.show.score import Kind, Score, Survivor, write_score

if TYPE_CHECKING:
    from conftest import TinyBook

SURVIVOR = Survivor("docs/lamps.md", 7, "No {ev}`lamp`.", "A {ev}`lamp`.")


def test_a_score_is_shown_from_its_file(tiny: TinyBook) -> None:
    score = Score("0123456789abcdef", "aa", 5, [Kind("denial", 3, 2, 0, True, 80, [SURVIVOR])])
    write_score(score, tiny.root / "docs/score.json")
    tiny.add_page("tested", "```{score} score.json\n```")
    tiny.add_page("untested", "```{score} none.json\n```")
    done = tiny.build(run=False)
    page = BeautifulSoup(done.page("docs/tested.html"), "html.parser")
    whole, survivors = page.select("table")
    assert "denial 3 (all) 2 0 0 1 66.7 66.7 80" in " ".join(whole.get_text(" ").split())
    assert "No {ev}`lamp`. A {ev}`lamp`." in " ".join(survivors.get_text(" ").split())
    told = [one for one in done.warnings.splitlines() if "WARNING" in one]
    assert [one for one in told if "tested.md" in one and "untested" not in one] == []
    assert any("docs/untested.md:3: WARNING: the score cannot be read" in one for one in told)
