"""How much processor time the package takes, as multiples of what importing pandas takes here.

Run by ``nox -s bench``. Each round times every command in a fresh interpreter, one after the other,
so that a busy machine slows all alike; the medians of the rounds are compared. A multiple of pandas
says the same on a slow machine and on a fast one. Before tables were read once, plain dates without
a parser, and pages parsed once, checking this book took 15.5 times as long as importing pandas, and
importing the package 1.5 times as long; the check may take a third of that.
"""

from __future__ import annotations

import subprocess
import sys
from statistics import median

ROUNDS = 5
UNIT = "import pandas"
CHECK = "import sys; from sourcebook.cli import main; sys.argv[1:] = ['check']; assert not main()"
AIMS = {"import sourcebook": 0.4, CHECK: 5.2}
TOLD = "; import time; print(time.process_time())"


def seconds(code: str) -> float:
    """Return the processor time that a fresh interpreter takes to run some code, to the end."""
    told = subprocess.run(
        [sys.executable, "-c", code + TOLD], capture_output=True, text=True, check=True
    )
    return float(told.stdout.split()[-1])


def bench() -> int:
    """Print the medians and what they are in units of pandas; return 1 where an aim is missed."""
    for code in (UNIT, *AIMS):
        seconds(code)
    rounds = [{code: seconds(code) for code in (UNIT, *AIMS)} for _ in range(ROUNDS)]
    medians = {code: median(each[code] for each in rounds) for code in rounds[0]}
    missed = False
    print(f"{medians[UNIT]:.2f} s  {UNIT}")
    for code, aim in AIMS.items():
        ratio = medians[code] / medians[UNIT]
        missed |= ratio > aim
        name = "sourcebook check" if code == CHECK else code
        print(f"{medians[code]:.2f} s  {name}: {ratio:.2f} times {UNIT}, at most {aim}")
    return int(missed)


if __name__ == "__main__":
    sys.exit(bench())
