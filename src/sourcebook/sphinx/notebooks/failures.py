"""Failing notebooks: the file, the line, the cell and the traceback, told in one warning each."""

from __future__ import annotations

import json
import re
import textwrap
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from myst_nb.sphinx_ import NbMetadataCollector
from myst_nb.sphinx_ import Parser as NotebookParser
from myst_parser.parsers.sphinx_ import MystParser
from sphinx.errors import SphinxError

from sourcebook.pages.nesting import too_deep
from sourcebook.problems import BookError
from sourcebook.run.store import entry, made_from, outputs
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.messages import warn
from sourcebook.sphinx.prose import nesting
from sourcebook.sphinx.prose.nesting import NOTICE

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from sourcebook.data.book import Book

ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
CELL_LINE = re.compile(r"Cell In ?\[\d+\], line (\d+)")
TOO_LONG = re.compile(r"CellTimeoutError[^\0]*?after (\S+) seconds")
TITLE = re.compile(r"^# .+", re.MULTILINE)
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


class Parser(NotebookParser):  # type: ignore[misc]
    """MyST-NB's parser; a notebook that cannot be read or run at all is a warning, not an abort.

    Each notebook has a cache of its own: the same code at another place may read other files.
    """

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Parse a page or a notebook; in place of one that cannot be, its title and a notice."""
        env = document.settings.env
        if line := too_deep(inputstring):
            MystParser.parse(self, notice(inputstring, env.docname, NOTICE), document)
            nesting.tell(env, line)
            return
        shared = env.mystnb_config
        own = entry(Path(shared.execution_cache_path), env.docname)
        if shared.execution_mode == "cache" and (unrun := (made_from(own) or {}).get("unrun")):
            self.parse_unread(inputstring, document, unrun)
            return
        env.mystnb_config = shared.copy(execution_cache_path=str(own))
        try:
            super().parse(inputstring, document)
        except SphinxError:
            raise
        except Exception as error:
            document.clear()
            document.attributes.pop("nb_renderer", None)
            reason = error.__cause__ or error
            self.parse_unread(inputstring, document, f"{type(reason).__name__}: {reason}")
        finally:
            env.mystnb_config = shared

    def parse_unread(self, inputstring: str, document: nodes.document, reason: str) -> None:
        """Parse a title and a notice in place of a notebook that has no outputs at all."""
        env = document.settings.env
        unread = notice(inputstring, env.docname, "This notebook did not run.")
        MystParser.parse(self, unread, document)
        tell(env, env.docname, unreadable(reason))


def notice(text: str, docname: str, words: str) -> str:
    """Return a page that has the title of another, and words in place of the rest."""
    title = TITLE.search(text)
    return f"{title[0] if title else '# ' + docname}\n\n{words}"


def setup(app: Sphinx) -> None:
    """Tell of failures once each page is read, in place of MyST-NB's warnings."""
    app.add_source_parser(Parser, override=True)
    app.connect("config-inited", silence_poorer_warnings)
    app.connect("doctree-read", tell_of_failure)


def silence_poorer_warnings(_: Sphinx, config: Config) -> None:
    """Silence MyST-NB's own warnings of failures: each of them is told here in full."""
    config.suppress_warnings = [*config.suppress_warnings, "mystnb.exec"]


def tell_of_failure(app: Sphinx, _: nodes.document) -> None:
    """Warn if the page is a notebook that failed."""
    env = app.env
    executed: dict[str, Any] | None = NbMetadataCollector.get_exec_data(env, env.docname)
    config: Any = env.mystnb_config  # type: ignore[attr-defined]
    folder = entry(Path(config.execution_cache_path), env.docname)
    made = made_from(folder) or {"error": ""}
    traceback = (executed.get("traceback") or made["error"]) if executed else ""
    if traceback:
        source = Path(env.doc2path(env.docname)).read_text("utf-8")
        output = Path(config.output_folder, f"{env.docname}.ipynb")
        notebook = json.loads(output.read_text("utf-8")) if output.is_file() else {}
        if made["error"]:
            code = (one for one in notebook.get("cells", []) if one["cell_type"] == "code")
            for cell, ended in zip(code, outputs(folder, made), strict=True):
                cell |= {name: ended[name] for name in ("outputs", "execution_count")}
        found = failure(notebook, ANSI.sub("", traceback), source)
        tell(env, env.docname, without_known_problems(found, book_domain(env).book))


def tell(env: BuildEnvironment, docname: str, found: Failure) -> None:
    """Warn of a failure, and have the notebook run again in the next build."""
    warn("notebook", str(found), (docname, found.line))


def without_known_problems(found: Failure, book: Book) -> Failure:
    """Return the failure, cut short where the notebook only met what the book's check has told."""
    if not book.problems or str(BookError(book.problems)) not in found.what:
        return found
    what = "the notebook stops at this line, because the book has problems"
    return replace(found, what=what, traceback="", do="see the problems told before")


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
        " honest, raise nb_execution_timeout in conf.py",
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
