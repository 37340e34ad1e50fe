"""One quantity or date against another."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sourcebook.text.comparing import date_carried, quantity_carried, same_measure
from sourcebook.text.date_phrase import Phrase
from sourcebook.text.quantity import Quantity


def of(amount: str, unit: str = "", bound: str = "=", change: str = "", role: str = "") -> Quantity:
    return Quantity(Decimal(amount), unit, bound, change, role)


@pytest.mark.parametrize(
    ("asked", "found", "carried"),
    [
        (of("5"), of("5"), True),
        (of("0"), of("0"), True),
        (of("5"), of("5", "%"), False),
        (of("1500", "meter"), of("1.5", "kilometer"), True),
        (of("5", "meter"), of("5", "mile"), False),
        (of("5", "", "~"), of("5", "", "<~"), True),
        (of("5", "", "="), of("5", "", ">"), False),
        (of("16", "%", "=", "down"), of("-16", "%"), True),
        (of("16", "%"), of("-16", "%"), False),
        (of("5", "%", "=", "up", "by"), of("5", "%", "=", "down", "by"), False),
        (of("5", "", "=", "up", "from"), of("5", "", "=", "up", "to"), False),
        (of("5", "%", "=", "up", "by"), of("5", "%"), False),
    ],
)
def test_a_quantity_is_carried_in_all_its_parts(
    asked: Quantity, found: Quantity, carried: bool
) -> None:
    assert quantity_carried(asked, found) is carried


@pytest.mark.parametrize(
    ("asked", "found", "carried"),
    [
        (Phrase(0, 1, ("2020",)), Phrase(0, 1, ("2020-08",)), True),
        (Phrase(0, 1, ("2020-08",)), Phrase(0, 1, ("2020",)), False),
        (Phrase(0, 1, ("2020",), part="early"), Phrase(0, 1, ("2020-02",)), True),
        (Phrase(0, 1, ("2020",), part="late"), Phrase(0, 1, ("2020-02",)), False),
        (Phrase(0, 1, ("2020",)), Phrase(0, 1, ("2020",), relation="by"), False),
        (
            Phrase(0, 1, ("2020",), relation="before"),
            Phrase(0, 1, ("2020-08",), relation="before"),
            False,
        ),
        (Phrase(0, 1, ("2020-08-04",), weekday=1), Phrase(0, 1, ("2020-08-04",)), True),
        (Phrase(0, 1, ("2020-08-04",), weekday=2), Phrase(0, 1, ("2020-08-04",)), False),
        (Phrase(0, 1, ("1442",)), Phrase(0, 1, ("1442",), calendar="AH"), False),
    ],
)
def test_a_date_is_carried_in_all_its_parts(asked: Phrase, found: Phrase, carried: bool) -> None:
    assert date_carried(asked.edtf[0], asked, found, ()) is carried


def test_beside_a_date_as_vague_a_finer_one_does_not_count() -> None:
    asked, found = Phrase(0, 1, ("2023",)), Phrase(0, 1, ("2023-12",))
    assert not date_carried("2023", asked, found, {"0000"})


def test_what_measures_the_same_is_comparable() -> None:
    assert same_measure("kilometer", "meter")
    assert not same_measure("kilometer", "tonne")
