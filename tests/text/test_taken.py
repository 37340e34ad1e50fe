"""Characters that something stands on."""

from __future__ import annotations

from sourcebook.text.taken import Taken


def test_what_is_taken_is_met_by_whatever_shares_a_character() -> None:
    taken = Taken(10, [(2, 4)])
    assert [taken.meets(0, 2), taken.meets(3, 5), taken.meets(4, 6)] == [False, True, False]
    taken.add(5, 6)
    assert taken.meets(4, 6)
    assert not taken.meets(6, 10)
