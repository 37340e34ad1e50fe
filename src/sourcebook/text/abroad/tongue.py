"""A language as its table and Unicode's CLDR have it: words of numbers, dates, bounds, units."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

TABLES = Path(__file__).parent
TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
ENGLISH, NEVER = "en", "(?!)"
HUNDRED = 100
LISTS = ("range", "between", "and", "about", "minus", "rising", "falling", "openers", "short")


@dataclass(frozen=True, eq=False)
class Tongue:
    """A language that sources may be in; one without a table is not ``known``, and not read.

    ``words`` are numbers in words, ``ordinals`` those that order; ``openers`` begin a sentence
    where a number with a stop ends the one before. ``dates`` are patterns of regular expressions.
    What stands below is read as :class:`sourcebook.text.language.Naming` says.
    """

    tag: str
    known: bool = False
    decimal: str = ""
    grouped: str = ""
    ordinal: str = NEVER
    months: Mapping[str, int] = field(default_factory=dict)
    dates: tuple[str, ...] = ()
    words: Mapping[str, int] = field(default_factory=dict)
    loose: frozenset[str] = frozenset()
    ordinals: Mapping[str, int] = field(default_factory=dict)
    scales: Mapping[str, int] = field(default_factory=dict)
    bounds: Mapping[str, str] = field(default_factory=dict)
    relations: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)
    lists: Mapping[str, frozenset[str]] = field(default_factory=dict)

    short: tuple[str, ...] = ()

    locales: tuple[str, ...] = ()
    units: Mapping[str, str] = field(default_factory=dict)
    money: Mapping[str, str] = field(default_factory=dict)
    prefixes: Mapping[str, str] = field(default_factory=dict)
    no_units: frozenset[str] = frozenset()
    no_money: frozenset[str] = frozenset()
    before_units: str = NEVER
    weights: str = NEVER
    sums: str = NEVER


def is_tag(text: str) -> bool:
    """Tell whether a text has the form of a BCP 47 tag."""
    return bool(TAG.fullmatch(text))


@cache
def tongue(tag: str) -> Tongue | None:
    """Return the language of a BCP 47 tag; ``None`` for English, which is read by itself."""
    name = tag.partition("-")[0].lower()
    if name in ("", ENGLISH):
        return None
    path = TABLES / f"{name}.toml"
    if not (is_tag(tag) and path.is_file()):
        return Tongue(tag)
    return _read(tag, tomllib.loads(path.read_text("utf-8")))


def known() -> tuple[str, ...]:
    """Return the languages that have a table, and English."""
    return (ENGLISH, *sorted(path.stem for path in TABLES.glob("*.toml")))


def _read(tag: str, table: dict[str, Any]) -> Tongue:
    signs = table.get("other_script", {})

    def both(words: Mapping[str, Any]) -> dict[str, Any]:
        """Return words in every script of the language."""
        return {form: value for word, value in words.items() for form in _scripts(word, signs)}

    def inverted(name: str) -> dict[str, str]:
        """Return what each of the listed words means."""
        listed = table.get(name, {}).items()
        return both({word: meaning for meaning, words in listed for word in words})

    return Tongue(
        tag=tag,
        known=True,
        decimal=re.escape(table["decimal"]),
        grouped="".join(map(re.escape, table["grouped"])),
        ordinal=table.get("ordinal", NEVER),
        months=both({**_months(table["locales"]), **table.get("months", {})}),
        dates=tuple(_in_scripts(one, signs) for one in table["dates"]),
        words=both(dict(_number_words(table))),
        loose=frozenset(both(dict.fromkeys(table.get("loose", ()), 1))),
        ordinals=both(table.get("ordinals", {})),
        scales=both(table["scales"]),
        bounds=inverted("bounds"),
        relations=inverted("relations"),
        parts=inverted("parts"),
        labels=both(table.get("labels", {})),
        roles=inverted("roles"),
        lists={
            name: frozenset(both(dict.fromkeys(table.get("lists", {}).get(name, ()), 1)))
            for name in LISTS
        },
        short=tuple(both(dict.fromkeys(table.get("short", ()), 1))),
        locales=tuple(table["locales"]),
        units=both(table.get("units", {})),
        money=both(table.get("money", {})),
    )


def _scripts(word: str, signs: Mapping[str, str]) -> set[str]:
    other = word
    for sign, stands in signs.items():
        other = other.replace(sign, stands)
    return {word, other}


def _in_scripts(pattern: str, signs: Mapping[str, str]) -> str:
    """Return a pattern whose literal words, after ``~``, stand in every script."""
    return re.sub(
        r"~(\w+)", lambda match: f"(?:{'|'.join(sorted(_scripts(match[1], signs)))})", pattern
    )


def _months(locales: list[str]) -> dict[str, int]:
    from babel import Locale  # here, as few books have sources in other languages

    found: dict[str, int] = {}
    for locale in locales:
        for use in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                names = Locale.parse(locale).months[use][width]
                found |= {str(name).lower(): int(number) for number, name in names.items()}
    return found


def _number_words(table: dict[str, Any]) -> Iterator[tuple[str, int]]:
    """Yield the numbers in words: those listed, and those that a pattern makes of two of them."""
    listed: dict[str, int] = table["words"]
    yield from listed.items()
    below: dict[str, int] = {word: at for word, at in listed.items() if at < HUNDRED}
    for form in table.get("of_ten", ()):
        tens = {word: at for word, at in listed.items() if at in range(20, HUNDRED, 10)}
        ones = {word: at for word, at in {**listed, **table.get("ones", {})}.items() if 0 < at < 10}
        made = {
            form.replace("{ten}", ten).replace("{one}", one): tens[ten] + ones[one]
            for ten in tens
            for one in ones
        }
        yield from made.items()
        below |= made
    for form in table.get("of_hundred", ()):
        ones = {word: at for word, at in {**listed, **table.get("ones", {})}.items() if 0 < at < 10}
        for one, count in ones.items():
            yield form.replace("{one}", one).replace("{rest}", ""), HUNDRED * count
            for rest, more in below.items():
                if more:
                    made_of = form.replace("{one}", one).replace("{rest}", rest)
                    yield made_of, HUNDRED * count + more
