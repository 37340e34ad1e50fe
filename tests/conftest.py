"""What the tests share: copies of the tiny book to change and build, and one that is built."""

from __future__ import annotations

import csv
import gc
import hashlib
import importlib
import io
import json
import multiprocessing
import os
import re
import shutil
import signal
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock
from support.built import ABOUT_A_LIGHT
from support.examples import examples
from support.remembered import remember_builds
from support.sampled import OF_EACH, sampled
from support.tabled import TABLE

from sourcebook.data.validator import frictionless
from sourcebook.run import forks
from sourcebook.run.forks import nursery, read_at_start

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.context import ForkProcess

    Once = Callable[[str, Callable[["TinyBook"], "Build"]], "Build"]

os.environ["NO_COLOR"] = "1"  # what commands say reads alike wherever the tests run
os.environ.pop("FORCE_COLOR", None)
signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs behind a shell is deaf to it
frictionless()  # before a test imports jsonschema, which would compile a grammar

TESTS = Path(__file__).parent
ENGINE = TESTS.parent / "src"
CHECKSUM = re.compile(r"\?v=[0-9a-f]+")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test marked ``cases(table, column=value)`` for each row of a table that has the value.

    The table stands in ``tests/cases``; its rows are the argument ``case``.
    """
    if mark := metafunc.definition.get_closest_marker("cases"):
        rows = examples(mark.args[0], **mark.kwargs)
        metafunc.parametrize("case", rows, ids=lambda row: next(iter(row.values())))


@dataclass(frozen=True)
class Build:
    """What one run of ``sphinx-build`` did: its exit code, what it said, and where it wrote."""

    code: int
    said: str
    warnings: str
    out: Path

    def page(self, name: str) -> str:
        """Return a built file as text."""
        return (self.out / name).read_text("utf-8")

    def warning(self, subtype: str, place: str) -> str:
        """Return the first warning at a place, ``file:line``, which is of that subtype."""
        start = f"{place}: WARNING: "
        assert start in self.warnings, f"nothing at {place} in:\n{self.warnings}"
        found = self.warnings[self.warnings.index(start) + len(start) :]
        return found[: found.index(f" [sourcebook.{subtype}]")]

    def faults(self) -> list[tuple[str, str]]:
        """Return the subtype and the words of each warning of the prose gate."""
        pattern = r"WARNING: (?:“(.*?)” |[^“]).*?\[sourcebook\.(prose|tone|name|count)\]"
        found = re.findall(pattern, self.warnings, re.DOTALL)
        return [(kind, words) for words, kind in found]

    def read_again(self) -> tuple[int, int]:
        """Return how many pages Sphinx added and changed."""
        found = re.search(r"(\d+) added, (\d+) changed", self.said)
        assert found
        return int(found[1]), int(found[2])

    def ran(self) -> list[str]:
        """Return the names of the notebooks that ran."""
        return re.findall(r"(\w+)\.md: Executed notebook", self.said)

    def files(self) -> dict[str, bytes]:
        """Return the bytes of every file."""
        paths = [path for path in self.out.rglob("*") if path.is_file()]
        return {path.relative_to(self.out).as_posix(): path.read_bytes() for path in paths}

    def pages(self) -> dict[str, str]:
        """Return every page without checksums, which MyST-NB’s style has only in a rebuild."""
        return {
            path.relative_to(self.out).as_posix(): CHECKSUM.sub("", path.read_text("utf-8"))
            for path in sorted(self.out.rglob("*.html"))
        }

    def entry(self, anchor: str) -> str:
        """Return the entry of an object on the page of all objects."""
        html = self.page("docs/objects.html")
        html = html[html.index(f'id="{anchor}"') :]
        return html[: html.index("</tr>")]

    def mentioned(self, anchor: str) -> list[str]:
        """Return where the entry of an object says that it is mentioned."""
        found = self.entry(anchor).partition('class="cited-in"')[2]
        return re.findall(r'href="([^"]+)"', found)


@dataclass(frozen=True)
class TinyBook:
    """A copy of the tiny book that a test may change."""

    root: Path

    def build(self, *options: str, builder: str = "html", run: bool = True) -> Build:
        """Build the book into ``_build`` in a process of its own, strict about references."""
        child = self.start(*options, builder=builder, run=run)
        child.join(240)
        child.kill()
        child.join()
        assert child.exitcode is not None
        said, warned = (self.root / f"_build/{name}.log" for name in ("said", "warned"))
        out = self.root / "_build" / builder
        return Build(child.exitcode, said.read_text("utf-8"), warned.read_text("utf-8"), out)

    def start(self, *options: str, builder: str = "html", run: bool = True) -> ForkProcess:
        """Begin a build in a process that leads a group of its own."""
        arguments = ["-n", "--no-color", "-b", builder, "-c", "docs", *options]
        arguments += [] if run else ["-D", "nb_execution_mode=off"]
        arguments += [".", f"_build/{builder}"]
        return self._start("sphinx.cmd.build", arguments, run)

    def start_run(self) -> ForkProcess:
        """Begin to run the notebooks, in a process that leads a group of its own."""
        return self._start("sourcebook.__main__", ["run"], True)

    def start_build(self, *formats: str) -> ForkProcess:
        """Begin to check the book and build formats, in a process that leads a group of its own."""
        return self._start("sourcebook.__main__", ["build", *formats], True)

    def _start(self, module: str, arguments: list[str], run: bool) -> ForkProcess:
        said, warned = (self.root / f"_build/{name}.log" for name in ("said", "warned"))
        said.parent.mkdir(exist_ok=True)
        warm_up()
        if run:
            begin_nursery()
        child = multiprocessing.get_context("fork").Process(
            target=_main_of, args=(module, arguments, self.root, said, warned)
        )
        child.start()
        return child

    def edit(self, file: str, old: str, new: str) -> None:
        """Replace words in a file that holds them once; anything else is a mistake of the test."""
        path = self.root / file
        text = path.read_bytes().decode()
        assert text.count(old) == 1, f"{file} holds {old!r} {text.count(old)} times"
        path.write_bytes(text.replace(old, new).encode())

    def append(self, file: str, text: str) -> None:
        """Add text at the end of a file, or make the file."""
        with (self.root / file).open("a", encoding="utf-8", newline="") as open_file:
            open_file.write(text)

    def line(self, file: str, words: str) -> int:
        """Return the line, from 1, on which words first stand in a file."""
        text = (self.root / file).read_text("utf-8")
        return text[: text.index(words)].count("\n") + 1

    def rewrite_seed(self, file: str, text: str) -> None:
        """Give a seed another text and register its new checksum."""
        path = self.root / file
        old = hashlib.sha256(path.read_bytes()).hexdigest()
        path.write_bytes(text.encode())
        self.edit("data/sources.csv", old, hashlib.sha256(text.encode()).hexdigest())

    def add_row(self, file: str, /, **cells: str) -> None:
        """Append a row to a table; columns that are not named stay empty."""
        with (self.root / file).open(newline="", encoding="utf-8") as open_file:
            columns = next(csv.reader(open_file))
        with (self.root / file).open("a", newline="", encoding="utf-8") as open_file:
            csv.DictWriter(open_file, columns, lineterminator="\n").writerow(cells)

    def add_column(self, table: str, column: str, cell: str) -> None:
        """Give a table a column, filled in its first row."""
        path = self.root / f"data/{table}.csv"
        head, first, *rest = path.read_text("utf-8").splitlines()
        lines = [f"{head},{column}", f"{first},{cell}", *(f"{row}," for row in rest)]
        path.write_text("\n".join(lines) + "\n", "utf-8")
        package = json.loads((self.root / "data/datapackage.json").read_text("utf-8"))
        described = next(one for one in package["resources"] if one["name"] == table)
        field = {"name": column, "type": "string", "description": "Another column."}
        described["schema"]["fields"].append(field)
        (self.root / "data/datapackage.json").write_text(json.dumps(package), "utf-8")

    def set_aside(self, *rows: tuple[str, int, str, str]) -> None:
        """Give the book a table of paragraphs set aside: source, number, first words, reason."""
        columns = ("id", "source", "paragraph", "begins", "reason")
        types = {"paragraph": "integer"}
        fields = [
            {"name": name, "type": types.get(name, "string"), "description": f"The {name}."}
            for name in columns
        ]
        schema = {"fields": fields, "primaryKey": "id"}
        table = {"name": "unused", "type": "table", "path": "unused.csv", "schema": schema}
        table |= {"description": "Paragraphs set aside.", "sourcebook": {"role": "aside"}}
        path = self.root / "data/datapackage.json"
        package = json.loads(path.read_text("utf-8"))
        kept = [one for one in package["resources"] if one["name"] != "unused"]
        path.write_text(json.dumps({**package, "resources": [*kept, table]}), "utf-8")
        with (self.root / "data/unused.csv").open("w", newline="", encoding="utf-8") as open_file:
            numbered = ((f"aside-{at}", *row) for at, row in enumerate(rows, start=1))
            csv.writer(open_file, lineterminator="\n").writerows([columns, *numbered])

    def add_notebook(self, name: str, *cells: str) -> None:
        """Add a notebook of code cells to the book and to its contents."""
        kernel = "kernelspec:\n  language: python\n  name: python3"
        head = f"---\nfile_format: mystnb\n{kernel}\n---\n\n# {name}\n"
        code = "".join(f"\n```{{code-cell}} python\n{cell}\n```\n" for cell in cells)
        self.append(f"notebooks/{name}.md", head + code)
        self.append("docs/index.md", f"\n```{{toctree}}\n../notebooks/{name}\n```\n")

    def quieten(self) -> None:
        """Make the notebook of the book a page, so that a build runs only what a test adds."""
        path = self.root / "notebooks/orders.md"
        path.write_text(
            "# Orders\n\nWhat each source says was ordered {ev}`times-order`.\n", "utf-8"
        )

    def add_page(self, name: str, text: str) -> None:
        """Add a page to the book and to its contents."""
        self.append(f"docs/{name}.md", f"# {name}\n\n{text}\n")
        self.append("docs/index.md", f"\n```{{toctree}}\n{name}\n```\n")


@cache
def warm_up() -> None:
    """Build the tiny book once in this process, so that each forked build finds all it loads.

    It runs no notebook and sets no PDF: these start threads, which a fork would not have. Each fork
    would look through all that is loaded for garbage.
    """
    remember_builds()
    importlib.import_module("pydata_sphinx_theme")
    main = importlib.import_module("sphinx.cmd.build").main
    unheard = io.StringIO()
    with TemporaryDirectory() as folder, redirect_stdout(unheard), redirect_stderr(unheard):
        root = fresh_copy(Path(folder))
        options = ["-b", "html", "-c", f"{root}/docs", "-D", "nb_execution_mode=off"]
        assert main([*options, str(root), f"{root}/_build/html"]) == 0, unheard.getvalue()
    gc.collect()
    gc.freeze()


@cache
def begin_nursery() -> None:
    """Begin the process that forks the kernels of all builds, with what a build's process has.

    One that a test began otherwise, by a build in this process, would fork none for these.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(ENGINE))
        if nursery().environment != read_at_start(os.environ):
            forks._begun.cache_clear()
            nursery()


