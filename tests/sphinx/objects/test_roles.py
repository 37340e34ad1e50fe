"""Objects of the book: roles, places, indices, links back; right in whatever way one builds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from sphinx.util.inventory import InventoryFile
from support.built import ABOUT_A_LIGHT, text

from sourcebook.checks.kinds import TAKEN

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Build, TinyBook


def test_a_role_links_to_the_page_of_an_object_or_else_to_its_entry(shown: Build) -> None:
    page = shown.page("docs/more.html")
    assert '<a class="reference internal" href="skerry.html#light-skerry"' in page
    assert "See Skerry lighthouse, the tower, " in text(page)
    assert 'href="objects.html#entry-actor-ines-calder"' in page


def test_every_object_is_in_the_inventory(shown: Build) -> None:
    data = InventoryFile.loads((shown.out / "objects.inv").read_bytes(), uri="").data
    assert data["sourcebook:light"]["skerry"].uri == "docs/skerry.html#light-skerry"
    assert set(data["sourcebook:actor"]) == {"harbour-board", "ines-calder"}


def test_unknown_objects_and_kinds_are_warned_of_with_the_nearest(tiny: TinyBook) -> None:
    tiny.add_page(
        "wrong", "A {light}`skery`.\n\n```{about} lihgt skerry\n```\n\n```{index-of} x\n```"
    )
    tiny.edit("docs/objects.md", "```{index-of} actor\n```", "")
    tiny.add_page("lost", "Who is {actor}`ines-calder`?")
    done = tiny.build("-W", run=False)
    assert done.code == 1
    found = done.warning("object", f"docs/wrong.md:{tiny.line('docs/wrong.md', 'skery')}")
    assert "did you mean “skerry”?" in found
    found = done.warning("object", f"docs/wrong.md:{tiny.line('docs/wrong.md', '{about}')}")
    assert "expected: one of actor, light, question" in found
    assert "[x: unknown]" in done.page("docs/wrong.html")
    found = done.warning("nowhere", f"docs/lost.md:{tiny.line('docs/lost.md', '{actor}')}")
    assert "no page shows actor “ines-calder”" in found


def test_an_id_with_a_slash_quotes_or_markup_is_an_id(tiny: TinyBook) -> None:
    keys = {"slash": "a/b", "quotes": 'the "old" tower', "markup": "it's `x` & {ev} > **y**"}
    package = tiny.root / "data/datapackage.json"
    pattern = '"pattern": "[a-z0-9]+(-[a-z0-9]+)*"'
    package.write_text(package.read_text("utf-8").replace(pattern, '"minLength": 1'), "utf-8")
    for name, key in keys.items():
        cells = {"id": key, "name": "The tower", "class": "buoy", "evidence": "times-tower"}
        tiny.add_row("data/lights.csv", **cells)
        tiny.add_page(name, f"This {{light}}``{key}`` and {{light}}``that <{key}>``.")
    done = tiny.build("-W", run=False)
    assert done.code == 0, done.warnings
    data = InventoryFile.loads((done.out / "objects.inv").read_bytes(), uri="").data
    for name, key in keys.items():
        page = done.page(f"docs/{name}.html")
        assert "This The tower and that." in text(page)
        found = re.findall(r'href="objects.html#(entry-light-[^"]+)"', page)
        assert len(set(found)) == 1
        assert f'id="{found[0]}"' in done.page("docs/objects.html")
        assert data["sourcebook:light"][key].display_name == "The tower"


def test_objects_are_the_same_however_many_processes_build(tiny: TinyBook) -> None:
    tiny.add_page("skerry", ABOUT_A_LIGHT)
    for number in "abcdef":
        tiny.add_page(f"page-{number}", "A {light}`skerry` of {actor}`harbour-board`.")
    alone = tiny.build("-W", run=False)
    expected, inventory = alone.pages(), (alone.out / "objects.inv").read_bytes()
    (tiny.root / "_build/html").rename(tiny.root / "_build/alone")
    together = tiny.build("-W", "-j", "4", run=False)
    assert together.pages() == expected
    assert (together.out / "objects.inv").read_bytes() == inventory
    for path in (tiny.root / "docs").glob("page-*.md"):
        path.touch()
    touched = tiny.build("-W", "-j", "4", run=False)
    assert touched.read_again() == (0, 6)
    assert touched.pages() == expected


def times(build: Build) -> dict[Path, int]:
    """Return when each file that a build keeps was written, but for the stamp of the last one."""
    files = [path for path in build.out.rglob("*") if path.is_file() and path.name != "stamp.json"]
    return {path: path.stat().st_mtime_ns for path in files}


@pytest.mark.parametrize("theme", ["basic", "pydata_sphinx_theme"])
def test_a_build_without_a_change_reads_and_writes_nothing(tiny: TinyBook, theme: str) -> None:
    options = ("-W", "-D", f"html_theme={theme}")
    first = tiny.build(*options, run=False)
    before = times(first)
    assert first.out / "exports/annotations.jsonld" in before
    again = tiny.build(*options, run=False)
    assert again.read_again() == (0, 0)
    assert times(again) == before


KNOWN = """
def setup(app):
    from docutils.parsers.rst import roles
    from docutils.parsers.rst.languages import en

    def tell(app):
        domains = (app.env.domains[name].roles for name in ("std", app.config.primary_domain))
        names = [*roles._roles, *roles._role_registry, *en.roles]
        names += [one for each in domains for one in each]
        (app.srcdir / "roles.txt").write_text(" ".join(names), "utf-8")

    app.connect("builder-inited", tell)
"""


def test_no_kind_can_take_the_name_of_a_role(tiny: TinyBook) -> None:
    tiny.append("docs/conf.py", KNOWN)
    assert tiny.build(builder="dummy", run=False).code == 0
    known = set((tiny.root / "roles.txt").read_text("utf-8").split())
    assert {"ev", "ref", "emphasis"} <= known
    assert known - {"actor", "light", "question"} <= TAKEN
