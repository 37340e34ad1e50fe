"""What each cell of a table states, held against the quotations that its row cites."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from sourcebook.data.basis import BASIS, DERIVED, INFERRED, STATED, read_basis
from sourcebook.data.cells import quantity_of
from sourcebook.data.contract import EVIDENCE, SOURCES
from sourcebook.data.evidence import Evidence
from sourcebook.data.fields import Field
from sourcebook.data.remembered import Memory, Told
from sourcebook.data.sharing import shared_out
from sourcebook.data.state import digest
from sourcebook.data.tables import Row, Table
from sourcebook.problems import Problem
from sourcebook.text import assertions, dates, derivations
from sourcebook.text.abroad.english import in_english
from sourcebook.text.assertions import Assertion
from sourcebook.text.carrying import in_words, is_carried, states, uncarried
from sourcebook.text.explaining import own_order, why_not
from sourcebook.text.levelling import normalise
from sourcebook.text.plain_dates import parse_date

RUN = re.compile(r"\d+")


def check_table(
    table: Table,
    evidence: Mapping[str, Evidence],
    unlocated: Collection[str] = (),
    memory: Memory | None = None,
    basis: str = "",
) -> Iterator[Problem]:
    """Yield what is wrong between the table's cells and the quotations its rows cite.

    Rows that cite evidence which is ``unlocated``, or not there, are passed over: it has a problem
    of its own. What was found in a row on the same ``basis`` is not looked for again if there is a
    ``memory`` of it.
    """
    known = {*evidence, *unlocated}
    on = digest(basis, repr((table.name, table.key, table.fields)))

    def check(rows: Sequence[Row]) -> Iterator[Told]:
        return ([("book", one) for one in _check_row(table, row, evidence, known)] for row in rows)

    def against(row: Row) -> object:
        return on, [(one in known, evidence.get(one)) for one in _cited(table, row)]

    found = (memory or Memory()).recall(partial(shared_out, check), table.rows, against)
    yield from (one for _, one in found)


def _check_row(
    table: Table, row: Row, evidence: Mapping[str, Evidence], known: Collection[str]
) -> Iterator[Problem]:
    yield from _check_references(table, row, known)
    yield from _check_source(table, row, evidence)
    if all(one in evidence for one in _cited(table, row)):
        yield from _check_cells(table, row, evidence)


def _check_cells(table: Table, row: Row, evidence: Mapping[str, Evidence]) -> Iterator[Problem]:
    for field in table.fields:
        if not row.text(field.name) or field.closed:
            continue
        if field.name == table.key:
            yield from _check_id(table, row, field, evidence)
        elif field.holds == "basis":
            yield from _check_basis(table, row, field, evidence)
        elif not field.holds:
            yield from _check_cell(table, row, field, evidence)


def quoted(table: Table, row: Row, field: Field, evidence: Mapping[str, Evidence]) -> str:
    """Return the quotations that a cell rests on, one to a line."""
    return "\n".join(quotations(table, row, field, evidence))


def quotations(table: Table, row: Row, field: Field, evidence: Mapping[str, Evidence]) -> list[str]:
    """Return the quotations that a cell rests on; in the table of evidence the row's own."""
    ids = [row.text(table.key)] if table.name == EVIDENCE.name else row.ids(field.evidence)
    return [evidence[one].quotation for one in ids if one in evidence]


def _cited(table: Table, row: Row) -> Iterator[str]:
    """Yield the evidence that a row cites; in the table of evidence, the row itself."""
    if table.name == EVIDENCE.name:
        yield row.text(table.key)
    for field in table.fields:
        if field.holds == "evidence":
            yield from row.ids(field.name)


def _check_references(table: Table, row: Row, known: Collection[str]) -> Iterator[Problem]:
    for field in table.fields:
        if field.holds == "evidence":
            for unknown in (one for one in row.ids(field.name) if one not in known):
                yield _problem(
                    row,
                    field,
                    "cites evidence that does not exist",
                    f"“{unknown}”",
                    "the id of an evidence record",
                    "correct the id, or add the record",
                )


def _check_source(table: Table, row: Row, evidence: Mapping[str, Evidence]) -> Iterator[Problem]:
    """Yield the evidence of another source than the one that the row says it is of."""
    columns = [one for one in table.fields if one.refers == SOURCES.name]
    source = row.text(columns[0].name) if len(columns) == 1 else ""
    if not source or table.name in (EVIDENCE.name, SOURCES.name):
        return
    cited = dict.fromkeys(one for one in _cited(table, row) if one in evidence)
    strange = [one for one in cited if evidence[one].source != source]
    if strange:
        found = ", ".join(f"“{one}” of “{evidence[one].source}”" for one in strange)
        yield _problem(
            row,
            columns[0],
            "the row cites evidence of another source",
            found,
            f"evidence of “{source}”",
            "correct the source, or cite its own words",
        )


def _check_id(
    table: Table, row: Row, field: Field, evidence: Mapping[str, Evidence]
) -> Iterator[Problem]:
    text = "\n".join(evidence[one].quotation for one in _cited(table, row) if one in evidence)
    stated = set(RUN.findall(text))
    strange = [run for run in RUN.findall(row.text(field.name)) if run not in stated]
    if strange:
        yield _problem(
            row,
            field,
            f"the digits of id “{row.text(field.name)}” are not in the row's evidence",
            ", ".join(strange),
            f"no digits, or those of the quotation: {_quote(text)}",
            "correct the id, or leave digits out of it",
        )


