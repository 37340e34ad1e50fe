"""Why a notebook failed, in words: the line of its file, the cell, the traceback, what to do."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from typing import Any

ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
CELL_LINE = re.compile(r"Cell In ?\[\d+\], line (\d+)")
TOO_LONG = re.compile(r"CellTimeoutError[^\0]*?after (\S+) seconds")
LONGEST = 60


@dataclass(frozen=True)
class Failure:
    """Where and how a notebook stops: ``line`` is the file's own, ``cell`` the cell's source."""

    line: int
    what: str
    cell: str
    traceback: str
    do: str

    def __str__(self) -> str:
        parts = [self.what]
        for title, text in (("cell", self.cell), ("traceback", self.traceback)):
            if text:
                parts += [f"    {title}:", textwrap.indent(shortened(text), " " * 8)]
        return "\n".join([*parts, f"    do:  {self.do}"])


def failure(notebook: dict[str, Any], traceback: str, source: str) -> Failure:
    """Return where a notebook stopped; without a cell to blame, the traceback as recorded."""
    cells = notebook.get("cells", [])
    index = failing_cell(cells)
    if index is None:
        do = "run the notebook by itself to see where it stops"
        return Failure(1, "the notebook fails", "", traceback, do)
    cell = "".join(cells[index]["source"])
    starts = notebook["metadata"].get("source_map") or []
    start = first_line(source, cell, starts[index]) if index < len(starts) else 1
    error = error_output(cells[index]) or {"traceback": [], "ename": "", "evalue": ""}
    words = ANSI.sub("", "\n".join(error["traceback"])) or traceback
    at = CELL_LINE.search(words)
    line = start + int(at[1]) - 1 if at else start
    if limit := TOO_LONG.search(traceback):
        return endless(limit[1], cell, line)
    reason = f": {error['ename']}: {ANSI.sub('', error['evalue'])}" if error["ename"] else ""
    what = f"the notebook stops at this line{reason}"
    return Failure(line, what, cell, words, "mend the cell, or what it reads")


def endless(limit: str, cell: str, line: int) -> Failure:
    """Return the failure of a cell that was stopped for taking too long."""
    return Failure(
        line,
        f"the cell did not end within {limit} seconds (nb_execution_timeout)",
        cell,
        "",
        "look for a loop without an end or a wait for something that never comes; if the work is"
        " honest, raise nb_execution_timeout in conf.py, or --timeout of sourcebook run",
    )


def unreadable(reason: str) -> Failure:
    """Return the failure of a notebook of which there are no outputs at all."""
    return Failure(
        1,
        "the notebook cannot be read, or its kernel cannot be started or has died",
        "",
        ANSI.sub("", reason),
        "look for a wrong kernel name, a malformed cell, or a cell that ends the process",
    )


def failing_cell(cells: list[dict[str, Any]]) -> int | None:
    """Return the index of the cell that raised, or else of the last one that was begun."""
    code = [index for index, cell in enumerate(cells) if cell["cell_type"] == "code"]
    raised = [index for index in code if stops(cells[index])]
    begun = [index for index in code if cells[index].get("execution_count")]
    return next(iter(raised + begun[::-1]), None)


def stops(cell: dict[str, Any]) -> bool:
    """Tell whether a cell raised an error that it was not tagged to raise."""
    allowed = "raises-exception" in cell["metadata"].get("tags", [])
    return error_output(cell) is not None and not allowed


def error_output(cell: dict[str, Any]) -> dict[str, Any] | None:
    """Return the error that a cell put out, if it did."""
    outputs = cell.get("outputs", [])
    return next((one for one in outputs if one["output_type"] == "error"), None)


def first_line(source: str, cell: str, fence: int) -> int:
    """Return the line, from 1, on which the cell's code begins at or after its fence."""
    lines, code = source.splitlines(), cell.splitlines()
    for at in range(max(fence - 1, 0), len(lines)):
        if [line.strip() for line in lines[at : at + len(code)]] == [one.strip() for one in code]:
            return at + 1
    return fence


def shortened(text: str) -> str:
    """Return a long text without its middle."""
    lines = text.strip("\n").splitlines()
    if len(lines) <= LONGEST:
        return "\n".join(lines)
    half = LONGEST // 2
    return "\n".join([*lines[:half], f"… {len(lines) - LONGEST} lines left out …", *lines[-half:]])
