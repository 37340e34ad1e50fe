"""The general index: named objects where pages treat, list and mention them, and other names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from conftest import Build, TinyBook


def entries(build: Build) -> dict[str, list[str]]:
    """Return what stands below each head, with where it leads."""
    page = BeautifulSoup(build.page("genindex.html"), "html.parser")
    heads = page.select("table.genindextable td > ul > li")
    return {
        next(head.stripped_strings): [
            f"{one.get_text(strip=True)} {one.a['href'] if one.a else ''}".strip()
            for one in head.select("ul > li")
        ]
        for head in heads
    }


def test_an_actor_is_listed_with_every_page_that_mentions_it_once(tiny: TinyBook) -> None:
    tiny.add_page("calder", "```{about} actor ines-calder\n```\n\nInes Calder is harbour master.")
    tiny.add_page("named", "Nobody here.\n\nHere Ines Calder; Ines Calder again.")
    tiny.add_page("linked", "See {actor}`her <ines-calder>`, and {light}`skerry`.")
    tiny.add_page("longer", "Ines Calderwood is somebody else, and so is Mines Calder.")
    tiny.edit("docs/longer.md", "# longer", "---\nprose-exempt: odd names\n---\n\n# longer")
    done = tiny.build("-W", run=False)
    assert done.code == 0, done.warnings
    found = entries(done)
    assert [one for one in found["Ines Calder"] if "/index" not in one] == [
        "linked docs/linked.html#index--1",
        "named docs/named.html#index--1",
        "Objects docs/objects.html#entry-actor-ines-calder",
    ]
    page = BeautifulSoup(done.page("docs/named.html"), "html.parser")
    place = page.select_one("#index--1")
    assert place
    assert place.get_text() == "Here Ines Calder; Ines Calder again."
    assert 'href="docs/calder.html#actor-ines-calder"' in done.page("genindex.html")
    assert not any("Skerry" in head for head in found)

    (tiny.root / "docs/named.md").unlink()
    tiny.edit("docs/index.md", "\n```{toctree}\nnamed\n```\n", "")
    assert not any("named" in one for one in entries(tiny.build(run=False))["Ines Calder"])


def test_another_name_leads_to_the_name_used_and_counts_as_a_mention(tiny: TinyBook) -> None:
    tiny.edit("data/people.csv", "times-order,\n", "times-order,the Board\n")
    tiny.add_page("named", "Some say the Board, and mean another board.")
    done = tiny.build("-W", "-j", "2", run=False)
    assert done.code == 0, done.warnings
    found = entries(done)
    assert found["Board"] == ["see Harbour board"]
    assert "named docs/named.html#index--1" in found["Harbour board"]
