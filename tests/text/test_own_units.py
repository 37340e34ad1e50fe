"""Units that a book declares: read in texts, compared with others, refused where they are none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sourcebook.text.carrying import uncarried
from sourcebook.text.cuts import cut
from sourcebook.text.own_units import declare, read_own

UNITS = {"bushel, bushels": "36.4 liters", "container, TEU": "own", "jug": "2 liters"}


@pytest.fixture(autouse=True)
def _declared() -> Iterator[None]:
    declare(UNITS)
    yield
    declare({})


@pytest.mark.parametrize(
    ("quotation", "statement"),
    [
        ("It held 20 bushels of wheat.", "It held 20 bushels"),
        ("It held 10 bushels of wheat.", "It held 364 litres"),
        ("It carries 300 TEU.", "It carries 300 TEU"),
        ("It carries 4 thousand bushels.", "It carries 4,000 bushels"),
    ],
)
def test_a_unit_of_the_book_is_carried(quotation: str, statement: str) -> None:
    assert uncarried(statement, [quotation]) == []


@pytest.mark.parametrize(
    ("quotation", "statement"),
    [
        ("It held 20 bushels of wheat.", "It held 20 litres"),
        ("It carries 300 TEU.", "It carries 300 tonnes"),
        ("It carries 300 tonnes.", "It carries 300 TEU"),
    ],
)
def test_a_unit_of_the_book_is_no_other(quotation: str, statement: str) -> None:
    assert uncarried(statement, [quotation]) != []


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("It held 20", " bushels of wheat.", "20 bushels"),
        ("It carries 4 thousand", " TEU.", "4 thousand TEU"),
        ("It held twenty", " bushels.", "twenty bushels"),
        ("It held 20 bushels", " of wheat.", ""),
        ("It held 20", " boats.", ""),
    ],
)
def test_a_number_and_a_unit_of_the_book_hold_together(before: str, after: str, whole: str) -> None:
    assert cut(before + after, len(before)) == whole


def test_what_was_read_by_other_units_is_forgotten() -> None:
    asked, quotation = "It held 364 litres", "It held 10 bushels."
    assert uncarried(asked, [quotation]) == []
    declare({"bushel, bushels": "35.2 liters"})
    assert uncarried(asked, [quotation]) != []
    assert uncarried("It held 352 litres", [quotation]) == []
    declare({})
    assert uncarried("It held 352 litres", [quotation]) != []
    assert cut("It held 10 bushels.", len("It held 10")) == ""


@pytest.mark.parametrize("told", ["36.4 litrs", "liters", "some liters", "0 liters", "5 jug", ""])
def test_what_is_no_unit_is_refused(told: str) -> None:
    with pytest.raises(ValueError, match="expected"):
        read_own("bushel", told)


def test_a_name_left_empty_is_refused() -> None:
    with pytest.raises(ValueError, match="several parted by commas"):
        read_own("bushel, ", "36.4 liters")
