"""What can be asked of ``sourcebook`` on the command line: its commands and their options."""

from __future__ import annotations

import argparse
from pathlib import Path

from sourcebook.version import installed_version


def parser() -> argparse.ArgumentParser:
    """Return what reads the arguments of the commands, and says what each is for."""
    program = argparse.ArgumentParser("sourcebook", description="Check a sourced handbook.")
    program.add_argument("--version", action="version", version=f"sourcebook {installed_version()}")
    program.add_argument("--book", type=Path, help="the book's folder (default: found from here)")
    commands = program.add_subparsers(required=True, dest="name", metavar="COMMAND")
    beginning = commands.add_parser("new", help="make a small book that builds, to begin with")
    beginning.add_argument("folder", type=Path, metavar="FOLDER", help="where it goes")
    adding = commands.add_parser("add", help="add files to the sources, with their text")
    adding.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="text, Markdown, HTML, PDF or DOCX"
    )
    adding.add_argument("--id", default="", help="id of the source (default: of the file's name)")
    adding.add_argument(
        "--encoding", default="", metavar="NAME", help="of a text (default: recognised)"
    )
    commands.add_parser("check", help="list every problem of the book")
    running = commands.add_parser("run", help="run the notebooks whose outputs no longer hold")
    running.add_argument("notebooks", nargs="*", type=Path, metavar="NOTEBOOK", help="only these")
    running.add_argument("--all", action="store_true", help="run those too whose outputs hold")
    running.add_argument("--jobs", type=_above_0, metavar="N", help="so many side by side")
    running.add_argument(
        "--timeout", type=_above_0, default=120, metavar="SECONDS", help="for a cell"
    )
    running.add_argument(
        "--engine", choices=("here", "dask"), default="here", help="what runs them (default: here)"
    )
    running.add_argument(
        "--scheduler", default="", metavar="ADDRESS", help="of dask (default: one of its own)"
    )
    running.add_argument("--why", type=Path, metavar="NOTEBOOK", help="only tell why it would run")
    finding = commands.add_parser("find", help="find words in the seeds, as evidence rows")
    finding.add_argument("words", nargs="+", metavar="WORDS", help="words, as a source has them")
    finding.add_argument("--add", action="store_true", help="add the one passage to the evidence")
    importing = commands.add_parser("import", help="add what annotations quote to the evidence")
    importing.add_argument(
        "file",
        type=Path,
        metavar="FILE",
        help="W3C Web Annotations, as Hypothesis exports them too",
    )
    reading = commands.add_parser("read", help="show the sources in a browser, to quote from them")
    reading.add_argument("--port", type=int, default=0, help="of this machine (default: any)")
    covering = commands.add_parser("coverage", help="show what of each seed is used, or not")
    covering.add_argument(
        "--floor",
        type=float,
        metavar="PERCENT",
        help="fail if fewer of a hundred sentences are quoted or set aside (default: the book's)",
    )
    exporting = commands.add_parser("export", help="write the book for programs into a folder")
    exporting.add_argument("folder", type=Path, metavar="FOLDER", help="where the files go")
    building = commands.add_parser("build", help="check the book, then build its pages and prints")
    building.add_argument(
        "formats",
        nargs="*",
        metavar="FORMAT",
        help="html (default), pdf, epub; after -- further arguments for sphinx-build",
    )
    return program


def _above_0(text: str) -> int:
    if not (text.isdecimal() and int(text)):
        raise argparse.ArgumentTypeError(f"“{text}” is no whole number above 0")
    return int(text)
