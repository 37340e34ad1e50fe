"""Whether a number that is the same is said of something else."""

from __future__ import annotations

import pytest

from sourcebook.text.assertions import assertions
from sourcebook.text.of_another import of_another, rates


@pytest.mark.parametrize(
    ("statement", "quotation", "another"),
    [
        ("It has 40 men", "It has 40 ships", True),
        ("It has 40 men", "Each yard has 40 men", False),
        ("It has 40 men", "It has yards of 40 men each", True),
        ("A yard has 40 men", "It has yards of 40 men each", False),
        ("The tug is twice as long as the raft", "The raft is twice as long as the tug", True),
        ("The raft is twice as long as the tug", "The raft is twice as long as the tug", False),
        ("The 101 deputies voted for it", "Many of the 101 deputies voted for it", True),
        ("The house has 101 deputies", "Many of the 101 deputies voted for it", False),
    ],
)
def test_a_number_is_said_of_something_else(statement: str, quotation: str, another: bool) -> None:
    asked, found = (assertions(text)[0] for text in (statement, quotation))
    assert of_another(asked, found) is another


def test_a_number_is_per_something() -> None:
    assert rates(assertions("40 tons a day")[0]) == {"day"}
    assert rates(assertions("40 tons")[0]) == set()
