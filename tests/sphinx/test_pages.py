"""Built pages: markers in prose and in notebooks' outputs, pages of sources, the front door."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from sphinx.util.inventory import InventoryFile

if TYPE_CHECKING:
    from conftest import Build, TinyBook

LINK = re.compile(
    r'<a class="ev reference internal" data-ev="(.*?)"(?: data-note=".*?")? href="(.*?)">'
)


class Resources(HTMLParser):
    """Collects what a page loads, and every id and link in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.ids += [found["id"]] if "id" in found else []
        if tag == "a":
            self.links += [found.get("href", "")]
        elif tag == "link" and found.get("rel") == "canonical":
            return
        else:
            self.loaded += [found[name] for name in ("src", "href", "data") if name in found]


def test_a_sound_book_builds_without_a_warning(built: Build) -> None:
    assert built.code == 0, built.warnings
    assert "WARNING" not in built.warnings.replace("[IPKernelApp] WARNING", "")


def test_a_marker_in_prose_names_source_and_paragraph_and_links_to_the_quotation(
    built: Build,
) -> None:
    page = built.page("docs/index.html")
    assert dict(LINK.findall(page))["times-order"] == "sources.html#ev-times-order"
    assert "<span>Harbour Times ¶3</span>" in page


def test_several_pieces_of_evidence_are_one_marker(built: Build) -> None:
    text = re.sub(r"<[^>]+>", "", built.page("docs/index.html"))
    assert "[Gazette ¶2, ¶3]" in text


def test_a_marker_in_a_notebooks_output_is_resolved(built: Build) -> None:
    page = built.page("notebooks/orders.html")
    output = page[page.index("cell_output") :]
    assert ("gazette-price", "../docs/sources.html#ev-gazette-price") in LINK.findall(output)


def test_a_quotation_is_set_inline_and_as_a_block_with_its_marker(built: Build) -> None:
    page = built.page("docs/index.html")
    assert (
        '<span class="quote">“We shall keep the light burning whatever the weather,”</span>' in page
    )
    block = page[page.index('class="quotation-block"') :]
    assert "In this paper's opinion the £1.3 million" in block
    assert 'data-ev="gazette-price"' in block


def test_the_page_of_a_source_says_what_is_stated_inferred_and_unknown(built: Build) -> None:
    text = re.sub(r"<[^>]+>", "", built.page("docs/sources.html"))
    assert "Ada Thorne (stated in the file) [Harbour Times ¶2]" in text
    assert "Pilots' Gazette (inferred: named by the reader who sent the file)" in text
    assert "4 May 2021 (stated in the file)" in text
    assert "the file does not say, and nothing is inferred" in text
    assert "D – Rests on one speaker it does not name" in text
    assert "The file begins with an empty line." in text


def test_quotations_stand_in_the_order_of_the_text_in_the_files_own_characters(
    built: Build,
) -> None:
    page = built.page("docs/sources.html")
    anchors = re.findall(r'id="ev-(times-[^"]+)"', page)
    assert anchors[:4] == ["times-title", "times-byline", "times-order", "times-keep-burning"]
    assert "£1.2\u00a0million" in page


def test_a_quotation_lists_the_places_that_cite_it(built: Build) -> None:
    page = built.page("docs/sources.html")
    entry = page[page.index('id="ev-times-order"') :]
    cited = entry[entry.index("Cited in:") : entry.index("</p>", entry.index("Cited in:"))]
    assert re.findall(r'href="([^"]+)"', cited) == [
        "index.html#marker--1",
        "../notebooks/orders.html#marker--1",
        "../notebooks/orders.html#marker--2",
    ]


def test_every_link_within_the_book_has_its_target(built: Build) -> None:
    pages = {path: Resources(path.read_text("utf-8")) for path in built.out.rglob("*.html")}
    for path, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), f"an id twice in {path.name}"
        for link in page.links:
            file, _, anchor = link.partition("#")
            if "://" in link or not anchor or "search" in path.name:
                continue
            target = (path.parent / file).resolve() if file else path
            assert anchor in pages[target].ids, f"{path.name} links to {link}"


def test_nothing_is_loaded_from_another_host(built: Build) -> None:
    for path in built.out.rglob("*.html"):
        text = path.read_text("utf-8")
        assert not [one for one in Resources(text).loaded if "//" in one], path.name
    for path in built.out.rglob("*.css"):
        assert not re.search(r"(?:url\(|@import)\s*[\"']?(?:https?:)?//", path.read_text("utf-8"))


