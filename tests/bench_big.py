"""How long a big book takes: 500 sources, 20,000 quotations and 5,000 rows, by `nox -s bench`.

It is made where ``-- big`` follows. Its aims are seconds of two quiet cores, and a peak of memory.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from big_book import BIG, make

AIMS = {("check",): 8.0, ("coverage",): 10.0, ("find", "as", "entry", "77-12", "has", "it"): 2.0}
MOST_MEMORY = 400


def run(root: Path, command: tuple[str, ...]) -> tuple[float, float]:
    """Return the seconds that a command takes, and the megabytes of memory at its peak."""
    begin = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "sourcebook", *command], cwd=root, stdout=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise RuntimeError(f"sourcebook {' '.join(command)} failed")
    return time.monotonic() - begin, used.ru_maxrss / 1024


def main() -> int:
    """Make the book, time each command and print it; return 1 where an aim is missed."""
    missed = False
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder), BIG)
        for command, aim in AIMS.items():
            took, memory = run(Path(folder), command)
            missed |= took > aim or memory > MOST_MEMORY
            told = f"{took:.1f} s, at most {aim:g}; {memory:.0f} MB, at most {MOST_MEMORY}"
            print(f"sourcebook {command[0]}: {told}", flush=True)
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