def _main_of(module: str, arguments: list[str], root: Path, said: Path, warned: Path) -> None:
    """Run the command of a module in a forked child, which need not import everything again."""
    os.setsid()
    os.chdir(root)
    os.environ["PYTHONPATH"] = str(ENGINE)
    for descriptor, path in ((1, said), (2, warned)):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), descriptor)
    sys.stdout = io.TextIOWrapper(io.FileIO(1, "w"), "utf-8")
    sys.stderr = io.TextIOWrapper(io.FileIO(2, "w"), "utf-8", line_buffering=True)
    code = importlib.import_module(module).main(arguments)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the walks be taken as a whole, and a built book be tested."""
    parser.addoption("--all", action="store_true", help="take every walk, not a sample")
    parser.addoption("--built", help="a folder with html and handbook.pdf to hold together as well")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep a seeded sample of the walks of each test, unless all are asked for."""
    if not config.getoption("--all"):
        marks = ((one.nodeid, one.get_closest_marker("walks")) for one in items)
        walks = {name: [*mark.args, OF_EACH][0] for name, mark in marks if mark}
        left = walks.keys() - sampled(walks)
        config.hook.pytest_deselected(items=[one for one in items if one.nodeid in left])
        items[:] = [one for one in items if one.nodeid not in left]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Return the root of a fresh copy of the tiny book."""
    return fresh_copy(tmp_path)


@pytest.fixture
def tiny(book: Path) -> TinyBook:
    """Return a fresh copy of the tiny book, with the means to change and build it."""
    return TinyBook(book)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> TinyBook:
    """Return a copy of the tiny book that a module's tests share."""
    return TinyBook(fresh_copy(tmp_path_factory.mktemp("shared")))