def test_the_front_door_leads_to_the_first_page_without_scripts(built: Build) -> None:
    door = built.page("index.html")
    assert '<meta http-equiv="refresh" content="0; url=docs/index.html">' in door
    assert '<a href="docs/index.html">The Skerry light</a>' in door
    assert "<script" not in door


def test_the_inventory_names_sources_and_evidence(built: Build) -> None:
    data = InventoryFile.loads((built.out / "objects.inv").read_bytes(), uri="").data
    assert data["sourcebook:evidence"]["times-order"].uri == "docs/sources.html#ev-times-order"
    assert data["sourcebook:source"]["harbour-times"].display_name == "Harbour Times"


def test_markers_are_plain_words_in_text(tiny: TinyBook) -> None:
    done = tiny.build("-W", builder="text", run=False)
    assert done.code == 0, done.warnings
    assert "three [Gazette ¶2, ¶3]." in " ".join(done.page("docs/index.txt").split())


def test_a_source_cannot_write_markup_or_unseen_characters(tiny: TinyBook) -> None:
    hostile = (
        "<script>alert(1)</script> ```{eval-rst} {ev}`x` "
        "**bold** $a$ &amp; \u202eback\u202c \x07 end"
    )
    seed = (tiny.root / "seeds/pilots_gazette.txt").read_text("utf-8")
    tiny.rewrite_seed("seeds/pilots_gazette.txt", f"{seed}\n{hostile}\n")
    tiny.add_row(
        "data/evidence.csv",
        id="hostile",
        source="pilots-gazette",
        quotation=hostile,
        mode="report",
    )
    tiny.add_page("quoted", "{quote}`hostile`\n\n```{quotation} hostile\n```")
    done = tiny.build("-W", run=False)
    assert done.code == 0, done.warnings
    safe = (
        "&lt;script&gt;alert(1)&lt;/script&gt; ```{eval-rst} {ev}`x` **bold** $a$ &amp;amp; "
        '<span class="unseen">[U+202E RIGHT-TO-LEFT OVERRIDE]</span>back'
        '<span class="unseen">[U+202C POP DIRECTIONAL FORMATTING]</span> '
        '<span class="unseen">[U+0007 BELL]</span> end'
    )
    assert f"<p>{safe}</p>" in done.page("docs/sources.html")
    assert f"“{safe}”" in done.page("docs/quoted.html")
    for path in (done.out / "docs").glob("*.html"):
        text = path.read_text("utf-8")
        assert "<script>alert" not in text
        assert not re.search("[\u202a-\u202e\u2066-\u2069\x07]", text)


def test_ten_megabytes_in_one_line_are_read_and_quoted_as_text(tiny: TinyBook) -> None:
    seed = "seeds/pilots_gazette.txt"
    opening = "It began with <script>alert(1)</script> and {ev}`nothing`"
    line = f"{opening} " + "and **went** on " * 700_000
    assert len(line) > 10_000_000
    tiny.rewrite_seed(seed, (tiny.root / seed).read_text("utf-8") + "\n" + line + "\n")
    tiny.add_row(
        "data/evidence.csv",
        id="gazette-long",
        source="pilots-gazette",
        quotation=opening,
        mode="report",
    )
    done = tiny.build("-W", run=False)
    assert done.code == 0, done.warnings
    page = done.page("docs/sources.html")
    assert "It began with &lt;script&gt;alert(1)&lt;/script&gt; and {ev}`nothing`" in page
    assert "<script>alert(1)" not in page
    assert len(page) < 1_000_000


def test_all_sources_stand_in_one_table_that_says_what_is_inferred(tiny: TinyBook) -> None:
    tiny.edit("data/sources.csv", ",2021-05-04,times-byline,stated", ",2021-05,,inferred: May 2021")
    tiny.append("docs/index.md", "\n```{sources} All of them\n```\n")
    page = tiny.build(run=False).page("docs/index.html")
    table = page[page.index("All of them") :]
    rows = re.findall(r"<tr.*?</tr>", table[: table.index("</table>")], re.DOTALL)
    texts = [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in rows[1:]]
    assert texts[0] == "Harbour Times New lamps for the Skerry light report May 2021 (inferred) B"
    assert texts[1].endswith("commentary not stated D")
    assert 'href="sources.html#source-harbour-times"' in rows[1]
