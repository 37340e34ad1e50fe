"""What the walks over builds share."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.waiting import in_time, is_alive

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from multiprocessing.context import ForkProcess

    from conftest import Build, TinyBook

BUILDERS = ("pdf", "epub", "html")
OFFERED = ("handbook.pdf", "handbook.epub")
RUN, ALL = "run", "all"
SIGNALS = (signal.SIGKILL, signal.SIGINT, signal.SIGTERM)
SHARED = ("-W", "-d", "_build/doctrees")
FIGURE = """\
---
mystnb:
  figure:
    caption: Lamps as the board dates them.
    name: fig-lamps
  image:
    alt: A lane with one mark.
---
from pathlib import Path

from sourcebook import figures

figures.use_style()
words = Path("words.txt").read_text("utf-8").strip()
figures.who_says_when([{"source": "Board", "step": words, "date": "1999", "basis": "stated"}])"""


@dataclass
class Walk:
    """The tiny book at one place, its state after a build by every builder, and clean builds.

    Copies come back to the place at which they were made, since Sphinx forgets a book that moved.
    """

    tiny: TinyBook
    state: Path
    took: dict[str, float] = field(default_factory=dict)
    cleans: dict[str, Clean] = field(default_factory=dict)
    running: int = 0

    def restore(self, state: Path | None = None) -> None:
        """Bring back the book as it was kept, or as it stood when every builder had built it."""
        shutil.rmtree(self.tiny.root, ignore_errors=True)
        shutil.copytree(state or self.state, self.tiny.root)

    def keep(self) -> Path:
        """Keep the book as it stands, once the last build has left no process behind."""
        kept = self.state.with_name("kept")
        shutil.rmtree(kept, ignore_errors=True)
        assert not self.running or in_time(lambda: not is_alive(self.running), 60)
        shutil.copytree(self.tiny.root, kept)
        return kept

    def build(self, builder: str, *options: str) -> Build:
        """Build, with warnings as errors."""
        began = time.monotonic()
        done = self.tiny.build(*SHARED, *options, builder=builder)
        self.took[builder] = time.monotonic() - began
        return done

    def interrupt(self, builder: str, chance: random.Random, *options: str) -> None:
        """Begin a build and end it by force somewhere on its way, with or without its children."""
        child = self.tiny.start(*SHARED, *options, builder=builder)
        self.end(child, chance, self.took[builder])

    def interrupt_run(self, chance: random.Random) -> None:
        """Begin to run the notebooks and end that by force, as a build."""
        if RUN not in self.took:
            began = time.monotonic()
            self.tiny.start_run().join()
            self.took[RUN] = time.monotonic() - began
            self.forget()
        self.end(self.tiny.start_run(), chance, self.took[RUN])

    def interrupt_all(self, chance: random.Random) -> None:
        """Begin to build every format at once and end that by force, as a build of one."""
        if ALL not in self.took:
            began = time.monotonic()
            self.tiny.start_build(*BUILDERS).join()
            self.took[ALL] = time.monotonic() - began
            self.forget()
        self.end(self.tiny.start_build(*BUILDERS), chance, self.took[ALL])

    def end(self, child: ForkProcess, chance: random.Random, took: float) -> None:
        """End a process by force before it has taken so many seconds, or its whole group."""
        child.join(chance.uniform(0.02, 1.0) * took)
        how, whole = chance.choice(SIGNALS), chance.random() < 0.5
        if child.pid and child.is_alive():
            leads = os.getpgid(child.pid) == child.pid
            (os.killpg if whole and leads else os.kill)(child.pid, how)
        child.join(60)
        assert not child.is_alive()
        self.running = child.pid or 0

    def clean_after(
        self, name: str, change: Callable[[TinyBook], object], builders: Collection[str]
    ) -> Clean:
        """Return clean builds of the book after a change, each kept for the next walk."""
        if name not in self.cleans or not self.cleans[name].has(builders):
            self.restore()
            change(self.tiny)
            self.cleans[name] = self.clean(builders)
        return self.cleans[name]

    def clean(self, builders: Collection[str]) -> Clean:
        """Build the book as it stands from nothing; where HTML is asked for, with all offers."""
        root = self.tiny.root
        made = Clean()
        self.forget()
        if "html" in builders:
            self.sound("html")
            made.html[()] = files(root / "_build/html")
        for builder in ("pdf", "epub"):
            if {"html", builder} & {*builders}:
                self.sound(builder)
                made.beside[f"handbook.{builder}"] = read(root / f"_build/handbook.{builder}")
                made.folders[builder] = files(root / "_build" / builder)
        if "html" in builders:
            self.offer(made)
        return made

    def offer(self, made: Clean) -> None:
        """Build the HTML again with each choice of the other outputs beside it."""
        root = self.tiny.root
        offers: list[tuple[str, ...]] = [()]
        aside = root / "_build/aside"
        aside.mkdir()
        for name in OFFERED:
            offers += [(*one, name) for one in offers]
        for offered in offers[1:]:
            for name in OFFERED:
                put(root / "_build" / name, aside / name, keep=name in offered)
                put(root / f"_build/.{name}.stamp", aside / f"{name}.stamp", keep=name in offered)
            remove(root / "_build/html")
            remove(root / "_build/.html.stamp")
            self.sound("html")
            made.html[tuple(sorted(offered))] = files(root / "_build/html")

    def forget(self) -> None:
        """Take away all that builds wrote, but for what notebooks put out."""
        for path in [*(self.tiny.root / "_build").iterdir()]:
            remove(path)

    def sound(self, builder: str, *options: str) -> None:
        """Build, and fail where the build does."""
        done = self.build(builder, *options)
        assert done.code == 0, done.warnings

    def differs(self, builder: str, clean: Clean) -> str:
        """Return what differs in a builder's output from a clean one, empty if nothing does."""
        root = self.tiny.root / "_build"
        if builder == "html":
            made = files(root / "html")
            offered = tuple(sorted(name for name in OFFERED if name in made))
            stale = [name for name in offered if made[name] != clean.beside[name]]
            return " ".join(stale) or first_difference(made, clean.html[offered])
        name = f"handbook.{builder}"
        if read(root / name) != clean.beside[name]:
            return name
        return first_difference(files(root / builder), clean.folders[builder])


