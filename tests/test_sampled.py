"""The sample of the walks: some of every test, the same ones each time."""

from __future__ import annotations

from support.sampled import OF_EACH, sampled

WALKS = [f"tests/builds/{test}[{at}-a[b]]" for test in ("one", "another") for at in range(50)]


def test_of_every_test_as_many_are_taken() -> None:
    taken = [name.partition("[")[0] for name in sampled([*WALKS, "tests/alone[a]"])]
    assert {one: taken.count(one) for one in taken} == {
        "tests/builds/one": OF_EACH,
        "tests/builds/another": OF_EACH,
        "tests/alone": 1,
    }


def test_the_same_ones_are_taken_in_whatever_order_they_come() -> None:
    assert sampled(WALKS) == sampled(reversed(WALKS))
    assert sampled(WALKS) < {*WALKS}
