"""Ids, entries and fences that are added to the files of a book."""

from __future__ import annotations

import pytest
from pybtex.database import parse_string

from sourcebook.data.originals.extracted import Stated
from sourcebook.project.appending import id_of, with_entry, with_fence


@pytest.mark.parametrize(
    ("words", "known", "key"),
    [
        ("Annual Report_2020 (final)", [], "annual-report-final"),
        ("Ćirilica Ферија", [], "cirilica-ferija"),
        ("2020", [], "text"),
        ("Lamp", ["lamp", "lamp-b"], "lamp-c"),
        ("lamp " * 40, [], "-".join(["lamp"] * 9)),
    ],
)
def test_an_id_has_small_letters_and_is_its_own(words: str, known: list[str], key: str) -> None:
    assert id_of(words, known) == key


@pytest.mark.parametrize(
    ("stated", "authors", "title"),
    [
        (Stated("A {b} & 5% of_it \\ #1", "Ada Thorne; Jo Poe"), 2, "A"),
        (Stated("", "Ministry of Trade and Industry"), 1, "No title stated"),
        (Stated("Storm", "", "2020-11"), 1, "Storm"),
    ],
)
def test_an_entry_can_be_read_by_bibtex(stated: Stated, authors: int, title: str) -> None:
    text = with_entry("% list", "storm", stated)
    entry = parse_string(text, "bibtex").entries["storm"]
    assert len(entry.persons["author"]) == authors
    assert entry.fields["title"].strip("{").startswith(title)
    assert ("year" in entry.fields) is bool(stated.date)
    assert with_entry(text, "storm", stated) == text


def test_a_fence_stands_behind_the_last() -> None:
    page = "# Sources\n\n```{source} a\n```\n\n## Bibliography\n"
    assert with_fence(page, "b", "Bee") == (
        "# Sources\n\n```{source} a\n```\n\n## Bee\n\n```{source} b\n```\n\n## Bibliography\n"
    )
