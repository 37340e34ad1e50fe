"""The index of the search: every section and object, no code, and the same whatever was rebuilt."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from support.built import Resources

if TYPE_CHECKING:
    from conftest import Build, TinyBook

INDEX = "_static/search-index.js"


def index(done: Build) -> Any:
    text = done.page(INDEX)
    start = "sourcebookIndex = "
    assert text.startswith(start)
    return json.loads(text.removeprefix(start).rstrip().removesuffix(";"))


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_every_section_and_object_leads_to_an_anchor(tiny: TinyBook, builder: str) -> None:
    done = tiny.build("-W", builder=builder, run=False)
    found = index(done)
    assert found["sections"]
    assert found["objects"]
    ids = {}
    for at, (address, _) in enumerate(found["pages"]):
        path = done.out / address
        page = path / "index.html" if path.is_dir() else path
        ids[at] = Resources(page.read_text("utf-8")).ids
    for page, anchor, *_ in [*found["sections"], *found["objects"]]:
        assert anchor in ids[page], anchor


def test_text_holds_neither_code_nor_markers(built: Build) -> None:
    texts = " ".join(text for _, _, _, text, _ in index(built)["sections"])
    assert "ordered" in texts
    assert "import " not in texts
    assert "Times ¶3]" not in texts


def test_other_names_come_from_the_tables(built: Build) -> None:
    objects = {name: others for _, _, _, name, others, _, _ in index(built)["objects"]}
    assert "Ines Calder" in objects


def test_the_line_of_an_object_leaves_out_its_codes_where_it_says_something_else(
    built: Build,
) -> None:
    lines = {name: line for _, _, _, name, _, line, _ in index(built)["objects"]}
    assert lines["Ines Calder"] == "harbour master"
    assert lines["Harbour board"] == "organisation"


def test_what_is_only_looked_up_is_marked_and_no_section_above_it(tiny: TinyBook) -> None:
    tiny.add_page("columns", "Read here what is what.\n\n```{dictionary}\n```")
    sections = index(tiny.build(run=False))["sections"]
    apart = {title for _, _, title, _, is_apart in sections if is_apart}
    assert {"Orders", "Lights"} <= apart
    assert "columns" not in apart
    assert "The Skerry light" not in apart


def test_a_page_that_is_rebuilt_alone_leaves_the_index_of_a_clean_build(tiny: TinyBook) -> None:
    tiny.add_page("more", "Lanterns burn.")
    first = tiny.build(run=False)
    assert "Lanterns burn." in first.page(INDEX)
    path = tiny.root / "docs/more.md"
    path.write_text(path.read_text("utf-8").replace("Lanterns burn", "Lanterns glow"), "utf-8")
    second = tiny.build(run=False).page(INDEX)
    assert "Lanterns glow." in second
    assert second == tiny.build("-E", "-a", run=False).page(INDEX)


def test_what_sphinx_would_search_with_is_not_there(built: Build) -> None:
    names = {path.name for path in built.out.rglob("*.js")}
    assert not names & {"searchindex.js", "searchtools.js", "language_data.js"}
    for path in built.out.rglob("*.html"):
        assert "searchtools.js" not in path.read_text("utf-8"), path.name


@pytest.mark.parametrize("builder", ["epub", "text"])
def test_what_is_no_website_has_no_index(tiny: TinyBook, builder: str) -> None:
    done = tiny.build(builder=builder, run=False)
    assert not list(done.out.rglob("search-index.js"))
