"""Whether two numbers count things that exclude each other."""

from __future__ import annotations

import pytest

from sourcebook.text.things import counts_another, is_renamed


@pytest.mark.parametrize(
    ("one", "other", "excluded"),
    [
        ("5 ships", "5 people", True),
        ("5 men", "5 women", True),
        ("5 women", "5 people", False),
        ("5 drones", "5 missiles", False),
        ("5 lighthouses", "5 people", False),
        ("5 ship crews", "5 people", False),
        ("5 of the ships", "5 people", False),
    ],
)
def test_things_exclude_each_other_or_may_be_one(one: str, other: str, excluded: bool) -> None:
    assert counts_another((one, 1), (other, 1)) is excluded
    assert counts_another((other, 1), (one, 1)) is excluded


@pytest.mark.parametrize(
    ("one", "other", "renamed"),
    [
        ("He mended 5 wells", "The mason mended 5 ovens in May", True),
        ("He sank 5 tractors in the bay", "The mason dug 5 wells by the bay", True),
        ("He mended 5 wells", "The mason mended 5 wells in May", False),
        ("He mended 5 wells", "The mason mended 5 oil wells in May", False),
        ("He mended 5 wells", "Of the wells the mason mended 5 ovens", False),
        ("He mended 5 shops", "The mason mended 5 workshops in May", False),
        ("He mended 5 objects", "The mason mended 5 ovens in May", False),
        ("He mended 5 ovens", "The mason mended 5 objects in May", True),
        ("He mended 5 casks", "The mason mended 5 barrels in May", False),
        ("He felled 5 trees", "The mason felled 5 larches in May", False),
        ("He mended 5 boats", "The mason mended 5 vessels in May", False),
        ("He mended 5 ships", "The mason mended 5 dhows in May", False),
        ("He sank 5 wells for the town", "The mason dug 5 ovens in May", False),
        ("He mended 5 wells", "The mason mended 5 Dorniers in May", False),
        ("5 wells", "5 ovens", False),
    ],
)
def test_the_noun_is_another_one_in_the_same_words(one: str, other: str, renamed: bool) -> None:
    assert is_renamed((one, one.index("5") + 1), (other, other.index("5") + 1)) is renamed
