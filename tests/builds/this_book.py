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
    "src/sourcebook/project/starter/README.md",
)
BUILDERS = ("pdf", "html")
CHANGE = ("data/actors.csv", "\nchina,China,state,", "\nchina,China,alliance,")
MOMENTS = (  # which formats, cold or incremental, how the build is killed, with all that it began
    (("html",), True, signal.SIGKILL, False),
    (("pdf",), True, signal.SIGKILL, True),
    (BUILDERS, False, signal.SIGINT, True),
    (BUILDERS, False, signal.SIGKILL, False),
    (("html",), False, signal.SIGTERM, False),
)


def start(root: Path, formats: tuple[str, ...]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "sourcebook", "build", *formats, "--", "-q"]
    return subprocess.Popen(command, cwd=root, start_new_session=True)


def build(root: Path, formats: tuple[str, ...] = BUILDERS) -> float:
    began = time.monotonic()
    assert start(root, formats).wait() == 0
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
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if one.is_dir() else shutil.copyfile)(one, root / name)
    build(root)
    shutil.copytree(root, state)
    before = written(root)

    change(root)
    forget(root)
    took = build(root)
    clean = written(root)
    changed = [name for name in clean if before.get(name) != clean[name]]
    assert [name for name in changed if name.endswith(".html")], "the change reaches no page"

    for seed, (formats, cold, how, whole) in enumerate(MOMENTS):
        chance = random.Random(seed)
        shutil.rmtree(root)
        shutil.copytree(state, root)
        change(root)
        if cold:
            forget(root)
        child = start(root, formats)
        time.sleep(chance.uniform(0.1, 0.9) * took)
        if child.poll() is None:
            (os.killpg if whole else os.kill)(child.pid, how)
        child.wait()
        build(root)
        made = written(root)
        names = sorted(made.keys() | clean.keys())
        assert [name for name in names if made.get(name) != clean.get(name)] == [], f"seed {seed}"
