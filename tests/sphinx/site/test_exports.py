"""Exports of a built book: linked from its pages; from statement to quotation and back."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urljoin, urlsplit

import jsonschema
import pytest
from bs4 import BeautifulSoup

from sourcebook.checks.opening import open_book

if TYPE_CHECKING:
    from conftest import Build, TinyBook

SCHEMA = Path(__file__).parents[2] / "schemas/schema-org.json"
LINK = "link[rel=alternate][type='application/ld+json']"
SITE = "https://book.example/"


@cache
def pages(build: Build) -> dict[str, BeautifulSoup]:
    return {
        path.relative_to(build.out).as_posix(): BeautifulSoup(
            path.read_text("utf-8"), "html.parser"
        )
        for path in sorted(build.out.rglob("*.html"))
    }


def graphs(build: Build) -> dict[str, list[dict[str, Any]]]:
    found = {name: page.select(LINK) for name, page in pages(build).items()}
    assert all(len(links) <= 1 for links in found.values())
    assert not any(page.select("script[type*=json]") for page in pages(build).values())
    files = {
        name: json.loads((build.out / name).with_name(str(links[0]["href"])).read_text("utf-8"))
        for name, links in found.items()
        if links
    }
    for name, file in files.items():
        assert file["@context"][1] == {"@base": Path(name).name}
    return {name: file["@graph"] for name, file in files.items()}


def claims(build: Build) -> dict[str, dict[str, Any]]:
    """Return every claim of the site by its full address."""
    return {
        urljoin(SITE + name, one["@id"]): one
        for name, graph in graphs(build).items()
        for one in graph
        if one["@type"] == "Claim"
    }


def shown(build: Build) -> dict[str, tuple[str, dict[str, Any]]]:
    """Return, by its name, every quotation with the page that shows it."""
    return {
        one["@id"]: (name, one)
        for name, graph in graphs(build).items()
        for one in graph
        if one["@type"] == "Quotation" and one["url"].startswith("#")
    }


def annotated(build: Build) -> dict[str, dict[str, Any]]:
    collection = json.loads(build.page("exports/annotations.jsonld"))
    return {one["id"]: one for one in collection["first"]["items"]}


def element(build: Build, address: str) -> Any:
    parts = urlsplit(address)
    page = pages(build)[unquote(parts.path).lstrip("/")]
    return page.find(id=parts.fragment)


def test_every_marker_makes_a_claim_that_says_what_it_carries(built: Build) -> None:
    texts = {one["text"] for one in claims(built).values()}
    assert "The board ordered two lamps" in texts
    assert "another paper counts three" in texts
    assert "What each source says was ordered" in texts
    assert any(text.startswith("Harbour Times 2") for text in texts)


def test_a_program_goes_from_each_statement_to_its_words_in_the_seed(built: Build) -> None:
    texts = [seed.text for seed in open_book(built.out.parents[1]).seeds.values()]
    known = annotated(built)
    assert claims(built)
    for address, one in claims(built).items():
        assert element(built, address) is not None
        for cited in one["citation"]:
            quote, position = known[cited["@id"]]["target"]["selector"]
            at = slice(position["start"], position["end"])
            assert any(text[at] == quote["exact"] for text in texts)


def test_a_program_goes_from_each_quotation_to_its_place_and_its_statements(
    built: Build,
) -> None:
    known, places = annotated(built), shown(built)
    assert known.keys() == places.keys()
    for name, one in known.items():
        link = next(body["source"] for body in one["body"] if body["purpose"] == "linking")
        address = urljoin(f"{SITE}exports/annotations.jsonld", link)
        page, quotation = places[name]
        assert address == urljoin(SITE + page, quotation["url"])
        assert element(built, address) is not None
        assert quotation["text"] == one["target"]["selector"][0]["exact"]


def test_there_and_back_are_the_same_pairs(built: Build) -> None:
    there = {
        (address, cited["@id"])
        for address, one in claims(built).items()
        for cited in one["citation"]
    }
    back = {
        (urljoin(SITE + page, about["@id"]), name)
        for name, (page, quotation) in shown(built).items()
        for about in quotation.get("subjectOf", [])
    }
    assert there == back


def test_every_page_is_valid_by_the_vocabulary(built: Build) -> None:
    validator = jsonschema.Draft7Validator(json.loads(SCHEMA.read_text("utf-8")))
    for graph in graphs(built).values():
        validator.validate({"@context": "https://schema.org", "@graph": graph})


def test_pages_link_to_the_exports_from_their_heads(built: Build) -> None:
    for name, page in pages(built).items():
        if not name.startswith("docs/"):
            continue
        links = [*page.select("link[rel=alternate]"), *page.select("link[rel=describedby]")]
        assert len(links) == 2 + len(page.select(LINK))
        for link in links:
            address = urljoin(SITE + name, str(link["href"]))
            assert (built.out / address.removeprefix(SITE)).is_file()


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_a_page_can_list_the_exports_with_links(tiny: TinyBook, builder: str) -> None:
    tiny.add_page("data", "```{exports}\n```")
    build = tiny.build("-W", builder=builder, run=False)
    assert build.code == 0, build.warnings
    name = "docs/data.html" if builder == "html" else "docs/data/index.html"
    links = pages(build)[name].select("ul.exports a")
    assert len(links) == 6
    for link in links:
        address = urljoin(SITE + name, str(link["href"]))
        assert (build.out / address.removeprefix(SITE)).is_file()


def test_in_print_the_list_has_names_and_no_links(tiny: TinyBook) -> None:
    tiny.add_page("data", "```{exports}\n```")
    build = tiny.build(builder="text", run=False)
    assert build.code == 0
    assert "annotations.jsonld" in build.page("docs/data.txt")
    assert not (build.out / "exports").exists()


def test_a_published_address_makes_links_whole(tiny: TinyBook) -> None:
    tiny.append("docs/conf.py", f'\nhtml_baseurl = "{SITE}"\n')
    build = tiny.build(run=False)
    link = annotated(build).popitem()[1]["body"][-1]["source"]
    assert link.startswith(f"{SITE}docs/sources.html#ev-")


def test_a_new_citation_reaches_the_page_of_its_source_and_a_changed_table_the_exports(
    tiny: TinyBook,
) -> None:
    before = tiny.build(run=False)
    assert "more.html#on-times-tower" not in backlinks(before, "times-tower")
    tiny.add_page("more", "The tower is old {ev}`times-tower`.")
    assert backlinks(tiny.build(run=False), "times-tower") == ["more.html#on-times-tower"]
    tiny.edit("data/evidence.csv", "The other lamp is not spoken of again.", "No other lamp.")
    assert "No other lamp." in tiny.build(run=False).page("exports/annotations.jsonld")


def backlinks(build: Build, key: str) -> list[str]:
    found = [one for _, one in shown(build).values() if one["identifier"] == key]
    return [about["@id"] for one in found for about in one.get("subjectOf", [])]


def test_a_book_with_problems_exports_nothing(tiny: TinyBook) -> None:
    tiny.edit("data/evidence.csv", "on 3 March 2021", "on 3 March 2022")
    build = tiny.build(run=False)
    assert not (build.out / "exports").exists()


def test_hostile_words_of_a_seed_stay_words(tiny: TinyBook) -> None:
    hostile = "Beware of </script><script>alert(1)</script> and of <!-- all that."
    seed = (tiny.root / "seeds/pilots_gazette.txt").read_text("utf-8")
    tiny.rewrite_seed("seeds/pilots_gazette.txt", f"{seed}\n{hostile}\n")
    row = {"source": "pilots-gazette", "quotation": hostile, "mode": "report"}
    tiny.add_row("data/evidence.csv", id="hostile", **row)
    tiny.add_page("more", "They warn {quote}`hostile`.")
    build = tiny.build(run=False)
    assert any(hostile in one["text"] for one in claims(build).values())
    assert not re.search(r"<script>\s*alert", build.page("docs/more.html"))
    assert "alert(1)" not in "".join(
        script.string or ""
        for script in pages(build)["docs/more.html"].select("script:not([type])")
    )
