"""Names before a verb, after a preposition or joined to another, against those of the evidence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from sourcebook.checks.acting import misplaced_names
from sourcebook.checks.claims import Claims
from sourcebook.checks.opening import read_book
from sourcebook.checks.resting import Rest

if TYPE_CHECKING:
    from conftest import TinyBook

FAR = 10**6


@pytest.fixture(scope="module")
def claims(shared: TinyBook) -> Claims:
    for name in ("Arvania", "Belmark", "Corvia"):
        shared.add_row("data/people.csv", id=name.lower(), name=name, kind="organisation")
    return Claims(read_book(shared.root))


@pytest.mark.parametrize(
    ("said", "text", "found"),
    [
        ("Arvania has the yard, overtaking Belmark", "Belmark overtook it", ["Arvania"]),
        ("Arvania fell; the country was overtaken", "Belmark overtook it", []),
        ("Its overtaking by Arvania", "Arvania overtook it", []),
        ("A meeting was held in Corvia", "A meeting in Belmark", ["Corvia"]),
        ("The flour comes from Arvania, or Corvia", "Flour from Corvia", []),
        ("Flour comes from Arvania for Corvia", "Flour from Corvia", ["Arvania"]),
        ("It chose Arvania and Belmark", "Arvania and Corvia", ["Belmark"]),
        ("It chose Arvania and Belmark", "The road between Arvania and Corvia", []),
        ("It chose Arvania and Belmark", "Corvia", []),
    ],
)
def test_a_name_stands_where_the_evidence_has_it(
    claims: Claims, said: str, text: str, found: list[str]
) -> None:
    one = claims.book.evidence["times-order"]
    rests = [Rest(replace(one, quotation=said, end=FAR), claims.register)]
    assert [other for _, other in misplaced_names(text, rests, claims.register)] == found
