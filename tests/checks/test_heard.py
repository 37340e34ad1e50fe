"""Who speaks in a piece of evidence, held against its source."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from sourcebook.checks.claims import Claims
from sourcebook.checks.heard import drowned, unheard
from sourcebook.checks.opening import read_book
from sourcebook.checks.resting import Rest

if TYPE_CHECKING:
    from conftest import TinyBook


@pytest.fixture(scope="module")
def claims(shared: TinyBook) -> Claims:
    shared.add_row("data/people.csv", id="rask", name="Bo Rask", kind="person")
    shared.add_row("data/people.csv", id="thorne", name="Ada Thorne", kind="person")
    return Claims(read_book(shared.root))


@pytest.mark.parametrize(
    ("key", "speaker", "found"),
    [
        ("times-keep-burning", "ines-calder", ""),
        ("times-keep-burning", "rask", "Calder"),
        ("times-keep-burning", "thorne", ""),
        ("gazette-price", "ines-calder", "the author"),
        ("gazette-ships", "ines-calder", ""),
        ("times-arrival", "ines-calder", ""),
    ],
)
def test_another_speaks_by_the_source(claims: Claims, key: str, speaker: str, found: str) -> None:
    one = replace(claims.book.evidence[key], speaker=speaker)
    assert drowned(Rest(one, claims.register)) == found


@pytest.mark.parametrize(("speaker", "far"), [("ines-calder", False), ("rask", True)])
def test_who_speaks_is_named_near_by(claims: Claims, speaker: str, far: bool) -> None:
    one = replace(claims.book.evidence["times-arrival"], speaker=speaker)
    assert unheard(Rest(one, claims.register)) == far
