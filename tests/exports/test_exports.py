"""Exports: valid by their published schemas, the same for the same book, and true to the seeds."""

from __future__ import annotations

import base64
import io
import json
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from frictionless import Package
from pybtex.database import parse_string

from sourcebook.checks.opening import open_book
from sourcebook.cli import main
from sourcebook.data.book import Book, find_root
from sourcebook.exports import contents, write
from sourcebook.exports.bibliography import csl_items
from sourcebook.exports.json_ld import claim, quotation, script
from sourcebook.exports.web_annotations import CONTEXT

if TYPE_CHECKING:
    from conftest import TinyBook

SCHEMAS = Path(__file__).parents[1] / "schemas"
THE_BOOK = find_root(Path(__file__).parents[2])
TINY_BOOK = Path(__file__).parents[1] / "book"
IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
PURPOSES = {
    "identifying",
    "classifying",
    "describing",
    "tagging",
    "commenting",
    "assessing",
    "linking",
}


@pytest.fixture(scope="module", params=[TINY_BOOK, THE_BOOK], ids=["tiny", "the book"])
def exported(request: pytest.FixtureRequest) -> tuple[Book, dict[str, bytes]]:
    """Return a book with its exports."""
    book = open_book(request.param)
    links = {key: f"https://book.example/sources.html#{key}" for key in book.evidence}
    return book, contents(book, links)


def schema(name: str) -> Any:
    return json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))


def items_of(files: dict[str, bytes]) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = json.loads(files["annotations.jsonld"])["first"]["items"]
    return items


def test_annotations_are_valid_by_their_schema(exported: tuple[Book, dict[str, bytes]]) -> None:
    checker = jsonschema.FormatChecker()
    checker.checks("iri")(lambda one: not isinstance(one, str) or bool(IRI.fullmatch(one)))
    validator = jsonschema.Draft7Validator(schema("web-annotation"), format_checker=checker)
    for one in items_of(exported[1]):
        validator.validate({"@context": CONTEXT, **one})


def test_the_collection_keeps_what_the_model_says_it_must(
    exported: tuple[Book, dict[str, bytes]],
) -> None:
    found = json.loads(exported[1]["annotations.jsonld"])
    page, items = found["first"], found["first"]["items"]
    assert found["@context"] == CONTEXT
    assert (found["type"], page["type"]) == ("AnnotationCollection", "AnnotationPage")
    assert found["total"] == len(items) == len(exported[0].evidence)
    assert page["partOf"] == found["id"]
    assert "@context" not in page
    ids = [one["id"] for one in items]
    assert len({*ids, found["id"], page["id"]}) == len(ids) + 2
    assert all(IRI.fullmatch(one) for one in (*ids, found["id"], page["id"]))


def test_annotations_keep_what_the_model_says_they_must(
    exported: tuple[Book, dict[str, bytes]],
) -> None:
    for one in items_of(exported[1]):
        assert one["motivation"] == "describing"
        assert {body["purpose"] for body in one["body"]} <= PURPOSES
        types = [selector["type"] for selector in one["target"]["selector"]]
        assert types == ["TextQuoteSelector", "TextPositionSelector"]


def test_an_annotation_leads_to_its_words_in_the_file_with_its_checksum(
    exported: tuple[Book, dict[str, bytes]],
) -> None:
    book, files = exported
    texts = {row.text("sha256"): book.seeds[key].text for key, row in book.sources.items()}
    for one in items_of(files):
        scheme, digest = one["target"]["source"].split(";")
        text = texts[base64.urlsafe_b64decode(f"{digest}=").hex()]
        quote, position = one["target"]["selector"]
        assert scheme == "ni:///sha-256"
        assert text[position["start"] : position["end"]] == quote["exact"]
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert text.count(around) == 1
        key, *_ = [body["value"] for body in one["body"] if body["purpose"] == "identifying"]
        assert book.cite(key).quotation == quote["exact"]


def test_an_annotation_says_who_speaks_in_which_way_and_where_it_is_shown() -> None:
    book = open_book(TINY_BOOK)
    found = {body["value"]: body for body in body_of(contents(book), "times-keep-burning")}
    assert found["quotation"]["purpose"] == "classifying"
    assert found["speaker: ines-calder"]["purpose"] == "tagging"
    assert found["reliability of the source: B"]["purpose"] == "assessing"
    assert found["credibility: 3, possibly true"]["purpose"] == "assessing"
    linked = contents(book, {"times-keep-burning": "https://book.example/#x"})
    last = body_of(linked, "times-keep-burning")[-1]
    assert (last["purpose"], last["source"]) == ("linking", "https://book.example/#x")


def body_of(files: dict[str, bytes], key: str) -> list[dict[str, Any]]:
    bodies: list[list[dict[str, Any]]] = [one["body"] for one in items_of(files)]
    return next(body for body in bodies if any(one.get("value") == key for one in body))


