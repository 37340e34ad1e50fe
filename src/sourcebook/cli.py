"""The commands of ``sourcebook``: check, run, find, coverage and export."""

from __future__ import annotations

import argparse
import csv
import gc
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sourcebook.analysis.coverage import coverage, lines, shortfall
from sourcebook.analysis.find import find
from sourcebook.checks.forms import only_a_build_sees
from sourcebook.checks.opening import read_book
from sourcebook.checks.pages import Pages, check_pages
from sourcebook.data.book import Book, find_root
from sourcebook.problems import BookError, Problem, merge
from sourcebook.version import installed_version


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return 0 if all is well, 1 if the book has problems, 2 for a misuse."""
    options = parser().parse_args(arguments)
    try:
        with _keeping_all():
            if options.command is run:
                return int(run(find_root(options.book), options))
            book = read_book(options.book)
            return int(options.command(book, options))
    except BookError as error:
        _report(error.problems)
        return 1


def check(book: Book, options: argparse.Namespace) -> int:
    """List every problem of the book at once."""
    pages = Pages(book)
    found = merge([*book.problems, *check_pages(pages)])
    notes = [one for one in found if one.note]
    problems = [one for one in found if not one.note]
    _list(notes)
    if unseen := only_a_build_sees(pages.texts):
        print(f"note: {unseen}")
    if problems:
        _report(problems)
        return 1
    rows = sum(len(table.rows) for table in book.tables.values())
    print(
        f"{len(book.seeds)} seeds as registered; {len(book.evidence)} quotations found, each in "
        f"one place; {rows} rows in {len(book.tables)} tables carried by their evidence"
        f"{f'; {len(notes)} notes to answer' if notes else ''}"
    )
    return 0


def find_words(book: Book, options: argparse.Namespace) -> int:
    """Print where words stand in the seeds, each with a row for the table of evidence."""
    passages = find(book.seeds.values(), " ".join(options.words))
    evidence = book.tables.get("evidence")
    columns = [field.name for field in evidence.fields] if evidence else []
    writer = csv.DictWriter(sys.stdout, columns, lineterminator="\n", extrasaction="ignore")
    for passage in passages:
        print(f"# {passage.source} {passage.locator}{' (nearest)' if passage.nearest else ''}")
        writer.writerow(
            {
                "source": passage.source,
                "quotation": passage.selector.exact,
                "prefix": passage.selector.prefix,
                "suffix": passage.selector.suffix,
            }
        )
    if not passages:
        print(f"“{' '.join(options.words)}” stands in no seed", file=sys.stderr)
    return 0 if any(not passage.nearest for passage in passages) else 1


def print_coverage(book: Book, options: argparse.Namespace) -> int:
    """Print what of each seed is quoted, set aside or open; return 1 below the floor."""
    if book.problems:
        raise BookError(book.problems)
    seeds = coverage(book)
    print("\n".join(lines(seeds)))
    missing = shortfall(seeds, options.floor)
    print("\n".join(missing), file=sys.stderr, end="\n" if missing else "")
    return 1 if missing else 0


def export(book: Book, options: argparse.Namespace) -> int:
    """Write the book for programs into a folder."""
    from sourcebook.exports import write  # here, so that no other command waits for it

    if book.problems:
        raise BookError(book.problems)
    written = write(book, options.folder)
    print(f"{len(written)} files written into {options.folder}")
    return 0


def run(root: Path, options: argparse.Namespace) -> int:
    """Run the notebooks whose outputs no longer hold; tell what became of each."""
    from sourcebook.run import running  # here, so that no other command waits for it

    runner = running.Runner(
        root, root / running.CACHES, _say, jobs=options.jobs, timeout=options.timeout
    )
    if options.why:
        path = options.why.resolve()
        print(f"{runner.name(path)}: {runner.why(path) or 'its outputs hold'}")
        return 0
    named = [path.resolve() for path in options.notebooks]
    outcomes = runner.run(named or running.notebooks(root), every=options.all)
    for one in outcomes:
        if one.error:
            print(f"{one.name}:\n{one.error}", file=sys.stderr)
    print("\n".join(running.table(outcomes)))
    return 1 if any(one.error for one in outcomes) else 0


def _say(line: str) -> None:
    print(line, flush=True)


def parser() -> argparse.ArgumentParser:
    """Return what reads the arguments of the commands, and says what each is for."""
    program = argparse.ArgumentParser("sourcebook", description="Check a sourced handbook.")
    program.add_argument("--version", action="version", version=f"sourcebook {installed_version()}")
    program.add_argument("--book", type=Path, help="the book's folder (default: found from here)")
    commands = program.add_subparsers(required=True, metavar="COMMAND")
    checking = commands.add_parser("check", help="list every problem of the book")
    checking.set_defaults(command=check)
    running = commands.add_parser("run", help="run the notebooks whose outputs no longer hold")
    running.add_argument("notebooks", nargs="*", type=Path, metavar="NOTEBOOK", help="only these")
    running.add_argument("--all", action="store_true", help="run those too whose outputs hold")
    running.add_argument("--jobs", type=int, default=0, metavar="N", help="so many side by side")
    running.add_argument("--timeout", type=int, default=120, metavar="SECONDS", help="for a cell")
    running.add_argument("--why", type=Path, metavar="NOTEBOOK", help="only tell why it would run")
    running.set_defaults(command=run)
    finding = commands.add_parser("find", help="find words in the seeds, as evidence rows")
    finding.add_argument("words", nargs="+", metavar="WORDS", help="words, as a source has them")
    finding.set_defaults(command=find_words)
    covering = commands.add_parser("coverage", help="show what of each seed is used, or not")
    covering.add_argument(
        "--floor",
        type=float,
        default=0,
        metavar="PERCENT",
        help="fail if fewer of a hundred sentences are quoted or set aside",
    )
    covering.set_defaults(command=print_coverage)
    exporting = commands.add_parser("export", help="write the book for programs into a folder")
    exporting.add_argument("folder", type=Path, metavar="FOLDER", help="where the files go")
    exporting.set_defaults(command=export)
    return program


@contextmanager
def _keeping_all() -> Iterator[None]:
    """Spare the search for memory to give back: a command ends before that would be of use."""
    searches = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searches:
            gc.enable()


def _list(problems: Sequence[Problem]) -> None:
    for problem in problems:
        print(problem, file=sys.stderr)
        if problem.check:
            print(f"    check:    {problem.check}", file=sys.stderr)


def _report(problems: Sequence[Problem]) -> None:
    _list(problems)
    count = len(problems)
    print(f"{count} problem{'s' if count != 1 else ''}", file=sys.stderr)
