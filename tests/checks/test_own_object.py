"""Cells that name another object than that of their row, or name it as if it were another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sourcebook.checks.claims import Claims
from sourcebook.checks.opening import read_book
from sourcebook.checks.own_object import of_another, of_itself

if TYPE_CHECKING:
    from conftest import TinyBook


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Told Ines Calder of the lamps", ["Ines Calder"]),
        ("Has Calder light them", ["Calder"]),
        ("Urges Ines Calder to light them", ["Ines Calder"]),
        ("Told the harbour board of the lamps", []),
        ("Lights of Ines Calder", []),
        ("Ines Calder told them", []),
        ("Told them; the lamps are Calder’s", []),
    ],
)
def test_who_does_it_is_not_named_as_another(shared: TinyBook, text: str, found: list[str]) -> None:
    claims = Claims(read_book(shared.root))
    table = claims.book.tables["evidence"]
    row = table.by_key["times-keep-burning"]
    assert [one.words for one in of_itself(claims, table, row, text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Gazette", ["Gazette"]),
        ("Harbour Times", []),
        ("The Gazette has it", []),
        ("Harbour board", ["Harbour board"]),
        ("Ines Calder", []),
    ],
)
def test_a_cell_is_not_the_name_of_another(shared: TinyBook, text: str, found: list[str]) -> None:
    claims = Claims(read_book(shared.root))
    table = claims.book.tables["evidence"]
    row = table.by_key["times-keep-burning"]
    assert [one.words for one in of_another(claims, table, row, text)] == found