@pytest.fixture(scope="session")
def new_book() -> Callable[[Path], TinyBook]:
    """Return what makes a copy of the tiny book in a folder."""
    return lambda folder: TinyBook(fresh_copy(folder))


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Return what builds a copy of the tiny book under a name, that all workers only read."""
    return partial(built_once, tmp_path_factory.getbasetemp())


@pytest.fixture(scope="session")
def built(once: Once) -> Build:
    """Return a build of the tiny book as HTML, its notebook run, that all workers only read."""
    return once("built", lambda tiny: tiny.build("-W", "-D", "html_theme=pydata_sphinx_theme"))


@pytest.fixture(scope="session")
def shown(once: Once) -> Build:
    """Return a build of the tiny book with a page on a light and one that mentions it, likewise."""

    def build(tiny: TinyBook) -> Build:
        tiny.add_page("skerry", ABOUT_A_LIGHT)
        names = "{light}`skerry`, {light}`the tower <skerry>`, {actor}`ines-calder`"
        tiny.add_page("more", f"See {names}.")
        done = tiny.build("-W", run=False)
        assert done.code == 0, done.warnings
        return done

    return once("shown", build)


@pytest.fixture(scope="session")
def tabled(once: Once) -> Build:
    """Return a build of the tiny book with a table of some rows and all quotations, likewise."""

    def build(tiny: TinyBook) -> Build:
        tiny.append("docs/things.md", TABLE)
        tiny.append("docs/index.md", "\n```{toctree}\nthings\n```\n")
        tiny.add_page("quotations", "```{index-of} evidence\n```")
        done = tiny.build("-D", "html_theme=pydata_sphinx_theme", run=False)
        assert done.code == 0, done.warnings
        return done

    return once("tabled", build)


def built_once(folder: Path, name: str, build: Callable[[TinyBook], Build]) -> Build:
    """Return what the first worker that asks for it builds for all."""
    folder = folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder
    kept = folder / f"{name}.json"
    with FileLock(folder / f"{name}.lock"):
        if not kept.exists():
            done = build(TinyBook(fresh_copy(folder / name)))
            kept.write_text(json.dumps([done.code, done.said, done.warnings, str(done.out)]))
    code, said, warnings, out = json.loads(kept.read_text())
    return Build(code, said, warnings, Path(out))


def fresh_copy(folder: Path) -> Path:
    """Copy the tiny book, without anything built, into a folder."""
    root = folder / "book"
    shutil.copytree(TESTS / "book", root, ignore=shutil.ignore_patterns("_build", ".*"))
    return root
