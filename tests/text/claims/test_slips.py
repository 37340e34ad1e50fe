"""Slips: what no clause says rightly, whatever it rests on."""

from __future__ import annotations

import pytest

from sourcebook.text.claims.slips import ALONE, SAME, TWICE, UNJOINED, UNTOLD, slips


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Nobody is not quoted.", TWICE),
        ("No price and no day are not stated.", TWICE),
        ("It need not have not come.", TWICE),
        ("Each lamp nor a horn was lit.", ALONE),
        ("Where, when and by whom is stated.", UNTOLD),
        ("Whether it is their word is marked.", UNTOLD),
        ("It was delivered or delivered.", SAME),
        ("So say Rask and Rask.", SAME),
        ("The lamp was sought, bought.", UNJOINED),
    ],
)
def test_a_slip_is_found(text: str, kind: str) -> None:
    assert [one.kind for one in slips(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody is quoted, and none is named.",
        "That a lamp has no name does not mean that it has no number.",
        "Neither the lamp nor the horn was lit.",
        "Nor was the horn.",
        "Where and when is not stated.",
        "What they are called",
        "How far days are known",
        "It was lit again and again.",
        "It was sought, not bought.",
        "It was ordered, bought or lit.",
        "Not only is it not new, it is old.",
    ],
)
def test_what_is_no_slip_passes(text: str) -> None:
    assert [*slips(text)] == []
