"""Kernels of a build are forked, and say nothing of a network that they do not use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conftest import begin_nursery

from sourcebook.run.kernels import nursery

if TYPE_CHECKING:
    from conftest import TinyBook


def test_a_build_forks_its_kernels(tiny: TinyBook) -> None:
    begin_nursery.cache_clear()  # what earlier tests left in the environment may differ
    tiny.quieten()
    tiny.add_notebook("whose", "import os\nos.getppid()")
    done = tiny.build()
    assert str(nursery().process.pid) in done.page("notebooks/whose.html")
    assert "encryption" not in done.warnings
