"""What to do with a statement that nothing cited carries, in a small book and in a large one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sourcebook.checks import advice
from sourcebook.checks.opening import open_book
from sourcebook.text.assertions import assertions

if TYPE_CHECKING:
    from conftest import TinyBook


def told(sentence: str, root: Path) -> str:
    book = open_book(root)
    return advice.advice(book, "", assertions(sentence)[0], sentence, ())


@pytest.mark.parametrize("most", [2000, 1])
def test_the_quotation_that_states_it_is_named(
    most: int, tiny: TinyBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(advice, "MOST_READ", most)
    assert "{ev}`gazette-three-lamps`" in told("The board bought three lamps.", tiny.root)
    nothing = told("The board bought 7777 lamps.", tiny.root)
    assert nothing.startswith("no source states" if most > 1 else "no quotation like this states")
