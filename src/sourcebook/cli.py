"""The commands of ``sourcebook``: what each does, and the code that it ends with."""

from __future__ import annotations

import argparse
import csv
import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from sourcebook.analysis.coverage import coverage, lines, shortfall
from sourcebook.analysis.find import find
from sourcebook.arguments import parser
from sourcebook.checks.forms import only_a_build_sees
from sourcebook.checks.opening import files_of, memory_of, open_book, packed, read_book, read_kept
from sourcebook.checks.pages import Pages, check_pages
from sourcebook.checks.switched import switched_off
from sourcebook.data.book import Book, find_root
from sourcebook.data.settings import setting
from sourcebook.data.state import digests
from sourcebook.data.unchecked import read_to_search
from sourcebook.pages.written import written_files
from sourcebook.problems import BookError, Problem, merge


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return 0 if all is well, 1 if the book has problems, 2 for a misuse."""
    options = parser().parse_args(arguments)
    try:
        with _keeping_all():
            return COMMANDS[options.name](options)
    except BookError as error:
        _report(error.problems)
        return 1


def check(options: argparse.Namespace) -> int:
    """List every problem of the book at once."""
    return check_all(read_book(options.book))


def check_all(book: Book) -> int:
    """List every problem of a book; return 1 if there is any."""
    pages = Pages(book, memory_of(book))
    found = merge([*book.problems, *book.notes, *check_pages(pages)])
    pages.memory.keep()
    notes = [one for one in found if one.note]
    problems = [one for one in found if not one.note]
    _list(notes)
    for name, why in switched_off(book.settings).items():
        print(f"note: the check “{name}” is switched off: {why}")
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


def find_words(options: argparse.Namespace) -> int:
    """Print where words stand in the seeds, each with a row for the table of evidence; or add it.

    The book is read, and not checked.
    """
    from sourcebook.project.quoting import proposed, quote  # here, so that no other command waits

    (root, seeds, evidence), words = read_to_search(options.book), " ".join(options.words)
    passages = find(seeds.values(), words)
    if options.add:
        key = quote(root, passages, evidence)
        print(f"{key}: added to {evidence.file} as a report; say there if it is anything else")
        return 0
    writer = csv.DictWriter(
        sys.stdout,
        [one.name for one in evidence.fields],
        lineterminator="\n",
        extrasaction="ignore",
    )
    for passage, row in zip(passages, proposed(passages, evidence), strict=True):
        print(f"# {passage.source} {passage.locator}{' (nearest)' if passage.nearest else ''}")
        writer.writerow(row)
    if not passages:
        print(f"“{words}” stands in no seed", file=sys.stderr)
    return 0 if any(not passage.nearest for passage in passages) else 1


def print_coverage(options: argparse.Namespace) -> int:
    """Print what of each seed is quoted, set aside or open; return 1 below the floor."""
    book = open_book(options.book)
    floor = setting(book.settings, "coverage") if options.floor is None else options.floor
    return cover(book, floor)


def cover(book: Book, floor: float) -> int:
    """Print what of each seed is used; return 1 if it is less than ``floor`` percent."""
    seeds = coverage(book)
    print("\n".join(lines(seeds)))
    missing = shortfall(seeds, floor)
    print("\n".join(missing), file=sys.stderr, end="\n" if missing else "")
    return 1 if missing else 0


def export(options: argparse.Namespace) -> int:
    """Write the book for programs into a folder."""
    from sourcebook.exports import write  # here, so that no other command waits for it

    written = write(open_book(options.book), options.folder)
    print(f"{len(written)} files written into {options.folder}")
    return 0


def begin(options: argparse.Namespace) -> int:
    """Make a new book that builds as it is."""
    from sourcebook.project.new import new

    made = new(options.folder)
    print(f"{len(made)} files written into {options.folder}; next: cd {options.folder}")
    print("and sourcebook build, then open _build/html/index.html; README.md says how to go on")
    return 0


def add_sources(options: argparse.Namespace) -> int:
    """Add files to the sources: each kept as it is, its text extracted and registered."""
    from sourcebook.project.add import add  # here, so that no other command waits for it

    if options.id and len(options.files) > 1:
        print("--id names one file; add the others without it", file=sys.stderr)
        return 2
    problems: list[Problem] = []
    for file in options.files:
        try:
            print("\n".join(add(file, options.book, options.id, options.encoding).told))
        except BookError as error:
            problems += error.problems
    if problems:
        raise BookError(problems)
    return 0


def import_evidence(options: argparse.Namespace) -> int:
    """Add the quotations that a file of annotations marks to the evidence; tell of each."""
    from sourcebook.project.importing import import_annotations

    done = import_annotations(options.file, options.book)
    print("\n".join(done.told))
    if done.problems:
        raise BookError(done.problems)
    return 0


def read(options: argparse.Namespace) -> int:
    """Show the sources in a browser, to be quoted from, until Ctrl-C."""
    from sourcebook.project.reading.server import serve

    try:
        serve(options.book, options.port, _say)
    except OSError as error:
        print(f"port {options.port}: {error.strerror}; name another by --port", file=sys.stderr)
        return 2
    return 0


def make(options: argparse.Namespace) -> int:
    """Check every fact, then build the book in the formats that are asked for."""
    from sourcebook.project import unchanged
    from sourcebook.project.build import MADE, build, tell
    from sourcebook.run.forks import begin_early

    asked = [one for one in MADE if one in options.formats] or ["html"]
    given = [one for one in options.formats if one not in MADE]
    if given and not given[0].startswith("-"):
        print(f"“{given[0]}” is no format; there are {', '.join(MADE)}", file=sys.stderr)
        return 2
    root = find_root(options.book)
    found = "" if given else unchanged.inputs(root, asked)
    if was_said := unchanged.what_was_said(root, found):
        tell(was_said)
        print("nothing has changed since it was built: " + ", ".join(MADE[one] for one in asked))
        return 0
    begun = begin_early(root)
    book = read_kept(root)
    if begun:
        begun.give(packed(book))

    def check() -> dict[str, str] | None:
        files = {**files_of(book), **digests(book.root, written_files(book.root))}
        refused = check_all(book) or cover(book, setting(book.settings, "coverage"))
        return None if refused else files

    refused = book.problems and check() is None
    failing = None if refused else build(book.root, asked, given, check, found)
    if failing is None:
        return 1
    for one in asked:
        said = "what stands above kept it from being built" if one in failing else "built"
        print(f"{MADE[one]}: {said}", file=sys.stderr if one in failing else sys.stdout)
    return int(bool(failing))


def run(options: argparse.Namespace) -> int:
    """Run the notebooks whose outputs no longer hold; tell what became of each."""
    from sourcebook.run import made_from, running  # here, so that no other command waits for it

    root = find_root(options.book)
    runner = running.Runner(
        root, root / made_from.CACHES, _say, jobs=options.jobs or 0, timeout=options.timeout
    )
    if options.scheduler or options.engine == "dask":
        from sourcebook.run.on_dask import on_dask

        runner = replace(runner, engine=on_dask(options.scheduler))
    if options.why:
        (path,) = running.named(root, [options.why])
        print(f"{runner.name(path)}: {runner.why(path) or 'its outputs hold'}")
        return 0
    asked = running.named(root, options.notebooks)
    try:
        outcomes = runner.run(asked or running.notebooks(root), every=options.all)
    except OSError as error:
        away = error.errno is None  # as where a scheduler is not reached
        do = (
            "see that the scheduler runs"
            if away
            else "make room in _build, or allow to write there"
        )
        print(f"{error}: {do}", file=sys.stderr)
        print("and run again; what had ended is kept", file=sys.stderr)
        return 1
    for one in outcomes:
        if one.error:
            print(one.error, file=sys.stderr)
    print("\n".join(running.table(outcomes)))
    return 1 if any(one.error for one in outcomes) else 0


def _say(line: str) -> None:
    print(line, flush=True)


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "new": begin,
    "add": add_sources,
    "check": check,
    "run": run,
    "find": find_words,
    "read": read,
    "import": import_evidence,
    "coverage": print_coverage,
    "export": export,
    "build": make,
}


@contextmanager
def _keeping_all() -> Iterator[None]:
    """Spare the search for memory to give back: a command ends before that would be of use.

    Nor is what it has read then searched as the command ends.
    """
    searches = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
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
