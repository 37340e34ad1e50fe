"""Which numbers, dates and evidence ids a text holds, and which numbers nothing carries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from sourcebook.text import dates, quantities

PRONOUN = Decimal(1)
DESIGNATION = re.compile(r"\b[A-Za-z]+-\d+[A-Za-z]*\b")
MARKER = re.compile(r"\{(?:ev|quote)\}`+([^`]*)`+|^[`:]{3,}\{quotation\} +(\S.*)$", re.MULTILINE)

SECOND_MARKER = re.compile(r"\{context\}`+([^`]*)`+")


@dataclass(frozen=True)
class Mention:
    """An id named by a marker in a text, and the line, from 1, it stands on."""

    id: str
    line: int


def mentions(text: str, marker: re.Pattern[str] = MARKER) -> Iterator[Mention]:
    """Yield the evidence ids that the markers of a MyST text name, several to a marker too.

    ``marker`` may be ``SECOND_MARKER`` for those of the second tier.
    """
    line, counted = 1, 0
    for match in marker.finditer(text):
        line += text.count("\n", counted, match.start())
        counted = match.start()
        for one in (match[1] or match[marker.groups]).replace(",", " ").split():
            yield Mention(one, line)


def uncarried(text: str, carrying: str) -> list[str]:
    """Return the numbers and dates of ``text``, as written, that ``carrying`` does not hold.

    Designations such as AB-3C are compared whole, other digits run by run, numbers by amount, dates
    by what is entailed: a text that says 2020 is carried by one that says August 2020, not the
    other way round. The word “one” is more often a pronoun than a count and is passed over; the
    digit is not.
    """
    names = set(DESIGNATION.findall(carrying))
    strange = [name for name in DESIGNATION.findall(text) if name not in names]
    text, carrying = DESIGNATION.sub(" ", text), DESIGNATION.sub(" ", carrying)
    runs = set(quantities.numbers(carrying))
    strange += [run for run in quantities.numbers(text) if run not in runs]
    amounts = {quantity.amount for quantity in quantities.quantities(carrying)} | {PRONOUN}
    told = runs | set(strange)
    strange += [
        str(quantity.amount)
        for quantity in quantities.quantities(text)
        if quantity.amount not in amounts and str(quantity.amount) not in told
    ]
    stated = dates.dates(carrying)
    strange += [
        date for date in dates.dates(text) if not any(dates.covers(date, one) for one in stated)
    ]
    return list(dict.fromkeys(strange))
