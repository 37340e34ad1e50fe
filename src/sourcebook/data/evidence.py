"""Evidence: each record of the evidence table with the one place its quotation has in a seed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sourcebook.data.quotations import NotLocatedError, Selector, locate
from sourcebook.data.seeds import Seed
from sourcebook.data.sharing import shared_out
from sourcebook.data.tables import Row
from sourcebook.problems import BookError, Problem
from sourcebook.text.worded import worded


@dataclass(frozen=True)
class Evidence:
    """A quotation that was found in its source.

    ``quotation`` holds the file's own characters from ``start`` up to ``end``, on one line;
    ``locator`` is the paragraph, such as ``¶12``, or the page; ``speaker`` is a speaker's id, or
    empty where the source itself speaks; ``mode`` says in which way it speaks (report, quotation,
    opinion, …).
    """

    id: str
    source: str
    quotation: str
    prefix: str
    suffix: str
    start: int
    end: int
    locator: str
    speaker: str
    mode: str
    note: str


def resolve(row: Row, seed: Seed) -> Evidence:
    """Return the evidence of one row; raises :class:`BookError` if it has no one place."""
    selector = Selector(row.text("quotation"), row.text("prefix"), row.text("suffix"))
    try:
        start, end = locate(selector, seed)
    except NotLocatedError as error:
        fault = error.fault
        raise BookError(
            [
                Problem(
                    row.file,
                    row.line,
                    f"evidence “{row.text('id')}”: {fault.what}",
                    fault.found,
                    fault.expected,
                    fault.do,
                )
            ]
        ) from error
    return Evidence(
        id=row.text("id"),
        source=seed.source,
        quotation=worded(seed.words(start, end), seed.language),
        prefix=selector.prefix,
        suffix=selector.suffix,
        start=start,
        end=end,
        locator=seed.locator(start, end),
        speaker=row.text("speaker"),
        mode=row.text("mode"),
        note=row.text("note"),
    )


def resolve_all(
    rows: tuple[Row, ...], seeds: Mapping[str, Seed]
) -> tuple[dict[str, Evidence], list[Problem]]:
    """Return the evidence that was found, by id in reading order, and what is wrong with the rest.

    Rows whose seed could not be read are passed over: the seed has a problem of its own.
    """
    held = [(row, seed) for row in rows if (seed := seeds.get(row.text("source")))]
    found: list[Evidence] = []
    problems: list[Problem] = []
    for one in shared_out(_resolved, held):
        if isinstance(one, Evidence):
            found.append(one)
        else:
            problems += one
    order = {source: at for at, source in enumerate(seeds)}
    found.sort(key=lambda one: (order[one.source], one.start, one.end))
    return {one.id: one for one in found}, problems


def _resolved(held: Sequence[tuple[Row, Seed]]) -> Iterator[Evidence | Sequence[Problem]]:
    for row, seed in held:
        try:
            yield resolve(row, seed)
        except BookError as error:
            yield error.problems
