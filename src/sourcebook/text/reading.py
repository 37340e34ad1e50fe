"""A quotation as it is read: what it states, to be found by amount, label or date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sourcebook.text import assertions as told
from sourcebook.text.abroad.telling import told as told_abroad
from sourcebook.text.abroad.tongue import Tongue
from sourcebook.text.assertions import Assertion, assertions
from sourcebook.text.comparing import shape
from sourcebook.text.date_phrase import Phrase
from sourcebook.text.english import ENGLISH
from sourcebook.text.labels import tokens
from sourcebook.text.language import Language
from sourcebook.text.levelling import level
from sourcebook.text.measures import in_base
from sourcebook.text.quantity import Quantity
from sourcebook.text.worded import tongue_of
from sourcebook.text.wording import words_of

Key = tuple[str, object]
MOST = 20
ANY_YEAR = "XXXX"


@dataclass(frozen=True)
class Reading:
    """What a quotation states: in order, by key, and how fine its dates are.

    ``phrases`` are its words for times that are told from now on, and ``tokens`` its strings of
    digits as they stand. Of what it says more than twenty times alike, the first twenty are kept.
    """

    items: tuple[Assertion, ...]
    by_key: dict[Key, list[Assertion]]
    shapes: frozenset[str]
    phrases: frozenset[str]
    tokens: frozenset[str]

    def like(self, statement: Assertion) -> list[Assertion]:
        """Return the items that may state what a statement does, in order, each once."""
        found = (one for key in keys(statement) for one in self.by_key.get(key, ()))
        return sorted(dict.fromkeys(found), key=lambda one: one.start)


def read(quotation: str, language: Language = ENGLISH) -> Reading:
    """Return what a quotation states, by the rules of its own language if that is another."""
    return _read(str(quotation), language, tongue_of(quotation))


@lru_cache(maxsize=4096)
def _read(quotation: str, language: Language, tongue: Tongue | None) -> Reading:
    if tongue is None:
        items = assertions(quotation, language)
    else:
        items = told_abroad(quotation, tongue) if tongue.known else ()
    by_key: dict[Key, list[Assertion]] = {}
    for item in items:
        for key in {key for one in item.readings for key in _held_by(item, one)}:
            if len(by_key.setdefault(key, [])) < MOST:
                by_key[key].append(item)
    phrases = {one.words.lower() for one in items if one.kind == told.PHRASE}
    days = {word for one in items if one.kind == told.DATE for word in words_of(one.words)}
    shapes = {
        shape(edtf)
        for item in items
        for one in item.readings
        if isinstance(one, Phrase)
        for edtf in one.edtf
    }
    return Reading(
        items, by_key, frozenset(shapes), frozenset(phrases | days), tokens(level(quotation))
    )


def keys(statement: Assertion) -> Iterator[Key]:
    """Yield the keys under which what carries a statement is found."""
    for one in statement.readings:
        if isinstance(one, Quantity):
            yield _amount(one)
        elif isinstance(one, Phrase):
            yield from ((told.DATE, edtf[:4]) for edtf in one.edtf)
        else:
            yield statement.kind, one


def _held_by(item: Assertion, one: Phrase | Quantity | str | int) -> Iterator[Key]:
    if isinstance(one, Phrase):
        for edtf in (end for each in one.edtf for end in each.split("/")):
            year = edtf[:4]
            for wider in (year, f"{year[:3]}X", f"{year[:2]}XX", ANY_YEAR):
                yield told.DATE, wider
    elif isinstance(one, Quantity):
        yield _amount(one)
    else:
        yield item.kind, one


def _amount(quantity: Quantity) -> Key:
    return told.NUMBER, abs(in_base(quantity.amount, quantity.unit)[0])
