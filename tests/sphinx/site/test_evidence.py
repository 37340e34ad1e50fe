"""The words of pop-ups: each quotation once, in a file of its source, and nowhere in the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.built import Resources, registered, told

from sourcebook.sphinx.web import as_file_name

if TYPE_CHECKING:
    from conftest import Build, TinyBook

FILE = "_static/evidence/harbour-times.js"


def test_every_quotation_stands_once_in_the_file_of_its_source(built: Build) -> None:
    found = told(built.out)
    assert found["times-keep-burning"] == {
        "words": "“We shall keep the light burning whatever the weather,”",
        "said": "Ines Calder; direct quotation",
        "from": "Harbour Times ¶4, 4 May 2021; source reliability B; credibility 3, possibly true",
    }
    assert "no date stated; source reliability D" in found["gazette-price"]["from"]
    assert '"times-keep-burning"' in built.page(FILE)
    assert '"gazette-price"' not in built.page(FILE)


def test_a_page_does_not_repeat_what_it_cites(built: Build) -> None:
    page = built.page("docs/index.html")
    body = page[page.index("<article") : page.index("</article>")]
    assert 'data-ev="times-order"' in body
    assert told(built.out)["times-order"]["words"].strip("“”") not in body


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_every_entry_leads_to_its_quotation(tiny: TinyBook, builder: str) -> None:
    done = tiny.build("-W", builder=builder, run=False)
    folder = done.out / "_static/evidence"
    entries = registered(done.out)
    assert entries
    for key, lines in entries.items():
        address, _, anchor = lines["from"][0]["href"].partition("#")
        path = (folder / address).resolve()
        page = path / "index.html" if path.is_dir() else path
        assert anchor in Resources(page.read_text("utf-8")).ids, key


def test_a_changed_note_and_a_page_that_moved_reach_the_file(tiny: TinyBook) -> None:
    first = tiny.build(run=False)
    assert "The other lamp is not spoken of again." in first.page(FILE)
    tiny.edit("data/evidence.csv", "The other lamp is not spoken of again.", "No other lamp.")
    assert "No other lamp." in tiny.build(run=False).page(FILE)
    (tiny.root / "docs/sources.md").rename(tiny.root / "docs/papers.md")
    index = (tiny.root / "docs/index.md").read_text("utf-8")
    (tiny.root / "docs/index.md").write_text(index.replace("sources\n", "papers\n"), "utf-8")
    assert "../../docs/papers.html#ev-times-order" in tiny.build(run=False).page(FILE)


def test_the_file_of_a_source_that_is_gone_goes_too(tiny: TinyBook) -> None:
    first = tiny.build(run=False)
    gone = first.out / FILE
    gone.write_text("", "utf-8")
    healed = tiny.build(run=False)
    assert '"times-order"' in healed.page(FILE)
    for file in ("data/evidence.csv", "data/sources.csv"):
        path = tiny.root / file
        kept = [
            one for one in path.read_text("utf-8").splitlines(True) if "harbour-times" not in one
        ]
        path.write_text("".join(kept), "utf-8")
    tiny.build(run=False)
    assert not gone.exists()
    assert (gone.parent / "pilots-gazette.js").exists()


def test_what_a_source_says_stays_words_and_its_designations_whole(tiny: TinyBook) -> None:
    hostile = "Beware of </script><b>XY-12</b> and \u202ethe rest."
    seed = (tiny.root / "seeds/pilots_gazette.txt").read_text("utf-8")
    tiny.rewrite_seed("seeds/pilots_gazette.txt", f"{seed}\n{hostile}\n")
    row = {"source": "pilots-gazette", "quotation": hostile, "mode": "report"}
    tiny.add_row("data/evidence.csv", id="hostile", **row)
    done = tiny.build("-W", run=False)
    assert done.code == 0, done.warnings
    parts = registered(done.out)["hostile"]["words"]
    assert {"text": "XY-12", "class": "designation"} in parts
    assert [one["class"] for one in parts if isinstance(one, dict)] == ["designation", "unseen"]
    assert done.page("_static/evidence/pilots-gazette.js").isascii()


def test_a_pop_up_shows_the_beginning_of_a_quotation_that_is_very_long(tiny: TinyBook) -> None:
    long = f"Begin {'lamps ' * 10_000}end."
    seed = (tiny.root / "seeds/pilots_gazette.txt").read_text("utf-8")
    tiny.rewrite_seed("seeds/pilots_gazette.txt", f"{seed}\n{long}\n")
    row = {"source": "pilots-gazette", "quotation": long, "mode": "report"}
    tiny.add_row("data/evidence.csv", id="long", **row)
    tiny.add_page("much", "Much {ev}`long`.")
    done = tiny.build("-W", run=False)
    assert done.code == 0, done.warnings
    said = told(done.out)["long"]["words"]
    assert "[…] The rest stands on the page of the source." in said
    assert len(said) < 1500
    assert long in done.page("docs/sources.html")


@pytest.mark.parametrize("builder", ["epub", "text"])
def test_what_has_no_pop_ups_has_no_such_files(tiny: TinyBook, builder: str) -> None:
    done = tiny.build(builder=builder, run=False)
    assert not list(done.out.rglob("evidence"))


def test_no_two_sources_share_a_file() -> None:
    keys = ("a/b", "a_b", "A-b", "a-b", "a_2f_b", "a.b", "CON")
    assert len({as_file_name(key).casefold() for key in keys}) == len(keys)
    assert as_file_name("harbour-times") == "harbour-times"
