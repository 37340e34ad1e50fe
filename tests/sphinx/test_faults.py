"""Faulty books: every fault is one warning with file and line, all are listed, none is a crash."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast, get_args

from sourcebook.problems import Subtype
from sourcebook.sphinx.messages import warn
from sourcebook.sphinx.notebooks.failures import failure

if TYPE_CHECKING:
    from conftest import Build, TinyBook

ENGINE_FAULTS = re.compile(r"\[sourcebook\.(\w+)\]")


def warning(build: Build, subtype: str, place: str) -> str:
    """Return the one warning of a subtype at a place, which ends in ``file:line``."""
    start = f"{place}: WARNING: "
    assert build.warnings.count(start) >= 1, f"nothing at {place} in:\n{build.warnings}"
    text = build.warnings[build.warnings.index(start) + len(start) :]
    return text[: text.index(f" [sourcebook.{subtype}]")]


def test_every_problem_of_the_book_is_a_warning_with_file_and_line(tiny: TinyBook) -> None:
    tiny.edit("data/evidence.csv", "The tower, 47 metres", "The tower, 48 metres")
    tiny.edit("data/orders.csv", "harbour-board,3,", "harbour-board,4,")
    done = tiny.build("-W", run=False)
    assert done.code == 1
    line = tiny.line("data/evidence.csv", "48 metres")
    assert "does not stand in its source" in warning(done, "book", f"data/evidence.csv:{line}")
    line = tiny.line("data/orders.csv", "harbour-board,4,")
    assert "“4” is not carried" in warning(done, "book", f"data/orders.csv:{line}")
    assert set(ENGINE_FAULTS.findall(done.warnings)) <= set(get_args(Subtype))


def test_a_kind_of_warning_that_no_check_lists_is_given_all_the_same() -> None:
    warn(cast("Subtype", "unheard-of"), "something is wrong", None)


def test_unknown_ids_are_warned_of_at_their_line_with_the_nearest(tiny: TinyBook) -> None:
    tiny.add_page(
        "wrong",
        "One {ev}`times-ordr`.\n\nTwo {quote}`times-twer`.\n\n"
        "```{quotation} gazette-prize\n```\n\nThree {source}`harbor-times`.\n\n"
        "```{source} pilot-gazette\n```",
    )
    done = tiny.build("-W", run=False)
    assert done.code == 1
    for words, subtype, nearest in (
        ("times-ordr", "evidence", "times-order"),
        ("times-twer", "evidence", "times-tower"),
        ("gazette-prize", "evidence", "gazette-price"),
        ("harbor-times", "source", "harbour-times"),
        ("pilot-gazette", "source", "pilots-gazette"),
    ):
        text = warning(done, subtype, f"docs/wrong.md:{tiny.line('docs/wrong.md', words)}")
        assert f"“{words}”" in text
        assert f"did you mean “{nearest}”?" in text
        assert done.warnings.count(f"found:    “{words}”") == 1
    assert "[times-ordr: unknown]" in done.page("docs/wrong.html")
    again = tiny.build("-W", run=False)
    assert again.code == 1
    assert again.warnings == done.warnings


def test_an_unknown_id_in_a_notebooks_output_is_warned_of(tiny: TinyBook) -> None:
    imports = "from sourcebook.show.render import marker, Myst"
    cell = f'{imports}\nMyst("See " + marker(["times-" + "ordr"]))'
    tiny.add_notebook("output", cell)
    done = tiny.build("-W")
    assert done.code == 1
    line = tiny.line("notebooks/output.md", "```{code-cell}")
    text = warning(done, "evidence", f"notebooks/output.md:{line}")
    assert "did you mean “times-order”?" in text


def test_a_source_shown_twice_or_nowhere_is_warned_of(tiny: TinyBook) -> None:
    tiny.add_page("again", "```{source} harbour-times\n```")
    tiny.edit("docs/sources.md", "```{source} pilots-gazette\n```\n", "")
    done = tiny.build("-W", run=False)
    assert done.code == 1
    places = {
        file: f"{file}:{tiny.line(file, '{source} harbour')}"
        for file in ("docs/again.md", "docs/sources.md")
    }
    assert places["docs/again.md"] in warning(done, "twice", places["docs/sources.md"])
    cited = tiny.line("docs/index.md", "gazette-three-lamps")
    text = warning(done, "nowhere", f"docs/index.md:{cited}")
    assert "no page shows source “pilots-gazette”" in text


def test_without_a_book_sphinx_stops_with_a_sentence(tiny: TinyBook) -> None:
    (tiny.root / "data/datapackage.json").unlink()
    done = tiny.build(run=False)
    assert done.code == 2
    assert "data/datapackage.json: no book here" in done.warnings


def test_every_failing_notebook_is_reported_at_once(tiny: TinyBook) -> None:
    tiny.add_notebook("broken", "first = 1", 'print("before")\nsecond = first / 0', "third = 3")
    tiny.add_notebook("endless", "import time", "while True:\n    time.sleep(0.1)")
    tiny.add_notebook("dead", "import os\nos._exit(3)")
    tiny.edit("notebooks/orders.md", '"Lamps ordered")', '"Lamps ordered")\nx = = 1')
    done = tiny.build("-W", "--keep-going", "-D", "nb_execution_timeout=3")
    assert done.code == 1

    line = tiny.line("notebooks/broken.md", "second = first / 0")
    text = warning(done, "notebook", f"notebooks/broken.md:{line}")
    assert "ZeroDivisionError: division by zero" in text
    assert '    cell:\n        print("before")\n        second = first / 0\n' in text
    assert "----> 2 second = first / 0" in text
    assert "\x1b" not in text

    line = tiny.line("notebooks/endless.md", "while True:")
    at = [n for n in (line, line + 1) if f"notebooks/endless.md:{n}: " in done.warnings]
    text = warning(done, "notebook", f"notebooks/endless.md:{at[0]}")
    assert "did not end within 3 seconds (nb_execution_timeout)" in text
    assert "while True:" in text
    assert "raise nb_execution_timeout in conf.py" in text

    assert "Kernel died" in warning(done, "notebook", "notebooks/dead.md:1")
    line = tiny.line("notebooks/orders.md", "x = = 1")
    assert "SyntaxError" in warning(done, "notebook", f"notebooks/orders.md:{line}")
    assert "ExecutionError" not in done.warnings
    assert "mystnb.exec" not in done.warnings

    for name in ("endless", "dead"):
        (tiny.root / f"notebooks/{name}.md").unlink()
        tiny.edit("docs/index.md", f"\n```{{toctree}}\n../notebooks/{name}\n```\n", "")
    tiny.edit("notebooks/orders.md", "\nx = = 1", "")
    again = tiny.build("-W", "--keep-going")
    assert again.code == 1
    assert re.findall(r"(\w+)\.md:\d+: WARNING", again.warnings) == ["broken"]


def test_a_failure_without_an_error_in_the_outputs_is_reported_with_its_traceback() -> None:
    found = failure({}, "Traceback: something went wrong", "# Page\n")
    assert "something went wrong" in str(found)
    cells = [
        {"cell_type": "code", "source": "a = 1", "metadata": {}, "execution_count": 1},
        {"cell_type": "code", "source": "b = 2", "metadata": {}, "execution_count": 2},
        {"cell_type": "code", "source": "c = 3", "metadata": {}, "execution_count": None},
    ]
    source = "# Page\n\n```{code-cell}\na = 1\n```\n\n```{code-cell}\nb = 2\n```\n"
    notebook = {"cells": cells, "metadata": {"source_map": [2, 6, 10]}}
    found = failure(notebook, "Traceback: something went wrong", source)
    assert (found.line, found.cell) == (8, "b = 2")
    assert "something went wrong" in str(found)
