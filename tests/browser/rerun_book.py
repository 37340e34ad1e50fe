"""Every notebook that the book of ``--built`` offers runs again to its last cell, in its folder."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from sourcebook.run.executing import Work

ROOT = Path(__file__).parents[2]
LONGEST = 120


def test_every_offered_notebook_runs(request: pytest.FixtureRequest) -> None:
    offered = Path(request.config.getoption("--built"), "html/notebooks-to-run").resolve()
    paths = sorted(offered.rglob("*.ipynb"))
    assert paths
    failed = {}
    for path in paths:
        notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
        folder = ROOT / path.relative_to(offered).parent
        ran = Work(path.stem, notebook, folder, ROOT, LONGEST).run()
        if ran.error:
            failed[path.name] = ran.error
    assert failed == {}
