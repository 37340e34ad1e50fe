"""Evidence from annotations, as W3C and Hypothesis have them, each held to its place in a seed."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from sourcebook.data.contract import EVIDENCE, FIRST_TIER, SOURCES, SPEAKERS, check_contract
from sourcebook.data.quotations import Fault, NotLocatedError, Selector, locate
from sourcebook.data.tables import PACKAGE
from sourcebook.data.unchecked import Unchecked, read_unchecked
from sourcebook.exports.web_annotations import seed_uri
from sourcebook.problems import BookError, Problem, refuse
from sourcebook.project.annotations import Annotation, read_annotations
from sourcebook.project.appending import ID, add_rows, lacking
from sourcebook.project.proposing import evidence_row
from sourcebook.project.quoting import MODE, key_for
from sourcebook.text.in_words import MODES

if TYPE_CHECKING:
    from sourcebook.data.seeds import Seed
    from sourcebook.text.sentences import Span

SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Imported:
    """What became of each annotation of a file, in a line each, and those that found no place."""

    told: list[str]
    problems: list[Problem]


def import_annotations(file: Path, root: Path | None = None) -> Imported:
    """Add the quotations that a file annotates to the evidence of the book at or above ``root``.

    One that is quoted already is not added again, and one that has no one place is a problem.
    Raises :class:`BookError`, and writes nothing, if the file or the book cannot be read.
    """
    read = read_annotations(_read(file), str(file))
    book = read_unchecked(root)
    evidence = book.roles.get(EVIDENCE.name)
    if evidence is None:
        raise BookError(book.in_tables or check_contract(book.tables, FIRST_TIER, PACKAGE))
    quoted = {(one.source, one.start, one.end): one.id for one in book.evidence.values()}
    rows: list[dict[str, str]] = []
    told: list[str] = []
    problems: list[Problem] = []
    for one in read:
        if not one.selector.exact and one.span is None:
            told.append(f"{one.name}: quotes nothing, left out")
            continue
        try:
            seed, start, end = _place(one, book, str(file))
            place = (seed.source, start, end)
            done = "quoted already" if place in quoted else "added"
            if place not in quoted:
                rows.append(_row(one, seed, place[1:], {*quoted.values()}, book, str(file)))
                quoted[place] = rows[-1]["id"]
            told.append(f"{quoted[place]}: {done}, {seed.source} {seed.locator(start, end)}")
        except BookError as error:
            problems += error.problems
    if rows:
        add_rows(book.root, evidence, rows)
    return Imported(told, problems)


def _read(file: Path) -> object:
    try:
        read: object = json.loads(file.read_text("utf-8"))
    except OSError as error:
        told, do = error.strerror or str(error), "name a file that can be read"
    except UnicodeDecodeError:
        told, do = "bytes that are not UTF-8", "save the file as UTF-8"
    except json.JSONDecodeError as error:
        told, do = f"{error.msg} in line {error.lineno}", "export the annotations again as JSON"
    else:
        return read
    raise refuse(file, "the annotations cannot be read", told, "a file of JSON", do)


def _place(one: Annotation, book: Unchecked, file: str) -> tuple[Seed, int, int]:
    """Return the seed and the one place in it that an annotation selects."""
    named = [book.seeds[key] for key in _named(one.target, book) if key in book.seeds]
    if one.span and not one.selector.exact:
        return _at(one, named, file)
    tried = named or list(book.seeds.values())
    found, faults = _places(one.selector, tried)
    if len(found) == 1:
        return found[0]
    if found:
        where = ", ".join(f"{seed.source} {seed.locator(*span)}" for seed, *span in found)
        do = "name the source that is meant in the annotation's target, or add the row by hand"
        raise refuse(file, f"{one.name} stands in several sources", where, "one source", do)
    if len(tried) == 1:
        (fault,) = faults
        raise refuse(file, f"{one.name}: {fault.what}", fault.found, fault.expected, fault.do)
    expected = f"words that stand in a seed: {', '.join(book.seeds)}"
    do = "add the text that is annotated by sourcebook add, or copy the words from its seed"
    raise refuse(file, f"{one.name} is not found", f"“{one.selector.exact}”", expected, do)


def _named(target: str, book: Unchecked) -> Iterator[str]:
    """Yield the ids of the sources that a target names: by checksum, address, file or id."""
    last = unquote(urlsplit(target).path.rstrip("/").rpartition("/")[2])
    for row in book.roles[SOURCES.name].rows if SOURCES.name in book.roles else ():
        sums = [one for one in row.cells.values() if SHA256.fullmatch(one)]
        files = {Path(row.text(name)).name for name in ("file", "original")}
        names = {row.text("id"), *files} - {""}
        if (target and target in {*map(seed_uri, sums), *row.cells.values()}) or last in names:
            yield row.text("id")


def _at(one: Annotation, named: Collection[Seed], file: str) -> tuple[Seed, int, int]:
    start, end = one.span or (0, 0)
    seeds = [seed for seed in named if 0 <= start < end <= len(seed.text)]
    if len(seeds) == 1:
        return seeds[0], start, end
    found = f"characters {start} to {end} of “{one.target}”"
    expected = "a file among the book's seeds, or the words themselves"
    do = "annotate with a TextQuoteSelector, which holds the words"
    raise refuse(file, f"{one.name} has a place and no words", found, expected, do)


def _places(
    selector: Selector, seeds: Collection[Seed]
) -> tuple[list[tuple[Seed, int, int]], list[Fault]]:
    """Return where the words stand between those around them, else alone, and why elsewhere not."""
    found: list[tuple[Seed, int, int]] = []
    faults: list[Fault] = []
    for tried in (selector, Selector(selector.exact)):
        if not found:
            faults = []
            for seed in seeds:
                try:
                    found.append((seed, *locate(tried, seed)))
                except NotLocatedError as error:
                    faults.append(error.fault)
    return found, faults


def _row(
    one: Annotation, seed: Seed, span: Span, known: Collection[str], book: Unchecked, file: str
) -> dict[str, str]:
    """Return the row of evidence for an annotation; what the table has no column for is refused."""
    evidence = book.roles[EVIDENCE.name]
    known = {*known, *evidence.by_key}
    own = one.key if ID.fullmatch(one.key) and one.key not in known else ""
    try:
        key = own or key_for(seed.source, seed.words(*span), known)
        row = evidence_row(seed, span, key)
    except ValueError as error:
        what = f"{one.name} cannot be told apart from its other places"
        expected, do = "a passage with words of its own", "annotate more words"
        raise refuse(file, what, str(error), expected, do) from error
    speakers = book.roles[SPEAKERS.name].by_key if SPEAKERS.name in book.roles else {}
    said = one.speaker if one.speaker in speakers else ""
    unknown = f"Speaker: {one.speaker}." if one.speaker and not said else ""
    row |= {"mode": one.mode if one.mode in MODES else MODE, "speaker": said}
    row["note"] = " ".join(filter(None, (one.note, unknown)))
    if name := lacking(row, evidence):
        what, found = f"{one.name} says more than the table holds", f"no column {name}"
        do = f"add the column {name} to {evidence.file} and its description"
        raise refuse(file, what, found, f"a place for “{row[name]}”", do)
    return row
