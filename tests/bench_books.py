"""How long books of notebooks take to build here and by others, in turn, from nothing and changed.

Each other way has an environment of its own below ``_build``; a build that fails is named and left
out, and so is a way that never comes to its end. A round builds with each way once, so that a busy
machine slows all alike; medians and their ratios count. How it grows is told by one more book.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).resolve().parents[1]
PLACE = ROOT / "_build/bench"
ROUNDS = 3
SIZES, LARGEST = (12, 48), 192  # the largest is built by this project alone, once
KERNEL = ("ipykernel", "pandas", "matplotlib")
KERNELSPEC = "kernelspec:\n  display_name: Python 3\n  language: python\n  name: python3"
CODE = """\
import matplotlib.pyplot as plt
import pandas as pd

frame = pd.read_csv("data-{at}.csv")
frame.plot(x="year", y="lamps", title="Lamps {at}")
plt.show()
frame.describe()
"""
EXEMPT = "prose-exempt: its numbers are made up, to be timed"
MYST = f"---\nfile_format: mystnb\n{EXEMPT}\n{KERNELSPEC}\n---\n\n# Lamps {{at}}\n\nSome words.\n\n"
MYST += f"```{{{{code-cell}}}} python3\n{CODE}```\n"
CONF = "project = author = 'Lamps'\nexclude_patterns = ['_build']\nextensions = ['{extension}']\n"
HTML = "_build/html/notebooks/n{at}.html"
OURS, STAMPED = "sourcebook", "MyST-NB -j 2"
STEPS = ("cold", "no change", "one word", "one data file")
AIMS = {  # (size, way): how many times as fast as it, cold, this project must be
    (12, "Jupyter Book 1"): 4.0,
    (48, "Jupyter Book 1"): 5.0,
    (12, STAMPED): 2.2,
    (48, STAMPED): 2.2,
}
ONE_READER, GROWTH = 0.2, 1.1  # of a cold build; of the ratio of the sizes


@dataclass(frozen=True)
class Way:
    """One way to build: what it needs installed, its files, its command, a page that it makes."""

    packages: tuple[str, ...]
    lay_out: Callable[[Path, int], None]
    command: tuple[str, ...]
    page: str = HTML

    def python(self, name: str) -> Path:
        """Return the Python of its environment, made where it is missing."""
        if not self.packages:
            return Path(sys.executable)
        folder = PLACE / "environments" / name.replace(" ", "-")
        python = folder / "bin/python"
        if not (folder / "whole").exists():
            shutil.rmtree(folder, ignore_errors=True)
            subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
            pip = [str(python), "-m", "pip", "install", "--quiet", *self.packages]
            subprocess.run(pip, check=True)
            (folder / "whole").touch()
        return python


def notebooks(root: Path, size: int) -> list[str]:
    """Write the notebooks and what each of them reads; return their names."""
    folder = root / "notebooks"
    folder.mkdir(parents=True, exist_ok=True)
    for at in range(size):
        rows = "".join(f"{1900 + year},{(year * (at + 3)) % 17}\n" for year in range(60))
        (folder / f"data-{at}.csv").write_text(f"year,lamps\n{rows}", "utf-8")
        (folder / f"n{at}.md").write_text(MYST.format(at=at), "utf-8")
    return [f"notebooks/n{at}" for at in range(size)]


def ours(root: Path, size: int) -> None:
    """Lay out a book of this project."""
    shutil.copytree(ROOT / "tests/book", root)
    (root / "sourcebook.toml").write_text('[off]\nfigure = "They are made up."\n', "utf-8")
    (root / "notebooks/orders.md").write_text("# Orders\n\nNone.\n", "utf-8")
    names = "\n".join(f"../{name}" for name in notebooks(root, size))
    with (root / "docs/index.md").open("a", encoding="utf-8") as index:
        index.write(f"\n```{{toctree}}\n{names}\n```\n")


def sphinx(root: Path, size: int, extension: str = "myst_nb") -> None:
    """Lay out a project of Sphinx."""
    names = "\n".join(f"   {name}" for name in notebooks(root, size))
    (root / "conf.py").write_text(CONF.format(extension=extension), "utf-8")
    if extension == "myst_nb":
        with (root / "conf.py").open("a", encoding="utf-8") as conf:
            conf.write("nb_execution_mode = 'cache'\n")
    (root / "index.rst").write_text(f"Lamps\n=====\n\n.. toctree::\n\n{names}\n", "utf-8")


def nbsphinx(root: Path, size: int) -> None:
    """Lay out the same with notebooks of Jupyter, whose titles need no pandoc."""
    sphinx(root, size, "nbsphinx")
    empty: dict[str, object] = {"outputs": [], "execution_count": None}
    for at in range(size):
        title = f"Lamps {at}\n{'=' * 9}\n\nSome words."
        restructured = {"raw_mimetype": "text/restructuredtext"}
        cells = [
            {"cell_type": "raw", "metadata": restructured, "source": title},
            {"cell_type": "code", "metadata": {}, "source": CODE.format(at=at)} | empty,
        ]
        spec = {"name": "python3", "display_name": "Python 3", "language": "python"}
        whole = {"cells": cells, "metadata": {"kernelspec": spec}}
        text = json.dumps(whole | {"nbformat": 4, "nbformat_minor": 4})
        (root / f"notebooks/n{at}.md").unlink()
        (root / f"notebooks/n{at}.ipynb").write_text(text, "utf-8")


def jupyter_book(root: Path, size: int) -> None:
    """Lay out a book of Jupyter Book 1."""
    chapters = "".join(f"- file: {name}\n" for name in notebooks(root, size))
    (root / "index.md").write_text("# Lamps\n", "utf-8")
    (root / "_toc.yml").write_text(f"format: jb-book\nroot: index\nchapters:\n{chapters}", "utf-8")
    (root / "_config.yml").write_text(
        "title: Lamps\nexecute:\n  execute_notebooks: cache\n", "utf-8"
    )


def jupyter_book_2(root: Path, size: int) -> None:
    """Lay out a book of Jupyter Book 2, with a theme that asks for nothing from elsewhere."""
    pages = "".join(f"    - file: {name}.md\n" for name in notebooks(root, size))
    (root / "index.md").write_text("# Lamps\n", "utf-8")
    toc = f"  toc:\n    - file: index.md\n{pages}"
    site = "site:\n  template: ./theme\n"
    (root / "theme").mkdir()
    (root / "theme/template.yml").write_text(THEME, "utf-8")
    (root / JUPYTER).mkdir()
    (root / JUPYTER / "jupyter_server_config.json").write_text(AS_ROOT, "utf-8")
    (root / "myst.yml").write_text(f"version: 1\nproject:\n  title: Lamps\n{toc}{site}", "utf-8")


THEME = "myst: v1\ntitle: Plain\nbuild:\n  install: 'true'\n  start: 'true'\n"
JUPYTER, AS_ROOT = ".jupyter", '{"ServerApp": {"allow_root": true}}'
BUILD = ("-m", "sphinx", "-q", "-b", "html")
WAYS = {
    OURS: Way((), ours, ("-m", "sourcebook", "build", "html", "--", "-q")),
    STAMPED: Way(("myst-nb", *KERNEL), sphinx, (*BUILD, "-j", "2", ".", "_build/html")),
    "Jupyter Book 1": Way(
        ("jupyter-book<2", *KERNEL),
        jupyter_book,
        ("-c", "from jupyter_book.cli.main import main; main()", "build", "."),
    ),
    "Jupyter Book 2": Way(
        ("jupyter-book>=2", "jupyter-server", *KERNEL),
        jupyter_book_2,
        ("-m", "jupyter_book", "build", "--execute", "--site"),
        "_build/site/content/*{at}.json",
    ),
    "nbsphinx": Way(("nbsphinx", *KERNEL), nbsphinx, (*BUILD, "-j", "2", ".", "_build/html")),
}


def change(root: Path, step: str, number: int) -> None:
    """Change a book as the step says, otherwise than in any round before."""
    page = next(root.glob("notebooks/n0.*"))
    if step == "one word":
        text = page.read_text("utf-8")
        page.write_text(text.replace("Some words", f"Some{'e' * number} words"), "utf-8")
    if step == "one data file":
        with (root / "notebooks/data-1.csv").open("a", encoding="utf-8") as rows:
            rows.write(f"{1960 + number},{number}\n")


def seconds(way: Way, python: Path, root: Path) -> float:
    """Build a book and return how long it took; raises ``OSError`` where no page came of it."""
    left = {"PYTHONPATH"} if way.packages else set()
    env = {name: value for name, value in os.environ.items() if name not in left}
    env["JUPYTER_CONFIG_DIR"] = str(root / JUPYTER)
    env["PATH"] = f"{python.parent}{os.pathsep}{env['PATH']}"
    began = perf_counter()
    command = [str(python), *way.command]
    done = subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)
    took = perf_counter() - began
    if done.returncode or not [*root.glob(way.page.format(at=1))]:
        raise OSError((done.stdout + done.stderr).strip()[-500:] or "no page was made")
    return took


def in_turn(size: int, ways: dict[str, Way], rounds: int) -> dict[str, dict[str, float]]:
    """Return for each way and step the median of its seconds."""
    took: dict[str, dict[str, list[float]]] = {name: {} for name in ways}
    for number in range(1, rounds + 1):
        for name, way in ways.items():
            root = PLACE / "books" / f"{name.replace(' ', '-')}-{size}"
            try:
                python = way.python(name)
                shutil.rmtree(root, ignore_errors=True)
                way.lay_out(root, size)
                for step in STEPS:
                    change(root, step, number)
                    took[name].setdefault(step, []).append(seconds(way, python, root))
            except (OSError, subprocess.CalledProcessError) as fault:
                print(f"failed: {name} with {size} notebooks: {fault}", flush=True)
    return {
        name: {step: median(every) for step, every in steps.items()}
        for name, steps in took.items()
        if steps.keys() == {*STEPS}
    }


def missed(found: dict[int, dict[str, dict[str, float]]]) -> list[str]:
    """Return in words each aim that is missed."""
    said = []
    for (size, name), aim in AIMS.items():
        if name in found.get(size, {}) and OURS in found[size]:
            ratio = found[size][name]["cold"] / found[size][OURS]["cold"]
            if ratio < aim:
                said.append(f"{size} notebooks: {ratio:.1f} times as fast as {name}, not {aim}")
    most = found.get(max(SIZES), {}).get(OURS)
    if most and most["one data file"] > ONE_READER * most["cold"]:
        share = most["one data file"] / most["cold"]
        said.append(f"one data file takes {share:.2f} of a cold build, not {ONE_READER}")
    sizes = [size for size in found if OURS in found[size]]
    if len(sizes) > 1:
        first, last = (found[size][OURS]["cold"] for size in (min(sizes), max(sizes)))
        if last / first > GROWTH * max(sizes) / min(sizes):
            times = f"{last / first:.1f}"
            said.append(f"{max(sizes)} notebooks take {times} times as long as {min(sizes)}")
    return said


def main(arguments: list[str]) -> int:
    """Build all, write and print what it took; return 1 where an aim is missed."""
    sizes = [int(one) for one in arguments[:1]] or SIZES
    rounds = int(arguments[1]) if arguments[1:] else ROUNDS
    found = {size: in_turn(size, WAYS, rounds) for size in sizes}
    if not arguments:
        found[LARGEST] = in_turn(LARGEST, {OURS: WAYS[OURS]}, 1)
    PLACE.mkdir(parents=True, exist_ok=True)
    (PLACE / "books.json").write_text(json.dumps(found, indent=1), "utf-8")
    for size, ways in found.items():
        count = 1 if size == LARGEST else rounds
        print(f"{size} notebooks, medians of {count} rounds, seconds; in brackets: times ours")
        for name, steps in ways.items():
            unit = ways.get(OURS, steps)
            ratios = {step: (took, took / unit[step]) for step, took in steps.items()}
            cells = [f"{step} {took:.1f} ({ratio:.1f})" for step, (took, ratio) in ratios.items()]
            print(f"  {name:<16}{'  '.join(cells)}", flush=True)
    faults = missed(found)
    print("\n".join(f"missed: {one}" for one in faults))
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
