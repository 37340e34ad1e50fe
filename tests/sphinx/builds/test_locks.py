"""One build at a time in a folder."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

from filelock import FileLock
from support.waiting import in_time

if TYPE_CHECKING:
    from conftest import TinyBook


SHARED = ("-W", "-d", "_build/doctrees")
WAITS = "another build is writing"


def test_a_second_build_waits_and_says_so(tiny: TinyBook) -> None:
    (tiny.root / "_build").mkdir()
    with FileLock(tiny.root / "_build/.building"):
        child = tiny.start(*SHARED, run=False)
        said = tiny.root / "_build/said.log"
        assert in_time(lambda: said.exists() and WAITS in said.read_text("utf-8"), 60)
        assert child.is_alive()
        assert not (tiny.root / "_build/html/docs").exists()
    child.join(60)
    assert child.exitcode == 0
    assert (tiny.root / "_build/html/docs/index.html").is_file()


def test_where_nothing_can_be_written_it_is_told_in_a_line(tiny: TinyBook) -> None:
    (tiny.root / "_build").symlink_to("/proc/self", target_is_directory=True)
    command = [sys.executable, "-m", "sphinx", "-q", "-c", "docs", ".", "_build/html"]
    done = subprocess.run(command, cwd=tiny.root, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert re.search("nothing can be built in .*/html; allow to write there", line)
