"""Currencies by code, symbol and name (ISO 4217, names from Unicode's CLDR) in a text."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale
from babel.numbers import get_currency_name, get_currency_symbol

from sourcebook.text.english import ENGLISH
from sourcebook.text.language import Naming

WORDS_LIKE_CODES = ("ALL", "CUP", "TOP")
SMALL_SYMBOLS = ("kr", "kr.", "zł")


@cache
def currencies(language: Naming = ENGLISH) -> dict[str, str]:
    """Return the ISO 4217 code of each code, symbol and name, from Unicode's CLDR.

    The last word of names that several currencies share stands for itself: “dinars” is “dinar”,
    while “zlotys” are PLN.
    """
    locale = language.locales[0]
    found, kinds = dict(language.money), dict[str, str]()
    bearers: dict[str, set[str]] = {}
    for code in map(str, Locale(locale).currencies):
        names = [get_currency_name(code, count, locale) for count in (1, 2)]
        for name in (code, get_currency_symbol(code, locale), *(one.lower() for one in names)):
            found.setdefault(name, code)
        for name in names:
            kinds[name.rpartition(" ")[2].lower()] = _kind(names[0])
        bearers.setdefault(_kind(names[0]), set()).add(code)
    for name, kind in kinds.items():
        if name.isalpha() and name not in language.no_money:
            every = bearers[kind]
            found.setdefault(name, next(iter(every)) if len(every) == 1 else kind)
    return found


@cache
def kind_of(code: str, language: Naming = ENGLISH) -> str:
    """Return the kind of a currency: “dinar” for RSD; the code itself if it is none."""
    locale = language.locales[0]
    if code not in Locale(locale).currencies:
        return code
    return _kind(get_currency_name(code, 1, locale))


def _kind(name: str) -> str:
    return name.rpartition(" ")[2].lower()


@cache
def currency_before(language: Naming = ENGLISH) -> re.Pattern[str]:
    """Return the pattern of a currency that stands right before a number."""
    known = currencies(language)
    names = [name for name in known if not name.islower() and name not in WORDS_LIKE_CODES]
    names += [name for name in SMALL_SYMBOLS if name in known]
    symbols = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<![A-Za-z])({symbols}) ?\Z")


def currency_of(name: str, language: Naming = ENGLISH) -> str:
    """Return the currency that has the name, a code, symbol or words; or nothing."""
    known = currencies(language)
    return known.get(name) or known.get(name.lower().replace("-", " ")) or ""
