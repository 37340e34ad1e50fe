"""Work shared out among processes: the same answers in the same order, and no fault swallowed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

import pytest

from sourcebook.data import sharing
from sourcebook.data.sharing import shared_out


@pytest.fixture(autouse=True)
def _cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "_cores", lambda: 3)
    monkeypatch.setattr(sharing, "may_fork", lambda: True)


def squares(some: Sequence[int]) -> Iterator[tuple[int, int]]:
    return ((one * one, os.getpid()) for one in some)


def test_what_is_shared_out_comes_back_in_order_from_several_processes() -> None:
    made = shared_out(squares, range(10), least=3)
    assert [one for one, _ in made] == [one * one for one in range(10)]
    assert len({process for _, process in made}) == 3


def test_few_items_stay_in_this_process() -> None:
    assert {process for _, process in shared_out(squares, range(5), least=3)} == {os.getpid()}
    assert shared_out(squares, [], least=3) == []


def test_a_part_that_makes_nothing_is_done_once() -> None:
    assert shared_out(lambda some: [one for one in some if one < 2], range(10), least=2) == [0, 1]


def test_a_fault_of_another_process_is_raised_in_this_one() -> None:
    def fail(some: Sequence[int]) -> list[int]:
        if 9 in some:
            raise ValueError("nine")
        return [*some]

    with pytest.raises(ValueError, match="nine"):
        shared_out(fail, range(10), least=2)
