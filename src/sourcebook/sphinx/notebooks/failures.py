"""Failing notebooks: the file, the line, the cell and the traceback, told in one warning each."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from myst_nb.sphinx_ import NbMetadataCollector
from myst_nb.sphinx_ import Parser as NotebookParser
from myst_parser.parsers.sphinx_ import MystParser
from sphinx.errors import SphinxError

from sourcebook.pages.nesting import too_deep
from sourcebook.problems import BookError
from sourcebook.run.failing import ANSI, Failure, failure, unreadable
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

TITLE = re.compile(r"^# .+", re.MULTILINE)


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
