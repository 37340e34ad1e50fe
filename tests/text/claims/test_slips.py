"""Slips: what no clause says rightly, whatever it rests on."""

from __future__ import annotations

import pytest

from sourcebook.text.claims.slips import (
    ALONE,
    DENYING,
    DISOWNED,
    MIXED,
    SAME,
    TWICE,
    UNHAD,
    UNJOINED,
    UNTOLD,
    slips,
)
from sourcebook.text.claims.wording import (
    NEEDED,
    NONE_THERE,
    PARTED_HAVE,
    PLURAL,
    SPLIT,
    UNASKED,
)


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
        ("No lamp, horn or bell of the pier is not lit.", TWICE),
        ("Neither the lamp nor the horn was not lit.", TWICE),
        ("The file has not the lamp.", UNHAD),
        ("Rask has not it lit.", UNHAD),
        ("That the lamp is meant is not this handbook’s reading.", DISOWNED),
        ("Which lamp it was, everybody says.", UNTOLD),
        ("Rask is said to have not lit it.", UNHAD),
        ("The lamp is not quoted nowhere.", TWICE),
        ("A price and no day are stated.", MIXED),
        ("No price and a day are stated.", MIXED),
        ("The lamp was lit; by whom is said.", UNTOLD),
        ("That the lamp is not meant is this handbook’s reading.", DENYING),
        ("Sought, bought.", UNJOINED),
        ("Burned with, bought; the paper has it.", UNJOINED),
        ("It is reported, quoted, and the day is not given.", UNJOINED),
        ("The letter is not reported, not quoted.", UNJOINED),
        ("On Danish, Turkish, steam ferries.", UNJOINED),
        ("It is a candidate for the Guild, for Belmark.", UNJOINED),
        ("A lamps on the pier", PLURAL),
        ("The pier has a more of it.", PLURAL),
        ("It can not come.", SPLIT),
        ("There were not later lamps.", NONE_THERE),
        ("When it was not sold is disputed.", UNASKED),
        ("It need be a count.", NEEDED),
        ("It may have not counted.", PARTED_HAVE),
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
        "No lamp that Rask and Holm have is not lit.",
        "No price is given, and the day is not stated.",
        "Rask has not lit the lamp.",
        "Rask has not, since May, come.",
        "That the lamp is meant is this handbook’s reading.",
        "That it is meant is not the paper’s opinion.",
        "What is not kept is called not recorded.",
        "Unsigned, undated; a letter.",
        "Which lamp it was, nobody says.",
        "It does not light the lamp.",
        "A price and a day are stated.",
        "No price and no day are stated.",
        "Rask is said not to have lit it.",
        "When it was lit, Rask says.",
        "The lamp was lit, it says.",
        "The lamp was lit; by whom is not said.",
        "It was trimmed, filled, and sold.",
        "A mark for lamps lit or burned with, compared.",
        "Rask, tired, slept.",
        "From Danish, Turkish, and Greek ferries.",
        "It is a candidate for the Guild, not for Belmark.",
        "A lamps list is a means to an end.",
        "It can not only come, it can stay.",
        "There were not many lamps.",
        "The pier closed when it was not used.",
        "If need be, it goes; it need not be a count.",
        "It may not have counted.",
    ],
)
def test_what_is_no_slip_passes(text: str) -> None:
    assert [*slips(text)] == []
