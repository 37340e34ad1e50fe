"""What it takes to set a book: memory for its length, hardly any for what refers to its pages."""

import shutil
import subprocess
import sys
from pathlib import Path

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
    (folder / compiling.PLACES).write_text("{}", "utf-8")
    (folder / stand_ins.FILE).write_text(NO_CHARACTERS, "utf-8")
    command = [sys.executable, "-P", "-c", MEASURED, compiling.__file__, str(folder)]
    for _ in range(2):
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    return int(done.stdout)


LINKS = 'for n in range(9) { to("c" + str(n), "a lamp") }'
NO_LINKS = 'for n in range(9) { "a lamp (p.~10)" }'


@pytest.mark.walks(0)
def test_memory_grows_with_the_length_of_a_book_and_hardly_with_its_links(tmp_path: Path) -> None:
    plain = taken(tmp_path / "plain", 9, NO_LINKS)
    linked = taken(tmp_path / "linked", 9, LINKS)
    long = taken(tmp_path / "long", 36, LINKS)
    assert linked < 1.35 * plain, (linked, plain)
    assert long < 4.5 * linked, (long, linked)
