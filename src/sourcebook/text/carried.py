"""Which numbers and dates of a text another text does not carry."""

from __future__ import annotations

import re
from decimal import Decimal

from sourcebook.text import dates, quantities
from sourcebook.text.number_words import may_count

PRONOUN = Decimal(1)
NOT_ASCII = re.compile(r"[^\x00-\x7f]")
DESIGNATION = re.compile(r"\b[A-Za-z]+-\d+[A-Za-z]*\b")


def may_state(text: str) -> bool:
    """Tell whether a digit, a month or a number in words may stand in a text; quickly."""
    if dates.DATED.search(text) or may_count(text):
        return True
    return any(sign.isnumeric() for sign in NOT_ASCII.findall(text))


def uncarried(text: str, carrying: str) -> list[str]:
    """Return the numbers and dates of ``text``, as written, that ``carrying`` does not hold.

    Designations such as AB-3C are compared whole, other digits run by run, numbers by amount, dates
    by what is entailed: a text that says 2020 is carried by one that says August 2020, not the
    other way round. The word “one” is more often a pronoun than a count and is passed over; the
    digit is not.
    """
    if not may_state(text):
        return []
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
