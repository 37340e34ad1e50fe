"""The table of paragraphs set aside, held against the seeds: right numbers, nothing quoted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, takewhile

from sourcebook.data.evidence import Evidence
from sourcebook.data.numbered import FORMS, paragraphs_named
from sourcebook.data.seeds import Paragraph, Seed
from sourcebook.data.tables import Row
from sourcebook.problems import Problem
from sourcebook.text.levelling import normalise

MOST_NAMED = 10


def check_aside(
    rows: Iterable[Row], seeds: Mapping[str, Seed], evidence: Iterable[Evidence]
) -> Iterator[Problem]:
    """Yield what is wrong with the rows; those whose seed could not be read are passed over.

    A paragraph is quoted or set aside, never both: setting one aside says that nothing in it
    belongs in the book. The words that begin it must begin no paragraph that is neither quoted nor
    set aside, so that a wrong number never names another paragraph unnoticed.
    """
    rows = [row for row in rows if row.text("source") in seeds]
    quoted = {
        (one.source, paragraph.number): one.id
        for one in evidence
        for paragraph in seeds[one.source].paragraphs_between(one.start, one.end)
    }
    taken: dict[tuple[str, int], Row] = {}
    for row in rows:
        seed = seeds[row.text("source")]
        try:
            numbers = paragraphs_named(row.text("paragraph"), len(seed.paragraphs))
        except ValueError:
            yield _unknown(row, seed)
            continue
        if not _begins(seed.paragraphs[numbers[0] - 1], row.text("begins")):
            yield _wrong_words(row, seed.paragraphs[numbers[0] - 1])
        else:
            yield from _in_another_use(row, seed, numbers, quoted, taken)
        for number in numbers:
            taken.setdefault((seed.source, number), row)
    known = {*quoted, *taken}
    unused = {
        key: sorted(
            (normalise(one.text), one.number)
            for one in seeds[key].paragraphs
            if (key, one.number) not in known
        )
        for key in {row.text("source") for row in rows}
    }
    for row in rows:
        yield from _ambiguous(row, seeds[row.text("source")], unused[row.text("source")])


def opening(paragraph: Paragraph, words: int = 8) -> str:
    """Return the first words of a paragraph on one line."""
    parts = normalise(paragraph.text).split(" ")
    return " ".join(parts[:words]) + (" …" if len(parts) > words else "")


def _in_another_use(
    row: Row,
    seed: Seed,
    numbers: Iterable[int],
    quoted: Mapping[tuple[str, int], str],
    taken: Mapping[tuple[str, int], Row],
) -> Iterator[Problem]:
    """Yield the first of a row's paragraphs that is quoted, or set aside by another row."""
    for number in numbers:
        place, paragraph = (seed.source, number), seed.paragraphs[number - 1]
        if place in quoted:
            yield _also_quoted(row, paragraph, quoted[place])
            return
        if place in taken:
            yield _twice(row, paragraph, taken[place])
            return


def _begins(paragraph: Paragraph, words: str) -> bool:
    return _opens(normalise(paragraph.text), normalise(words))


def _opens(text: str, start: str) -> bool:
    cut = text[len(start) - 1 : len(start) + 1].isalnum() and len(text) > len(start)
    return bool(start) and text.startswith(start) and not cut


def _problem(row: Row, what: str, found: str, expected: str, do: str) -> Problem:
    named = f"the paragraph set aside as “{row.text('id')}” "
    return Problem(row.file, row.line, named + what, found, expected, do)


def _unknown(row: Row, seed: Seed) -> Problem:
    return _problem(
        row,
        "does not exist",
        f"paragraph {row.text('paragraph')} of {seed.file}",
        f"{FORMS}, from 1 to {len(seed.paragraphs)}",
        "correct the number",
    )


def _wrong_words(row: Row, paragraph: Paragraph) -> Problem:
    return _problem(
        row,
        "does not begin with these words",
        f"“{row.text('begins')}”",
        f"the first words of {paragraph.locator}: “{opening(paragraph)}”",
        "correct the number, or copy whole words from the beginning of the paragraph",
    )


def _also_quoted(row: Row, paragraph: Paragraph, evidence: str) -> Problem:
    return _problem(
        row,
        "is quoted as well",
        f"evidence “{evidence}” in {paragraph.locator}",
        "a paragraph that is quoted or set aside, not both",
        "take away the row, or the evidence",
    )


def _twice(row: Row, paragraph: Paragraph, other: Row) -> Problem:
    return _problem(
        row,
        "is set aside twice",
        f"{paragraph.locator}, also at {other.file}:{other.line}",
        "one row for each paragraph",
        "take one of the rows away, or correct its number",
    )


def _ambiguous(row: Row, seed: Seed, unused: Sequence[tuple[str, int]]) -> Iterator[Problem]:
    start = normalise(row.text("begins"))
    first = bisect_left(unused, (start, 0))
    following = (unused[at] for at in range(first, len(unused)))
    alike = takewhile(lambda one: one[0].startswith(start), following)
    found = [*islice((number for text, number in alike if _opens(text, start)), MOST_NAMED + 1)]
    if found:
        others = [seed.paragraphs[number - 1].locator for number in sorted(found)[:MOST_NAMED]]
        others += ["more"] if len(found) > MOST_NAMED else []
        yield _problem(
            row,
            "cannot be told from others by these words",
            f"“{row.text('begins')}” also begins {', '.join(others)}",
            "words that begin no paragraph that is neither quoted nor set aside",
            "copy more words, or set the others aside as well",
        )
