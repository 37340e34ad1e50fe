"""The readings of a question side by side on a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from support.built import text

if TYPE_CHECKING:
    from conftest import TinyBook


def test_readings_stand_side_by_side_with_their_source_and_the_words_that_differ(
    tiny: TinyBook,
) -> None:
    tiny.add_page("asked", "```{readings} how-many\n:home:\n```")
    tiny.add_page("more", "```{readings} what-price\n```\n\n```{readings} how-many\n```")
    done = tiny.build("-W", run=False)
    assert done.code == 0, done.warnings
    page = done.page("docs/asked.html")
    assert 'id="question-how-many"' in page
    said = text(page)
    assert "Harbour Times 4 May 2021 · reliability B · credibility 4 Two. " in said
    assert "The harbour board ordered 2 lamps" in said
    assert "Gazette no date stated · reliability D · credibility 4 Three, says a keeper." in said
    assert "Mentioned on: more" in said
    other = done.page("docs/more.html")
    assert 'href="asked.html#question-how-many"' in other
    assert "How many lamps were ordered? contradiction" in text(other)
    marks = re.findall(r'<mark class="differs">(.*?)</mark>', other)
    assert any("£1.3" in one for one in marks)
    assert all(one.startswith('<span class="visually-hidden">[differs: </span>') for one in marks)
    rest = other[other.index("How many lamps") :]
    assert "differs" not in rest[: rest.index("</article>") if "</article>" in rest else None]


def test_a_reading_says_that_the_date_of_its_source_is_inferred_and_why(tiny: TinyBook) -> None:
    why = "inferred: it speaks of the order of 2021 as new"
    tiny.edit("data/sources.csv", "sent the file,,,,,,,D", f"sent the file,2021,,{why},,,,D")
    tiny.add_page("asked", "```{readings} how-many\n:home:\n```")
    done = tiny.build("-W", run=False)
    assert done.code == 0, done.warnings
    said = text(done.page("docs/asked.html"))
    assert f"Gazette 2021 ({why}) · reliability D" in said
    opened = done.page("_static/evidence/pilots-gazette.js")
    assert '", 2021 (inferred); source reliability D' in opened
