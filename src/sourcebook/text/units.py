"""Units by every name that Unicode's CLDR has for them, and what each is of a simpler one."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from babel import Locale

from sourcebook.text.english import ENGLISH
from sourcebook.text.language import Naming

FORMS = ("one", "few", "many", "other")
PERCENT, POINT = "%", "percentage point"
DURATIONS = ("hour", "day", "week", "month", "year")
SIGNS = {"%": PERCENT, "‰": "permille", "°C": "celsius", "℃": "celsius", "°F": "fahrenheit"}
SIGNS |= {"℉": "fahrenheit", "°": "degree"}
SAME = {"percent": PERCENT, "generic": "degree"}
FACTORS = {"kilo": 10**3, "mega": 10**6, "giga": 10**9, "tera": 10**12, "peta": 10**15}
FACTORS |= {"hecto": 100, "deca": 10}
SMALL = {"deci": 1, "centi": 2, "milli": 3, "micro": 6, "nano": 9, "pico": 12}
PREFIX = re.compile(rf"(square-|cubic-|)({'|'.join([*FACTORS, *SMALL])})([a-z-]+)")
POWERS = {"": 1, "square-": 2, "cubic-": 3}
PREFIXED = (
    "meter gram watt volt ampere joule newton pascal hertz liter watt-hour tonne ton byte bit ohm"
)
SYMBOLS = {"watt-hour": "Wh", "tonne": "t", "liter": "l"}
OF_OTHERS = {
    "minute": ("second", 60),
    "hour": ("second", 3600),
    "day": ("second", 86400),
    "week": ("second", 604800),
    "fortnight": ("second", 1209600),
    "year": ("month", 12),
    "decade": ("month", 120),
    "century": ("month", 1200),
    "millennium": ("month", 12000),
    "tonne": ("gram", 10**6),
    "hectare": ("square-meter", 10**4),
    "billion-cubic-meter": ("cubic-meter", 10**9),
}
OF_HUNDREDTHS = {"basis point": (POINT, 2), "permille": (PERCENT, 1)}
OF_HUNDREDTHS |= {"penny": ("GBP", 2), "kopeck": ("ruble", 2)}
NAME = re.compile(r"\{0\}[\s\u00a0]?(.+)")
NOT_OF_THE_TABLE = re.compile(
    r"-person|-imperial|per-100|spoon|jigger|-dot|solar|earth|troy|quarter"
)


class Own(NamedTuple):
    """A unit of a book: its name, the known unit that it is so many of, and how many."""

    name: str
    unit: str
    times: Decimal


OWN: dict[str, Own] = {}


@cache
def unit_names(language: Naming = ENGLISH) -> dict[str, str]:
    """Return the unit of each name and symbol; a name of several words has single spaces."""
    names: dict[str, str] = {}
    for locale in language.locales:
        patterns = Locale.parse(locale)._data["unit_patterns"]
        for key, forms in patterns.items():
            if not NOT_OF_THE_TABLE.search(key):
                for length in ("long", "short"):
                    _add(names, key.partition("-")[2], forms.get(length) or {}, length)
    _add_prefixed(names, language)
    for name in language.no_units:
        names.pop(name, None)
    same = {name: SAME[unit] for name, unit in names.items() if unit in SAME}
    own = {name: one.name for name, one in OWN.items()}
    return names | same | SIGNS | dict(language.units) | own


def _add(names: dict[str, str], unit: str, forms: dict[str, str], length: str) -> None:
    for pattern in (str(forms[count]) for count in FORMS if count in forms):
        if match := NAME.fullmatch(pattern):
            name = match[1].lower() if length == "long" else match[1]
            names.setdefault(name, unit)


def _add_prefixed(names: dict[str, str], language: Naming) -> None:
    """Add kilotons, megawatt-hours and all others of a unit that the CLDR does not list."""
    for name, unit in [
        *names.items(),
        *language.units.items(),
        *((s, u) for u, s in SYMBOLS.items()),
    ]:
        if unit in PREFIXED.split():
            symbol = len(name) <= 2 and name not in ("ton", "bit")
            for prefix, sign in language.prefixes.items():
                names.setdefault(f"{sign if symbol else prefix}{name}", f"{prefix}{unit}")


@cache
def base(unit: str) -> tuple[str, Decimal]:
    """Return the simplest unit of the same kind, and how many of it the unit is."""
    if (own := OWN.get(unit)) and own.unit:
        name, factor = base(own.unit)
        return name, factor * own.times
    if unit in OF_OTHERS:
        simpler, count = OF_OTHERS[unit]
        return simpler, Decimal(count)
    if unit in OF_HUNDREDTHS:
        name, places = OF_HUNDREDTHS[unit]
        return name, Decimal(1).scaleb(-places)
    match = PREFIX.fullmatch(unit)
    if not match:
        return unit, Decimal(1)
    power, prefix, rest = match.groups()
    size = Decimal(FACTORS[prefix]) if prefix in FACTORS else Decimal(1).scaleb(-SMALL[prefix])
    name, factor = base(f"{power}{rest}")
    return name, factor * size ** POWERS[power]
