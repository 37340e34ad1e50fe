"""The command ``python -m mutants``: try mutants of this book, tell the score and write it down.

Kinds may be named; then nothing is written. Run by ``nox -s mutants``.
"""

from __future__ import annotations

import sys
from time import monotonic

from mutants.scoring import RESULT, ROOT, score
from mutants.stage import open_stage
from sourcebook.show.score import write_score


def main(only: list[str]) -> int:
    """Print a line for each kind, and, where kinds are named, each of them that survived."""
    start = monotonic()
    found = score(open_stage(ROOT), only=only)
    print(f"{'kind':<16} tried noticed slips noted  of a hundred  without slips  aim")
    for one in found.kinds:
        aim = "" if one.aim is None else one.aim
        counts = f"{one.tried:>5} {one.killed:>7} {one.slips:>5} {one.noted:>5}"
        shares = f"{one.of_a_hundred:>13.1f} {one.without_slips:>14.1f}"
        print(f"{one.kind:<16} {counts} {shares} {aim:>4}")
        for each in one.survivors if only else ():
            print(f"    {each.file}:{each.line}\n      - {each.before}\n      + {each.after}")
    print(f"{monotonic() - start:.0f} s")
    if not only:
        write_score(found, RESULT)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
