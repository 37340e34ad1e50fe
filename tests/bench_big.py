"""How long big books take: 20,000 quotations of 1,000 sources, and 5,000 rows, by `nox -s bench`.

They are made where ``-- big`` follows. Aims are seconds of two quiet cores, a peak of memory, and
that the time grows no faster than the book.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from big_book import Size, make

from sourcebook.sphinx.domain import BookDomain, Citation, Mentioned, Target

SIZES = (Size(10, 10, 10), Size(50, 1_000, 250), Size(1_000, 20_000, 5_000))
AIMS = {("check",): 8.0, ("coverage",): 10.0, ("find", "as", "entry", "0-0", "has", "it"): 2.0}
MOST_MEMORY = 400
GROWTH = 1.3  # of a straight line through the first two sizes
MOST_OF_A_RECORD = 1.0  # milliseconds


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


def growth(took: list[float]) -> float:
    """Return how many times as long the last size took as a straight line foretells."""
    first, second, last = (one.quotations for one in SIZES)
    slope = max(took[1] - took[0], 0.01) / (second - first)
    return took[2] / (took[0] + slope * (last - first))


def of_a_record(count: int) -> float:
    """Return the milliseconds that the domain takes for a record, asked all that pages ask."""
    domain = BookDomain.__new__(BookDomain)
    pages = {f"p{page}": range(page, count, 100) for page in range(100)}
    domain.data = {
        "targets": {
            name: [Target("light", f"k{at}", f"Light {at}", name, f"light-{at}", 1) for at in some]
            for name, some in pages.items()
        },
        "citations": {
            name: [Citation(f"k{at}", name, f"on-{at}", 1) for at in some]
            for name, some in pages.items()
        },
        "mentions": {
            name: [Mentioned("light", f"k{at}", name, f"of-{at}", 1) for at in some]
            for name, some in pages.items()
        },
    }
    begin = time.monotonic()
    for at in range(count):
        key = f"k{at}"
        assert domain.target("light", key)
        assert domain.citations(key)
        assert domain.mentions("light", key)
    assert len(list(domain.get_objects())) == count
    return (time.monotonic() - begin) / count * 1000


def main() -> int:
    """Make the books, time each command and print it; return 1 where an aim is missed."""
    missed = False
    took: dict[tuple[str, ...], list[float]] = {command: [] for command in AIMS}
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            make(Path(folder), size)
            for command, aim in AIMS.items():
                passed, memory = run(Path(folder), command)
                took[command].append(passed)
                missed |= passed > aim or memory > MOST_MEMORY
                told = f"{passed:.1f} s, at most {aim:g}; {memory:.0f} MB, at most {MOST_MEMORY}"
                print(f"{size.quotations} quotations, {command[0]}: {told}", flush=True)
    for command, every in took.items():
        missed |= growth(every) > GROWTH
        print(f"{command[0]} grows {growth(every):.2f} times as a straight line, at most {GROWTH}")
    record = of_a_record(SIZES[-1].quotations)
    missed |= record > MOST_OF_A_RECORD
    print(f"the domain: {record:.3f} ms a record, at most {MOST_OF_A_RECORD:g}")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
