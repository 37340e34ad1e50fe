"""Building a book: Sphinx, run for each format in a process of its own, warnings as errors."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout, suppress
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path

from sourcebook.data.sharing import may_fork
from sourcebook.problems import BookError, Problem
from sourcebook.project import unchanged
from sourcebook.run.forks import can_fork

OUTPUT = "_build"
MADE = {
    "pdf": "_build/handbook.pdf",
    "epub": "_build/handbook.epub",
    "html": "_build/html/index.html",
}
NEEDED = {"sphinx": "docs", "myst_nb": "docs", "sphinxcontrib.bibtex": "docs", "typst": "pdf"}
SPHINX, EXTENSION = "sphinx.cmd.build", "sourcebook.sphinx"
BESIDE, PAGES = f"{EXTENSION}.builds.beside", "html"
Files = Mapping[str, str]
Check = Callable[[], Files | None]
STRICT = ("-W", "-n", "--keep-going", "-j", "auto")


def build(
    root: Path,
    formats: Iterable[str],
    given: Sequence[str] = (),
    check: Check = dict,
    found: str = "",
) -> list[str] | None:
    """Build the book at ``root`` in each of the formats, and return those that failed.

    ``check`` returns the digests of the files that it approves of, by their paths. A book that it
    refuses is built in none: then nothing is returned, here as there.
    The pages offer the files of the other formats. ``given`` are further arguments for
    ``sphinx-build``. A format that fails keeps none of the others from being built. A book that is
    built in all is noted as made of what was ``found`` before it was read. Raises
    :class:`BookError` if the packages for pages or for print are not installed, or if nothing can
    be written beside the book.
    """
    asked = [one for one in MADE if one in formats]
    extras = {extra for name, extra in NEEDED.items() if extra != "pdf" or "pdf" in asked}
    if missing := {extra for extra in extras if not _is_installed(extra)}:
        raise BookError([_not_installed(sorted(missing))])
    try:
        Path(root, OUTPUT).mkdir(exist_ok=True)
        unchanged.forget(root)
        for path in (Path(root, OUTPUT, name) for name in asked):
            if path.is_file():
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    except OSError as error:
        raise BookError([_not_writable(error)]) from error
    if may_fork() and can_fork():
        said: list[str] = []
        failed = _at_once(root, asked, given, _begun(check, said))
        if failed == []:
            unchanged.note(root, found, said)
        return failed
    return None if check() is None else [one for one in asked if call(arguments(one, given), root)]


def arguments(name: str, given: Sequence[str] = ()) -> list[str]:
    """Return what Sphinx is given to build one format from the folder of the book."""
    folders = ("-c", "docs", "-d", "_build/doctrees", ".", f"_build/{name}")
    return [*STRICT, *given, "-b", name, *folders]


def call(given: Sequence[str], root: Path) -> int:
    """Run Sphinx in a process of its own and return its exit code."""
    return subprocess.call([sys.executable, "-m", "sphinx", *given], cwd=root)


def _at_once(
    root: Path, asked: Sequence[str], given: Sequence[str], holds: Check
) -> list[str] | None:
    """Build, in forks of this process, which have the book that it has read; meanwhile, check.

    The last format is built loudly and the others beside it, or after it if it could not be read;
    then pages are built again that can offer what was made since.
    """
    import_module(SPHINX)
    import_module(EXTENSION)
    at_once = import_module(BESIDE).at_once
    *others, last = asked

    def build(name: str) -> int:
        quietly = ["-q"] if name in others else []
        return _sphinx([*quietly, *arguments(name, given)], root)

    code, failed = at_once(last, others, build, holds)
    if holds() is None:
        return None
    if failed is None:
        failed = [one for one in others if at_once(one, (), build, holds)[0]]
        if last == PAGES and failed != others:
            code = at_once(last, (), build, holds)[0]
    return [*failed, *([last] if code else [])]


def _begun(check: Check, said: list[str]) -> Check:
    """Begin to check in a process of its own; return what waits for it and says what it said."""
    fork = get_context("fork")
    answer, give = fork.Pipe(duplex=False)

    def run() -> None:
        out, error = io.StringIO(), io.StringIO()
        with suppress(KeyboardInterrupt, BrokenPipeError):
            with redirect_stdout(out), redirect_stderr(error):
                files = check()
            give.send((files, out.getvalue(), error.getvalue()))

    process = fork.Process(target=run)
    process.start()
    give.close()

    @cache
    def holds() -> Files | None:
        files: Files | None
        try:
            files, *said[:] = answer.recv()
        except EOFError:  # what kept it from its end stands on the screen
            return None
        tell(said)
        return files

    return holds


def tell(said: Sequence[str]) -> None:
    """Say what a check has said, to each of the two ways out."""
    out, error = said
    print(out, end="", flush=True)
    print(error, end="", file=sys.stderr, flush=True)


def _sphinx(given: Sequence[str], root: Path) -> int:
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


def _not_writable(error: OSError) -> Problem:
    return Problem(
        OUTPUT,
        None,
        "nothing can be built here",
        f"{error.strerror}: {error.filename}",
        "a folder in which files may be written",
        "allow to write in the folder of the book, take away what stands in the way, or build a"
        " copy of it elsewhere",
    )


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