@dataclass
class Clean:
    """Clean builds of one state: HTML by the files it offers, and the other outputs.

    What has the HTML has them all.
    """

    html: dict[tuple[str, ...], dict[str, bytes]] = field(default_factory=dict)
    beside: dict[str, bytes] = field(default_factory=dict)
    folders: dict[str, dict[str, bytes]] = field(default_factory=dict)

    def has(self, builders: Collection[str]) -> bool:
        """Tell whether some builders have built."""
        return bool(self.html) or {*builders} <= self.folders.keys()


def first_difference(made: dict[str, bytes], clean: dict[str, bytes]) -> str:
    names = sorted(made.keys() | clean.keys())
    return next((name for name in names if made.get(name) != clean.get(name)), "")


def files(folder: Path) -> dict[str, bytes]:
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def read(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def remove(path: Path) -> None:
    if path.is_dir() and path.name != ".jupyter_cache":
        shutil.rmtree(path)
    elif path.is_file():
        path.unlink()


def put(path: Path, aside: Path, *, keep: bool) -> None:
    """Have a file where it belongs, or aside."""
    source, target = (aside, path) if keep else (path, aside)
    if source.is_file():
        source.replace(target)


@pytest.fixture(scope="session", autouse=True)
def one_day() -> Iterator[None]:
    """Hold the date that builds print, since a walk may pass midnight."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        yield


@pytest.fixture(scope="session")
def walk(tmp_path_factory: pytest.TempPathFactory, new_book: Callable[[Path], TinyBook]) -> Walk:
    """Return the tiny book with a figure, a picture and a template, built by every builder."""
    folder = tmp_path_factory.mktemp("walk")
    tiny = new_book(folder)
    tiny.append("notebooks/words.txt", "Lamps of the board\n")
    tiny.add_notebook("lamps", FIGURE)
    tiny.append("docs/dot.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>\n')
    tiny.add_page("picture", "![A dot](dot.svg)\n\nAnother page: [](second.md).")
    for name in ("_static", "_templates"):
        (tiny.root / "docs" / name).mkdir()
    tiny.append("docs/_static/own.css", "p { color: navy }\n")
    tiny.append("docs/_templates/note.html", "<!-- a note -->\n")
    tiny.append("docs/conf.py", 'html_static_path = ["_static"]\nhtml_css_files = ["own.css"]\n')
    tiny.append("docs/conf.py", 'templates_path = ["_templates"]\n')
    tiny.append("requirements.lock", "lamp==1\n")
    made = Walk(tiny, folder / "state")
    for builder in (*BUILDERS, *BUILDERS):
        made.sound(builder)
    shutil.copytree(tiny.root, made.state)
    return made
