"""Running the notebooks that must run, side by side; one process writes what comes of them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from copy import deepcopy
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
from filelock import FileLock, Timeout
from myst_nb.core.read import is_myst_markdown_notebook, read_myst_markdown_notebook
from myst_parser.config.main import MdParserConfig

from sourcebook.data.state import digest
from sourcebook.problems import BookError, Problem, refuse
from sourcebook.run.executing import Ran, Work
from sourcebook.run.failing import ANSI, Failure, failure, unreadable
from sourcebook.run.folders import make_way
from sourcebook.run.made_from import FOLDERS
from sourcebook.run.side_by_side import side_by_side
from sourcebook.run.store import (
    code_of,
    engine_digest,
    entry,
    forget,
    holds,
    keep,
    kernel_named,
    made_from,
    name_of_kernel,
    prepare,
    refit,
    why_stale,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Sequence

    Tell = Callable[[str], object]
    Engine = Callable[[Sequence[Work], int], Generator[tuple[Work, Ran]]]

SUFFIXES = (".md", ".ipynb")
TIMEOUT = 120
ASKED = "it was asked for"
LOCK = ".running"
UNREADABLE = "it cannot be read as a notebook"
FORM = "a page in MyST with code cells, or a notebook of Jupyter"
DO = "correct the file, or take it out of the folder"
UNTRACKED = "it reads outside the book, where no change is noticed"


@dataclass(frozen=True)
class Outcome:
    """What became of a notebook: ``why`` it ran, empty for a fresh one; ``error`` if it failed.

    The error names file and line, and says what to do.
    """

    name: str
    why: str = ""
    seconds: float = 0
    error: str = ""


@dataclass(frozen=True)
class Runner:
    """Where notebooks are run and kept; ``tell`` is given a line for each that has ended.

    ``engine`` runs them, and yields what came of each as it ends.
    """

    root: Path
    caches: Path
    tell: Tell
    jobs: int = 0
    timeout: int | None = TIMEOUT
    allow_errors: bool = False
    engine: Engine = side_by_side

    def why(self, path: Path) -> str:
        """Return why a notebook has to run, empty if it need not; a page never has to."""
        return self._why(path, read(path))

    def holds(self, path: Path) -> bool:
        """Tell, and read no notebook for it, whether a page is one whose outputs hold."""
        page = digest_of_text(path)
        return holds(entry(self.caches, self.name(path)), page, self.root, self._kernel)

    def _why(self, path: Path, notebook: Any) -> str:
        if notebook is None:
            return ""
        return why_stale(entry(self.caches, self.name(path)), notebook, self.root, self._kernel)

    @cached_property
    def _kernel(self) -> Callable[[str], str]:
        """What starts the kernel of a name, found out once for all notebooks."""
        return cache(kernel_named)

    def name(self, path: Path) -> str:
        """Return the path of a notebook below the root, without its suffix."""
        return path.relative_to(self.root).with_suffix("").as_posix()

    def run(self, paths: Iterable[Path], every: bool = False) -> list[Outcome]:
        """Run those of the notebooks that must, or ``every`` one, and return what became of each.

        What ended well is kept at once, so that an interruption loses nothing that has ended.
        """
        make_way(self.caches / LOCK, self.caches)
        self.caches.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.caches / LOCK)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            self.tell("another run is going on; this one waits until it has ended")
            lock.acquire()
        try:
            return self._run(list(paths), every)
        finally:
            lock.release()

    def _run(self, paths: list[Path], every: bool) -> list[Outcome]:
        found, outcomes = {}, {}
        for path in paths:
            try:
                found[path] = read(path)
            except BookError as error:
                outcomes[path] = Outcome(self.name(path), UNREADABLE, error=str(error))
        whys = {path: ASKED if every else self._why(path, one) for path, one in found.items()}
        for path in [path for path, why in whys.items() if not why]:
            outcomes[path] = Outcome(self.name(path))
            refit(self.caches, self.name(path), path, found[path])
        stale = [path for path, why in whys.items() if why]
        if stale:
            engine_digest()
            works = {self.name(path): path for path in stale}
            longest_first = sorted(stale, key=lambda path: self._length(path, found[path]))[::-1]
            asked = [self._work(path, found[path]) for path in longest_first]
            with ThreadPoolExecutor() as meanwhile, closing(self.engine(asked, self.jobs)) as ended:
                prepared = meanwhile.submit(self._prepare, paths)
                for work, ran in ended:
                    prepared.result()
                    path = works[work.name]
                    outcomes[path] = self._keep(path, whys[path], ran)
        else:
            self._forget(paths)
        return [outcomes[path] for path in paths]

    def _prepare(self, paths: list[Path]) -> None:
        self._forget(paths)
        prepare(self.caches)

    def _forget(self, paths: list[Path]) -> None:
        """Forget what is kept of notebooks that are gone; those looked at now are there."""
        seen = {self.name(path) for path in paths}
        forget(self.caches, lambda name: name in seen or self._is_there(name))

    def _work(self, path: Path, notebook: Any) -> Work:
        own = notebook.metadata.get("mystnb", {})
        timeout = own.get("execution_timeout", self.timeout)
        allow = own.get("execution_allow_errors", self.allow_errors)
        return Work(self.name(path), notebook, path.parent, self.root, timeout, allow)

    def _length(self, path: Path, notebook: Any) -> tuple[bool, float]:
        """Return what sorts notebooks by how long they took, after these new ones by their code."""
        made = made_from(entry(self.caches, self.name(path)))
        code = sum(len(one.source) for one in notebook.cells if one.cell_type == "code")
        return made is None, code if made is None else made.get("seconds", 0)

    def _is_there(self, name: str) -> bool:
        found = (self.root / f"{name}{suffix}" for suffix in SUFFIXES)
        return any(is_notebook(one) for one in found)

    def _keep(self, path: Path, why: str, ran: Ran) -> Outcome:
        name = self.name(path)
        keep(self.caches, name, path, ran, self.root, page_of(path, ran.notebook))
        if ran.error:
            self.tell(f"{path}: failed after {ran.seconds:.2f} seconds")
        else:
            self.tell(f"{path}: Executed notebook in {ran.seconds:.2f} seconds: {why}")
            if outside := ran.reads.get("outside"):
                self.tell(f"{path}: warning: {UNTRACKED}: {', '.join(outside)}")
        return Outcome(name, why, ran.seconds, told(path, ran))


def told(path: Path, ran: Ran) -> str:
    """Return why a notebook failed, with file, line and cell; empty for one that did not."""
    if not ran.error:
        return ""
    found = unreadable(ran.unrun) if ran.unrun else _failure(path, ran)
    return f"{path}:{found.line}: {found}"


def _failure(path: Path, ran: Ran) -> Failure:
    source = path.read_text("utf-8", "replace") if path.is_file() else ""
    return failure(ran.notebook, ANSI.sub("", ran.error), source)


def read(path: Path) -> Any:
    """Return the notebook in a file; nothing if the file holds none.

    Raises :class:`BookError` where it cannot be read.
    """
    try:
        return deepcopy(_parsed(path, path.read_text("utf-8")))
    except Exception as error:
        raise refuse(path, UNREADABLE, f"{type(error).__name__}: {error}", FORM, DO) from error


def digest_of_text(path: Path) -> str:
    """Return a digest of a page as text; empty where there is none to read."""
    try:
        return digest(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        return ""


def page_of(path: Path, ran: Any) -> str:
    """Return the digest of the page of a notebook that ran; empty if its code changed meanwhile."""
    try:
        text = path.read_text("utf-8")
        now = _parsed(path, text)
    except Exception:  # it changed into what is no notebook any more
        return ""
    same = now is not None and code_of(now) == code_of(ran)
    return digest(text) if same and name_of_kernel(now) == name_of_kernel(ran) else ""


@lru_cache(maxsize=1024)
def _parsed(path: Path, text: str) -> Any:
    if path.suffix == ".ipynb":
        notebooks: Any = nbformat
        return notebooks.reads(text, as_version=4)
    if not is_myst_markdown_notebook(text):
        return None
    return read_myst_markdown_notebook(text, MdParserConfig(), add_source_map=True, path=str(path))


def is_notebook(path: Path) -> bool:
    """Tell whether there is a file that holds a notebook, well formed or not."""
    if not path.is_file():
        return False
    return path.suffix == ".ipynb" or (
        path.suffix == ".md" and is_myst_markdown_notebook(path.read_text("utf-8", "replace"))
    )


def named(root: Path, paths: Iterable[Path]) -> list[Path]:
    """Return some notebooks of a book; raises :class:`BookError` for whatever is none of it."""
    found = [path.resolve() for path in paths]
    others = [one for one in found if not (one.is_relative_to(root) and is_notebook(one))]
    if others:
        raise BookError(
            Problem(
                str(one),
                None,
                "it cannot be run",
                "no notebook of the book" if one.is_file() else "no such file",
                f"{FORM}, below {root}",
                "correct the name; without any, all notebooks are looked at",
            )
            for one in others
        )
    return found


def notebooks(root: Path) -> list[Path]:
    """Return the files of a book that hold notebooks."""
    found = (path for name in FOLDERS for path in sorted((root / name).rglob("*")))
    files = [path for path in found if path.suffix in SUFFIXES]
    hidden = {".", "_"}
    seen = [one for one in files if not any(part[0] in hidden for part in _parts(one, root))]
    return [path for path in seen if is_notebook(path)]


def _parts(path: Path, root: Path) -> tuple[str, ...]:
    return path.relative_to(root).parts


def table(outcomes: list[Outcome]) -> list[str]:
    """Return the lines of a table: notebook, ran or fresh, why, seconds."""
    rows = [("notebook", "state", "seconds", "why")]
    for one in outcomes:
        state = "failed" if one.error else "ran" if one.why else "fresh"
        rows.append((one.name, state, f"{one.seconds:.1f}" if one.why else "", one.why))
    widths = [max(len(row[at]) for row in rows) for at in range(3)]
    lines = (
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[3]])
        for row in rows
    )
    return [line.rstrip() for line in lines]
