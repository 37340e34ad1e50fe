"""Objects of the book: roles, places, indices, links back; right in whatever way one builds."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from sphinx.util.inventory import InventoryFile

from sourcebook.checks.opening import read_book

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Build, TinyBook

ABOUT = "```{about} light skerry\n:with: question\n```\n\nThe board is {actor}`harbour-board`."


def warning(build: Build, subtype: str, place: str) -> str:
    start = f"{place}: WARNING: "
    assert start in build.warnings, f"nothing at {place} in:\n{build.warnings}"
    found = build.warnings[build.warnings.index(start) + len(start) :]
    return found[: found.index(f" [sourcebook.{subtype}]")]


def read_again(build: Build) -> tuple[int, int]:
    found = re.search(r"(\d+) added, (\d+) changed", build.said)
    assert found
    return int(found[1]), int(found[2])


def pages(build: Build) -> dict[str, str]:
    """Return every page without checksums, which MyST-NB's style sheet only has in a rebuild."""
    return {
        path.relative_to(build.out).as_posix(): re.sub(r"\?v=\w+", "", path.read_text("utf-8"))
        for path in sorted(build.out.rglob("*.html"))
    }


def text(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", html).split())


def entry(build: Build, anchor: str, page: str = "docs/objects.html") -> str:
    """Return the entry of an object on an index page."""
    html = build.page(page)
    html = html[html.index(f'id="{anchor}"') :]
    return html[: html.index("</dd>")]


def mentioned(build: Build, anchor: str) -> list[str]:
    found = entry(build, anchor).partition('class="cited-in"')[2]
    return re.findall(r'href="([^"]+)"', found)


def declare(root: Path, table: str, key: str, value: object) -> None:
    """Change what the package declares of a table."""
    path = root / "data/datapackage.json"
    package = json.loads(path.read_text("utf-8"))
    resource = next(one for one in package["resources"] if one["name"] == table)
    resource[key] = value
    path.write_text(json.dumps(package), "utf-8")


@pytest.fixture(scope="module")
def shown(shared: TinyBook) -> Build:
    shared.add_page("skerry", ABOUT)
    words = "See {light}`skerry`, {light}`the tower <skerry>`, {actor}`ines-calder`."
    shared.add_page("more", words)
    done = shared.build("-W", run=False)
    assert done.code == 0, done.warnings
    return done


def test_a_role_links_to_the_page_of_an_object_or_else_to_its_entry(shown: Build) -> None:
    page = shown.page("docs/more.html")
    assert '<a class="reference internal" href="skerry.html#light-skerry"' in page
    assert "See Skerry lighthouse, the tower, " in text(page)
    assert 'href="objects.html#entry-actor-ines-calder"' in page


def test_an_entry_has_name_line_marker_and_the_pages_that_mention_it(shown: Build) -> None:
    found = entry(shown, "entry-light-skerry")
    assert "Skerry lighthouse" in text(found)
    assert "lighthouse · 1874 [Harbour Times ¶3, ¶5]" in text(found)
    assert 'href="skerry.html#light-skerry"' in found
    assert mentioned(shown, "entry-light-skerry") == ["more.html#mention--1"]
    assert mentioned(shown, "entry-actor-harbour-board") == ["skerry.html#mention--3"]


def test_the_page_of_an_object_says_what_refers_to_it(shown: Build) -> None:
    page = shown.page("docs/skerry.html")
    questions = "Questions: How many lamps were ordered? · In what words is the price given?"
    assert questions in text(page)
    assert mentioned(shown, "entry-question-how-many") == ["skerry.html#mention--1"]
    assert "Mentioned on: more" in text(page)


def test_what_refers_to_an_object_can_be_listed(tiny: TinyBook) -> None:
    tiny.add_page("skerry", ABOUT + "\n\n```{related} question light skerry\n```")
    done = tiny.build("-W", run=False)
    assert done.code == 0, done.warnings
    page = done.page("docs/skerry.html")
    found = page[page.index('<ul class="related') :]
    assert text(found[: found.index("</ul>")]).startswith("How many lamps were ordered?")


def test_a_list_of_what_refers_to_nothing_known_names_the_nearest(tiny: TinyBook) -> None:
    tiny.add_page("skerry", "```{related} question light skery\n```")
    assert "did you mean “skerry”" in tiny.build(run=False).warnings


def test_a_designation_is_kept_on_one_line_and_code_is_left_alone(tiny: TinyBook) -> None:
    tiny.add_page("XY-12B", "The XY-12B/ZZ-3, `AB-9` and well-known words.")
    page = tiny.build(run=False).page("docs/XY-12B.html")
    assert 'The <span class="designation">XY-12B/ZZ-3</span>,' in page
    assert '<span class="pre">AB-9</span>' in page
    assert "<title>XY-12B" in page


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
    found = warning(done, "object", f"docs/wrong.md:{tiny.line('docs/wrong.md', 'skery')}")
    assert "did you mean “skerry”?" in found
    found = warning(done, "object", f"docs/wrong.md:{tiny.line('docs/wrong.md', '{about}')}")
    assert "expected: one of actor, light, question" in found
    assert "[x: unknown]" in done.page("docs/wrong.html")
    found = warning(done, "nowhere", f"docs/lost.md:{tiny.line('docs/lost.md', '{actor}')}")
    assert "no page shows actor “ines-calder”" in found


def test_an_object_shown_twice_is_warned_of_with_both_places(tiny: TinyBook) -> None:
    tiny.add_page("one", ABOUT)
    tiny.add_page("two", ABOUT)
    done = tiny.build("-W", run=False)
    found = warning(done, "twice", f"docs/two.md:{tiny.line('docs/two.md', '{about}')}")
    assert f"docs/one.md:{tiny.line('docs/one.md', '{about}')}" in found


@pytest.mark.parametrize("key", ["a/b", 'the "old" tower', "it's `x` & {ev} > **y**"])
def test_an_id_with_a_slash_quotes_or_markup_is_an_id(tiny: TinyBook, key: str) -> None:
    package = tiny.root / "data/datapackage.json"
    pattern = '"pattern": "[a-z0-9]+(-[a-z0-9]+)*"'
    package.write_text(package.read_text("utf-8").replace(pattern, '"minLength": 1'), "utf-8")
    tiny.add_row(
        "data/lights.csv", id=key, name="The tower", **{"class": "buoy"}, evidence="times-tower"
    )
    tiny.add_page("odd", f"This {{light}}``{key}`` and {{light}}``that <{key}>``.")
    done = tiny.build("-W", run=False)
    assert done.code == 0, done.warnings
    page = done.page("docs/odd.html")
    assert "This The tower and that." in text(page)
    found = re.findall(r'href="objects.html#(entry-light-[^"]+)"', page)
    assert len(set(found)) == 1
    assert f'id="{found[0]}"' in done.page("docs/objects.html")
    data = InventoryFile.loads((done.out / "objects.inv").read_bytes(), uri="").data
    assert data["sourcebook:light"][key].display_name == "The tower"


def test_two_objects_with_one_id_are_named_with_both_places(tiny: TinyBook) -> None:
    line = tiny.line("data/lights.csv", "skerry,")
    tiny.add_row(
        "data/lights.csv",
        id="skerry",
        name="The tower",
        **{"class": "buoy"},
        evidence="times-tower",
    )
    done = tiny.build("-W", run=False)
    assert done.code == 1
    found = warning(done, "book", f"data/lights.csv:{line + 1}")
    assert f"the same as in the row at data/lights.csv:{line}" in found


def test_a_cycle_of_references_is_told_once_with_every_place(tiny: TinyBook) -> None:
    package = tiny.root / "data/datapackage.json"
    found = json.loads(package.read_text("utf-8"))
    lights = next(one for one in found["resources"] if one["name"] == "lights")
    lights["schema"]["fields"].append(
        {"name": "part_of", "type": "string", "description": "The light it belongs to."}
    )
    reference = {"resource": "", "fields": "id"}
    lights["schema"]["foreignKeys"] = [{"fields": "part_of", "reference": reference}]
    package.write_text(json.dumps(found), "utf-8")
    rows = "id,name,class,height_metres,built,evidence,part_of\n"
    rows += "".join(f"{one},{one},,,,times-tower,{to}\n" for one, to in ("ab", "bc", "ca", "dd"))
    (tiny.root / "data/lights.csv").write_text(rows, "utf-8")
    for table in ("orders", "puzzles", "answers"):
        path = tiny.root / f"data/{table}.csv"
        path.write_text(path.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
    done = tiny.build(run=False)
    cycle = warning(done, "book", "data/lights.csv:2")
    places = "“a” ({0}:2) → “b” ({0}:3) → “c” ({0}:4) → “a” ({0}:2)"
    assert places.format("data/lights.csv") in cycle
    assert "“d” (data/lights.csv:5) → “d”" in warning(done, "book", "data/lights.csv:5")
    assert done.warnings.count("in a cycle") == 2


@pytest.mark.parametrize(
    ("declared", "found"),
    [
        ({"kind": "light", "name": "title"}, "no column “title”"),
        ({"kind": "actor", "name": "name"}, "which table “people” declares too"),
        ({"kind": "ev", "name": "name"}, "the kind “ev”"),
        ({"kind": "light"}, "the kind “light”"),
        ({"kind": "light", "label": "name"}, "“label”"),
        ({"kind": "light", "name": "name", "line": "class"}, "“line” is not a list"),
        ("light", "“light”"),
    ],
)
def test_a_kind_that_cannot_be_is_a_problem_of_the_package(
    book: Path, declared: object, found: str
) -> None:
    declare(book, "lights", "sourcebook", declared)
    told = [one for one in read_book(book).problems if "what its rows are" in one.what]
    assert [one.file for one in told] == ["data/datapackage.json"]
    assert found in told[0].found


def test_links_back_follow_pages_that_change_move_and_go(tiny: TinyBook) -> None:
    tiny.add_page("more", "See {light}`skerry`.")
    first = tiny.build("-W", run=False)
    assert mentioned(first, "entry-light-skerry") == ["more.html#mention--1"]

    tiny.add_page("skerry", ABOUT)
    moved = tiny.build("-W", run=False)
    assert 'href="skerry.html#light-skerry"' in moved.page("docs/more.html")
    assert 'href="skerry.html#light-skerry"' in entry(moved, "entry-light-skerry")
    assert read_again(moved) == (1, 1)

    tiny.edit("docs/more.md", "# more", "# Another title")
    titled = tiny.build("-W", run=False)
    assert read_again(titled) == (0, 1)
    assert "Mentioned on: Another title" in text(entry(titled, "entry-light-skerry"))

    (tiny.root / "docs/more.md").unlink()
    tiny.edit("docs/index.md", "\n```{toctree}\nmore\n```\n", "")
    gone = tiny.build("-W", run=False)
    assert mentioned(gone, "entry-light-skerry") == []


def test_objects_are_the_same_however_many_processes_build(tiny: TinyBook) -> None:
    tiny.add_page("skerry", ABOUT)
    for number in "abcdef":
        tiny.add_page(f"page-{number}", "A {light}`skerry` of {actor}`harbour-board`.")
    alone = tiny.build("-W", run=False)
    expected, inventory = pages(alone), (alone.out / "objects.inv").read_bytes()
    (tiny.root / "_build/html").rename(tiny.root / "_build/alone")
    together = tiny.build("-W", "-j", "4", run=False)
    assert pages(together) == expected
    assert (together.out / "objects.inv").read_bytes() == inventory
    for path in (tiny.root / "docs").glob("page-*.md"):
        path.touch()
    touched = tiny.build("-W", "-j", "4", run=False)
    assert read_again(touched) == (0, 6)
    assert pages(touched) == expected


def times(build: Build) -> dict[Path, int]:
    """Return when each file that a build keeps was written, but for the stamp of the last one."""
    files = [path for path in build.out.rglob("*") if path.is_file() and path.name != "stamp.json"]
    return {path: path.stat().st_mtime_ns for path in files}


@pytest.mark.parametrize("theme", ["basic", "pydata_sphinx_theme"])
def test_a_build_without_a_change_reads_and_writes_nothing(tiny: TinyBook, theme: str) -> None:
    options = ("-W", "-D", f"html_theme={theme}")
    first = tiny.build(*options, run=False)
    before = times(first)
    again = tiny.build(*options, run=False)
    assert read_again(again) == (0, 0)
    assert times(again) == before


VALUES = (
    ("orders/skerry-lamps-times.date", "3 March 2021 [Harbour Times ¶3, ¶6]"),
    ("orders/skerry-lamps-times.price", "£1,200,000 [Harbour Times ¶3, ¶6]"),
    ("orders/skerry-lamps-times.buyer", "Harbour board [Harbour Times ¶3, ¶6]"),
    (
        "orders/skerry-lamps-times.replaced_by",
        "2031 (derived: 2021 + 10 years) [Harbour Times ¶3, ¶6]",
    ),
    ("orders/skerry-lamps-gazette.replaced_by", "not stated"),
    ("traffic/ships-by-the-light.quantity", "less than 5% [Gazette ¶4]"),
    ("sources/pilots-gazette.outlet", "(inferred: named by the reader who sent the file)"),
    ("sources/pilots-gazette.author", "not stated"),
)


def test_values_are_set_in_words_with_their_basis_and_marker(tiny: TinyBook) -> None:
    tiny.add_page("values", "\n\n".join(f"Value {{value}}`{path}`." for path, _ in VALUES))
    done = tiny.build("-W", run=False)
    assert done.code == 0, done.warnings
    page = text(done.page("docs/values.html"))
    for _, expected in VALUES:
        assert expected in page
    assert mentioned(done, "entry-actor-harbour-board") == ["values.html#mention--1"]


def test_values_that_are_not_there_are_warned_of_with_the_nearest_name(tiny: TinyBook) -> None:
    wrong = {
        "ordrs/skerry-lamps-times.date": "did you mean “orders”?",
        "orders/skerry-lamp-times.date": "did you mean “skerry-lamps-times”?",
        "orders/skerry-lamps-times.dat": "did you mean “date”?",
        "orders": "expected: “table/id.column”",
    }
    tiny.add_page("values", "\n\n".join(f"Value {{value}}`{path}`." for path in wrong))
    done = tiny.build("-W", run=False)
    assert done.code == 1
    for path, expected in wrong.items():
        line = tiny.line("docs/values.md", f"`{path}`")
        assert expected in warning(done, "value", f"docs/values.md:{line}")


def test_readings_stand_side_by_side_with_source_date_grade_and_quotation(tiny: TinyBook) -> None:
    tiny.add_page("asked", "```{readings} how-many\n:home:\n```")
    tiny.add_page("more", "```{readings} how-many\n```\n\n```{readings} what-price\n```")
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


def test_a_reading_says_that_the_date_of_its_source_is_inferred_and_why(tiny: TinyBook) -> None:
    why = "inferred: it speaks of the order of 2021 as new"
    tiny.edit("data/sources.csv", "sent the file,,,,,,,D", f"sent the file,2021,,{why},,,,D")
    tiny.add_page("asked", "```{readings} how-many\n:home:\n```")
    done = tiny.build("-W", run=False)
    assert done.code == 0, done.warnings
    said = text(done.page("docs/asked.html"))
    assert f"Gazette 2021 ({why}) · reliability D" in said
    assert "Gazette ¶2, 2021 (inferred); source reliability D" in said


def test_words_that_differ_between_two_wordings_are_marked_and_can_be_heard(
    tiny: TinyBook,
) -> None:
    tiny.add_page("more", "```{readings} what-price\n```\n\n```{readings} how-many\n```")
    done = tiny.build("-W", run=False)
    page = done.page("docs/more.html")
    marks = re.findall(r'<mark class="differs">(.*?)</mark>', page)
    assert any("£1.3" in one for one in marks)
    assert all(one.startswith('<span class="visually-hidden">[differs: </span>') for one in marks)
    rest = page[page.index("How many lamps") :]
    assert "differs" not in rest[: rest.index("</article>") if "</article>" in rest else None]


def test_unknown_questions_and_lists_are_warned_of(tiny: TinyBook) -> None:
    tiny.add_page("wrong", "```{readings} how-mny\n```\n\n```{statements} all\n```")
    done = tiny.build("-W", run=False)
    line = tiny.line("docs/wrong.md", "{readings}")
    assert "did you mean “how-many”?" in warning(done, "object", f"docs/wrong.md:{line}")
    line = tiny.line("docs/wrong.md", "{statements}")
    assert "one-source or contradicted" in warning(done, "value", f"docs/wrong.md:{line}")


def test_what_rests_on_one_source_what_is_contradicted_and_what_none_states_is_listed(
    tiny: TinyBook,
) -> None:
    tiny.add_page("one", "```{statements} one-source\n```")
    tiny.add_page("against", "```{statements} contradicted\n```")
    tiny.add_page("silent", "```{silences}\n```")
    done = tiny.build("-W", run=False)
    assert done.code == 0, done.warnings
    one = text(done.page("docs/one.html"))
    assert "10 of the 10 statements in the tables rest on one source." in one
    assert "Skerry lighthouse – ordered: 2; date: 3 March 2021; price: £1,200,000 [Harbour" in one
    against = text(done.page("docs/against.html"))
    readings = "Harbour Times: Two. [Harbour Times ¶3] Gazette: Three, says a keeper. [Gazette ¶2]"
    assert f"How many lamps were ordered? {readings}" in against
    assert "Skerry lighthouse – ordered: 2 [Harbour Times ¶3, ¶6] against 3 [Gazette" in against
    silent = text(done.page("docs/silent.html"))
    assert "Period: not stated by any source, for any of the 1" in silent
