"""What is wrong with the second tier: addresses, dates, grades, ids, numbers and bearings."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from sourcebook.data.addresses import EXPECTED, fault_outside
from sourcebook.data.context import (
    NOT_RECORDED,
    PACKAGE,
    Context,
    entry_tables,
    unknown_entry,
)
from sourcebook.data.contract import (
    BEARINGS,
    ENTRIES,
    REFERENCES,
    SECOND_TIER,
    check_columns,
    check_contract,
)
from sourcebook.data.evidence import Evidence
from sourcebook.data.tables import Row, Table
from sourcebook.problems import Problem, did_you_mean
from sourcebook.text.carrying import in_words, uncarried
from sourcebook.text.plain_dates import parse_date

NUMERAL = re.compile(r"\d+(?:[.,]\d+)*")
FIRST_TIER = re.compile(r"row of (?P<table>\w+)")


def check_context(
    context: Context,
    tables: Mapping[str, Table],
    evidence: Mapping[str, Evidence],
    unlocated: Collection[str] = (),
) -> Iterator[Problem]:
    """Yield what is wrong in the second tier, and between it and the first.

    ``tables`` and ``evidence`` are the first tier's. Rows that cite ``unlocated`` evidence are
    passed over: its quotation has a problem of its own.
    """
    if not context.tables:
        return
    broken = list(_against_the_contract(context))
    yield from broken
    if broken:
        return
    for row in context.rows_of(REFERENCES):
        yield from _check_reference(row)
    yield from _check_ids(context, evidence)
    for table in entry_tables(context.tables):
        for row in table.rows:
            yield from _check_entry(table, row, context, tables)
    for row in context.rows_of(BEARINGS):
        if not set(unlocated) & set(row.ids("evidence")):
            yield from _check_bearing(row, context, tables, evidence)


def _against_the_contract(context: Context) -> Iterator[Problem]:
    yield from check_contract(context.tables, SECOND_TIER, PACKAGE)
    for table in entry_tables(context.tables):
        yield from check_columns(ENTRIES, table, PACKAGE)


def _check_reference(row: Row) -> Iterator[Problem]:
    url, date = row.text("url").strip(), row.text("date").strip()
    if reason := fault_outside(url):
        found = f"“{url}”: {reason}"
        yield _problem(row, "the publication has no address", found, EXPECTED)
    try:
        if date != NOT_RECORDED:
            parse_date(date)
    except ValueError as error:
        expected = f"an EDTF date, such as 2020-07, or “{NOT_RECORDED}”"
        yield _problem(row, "the publication has no date", str(error), expected)
    for name in ("outlet", "grade"):
        if not row.text(name).strip():
            yield _problem(row, f"the publication has no {name}", "an empty cell", f"its {name}")


def _check_ids(context: Context, evidence: Collection[str]) -> Iterator[Problem]:
    seen: dict[str, Row] = {}
    for table in entry_tables(context.tables):
        for row in table.rows:
            key = row.text(table.key)
            if key in evidence:
                expected = "an id that no evidence has, so that the tiers never mix"
                yield _problem(row, "the id is one of the first tier's", f"“{key}”", expected)
            first = seen.setdefault(key, row)
            if first is not row and first.file != row.file:
                found = f"“{key}”, also at {first.file}:{first.line}"
                yield _problem(row, "two rows have one id", found, "an id of its own")


def _check_entry(
    table: Table, row: Row, context: Context, tables: Mapping[str, Table]
) -> Iterator[Problem]:
    reference = row.text("reference")
    if reference not in context.references:
        found = f"“{reference}”" if reference else "an empty cell"
        known = did_you_mean(reference, context.references)
        expected = f"the id of a publication{known}"
        yield _problem(row, "the row names no publication that is known", found, expected)
    for name in ("grade", "value"):
        if not row.text(name).strip():
            yield _problem(row, f"the row has no {name}", "an empty cell", f"its {name}")
    for field in table.fields:
        cell = row.text(field.name)
        if cell and field.holds == "number" and cell not in _numerals(row.text("value")):
            what = f"column “{field.name}” holds a number that the value does not state"
            yield _problem(row, what, f"“{cell}”", f"what stands in “{row.text('value')}”")
        if cell and (match := FIRST_TIER.fullmatch(field.holds)):
            yield from _check_row(row, match["table"], cell, tables)
        if cell and field.states == "date":
            yield from _check_date(row, field.name, cell)


def _numerals(value: str) -> list[str]:
    return [one.replace(",", "") for one in NUMERAL.findall(value)]


def _check_date(row: Row, column: str, cell: str) -> Iterator[Problem]:
    try:
        parse_date(cell)
    except ValueError as error:
        yield _problem(row, f"column “{column}” holds no date", str(error), "an EDTF date")


def _check_bearing(
    row: Row, context: Context, tables: Mapping[str, Table], evidence: Mapping[str, Evidence]
) -> Iterator[Problem]:
    yield from _check_row(row, row.text("table"), row.text("row"), tables)
    for key in (one for one in row.ids("entries") if one not in context.entries):
        yield unknown_entry(key, context.entries, f"{row.file}:{row.line}")
    for key in (one for one in row.ids("evidence") if one not in evidence):
        expected = f"the id of an evidence record{did_you_mean(key, evidence)}"
        yield _problem(row, "the bearing names evidence that does not exist", f"“{key}”", expected)
    for name in ("entries", "evidence"):
        if not row.ids(name):
            yield _problem(row, f"the bearing has no {name}", "an empty cell", "one id or more")
    carrying = [
        context.entries[one].quotation for one in row.ids("entries") if one in context.entries
    ]
    carrying += [evidence[one].quotation for one in row.ids("evidence") if one in evidence]
    if strange := uncarried(row.text("sentence"), carrying):
        what = "the sentence states what neither tier's rows beside it state"
        yield _problem(row, what, in_words(strange), "what those rows state")


def _check_row(row: Row, name: str, key: str, tables: Mapping[str, Table]) -> Iterator[Problem]:
    if name not in tables:
        expected = f"a table of the first tier{did_you_mean(name, tables)}"
        yield _problem(row, "the first tier has no such table", f"“{name}”", expected)
        return
    known = tables[name].by_key
    if key not in known:
        expected = f"an id of its table “{name}”{did_you_mean(key, known)}"
        yield _problem(row, "the first tier has no such row", f"“{key}”", expected)


def _problem(row: Row, what: str, found: str, expected: str) -> Problem:
    do = "correct the cell, or take the row out"
    return Problem(row.file, row.line, what, found, expected, do)
