"""Labels, designations and strings of digits."""

from __future__ import annotations

import pytest

from sourcebook.text.labels import arabic, designations, digit_strings, key, labels, tokens


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Phase II and III", ["phase 2", "phase 3"]),
        ("Articles 5 and 6", ["article 5", "article 6"]),
        ("the Second World War, WWI", ["world war 1", "world war 2"]),
        ("Chapter Five", ["chapter 5"]),
        ("pp. 12", ["page 12"]),
        ("Louis XIV and John XXIII", ["john 23", "louis 14"]),
        ("the line I drew", []),
        ("five lamps", []),
    ],
)
def test_a_label_keeps_its_number(text: str, found: list[str]) -> None:
    assert sorted(label for _, _, label in labels(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the T-72B3 and Su-30MK2", ["T-72B3", "Su-30MK2"]),
        ("Yak30, HQ-22", ["Yak30", "HQ-22"]),
        ("the XYZ-L, a T-shirt, a WELL-KEPT lamp", ["XYZ-L"]),
        ("in 2020", []),
    ],
)
def test_designations_are_read_whole(text: str, found: list[str]) -> None:
    assert [match[0] for match in designations(text)] == found


def test_strings_of_digits_are_whole() -> None:
    text = "v 1.2.3, a 3-2 win, 5G, CO₂ and 10:30"
    assert [text[slice(*span)] for span in digit_strings(text)] == [
        *("1.2.3", "3-2", "5G", "CO₂", "10:30"),
    ]


def test_a_designation_may_be_written_apart() -> None:
    assert key("HQ-22") == key("HQ 22") == "HQ22"
    assert "HQ22" in tokens("the HQ 22 launcher")


def test_roman_numerals() -> None:
    assert [arabic(one) for one in ("I", "IV", "IX", "XL", "XXIII")] == [1, 4, 9, 40, 23]
