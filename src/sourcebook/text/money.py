"""Currencies by code, symbol and name (ISO 4217, names from Unicode's CLDR) in a text."""

import re
from functools import cache

from babel import Locale
from babel.numbers import get_currency_name, get_currency_symbol

SHORT_CURRENCIES = {"US$": "USD", "C$": "CAD", "dollar": "USD", "dollars": "USD", "pound": "GBP"}
SHORT_CURRENCIES |= {"pounds": "GBP", "pounds sterling": "GBP", "yuan": "CNY", "renminbi": "CNY"}
SHORT_CURRENCIES |= {"RMB": "CNY", "yen": "JPY"}
WORDS_LIKE_CODES = ("ALL", "CUP", "TOP")


@cache
def currencies() -> dict[str, str]:
    """Return the ISO 4217 code of each code, symbol and English name, from Unicode's CLDR."""
    found = dict(SHORT_CURRENCIES)
    for code in map(str, Locale("en").currencies):
        names = (get_currency_name(code, count, "en").lower() for count in (1, 2))
        for name in (code, get_currency_symbol(code, "en"), *names):
            found.setdefault(name, code)
    return found


@cache
def currency_before() -> re.Pattern[str]:
    """Return the pattern of a currency that stands right before a number."""
    names = [name for name in currencies() if not name.islower() and name not in WORDS_LIKE_CODES]
    symbols = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<![A-Za-z])({symbols}) ?\Z")


def currency_after(plain: str, end: int) -> tuple[str, int]:
    """Return the currency named right after ``end``, and where its name ends; or nothing."""
    words = re.match(r"[ -]?((?:[A-Za-z]+[ -]){0,3}[A-Za-z]+)", plain[end : end + 60])
    name = words[1] if words else ""
    while name:
        code = currencies().get(name) or currencies().get(name.lower().replace("-", " "))
        if code and words:
            return code, end + words.start(1) + len(name)
        name = re.sub(r"(?:^|[ -])[A-Za-z]+\Z", "", name)
    symbol = re.match(r" ?([€$£¥])(?! ?[0-9])", plain[end : end + 4])
    return (currencies()[symbol[1]], end + symbol.end()) if symbol else ("", end)
