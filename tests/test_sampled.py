"""The sample of the walks: some of every test, the same ones each time."""

from __future__ import annotations

from support.sampled import sampled

WALKS = {
    f"tests/builds/{test}[{at}-a[b]]": count
    for test, count in (("one", 1), ("another", 3))
    for at in range(50)
}


def test_of_every_test_as_many_are_taken_as_it_says() -> None:
    taken = [name.partition("[")[0] for name in sampled({**WALKS, "tests/alone[a]": 2})]
    assert {one: taken.count(one) for one in taken} == {
        "tests/builds/one": 1,
        "tests/builds/another": 3,
        "tests/alone": 1,
    }


def test_the_same_ones_are_taken_in_whatever_order_they_come() -> None:
    assert sampled(WALKS) == sampled(dict(reversed(WALKS.items())))
    assert sampled(WALKS) < WALKS.keys()
