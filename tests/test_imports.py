"""What is loaded when: nothing heavy before it is needed."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
CHECK = "from sourcebook.cli import main; assert not main(['--book', 'tests/book', 'check'])"
LOADED = "; import sys; print(*sys.modules, file=sys.stderr)"


def loaded(code: str) -> set[str]:
    """Return the packages that a fresh interpreter has loaded after some code."""
    env = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, "-c", code + LOADED],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=True,
    )
    return {name.partition(".")[0] for name in done.stderr.split()}


def test_the_package_loads_nothing_heavy() -> None:
    heavy = {"frictionless", "pandas", "jsonschema", "edtf", "rapidfuzz", "markdown_it"}
    assert not heavy & loaded("import sourcebook")


def test_running_and_building_compile_no_grammar() -> None:
    code = "import sourcebook.sphinx, sourcebook.run.running"
    assert {"jsonschema", "nbformat"} < loaded(code)
    assert "lark" not in loaded(code)


def test_a_check_needs_no_frames_no_pictures_and_no_grammar() -> None:
    found = loaded(CHECK)
    assert "frictionless" in found
    assert not {"pandas", "sphinx", "docutils", "matplotlib", "edtf", "lark"} & found
