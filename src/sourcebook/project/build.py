"""Building a book: Sphinx, run for each format in a process of its own, warnings as errors."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path

from sourcebook.data.sharing import may_fork
from sourcebook.problems import BookError, Problem

MADE = {
    "pdf": "_build/handbook.pdf",
    "epub": "_build/handbook.epub",
    "html": "_build/html/index.html",
}
NEEDED = {"sphinx": "docs", "myst_nb": "docs", "sphinxcontrib.bibtex": "docs", "typst": "pdf"}
SPHINX, EXTENSION = "sphinx.cmd.build", "sourcebook.sphinx"
BESIDE, PAGES = f"{EXTENSION}.builds.beside", "html"
STRICT = ("-W", "-n", "--keep-going", "-j", "auto")


def build(root: Path, formats: Iterable[str], given: Sequence[str] = ()) -> list[str]:
    """Build the book at ``root`` in each of the formats, and return those that failed.

    The pages come last, since they offer the files of the others. ``given`` are further arguments
    for ``sphinx-build``. A format that fails keeps none of the others from being built. Raises
    :class:`BookError` if the packages for pages or for print are not installed.
    """
    asked = [one for one in MADE if one in formats]
    extras = {extra for name, extra in NEEDED.items() if extra != "pdf" or "pdf" in asked}
    if missing := {extra for extra in extras if not _is_installed(extra)}:
        raise BookError([_not_installed(sorted(missing))])
    *others, last = asked
    if others and last == PAGES and _forks():
        return at_once(root, others, given)
    return [one for one in asked if call(arguments(one, given), root)]


def at_once(root: Path, others: Sequence[str], given: Sequence[str]) -> list[str]:
    """Build the pages and, quietly beside them, other formats; return those that failed.

    Pages that were to offer what was not made are written again.
    """
    import_module(SPHINX)
    import_module(EXTENSION)

    def build(name: str) -> int:
        return _code([*([] if name == PAGES else ["-q"]), *arguments(name, given)], root)

    code, failed = import_module(BESIDE).at_once(others, build)
    if failed is None:
        failed = [one for one in others if call(arguments(one, given), root)]
        again = failed != others
    else:
        again = bool(failed)
    if again:
        code = call(arguments(PAGES, given), root)
    return [*failed, *([PAGES] if code else [])]


def arguments(name: str, given: Sequence[str] = ()) -> list[str]:
    """Return what Sphinx is given to build one format from the folder of the book."""
    folders = ("-c", "docs", "-d", "_build/doctrees", ".", f"_build/{name}")
    return [*STRICT, *given, "-b", name, *folders]


def call(given: Sequence[str], root: Path) -> int:
    """Run Sphinx and return its exit code; forked, it has the book that this process has read."""
    if not _forks():
        return subprocess.call([sys.executable, "-m", "sphinx", *given], cwd=root)
    import_module(SPHINX)
    import_module(EXTENSION)
    process = get_context("fork").Process(target=_sphinx, args=(given, root))
    process.start()
    process.join()
    return process.exitcode or 0


def _forks() -> bool:
    return may_fork() and sys.platform != "darwin"


def _sphinx(given: Sequence[str], root: Path) -> None:
    sys.exit(_code(given, root))


def _code(given: Sequence[str], root: Path) -> int:
    os.chdir(root)
    try:
        code: int = import_module(SPHINX).main([*given])
    except SystemExit as end:
        if not isinstance(end.code, str):
            raise
        print(end.code, file=sys.stderr)
        return 1
    return code


def _is_installed(extra: str) -> bool:
    return all(_found(name) for name, of in NEEDED.items() if of == extra)


def _found(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:
        return False


def _not_installed(extras: Sequence[str]) -> Problem:
    wanted = f"sourcebook[{','.join(extras)}]"
    return Problem(
        "this Python",
        None,
        "the packages that build a book are not installed",
        sys.executable,
        f"{wanted}, the command with what it needs to build",
        f"pip install '{wanted}'",
    )
