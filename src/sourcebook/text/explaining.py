"""Why a quotation does not carry a statement, and the words of its own that would be carried."""

from __future__ import annotations

from collections.abc import Iterator

from sourcebook.text.abroad.tongue import known
from sourcebook.text.assertions import NUMBER, Assertion
from sourcebook.text.bounds import bound_carried
from sourcebook.text.carrying import belongs_elsewhere, matching_items
from sourcebook.text.comparing import in_base_unit
from sourcebook.text.date_phrase import Phrase
from sourcebook.text.english import ENGLISH
from sourcebook.text.language import Language
from sourcebook.text.levelling import level
from sourcebook.text.measures import in_base, same_unit
from sourcebook.text.numerals import NUMERAL as DIGITS
from sourcebook.text.plain_dates import covers
from sourcebook.text.quantity import ORDINAL, Quantity
from sourcebook.text.reading import read
from sourcebook.text.worded import tongue_of

BEFORE = 24
OWN_ORDER = (
    "; an order of the text’s own is written “First, … Second, …”, “opening”, “earlier”, “next”"
)
UNREAD = (
    "the source is in “{}”, whose numbers and dates are not read; read are {}, and more by a table "
    "in text/abroad: quote it without the number, or cite a source that is read"
)


def why_not(statement: Assertion, quotation: str, language: Language = ENGLISH) -> str:
    """Return how a quotation says otherwise what a statement says, and in which words, or nothing.

    The statement is one that the quotation does not carry.
    """
    reading, tongue = read(quotation, language), tongue_of(quotation)
    if tongue and not tongue.known:
        return UNREAD.format(tongue.tag, ", ".join(known()))
    matching = matching_items(statement, reading)
    if matching and not tongue and belongs_elsewhere(statement, matching, reading, language):
        return f"the source says it of something else: “{as_written(matching[0])}”"
    for item in reading.items:
        for reason in (*_reasons(statement, item), *_of_scale(statement, item)):
            do = f"it has “{item.words}”" if tongue else f"write “{as_written(item)}”"
            return f"the source {reason}: {do}"
    return ""


def own_order(statement: Assertion) -> str:
    """Return how an order that no source states is written, for an ordinal, and nothing else."""
    ordinal = any(isinstance(one, Quantity) and one.unit == ORDINAL for one in statement.readings)
    return OWN_ORDER if ordinal else ""


def as_written(item: Assertion) -> str:
    """Return an item of a text with the few words before it."""
    lead = item.text[max(0, item.start - BEFORE) : item.start]
    cut = lead.find(" ") + 1 if item.start > BEFORE else 0
    return f"{lead[cut:]}{item.words}".strip()


def _reasons(statement: Assertion, item: Assertion) -> Iterator[str]:
    for asked in statement.readings:
        for found in item.readings:
            if isinstance(asked, Quantity) and isinstance(found, Quantity):
                yield from _of_quantity(asked, found)
            elif isinstance(asked, Phrase) and isinstance(found, Phrase):
                yield from _of_date(asked, found)


def _of_quantity(asked: Quantity, found: Quantity) -> Iterator[str]:
    one, other = in_base(abs(asked.amount), asked.unit), in_base(abs(found.amount), found.unit)
    if one[0] != other[0] and abs(asked.amount) != abs(found.amount):
        return
    if not same_unit(in_base_unit(asked.unit), in_base_unit(found.unit)):
        yield "gives that number in another unit or of another kind"
    elif not bound_carried(asked.bound, found.bound):
        yield "bounds it otherwise"
    elif one[0] == other[0]:
        yield "has another direction, or none"


def _of_scale(statement: Assertion, item: Assertion) -> Iterator[str]:
    """Yield that the same digits make another amount: 37 lakh and 37 crore."""
    one, other = (DIGITS.search(level(each.words)) for each in (statement, item))
    if one and other and one[0] == other[0] and statement.kind == item.kind == NUMBER:
        yield "gives that number in another scale or unit"


def _of_date(asked: Phrase, found: Phrase) -> Iterator[str]:
    meets = any(
        covers(one, other) or covers(other, one) for one in asked.edtf for other in found.edtf
    )
    if not meets:
        return
    if asked.calendar != found.calendar:
        yield "counts by another calendar, which is not converted here"
    elif found.written or asked.written:
        yield "does not tell the day from the month"
    elif asked.relation != found.relation:
        yield "bounds the date otherwise"
    elif asked.part not in ("", found.part):
        yield "does not say in which part of the time"
    elif asked.weekday is not None:
        yield "has another day of the week, or none"
    else:
        yield "is less exact"