def _check_basis(
    table: Table, row: Row, field: Field, evidence: Mapping[str, Evidence]
) -> Iterator[Problem]:
    covered = [one for one in table.fields if one.basis == field.name and row.text(one.name)]
    carrying = [text for one in covered for text in quotations(table, row, one, evidence)]
    carrying += [_readable(row.text(one.name)) for one in covered]
    try:
        basis = read_basis(row.text(field.name))
        strange = uncarried(basis.why, carrying) if basis.kind == INFERRED else []
        if strange := [one for one in strange if one.words not in carrying]:
            raise ValueError(f"the reason holds {in_words(strange)}")
        if not covered and basis.kind != STATED:
            raise ValueError("a basis for cells that are empty")
    except ValueError as error:
        yield _problem(
            row,
            field,
            "does not say how its value was come by",
            str(error),
            f"{BASIS}, with no number that neither the quotation nor the cell holds",
            "correct the basis",
        )


def _readable(cell: str) -> str:
    """Return a cell as a reason would write it; an interval of dates in words."""
    first, slash, last = cell.partition("/")
    if not slash:
        return cell
    if first == "..":
        return f"no later than {last}"
    return f"since {first}" if last == ".." else f"{first} to {last}"


def _check_cell(
    table: Table, row: Row, field: Field, evidence: Mapping[str, Evidence]
) -> Iterator[Problem]:
    cell, cited = row.text(field.name), quotations(table, row, field, evidence)
    text = "\n".join(cited)
    try:
        basis = read_basis(row.text(field.basis))
    except ValueError:
        return
    try:
        if basis.kind == INFERRED:
            _require_reason(row, field, cell, basis.why)
        elif basis.kind == DERIVED:
            _require_derivation(cell, basis.why, "\n".join(map(in_english, cited)))
        else:
            _require_statement(row, field, cell, cited)
    except ValueError as error:
        if basis.kind == INFERRED:
            yield _unreasoned(row, field, cell, basis.why)
            return
        yield _problem(
            row,
            field,
            f"“{cell}” is not carried by its evidence",
            str(error),
            f"what the quotation states: {_quote(text)}",
            "correct the value, cite the evidence that states it, or mark it derived or inferred",
        )


def _unreasoned(row: Row, field: Field, cell: str, why: str) -> Problem:
    return _problem(
        row,
        field,
        f"“{cell}” is inferred by a reason that does not name it",
        f"“{why}”",
        f"a reason that ends in the value: “inferred: {why or '…'}; so {_readable(cell)}”",
        f"name {cell} in the reason in column “{field.basis}”",
    )


def _require_statement(row: Row, field: Field, cell: str, cited: list[str]) -> None:
    """Raise ``ValueError`` unless what is cited states the cell as its column asks for."""
    text, read = "\n".join(cited), "\n".join(map(in_english, cited))
    match field.states:
        case "quantity":
            if not states(read, quantity_of(field, row)):
                raise ValueError(f"{_written(row, field, cell)} is not stated")
        case "date":
            if not dates.states_date(read, parse_date(cell)):
                raise ValueError(f"the date {cell} is not stated")
        case "words":
            if normalise(cell) not in normalise(text):
                raise ValueError(f"the words “{cell}” are not there")
        case _:
            if strange := [*uncarried(cell, cited), *_unquoted(cell, cited)]:
                reasons = (why_not(one, each) for one in strange for each in cited)
                reason = next(filter(None, reasons), "")
                own = next(filter(None, map(own_order, strange)), "")
                raise ValueError(f"{in_words(strange)} not stated{reason and f'; {reason}'}{own}")


def _unquoted(cell: str, cited: list[str]) -> list[Assertion]:
    """Return what a cell quotes that does not stand in what is cited, if anything is."""
    found = assertions.quoted(cell) if cited else []
    strange = [one for one in found if not any(is_carried(one, each) for each in cited)]
    return [replace(one, words=one.words.strip("“”")) for one in strange]


def _require_derivation(cell: str, rule: str, text: str) -> None:
    result = derivations.derive(rule, text)
    if result != cell:
        raise ValueError(f"the rule {rule} gives {result}")


def _require_reason(row: Row, field: Field, cell: str, reason: str) -> None:
    """Raise ``ValueError`` unless the reason holds every number and date of the cell."""
    if field.states in ("quantity", "date"):
        _require_statement(row, field, cell, [reason])
    elif strange := uncarried(cell, [reason]):
        raise ValueError(f"the reason does not hold {in_words(strange)}")


def _written(row: Row, field: Field, cell: str) -> str:
    return " ".join(part for part in (row.text(field.bound), cell, row.text(field.unit)) if part)


def _problem(row: Row, field: Field, what: str, found: str, expected: str, do: str) -> Problem:
    return Problem(row.file, row.line, f"column “{field.name}”: {what}", found, expected, do)


def _quote(text: str) -> str:
    return f"“{' / '.join(text.splitlines())}”" if text else "none is cited"
