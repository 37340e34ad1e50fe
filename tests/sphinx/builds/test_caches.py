"""Caches of notebooks’ outputs: an unsound entry is dropped, and its notebook runs again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import TinyBook


@pytest.mark.parametrize("file", ["global.db", "base.ipynb", "made-from.json"])
def test_a_damaged_entry_is_made_again(tiny: TinyBook, file: str) -> None:
    tiny.quieten()
    tiny.add_notebook("one", "print('shown')")
    assert tiny.build(builder="dummy").ran() == ["one"]
    (damaged,) = (tiny.root / "_build/.jupyter_cache").rglob(file)
    damaged.write_bytes(damaged.read_bytes()[:40])
    done = tiny.build()
    assert done.ran() == ["one"]
    assert "shown" in done.page("notebooks/one.html")