def test_the_data_package_is_valid_and_its_archive_holds_the_same(
    exported: tuple[Book, dict[str, bytes]], tmp_path: Path
) -> None:
    book, files = exported
    write(book, tmp_path)
    report = Package(str(tmp_path / "data/datapackage.json")).validate()
    assert report.valid, report.to_summary()
    with zipfile.ZipFile(io.BytesIO(files["data.zip"])) as archive:
        assert archive.testzip() is None
        packed = {f"data/{name}": archive.read(name) for name in archive.namelist()}
    assert packed == {name: data for name, data in files.items() if name.startswith("data/")}
    assert {f"data/{Path(table.file).name}" for table in book.tables.values()} < packed.keys()


def test_the_bibliography_is_valid_csl_json_with_an_item_for_each_entry(
    exported: tuple[Book, dict[str, bytes]],
) -> None:
    items = json.loads(exported[1]["references.csl.json"])
    jsonschema.Draft7Validator(schema("csl-data")).validate(items)
    entries = parse_string(exported[1]["references.bib"].decode(), "bibtex").entries
    assert [one["id"] for one in items] == list(entries)
    assert set(exported[0].sources) <= set(entries)


def test_an_entry_keeps_its_names_titles_and_dates(tmp_path: Path) -> None:
    path = tmp_path / "some.bib"
    path.write_text(
        "@article{a, author={van der Berg, Jr, Anna Maria and {Harbour Board}}, month=apr, day=3,"
        " title={{The} light \\& the \\'Ecole}, journal={J}, volume=4, year=2021, doi={10.1/a_b}}\n"
        "@misc{b, title={B}, year={n.d.}}\n@book{c, title={C}, date={2020-05/2021}}\n",
        "utf-8",
    )
    first, second, third = csl_items(path)
    person = {
        "family": "Berg",
        "given": "Anna Maria",
        "non-dropping-particle": "van der",
        "suffix": "Jr",
    }
    assert first["author"] == [person, {"literal": "Harbour Board"}]
    assert (first["type"], first["title"]) == ("article-journal", "The light & the École")
    assert first["DOI"] == "10.1/a_b"
    assert first["issued"] == {"date-parts": [[2021, 4, 3]]}
    assert (second["type"], "issued" in second) == ("document", False)
    assert third["issued"] == {"date-parts": [[2020, 5]]}


def test_the_same_book_gives_the_same_bytes_and_nothing_is_written_twice(book: Path) -> None:
    folder = book / "out"
    first = write(open_book(book), folder)
    assert {path.relative_to(folder).as_posix() for path in first} == contents(
        open_book(book)
    ).keys()
    assert write(open_book(book), folder) == []


def test_only_what_changed_is_written_again(tiny: TinyBook) -> None:
    folder = tiny.root / "out"
    write(open_book(tiny.root), folder)
    tiny.edit("data/evidence.csv", "The second lamp is not spoken of again.", "No second lamp.")
    again = {path.name for path in write(open_book(tiny.root), folder)}
    assert again == {"annotations.jsonld", "evidence.csv", "data.zip", "spreadsheets.zip"}


def test_a_book_without_a_bibliography_has_no_files_of_it(book: Path) -> None:
    (book / "data/references.bib").unlink()
    assert not [name for name in contents(open_book(book)) if name.startswith("references")]


def test_the_command_writes_the_files_and_refuses_a_book_with_problems(
    tiny: TinyBook, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tiny.root / "out"
    assert main(["--book", str(tiny.root), "export", str(folder)]) == 0
    assert "files written" in capsys.readouterr().out
    assert (folder / "annotations.jsonld").is_file()
    tiny.edit("data/evidence.csv", "on 3 March 2021", "on 3 March 2022")
    assert main(["--book", str(tiny.root), "export", str(tiny.root / "other")]) == 1
    assert not (tiny.root / "other").exists()


def test_statements_are_valid_by_the_vocabulary(exported: tuple[Book, dict[str, bytes]]) -> None:
    book, _ = exported
    nodes = [quotation(book, one, "#here", ["#there"]) for one in book.evidence.values()]
    nodes.append(claim("#there", "A statement.", book, book.evidence))
    jsonschema.Draft7Validator(schema("schema-org")).validate(read(script(nodes)))


def test_no_text_can_end_the_script_or_become_markup() -> None:
    book = open_book(TINY_BOOK)
    hostile = "</script><script>alert(1)</script><!-- &lt; \u2028 \u202e \x00"
    element = script([claim("#a", hostile, book, ["times-order"])])
    assert element.count("<") == 2
    assert element.isascii()
    assert read(element)["@graph"][0]["text"] == hostile


def test_a_page_that_states_nothing_has_no_script() -> None:
    assert script([]) == ""


def test_what_is_inferred_of_a_source_is_not_passed_on_as_stated() -> None:
    book = open_book(TINY_BOOK)
    found = quotation(book, book.cite("gazette-price"), "#x")["isPartOf"]
    assert found["headline"] == "The Skerry light: too little, too late"
    assert "publisher" not in found


def read(element: str) -> Any:
    found = re.fullmatch(r'<script type="application/ld\+json">(.*)</script>', element, re.DOTALL)
    assert found
    return json.loads(found[1])
