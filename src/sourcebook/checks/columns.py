"""What the Data Package says of each column, held against the columns that there are."""

from __future__ import annotations

from collections.abc import Iterator

from sourcebook.data.fields import HOLDS, OWN, STATES, Field
from sourcebook.data.tables import PACKAGE, Table
from sourcebook.problems import Problem, did_you_mean

CHECKED_TYPES = {"integer", "number", "date", "year", "yearmonth", "datetime", "time", "duration"}
HELD_AGAINST_SEEDS = {"paragraph"}
OF_THE_STANDARD = ("title", "description", "format", "example", "constraints", "rdfType")


def check_columns(table: Table) -> Iterator[Problem]:
    """Yield what is not described, what nothing checks, and each property that names no column."""
    if not table.description:
        yield _undescribed(f"table “{table.name}”")
    known = [field.name for field in table.fields]
    for field in table.fields:
        what = f"column “{field.name}” of “{table.name}”"
        if not field.description:
            yield _undescribed(what)
        yield from _check_names(field, what)
        yield from _check_states(field, what)
        for name, column in field.beside.items():
            if column not in known:
                yield _strange(f"“{name}” of {what}", f"“{column}”", known)
        if strange := [f"“{name}”" for name in field.asked if name not in known]:
            yield _strange(f"“asked” of {what}", ", ".join(strange), known)


def _check_names(field: Field, what: str) -> Iterator[Problem]:
    """Yield each property that is all but one that there is, and a word of ``holds`` unknown."""
    for name in field.others:
        if near := did_you_mean(name, [*OWN, *OF_THE_STANDARD]):
            yield Problem(
                PACKAGE,
                None,
                f"{what} has a property that says nothing",
                f"“{name}”",
                f"one of {', '.join(OWN)}, or one of the standard",
                f"correct the property in the descriptor{near}",
            )
    if field.holds and field.holds not in HOLDS:
        yield Problem(
            PACKAGE,
            None,
            f"“holds” of {what} says nothing that is known",
            f"“{field.holds}”",
            f"one of {', '.join(HOLDS)}",
            f"correct the property in the descriptor{did_you_mean(field.holds, HOLDS)}",
        )


def _check_states(field: Field, what: str) -> Iterator[Problem]:
    if field.states and field.states not in STATES:
        yield Problem(
            PACKAGE,
            None,
            f"“states” of {what} says nothing that can be checked",
            f"“{field.states}”",
            f"one of {', '.join(STATES)}",
            "correct the property in the descriptor",
        )
    if field.type in CHECKED_TYPES and not field.states and field.holds not in HELD_AGAINST_SEEDS:
        yield Problem(
            PACKAGE,
            None,
            f"{what} holds values that nothing checks",
            f"type “{field.type}” without “states”",
            f"“states”: one of {', '.join(STATES)}",
            "say in the schema what the quotation must state",
        )


def _undescribed(what: str) -> Problem:
    return Problem(
        PACKAGE,
        None,
        f"{what} is not described",
        "no “description”",
        "what it holds, in a sentence for the data dictionary",
        "describe it in the schema",
    )


def _strange(what: str, found: str, known: list[str]) -> Problem:
    return Problem(
        PACKAGE,
        None,
        f"{what} names no column",
        found,
        f"columns of the table: {', '.join(known)}",
        "correct the property in the descriptor",
    )
