"""Why a notebook failed, in words."""

from __future__ import annotations

from sourcebook.run.failing import failure


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
