"""Kernels of a build are forked, and say nothing of a network that they do not use."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from conftest import ENGINE

if TYPE_CHECKING:
    from conftest import TinyBook

PARENT = "import os\nprint(open(f'/proc/{os.getppid()}/cmdline').read().replace('\\0', ' '))"


def test_a_build_forks_its_kernels(tiny: TinyBook) -> None:
    tiny.quieten()
    tiny.add_notebook("whose", PARENT)
    command = [sys.executable, "-m", "sphinx", "-b", "html", "-c", "docs", ".", "_build/html"]
    env = os.environ | {"PYTHONPATH": str(ENGINE)}
    done = subprocess.run(
        command, cwd=tiny.root, env=env, capture_output=True, text=True, check=True, timeout=240
    )
    page = (tiny.root / "_build/html/notebooks/whose.html").read_text("utf-8")
    assert "sourcebook.run.nursery" in page
    assert "encryption" not in done.stderr
