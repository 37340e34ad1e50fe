"""Built pages: markers in prose and in notebooks' outputs, pages of sources, the front door."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from support.built import Resources

if TYPE_CHECKING:
    from conftest import Build, TinyBook


LINK = re.compile(r'<a [^>]*class="ev [^>]*data-ev="(.*?)" data-from=".*?" href="(.*?)">')


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


def test_markers_are_plain_words_in_text(tiny: TinyBook) -> None:
    done = tiny.build("-W", builder="text", run=False)
    assert done.code == 0, done.warnings
    assert "three [Gazette ¶2, ¶3]." in " ".join(done.page("docs/index.txt").split())
