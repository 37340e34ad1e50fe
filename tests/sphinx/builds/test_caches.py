"""Caches of notebooks’ outputs: one for each state, the last ones kept."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from sourcebook.sphinx.builds.caches import KEPT, unused

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import TinyBook


def test_a_cache_of_notebooks_is_for_one_state_of_what_they_can_read(tiny: TinyBook) -> None:
    tiny.quieten()

    def cache() -> set[str]:
        tiny.build(builder="dummy")
        caches = tiny.root / "_build/.jupyter_cache"
        found = {path.name for path in caches.iterdir()}
        shutil.rmtree(caches)
        return found

    seen = [cache()]
    changed = ("data/lights.csv", "seeds/harbour_times.txt", "requirements.lock")
    for file in (*changed, "notebooks/helper.py", "notebooks/words.txt"):
        tiny.append(file, "\n")
        seen.append(cache())
    assert len(set().union(*seen)) == 6
    for file in ("docs/index.md", "docs/conf.py"):
        tiny.append(file, "\n")
        assert cache() == seen[-1]


def test_only_the_last_caches_are_kept(tmp_path: Path) -> None:
    for age in range(5):
        (tmp_path / f"{age:016x}").mkdir()
        os.utime(tmp_path / f"{age:016x}", (1000 - age, 1000 - age))
    (tmp_path / "something-else").mkdir()
    assert [path.name for path in unused(tmp_path)] == [f"{age:016x}" for age in range(KEPT, 5)]
