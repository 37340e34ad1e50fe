"""The compiler, run in processes of its own until every number of a page is that of its place.

Within one process Typst keeps all that it laid out before it knew where things are, every time it
lays the book out; so each process is told where they are, and tells where it put them. The first
is told where the last build had them, as most still stand there.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

BOOK, PLACES, UNKNOWN = "handbook.typ", "{}.places.json", "{}"
QUESTION = Path(__file__).with_name("whereabouts.typ")
RUNS = 8
SPARING = {"MALLOC_ARENA_MAX": "1", "MALLOC_MMAP_THRESHOLD_": "131072", "PYTHONUTF8": "1"}


class UnsetError(Exception):
    """What Typst says that keeps it from setting a book."""


def compiled(folder: Path, name: str, fonts: list[str], before: Path) -> list[str]:
    """Set a book that a folder holds as a PDF beside it, and return what Typst warns of.

    The folder ``before`` holds what the build before left, if there was one.
    """
    with suppress(OSError, UnicodeDecodeError, UnsetError):
        return _settled(folder, name, fonts, (before / PLACES.format(name)).read_text("utf-8"))
    return _settled(folder, name, fonts, UNKNOWN)


def _settled(folder: Path, name: str, fonts: list[str], guess: str) -> list[str]:
    (folder / PLACES.format(name)).write_text(guess, "utf-8")
    for _ in range(RUNS):
        done = subprocess.run(
            [sys.executable, "-P", __file__, folder, name, *fonts],
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, **SPARING},
        )
        if done.returncode:
            raise UnsetError(done.stderr)
        told: list[str] | None = json.loads(done.stdout)
        if told is not None:
            return told
    raise UnsetError("error: the numbers of the pages change each other and do not settle")


def run(folder: Path, name: str, fonts: list[str]) -> list[str] | None:
    """Lay the book out; where all stands as it was told, write the PDF and return the warnings."""
    import typst  # here, as a book that is never printed need not install it

    compiler = typst.Compiler(
        str(folder / f"{name}.typ"),
        root=str(folder),
        font_paths=fonts,
        ignore_system_fonts=True,
        sys_inputs={"places": f"/{PLACES.format(name)}"},
    )
    try:
        found = compiler.eval(QUESTION.read_text("utf-8"), format="json")
    except RuntimeError:
        compiler.compile(format="pdf", pdf_standards="ua-1")
        raise
    known = folder / PLACES.format(name)
    if known.read_text("utf-8") != found:
        known.write_text(found, "utf-8")
        return None
    _, warnings = compiler.compile_with_warnings(
        output=str(folder / f"{name}.pdf"), format="pdf", pdf_standards="ua-1"
    )
    return [str(one) for one in warnings]


if __name__ == "__main__":
    try:
        print(json.dumps(run(Path(sys.argv[1]), sys.argv[2], sys.argv[3:])))
    except RuntimeError as error:
        sys.exit(getattr(error, "diagnostic", "") or f"error: {error}")
