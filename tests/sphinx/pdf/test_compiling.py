"""What it takes to set a book: memory for its length, hardly any for what refers to its pages."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from sourcebook.sphinx.pdf import compiling, stand_ins
from sourcebook.sphinx.pdf.builder import TEMPLATE

HEAD = '#import "/template.typ": *\n#show: book.with(title: "Lamps")\n'
NO_CHARACTERS = "#let brought = ()\n#let stand-ins = (:)\n#let lacking = none\n"
CHAPTER = """
#chapter("Lamp {n}", "Lamp {n}", "c{n}", 1)
#for one in range(20) {{
  par({{ place("p{n}-" + str(one)); lorem(40); note("n{n}-" + str(one), lorem(9)); {words} }})
}}
"""
MEASURED = """
import importlib.util, re, sys
from pathlib import Path

def peak():
    return int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1])

spec = importlib.util.spec_from_file_location("compiling", sys.argv[1])
compiling = importlib.util.module_from_spec(spec)
spec.loader.exec_module(compiling)
folder, before = Path(sys.argv[2]), peak()
compiling.run(folder, "handbook", [])
print(peak() - before)
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="/proc tells the peak")


def taken(folder: Path, chapters: int, words: str) -> int:
    folder.mkdir()
    shutil.copyfile(TEMPLATE, folder / TEMPLATE.name)
    pages = (CHAPTER.format(n=n, words=words) for n in range(chapters))
    (folder / compiling.BOOK).write_text(HEAD + "".join(pages), "utf-8")
    (folder / compiling.PLACES.format("handbook")).write_text("{}", "utf-8")
    (folder / stand_ins.FILE).write_text(NO_CHARACTERS, "utf-8")
    command = [sys.executable, "-P", "-c", MEASURED, compiling.__file__, str(folder)]
    for _ in range(2):
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    return int(done.stdout)


def set_again(folder: Path, words: str, before: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """Set a small book and return how many times it was laid out."""
    folder.mkdir()
    shutil.copyfile(TEMPLATE, folder / TEMPLATE.name)
    (folder / stand_ins.FILE).write_text(NO_CHARACTERS, "utf-8")
    pages = (CHAPTER.format(n=n, words=words) for n in range(2))
    (folder / compiling.BOOK).write_text(HEAD + "".join(pages), "utf-8")
    runs: list[object] = []
    run: Any = subprocess.run

    def counted(*given: Any, **named: Any) -> Any:
        runs.append(given)
        return run(*given, **named)

    with monkeypatch.context() as patched:
        patched.setattr(subprocess, "run", counted)
        assert compiling.compiled(folder, "handbook", [], before) == []
    return len(runs)


def test_a_book_is_laid_out_once_where_all_stands_as_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = 'to("c1", "a lamp")'
    first, again, moved, broken = (tmp_path / one for one in ("first", "again", "moved", "broken"))
    assert set_again(first, words, tmp_path, monkeypatch) > 1
    assert set_again(again, words, first, monkeypatch) == 1
    assert set_again(moved, 'to("p1-3", "a lamp"); lorem(30)', first, monkeypatch) > 1
    clean = tmp_path / "clean"
    set_again(clean, 'to("p1-3", "a lamp"); lorem(30)', tmp_path, monkeypatch)
    (first / compiling.PLACES.format("handbook")).write_text('{"at": 7}', "utf-8")
    set_again(broken, words, first, monkeypatch)
    for one, other in ((first, again), (moved, clean), (first, broken)):
        assert (one / "handbook.pdf").read_bytes() == (other / "handbook.pdf").read_bytes()


def test_what_cannot_be_set_is_told_whatever_was_there_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_again(tmp_path / "first", '"a lamp"', tmp_path, monkeypatch)
    with pytest.raises(compiling.UnsetError, match="nowhere"):
        set_again(tmp_path / "faulty", 'to("nowhere", "x")', tmp_path / "first", monkeypatch)


LINKS = 'for n in range(9) { to("c" + str(n), "a lamp") }'
NO_LINKS = 'for n in range(9) { "a lamp (p.~10)" }'


@pytest.mark.walks(0)
def test_memory_grows_with_the_length_of_a_book_and_hardly_with_its_links(tmp_path: Path) -> None:
    plain = taken(tmp_path / "plain", 9, NO_LINKS)
    linked = taken(tmp_path / "linked", 9, LINKS)
    long = taken(tmp_path / "long", 36, LINKS)
    assert linked < 1.35 * plain, (linked, plain)
    assert long < 4.5 * linked, (long, linked)
