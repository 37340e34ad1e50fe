"""Building again: what is old is built, what is not is left, however many processes do it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from sourcebook.analysis.grades import credibilities

if TYPE_CHECKING:
    from conftest import Build, TinyBook


NOTE = "The other lamp is not spoken of again."


def test_only_what_changed_is_read_run_and_written(tiny: TinyBook) -> None:
    first = tiny.build("-W")
    assert first.code == 0, first.warnings
    assert first.ran() == ["orders"]

    stamps = {path: path.stat().st_mtime_ns for path in first.out.rglob("*.html")}
    second = tiny.build("-W")
    assert second.read_again() == (0, 0)
    assert second.ran() == []
    assert "no page is out of date" in second.said
    kept = {path: path.stat().st_mtime_ns for path in stamps if path.parent != first.out}
    assert kept == {path: stamps[path] for path in kept}

    tiny.edit("notebooks/orders.md", "What each source says", "What both sources say")
    third = tiny.build("-W")
    assert third.read_again() == (0, 1)
    assert third.ran() == []
    before = third.page("notebooks/orders.html")
    assert "What both sources say" in before
    assert "<p>March 2021 <" in before

    tiny.edit("data/orders.csv", "2021-03,stated,1300000", "2021,stated,1300000")
    fourth = tiny.build("-W")
    assert fourth.code == 0, fourth.warnings
    assert fourth.ran() == ["orders"]
    assert "<p>2021 <" in fourth.page("notebooks/orders.html")


def test_only_pages_that_take_from_a_table_are_read_again_when_it_changes(tiny: TinyBook) -> None:
    tiny.quieten()
    tiny.add_page("ships", "Fewer than {value}`traffic/ships-by-the-light.quantity` of the ships.")
    tiny.add_page("calm", "Nothing is told of ships.")
    first = tiny.build("-W", run=False)
    assert first.code == 0, first.warnings
    tiny.append("data/traffic.csv", "again,5,<,%,,gazette-ships\n")
    second = tiny.build("-W", run=False)
    assert second.code == 0, second.warnings
    assert second.read_again() == (0, 1)
    assert tiny.build("-W", run=False).read_again() == (0, 0)


def test_what_was_made_of_the_same_book_is_not_made_again(tiny: TinyBook) -> None:
    tiny.quieten()
    tiny.build("-W", "-d", "_build/doctrees", run=False)
    path = tiny.root / "_build/doctrees/stamp.json"
    stamp = json.loads(path.read_text("utf-8"))
    ((files, made),) = stamp["about"]["made"].items()
    grades = f"={credibilities.__module__}.{credibilities.__qualname__}"
    assert made[grades]
    changed = {name: "another" if name == grades else was for name, was in made.items()}
    for of, reads in (("other files", (0, 0)), (files, (0, 1))):
        stamp["about"]["made"] = {of: changed}
        path.write_text(json.dumps(stamp), "utf-8")
        again = tiny.build("-W", "-d", "_build/doctrees", run=False)
        assert again.read_again() == reads


def test_only_what_reads_a_text_beside_pages_is_made_again_when_it_changes(tiny: TinyBook) -> None:
    tiny.quieten()
    tiny.append("docs/part.txt", "The tower is tall.\n")
    tiny.append("docs/code.txt", "lamp")
    tiny.append("docs/rows.txt", "Lamp,Tower\n")
    tiny.add_page("whole", "```{include} part.txt\n```")
    tiny.add_page("listed", "```{literalinclude} code.txt\n```")
    tiny.add_page("rows", "```{csv-table} Rows\n:file: rows.txt\n```")
    assert tiny.build("-W", run=False).code == 0
    for file, old, new in (("part", "tall", "high"), ("code", "lamp", "lens"), ("rows", "L", "l")):
        tiny.edit(f"docs/{file}.txt", old, new)
        assert tiny.build("-W", run=False).read_again() == (0, 1)
    tiny.append("docs/loose.txt", "Nobody reads this.\n")
    assert tiny.build("-W", run=False).read_again() == (0, 0)


def test_a_word_more_has_only_its_page_written(tiny: TinyBook) -> None:
    tiny.quieten()
    tiny.add_page("calm", "Nothing is told of ships.\n\n## More\n\nNor of boats.")
    assert tiny.build("-W", run=False).code == 0
    tiny.edit("docs/calm.md", "of ships.", "of any\nships.")
    second = tiny.build("-W", run=False)
    assert "any\nships" in second.page("docs/calm.html")
    assert re.findall(r"writing output.*\] (.*)", second.said) == ["docs/calm"]


def test_a_page_that_is_not_read_again_is_held_against_the_changed_book(tiny: TinyBook) -> None:
    tiny.quieten()
    row = "noted,harbour-times,3,,no-claim,Of Ada Zorblatt.\n"
    tiny.append("data/unused.csv", row)
    tiny.add_page("ada", "Nothing is told of Zorblatt {ev}`times-order`.")
    first = tiny.build(run=False)
    assert "Zorblatt" not in first.warnings
    tiny.edit("data/unused.csv", row, "")
    for _ in range(2):
        assert "“Zorblatt” is a name that no seed, table or glossary knows" in (
            tiny.build(run=False).warnings
        )


def test_a_changed_note_reaches_the_page_of_its_source(tiny: TinyBook) -> None:
    assert NOTE in tiny.build(run=False).page("docs/sources.html")
    tiny.edit("data/evidence.csv", NOTE, "No more is said of the second lamp.")
    page = tiny.build(run=False).page("docs/sources.html")
    assert NOTE not in page
    assert "No more is said of the second lamp." in page


def test_links_back_follow_the_pages_that_cite(tiny: TinyBook) -> None:
    tiny.add_page("more", "The tower is 47 metres high {ev}`times-tower`.")
    first = tiny.build("-W", run=False)
    assert cited_in(first, "times-tower") == ["more.html#on-times-tower"]

    tiny.edit("docs/more.md", "# more", "# More of the tower")
    titled = tiny.build("-W", run=False)
    assert titled.read_again() == (0, 1)
    assert "More of the tower" in titled.page("docs/sources.html")

    tiny.edit("docs/more.md", "{ev}`times-tower`", "{ev}`times-arrival`")
    moved = tiny.build("-W", run=False)
    assert moved.read_again() == (0, 1)
    assert cited_in(moved, "times-tower") == []
    assert cited_in(moved, "times-arrival") == ["more.html#on-times-arrival"]

    (tiny.root / "docs/more.md").unlink()
    tiny.edit("docs/index.md", "\n```{toctree}\nmore\n```\n", "")
    gone = tiny.build("-W", run=False)
    assert gone.code == 0, gone.warnings
    assert cited_in(gone, "times-arrival") == []


def test_markers_follow_a_source_to_another_page(tiny: TinyBook) -> None:
    tiny.build("-W", run=False)
    directive = "```{source} pilots-gazette\n```\n"
    tiny.edit("docs/sources.md", directive, "")
    tiny.add_page("gazette", directive)
    done = tiny.build("-W", run=False)
    assert done.code == 0, done.warnings
    assert 'href="gazette.html#ev-gazette-price"' in done.page("docs/index.html")
    assert 'href="index.html#on-gazette-price.gazette-three-lamps"' in done.page(
        "docs/gazette.html"
    )


def cited_in(build: Build, evidence: str) -> list[str]:
    page = build.page("docs/sources.html")
    entry = page.partition(f'id="ev-{evidence}"')[2].partition('id="ev-')[0]
    line = entry.partition('class="cited-in"')[2].partition("</p>")[0]
    return re.findall(r'href="([^"]+)"', line)
