"""The bibliography as CSL-JSON."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
from pybtex.database import parse_string
from support.books import schema

from sourcebook.checks.opening import read_book
from sourcebook.data.book import Book
from sourcebook.exports import contents
from sourcebook.exports.bibliography import csl_items


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


def test_a_book_without_a_bibliography_has_no_files_of_it(book: Path) -> None:
    (book / "data/references.bib").unlink()
    assert not [name for name in contents(read_book(book)) if name.startswith("references")]
