"""How long this handbook takes, from nothing and changed, beside what it took at two commits.

Each commit has a clone and environments of its own below ``_build``; installing is not timed. A
round builds with each once, so that a busy machine slows all alike; medians and their ratios count.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
PLACE = ROOT / "_build/bench/commits"
ROUNDS = 3
COMMITS = {"now": "HEAD", "before the runner": "327b276~1", "at 00717da": "00717da"}
NOW, BEFORE, FIRST = COMMITS
WORD = ("docs/nato.md", "alliance", "whole alliance")
CELL = ("data/events.csv", "Serbia trains", "Serbia also trains")


class Took(NamedTuple):
    """Seconds that passed, and seconds of processor time."""

    passed: float
    worked: float


AIMS = {  # what is timed: at most so many seconds that passed, or that were worked
    "no change, html and pdf": (None, 5.0),
    "one word, html": (4.0, None),
    "one word, html and pdf": (10.0, None),
}
SHARES = {  # what is timed, beside which cold build, and the largest share of it
    ("cold", BEFORE): 1 / 3,
    ("cold", FIRST): 1 / 6,
    ("one cell, html and pdf", BEFORE): 1 / 5,
}


def timed(root: Path, command: list[str]) -> Took:
    """Run a command and return what it took; raises ``CalledProcessError`` where it fails."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    began = perf_counter()
    process = subprocess.Popen(command, cwd=root, env=env, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise subprocess.CalledProcessError(status, command)
    return Took(perf_counter() - began, used.ru_utime + used.ru_stime)


def nox(*arguments: str) -> list[str]:
    """Return the command that builds as a reader of the README does."""
    return [sys.executable, "-m", "nox", *arguments, "-s", "docs"]


def prepare(name: str) -> Path:
    """Return a clone of a commit in which everything is installed."""
    root = PLACE / name.replace(" ", "-")
    if not root.exists():
        subprocess.run(["git", "clone", "-q", "--no-checkout", str(ROOT), str(root)], check=True)
    commit = subprocess.check_output(["git", "rev-parse", COMMITS[name]], cwd=ROOT, text=True)
    subprocess.run(["git", "fetch", "-q", "origin", "HEAD"], cwd=root, check=True)
    subprocess.run(["git", "checkout", "-qf", commit.strip()], cwd=root, check=True)
    timed(root, nox())
    return root


def change(root: Path, what: tuple[str, str, str]) -> None:
    """Change a file of the book in one place, and the next time back again."""
    file, old, new = what
    text = (root / file).read_text("utf-8")
    pair = (new, old) if new in text else (old, new)
    assert pair[0] in text, f"{file} no longer has “{old}”"
    (root / file).write_text(text.replace(*pair, 1), "utf-8")


def changed(root: Path) -> dict[str, Took]:
    """Return what builds take after the least changes; the first brings all up to date."""
    build = [str(next(root.glob(".nox/**/docs/bin/sourcebook"))), "build"]
    both, found = [*build, "html", "pdf"], {}
    timed(root, both)
    found["no change, html and pdf"] = timed(root, both)
    change(root, WORD)
    found["one word, html"] = timed(root, [*build, "html"])
    timed(root, both)
    change(root, WORD)
    found["one word, html and pdf"] = timed(root, both)
    change(root, CELL)
    found["one cell, html and pdf"] = timed(root, both)
    change(root, CELL)
    timed(root, both)
    return found


def missed(found: dict[str, dict[str, Took]]) -> list[str]:
    """Return in words each aim that is missed."""
    said = []
    for what, (passed, worked) in AIMS.items():
        took = found[NOW][what]
        if passed and took.passed > passed:
            said.append(f"{what}: {took.passed:.1f} s, at most {passed:g}")
        if worked and took.worked > worked:
            said.append(f"{what}: {took.worked:.1f} s of processor time, at most {worked:g}")
    for (what, other), share in SHARES.items():
        is_now = found[NOW][what].passed / found[other]["cold"].passed
        if is_now > share:
            said.append(f"{what}: {is_now:.2f} of a cold build {other}, at most {share:.2f}")
    return said


def middle(some: list[Took]) -> Took:
    """Return the medians."""
    return Took(median(one.passed for one in some), median(one.worked for one in some))


def main(arguments: list[str]) -> int:
    """Build all in turn and print what it took; return 1 where an aim is missed."""
    rounds = int(arguments[0]) if arguments else ROUNDS
    roots = {name: prepare(name) for name in COMMITS}
    took: dict[str, dict[str, list[Took]]] = {name: {} for name in COMMITS}
    for _ in range(rounds):
        for name, root in roots.items():
            shutil.rmtree(root / "_build", ignore_errors=True)
            took[name].setdefault("cold", []).append(timed(root, nox("-R")))
        for what, one in changed(roots[NOW]).items():
            took[NOW].setdefault(what, []).append(one)
    found = {name: {what: middle(some) for what, some in one.items()} for name, one in took.items()}
    for name, each in found.items():
        for what, one in each.items():
            print(f"{name}, {what}: {one.passed:.1f} s, {one.worked:.1f} s of processor time")
    faults = missed(found)
    print("\n".join(f"missed: {one}" for one in faults))
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
