"""The book of this repository, killed on the way and built again: nox -s kills."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
PARTS = (
    "CITATION.cff",
    "data",
    "docs",
    "notebooks",
    "seeds",
    "pyproject.toml",
    "requirements.lock",
)
BUILDERS = ("pdf", "html")
CHANGE = ("data/actors.csv", "\nchina,China,state,", "\nchina,China,alliance,")
MOMENTS = (  # which builds, cold or incremental, the one that is killed, how, with its workers
    (("html",), True, 0, signal.SIGKILL, False),
    (("pdf",), True, 0, signal.SIGKILL, True),
    (("pdf", "html"), False, 0, signal.SIGINT, True),
    (("pdf", "html"), False, 1, signal.SIGKILL, True),
    (("html",), False, 0, signal.SIGTERM, False),
)


def start(root: Path, builder: str) -> subprocess.Popen[bytes]:
    options = ("-q", "-W", "-n", "-j", "auto", "-b", builder, "-c", "docs", "-d", "_build/doctrees")
    command = [sys.executable, "-m", "sphinx", *options, ".", f"_build/{builder}"]
    return subprocess.Popen(command, cwd=root, start_new_session=True)


def build(root: Path, builder: str) -> float:
    began = time.monotonic()
    assert start(root, builder).wait() == 0
    return time.monotonic() - began


def forget(root: Path) -> None:
    """Take away what builds wrote, but for what notebooks put out."""
    for path in (root / "_build").iterdir():
        if path.is_dir() and path.name != ".jupyter_cache":
            shutil.rmtree(path)
        elif path.is_file():
            path.unlink()


def written(root: Path) -> dict[str, bytes]:
    folders = [root / "_build" / builder for builder in BUILDERS]
    paths = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}


def change(root: Path) -> None:
    file, old, new = CHANGE
    text = (root / file).read_bytes().decode()
    assert old in text
    (root / file).write_bytes(text.replace(old, new).encode())


def test_five_kills_leave_nothing_that_the_next_build_believes(tmp_path: Path) -> None:
    root, state = tmp_path / "book", tmp_path / "state"
    root.mkdir()
    for name in PARTS:
        one = REPOSITORY / name
        (shutil.copytree if one.is_dir() else shutil.copyfile)(one, root / name)
    for builder in BUILDERS:
        build(root, builder)
    shutil.copytree(root, state)
    before = written(root)

    change(root)
    forget(root)
    took = {builder: build(root, builder) for builder in BUILDERS}
    clean = written(root)
    changed = [name for name in clean if before.get(name) != clean[name]]
    assert [name for name in changed if name.endswith(".html")], "the change reaches no page"

    for seed, (builders, cold, at, how, whole) in enumerate(MOMENTS):
        chance = random.Random(seed)
        shutil.rmtree(root)
        shutil.copytree(state, root)
        change(root)
        if cold:
            forget(root)
        for builder in builders[:at]:
            build(root, builder)
        child = start(root, builders[at])
        time.sleep(chance.uniform(0.1, 0.9) * took[builders[at]])
        if child.poll() is None:
            (os.killpg if whole else os.kill)(child.pid, how)
        child.wait()
        for builder in BUILDERS:
            build(root, builder)
        made = written(root)
        names = sorted(made.keys() | clean.keys())
        assert [name for name in names if made.get(name) != clean.get(name)] == [], f"seed {seed}"
