"""Notebooks that fail: each is one message at its line, all at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import TinyBook


def test_every_failing_notebook_is_reported_at_once(tiny: TinyBook) -> None:
    count = "open('../_build/runs', 'a').write('once ')"
    tiny.add_notebook(
        "broken", f"first = {count}", 'print("before")\nsecond = first / 0', "third = 3"
    )
    tiny.add_notebook("endless", "import time", "while True:\n    time.sleep(0.1)")
    tiny.add_notebook("dead", "import os\nos._exit(3)")
    tiny.edit("notebooks/orders.md", '"Lamps ordered")', '"Lamps ordered")\nx = = 1')
    done = tiny.build("-W", "--keep-going", "-D", "nb_execution_timeout=3")
    assert done.code == 1
    assert (tiny.root / "_build/runs").read_text("utf-8") == "once "

    line = tiny.line("notebooks/broken.md", "second = first / 0")
    text = done.warning("notebook", f"notebooks/broken.md:{line}")
    assert "ZeroDivisionError: division by zero" in text
    assert '    cell:\n        print("before")\n        second = first / 0\n' in text
    assert "----> 2 second = first / 0" in text
    assert "\x1b" not in text

    line = tiny.line("notebooks/endless.md", "while True:")
    at = [n for n in (line, line + 1) if f"notebooks/endless.md:{n}: " in done.warnings]
    text = done.warning("notebook", f"notebooks/endless.md:{at[0]}")
    assert "did not end within 3 seconds (nb_execution_timeout)" in text
    assert "while True:" in text
    assert "raise nb_execution_timeout in conf.py" in text

    assert "Kernel died" in done.warning("notebook", "notebooks/dead.md:1")
    line = tiny.line("notebooks/orders.md", "x = = 1")
    assert "SyntaxError" in done.warning("notebook", f"notebooks/orders.md:{line}")
    assert "ExecutionError" not in done.warnings
    assert "mystnb.exec" not in done.warnings

    for name in ("endless", "dead"):
        (tiny.root / f"notebooks/{name}.md").unlink()
        tiny.edit("docs/index.md", f"\n```{{toctree}}\n../notebooks/{name}\n```\n", "")
    tiny.edit("notebooks/orders.md", "\nx = = 1", "")
    again = tiny.build("-W", "--keep-going")
    assert again.code == 1
    assert re.findall(r"(\w+)\.md:\d+: WARNING", again.warnings) == ["broken"]
