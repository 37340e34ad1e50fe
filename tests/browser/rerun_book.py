"""Every notebook that the book of ``--built`` offers runs to its last cell from another folder."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
import pytest

from sourcebook.run.executing import Work
from sourcebook.run.forks import can_fork, nursery
from sourcebook.run.kernels import use

ROOT = Path(__file__).parents[2]
LONGEST = 120  # seconds for a cell
AT_ONCE = 2


def test_every_offered_notebook_runs(request: pytest.FixtureRequest) -> None:
    offered = Path(request.config.getoption("--built"), "html/notebooks-to-run").resolve()
    paths = sorted(offered.rglob("*.ipynb"))
    assert paths
    use()
    if can_fork():
        nursery()

    def error(path: Path) -> str:
        notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
        return Work(path.stem, notebook, ROOT / "docs", ROOT, LONGEST).run().error

    with ThreadPoolExecutor(AT_ONCE) as pool:
        failed = dict(zip(paths, pool.map(error, paths), strict=True))
    assert {path.name: said for path, said in failed.items() if said} == {}
