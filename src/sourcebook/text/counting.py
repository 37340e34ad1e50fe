"""Numbers in other words than numerals: fractions, multiples, ordinals, pairs, one, no and both."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import cache

from sourcebook.text.belonging import nouns_after
from sourcebook.text.english import ENGLISH
from sourcebook.text.language import Language
from sourcebook.text.levelling import before
from sourcebook.text.measures import unit_after
from sourcebook.text.number_words import may_count, number_runs
from sourcebook.text.numerals import GLYPHS, glyph
from sourcebook.text.quantity import ORDINAL, TIMES, Place, Quantity, tidy
from sourcebook.text.scales import scaled
from sourcebook.text.units import PERCENT
from sourcebook.text.wording import has_digit, words_in, words_of

GLYPH = re.compile(rf"(?<![0-9])(?<![0-9] )[{GLYPHS}]")
HUNDRED = Decimal(100)
Reader = Callable[[str, Language], Iterator[Place]]


def in_words(plain: str, language: Language = ENGLISH) -> Iterator[Place]:
    """Yield the quantities in words, those of several words before those of one."""
    if not plain.isascii():
        yield from _glyphs(plain, language)
    if may_count(plain, language):
        words, digits = words_of(plain), has_digit(plain)
        for read, triggers in _readers(language):
            folded = not plain.isascii() and read is _numbers
            if folded or not words.isdisjoint(triggers) or (digits and read in OF_DIGITS):
                yield from read(plain, language)


def _numbers(plain: str, language: Language) -> Iterator[Place]:
    for start, end, amount in number_runs(plain, language):
        strict = plain[start:end].lower() not in language.alone
        yield scaled(plain, Place(start, end, Quantity(amount, strict=strict)), language)


def _multiples(plain: str, language: Language) -> Iterator[Place]:
    for match in _of(language, "multiples").finditer(plain):
        amount, change = language.multiples[match[0].lower()]
        strict = bool(change)
        yield Place(*match.span(), Quantity(Decimal(amount), TIMES, "=", change, "", strict))


def _glyphs(plain: str, language: Language) -> Iterator[Place]:
    for match in GLYPH.finditer(plain):
        yield _of_a_whole(plain, match.start(), match.end(), glyph(match[0]), language)


def _fractions(plain: str, language: Language) -> Iterator[Place]:
    for match in _of(language, "fraction").finditer(plain):
        number = (match["number"] or "").lower()
        parts = language.fractions[match["part"].lower()]
        few = number in ("", "a", "an", "one")
        many = {**language.label_numbers, "a": "1", "an": "1", "": "1"}
        count = Decimal(many.get(number, number))
        if not few or _is_part(plain, match, parts, language):
            yield _of_a_whole(plain, match.start(), match.end(), count / parts, language)


def _is_part(plain: str, match: re.Match[str], parts: int, language: Language) -> bool:
    """Tell whether “a third” or “half” is part of something, not the third or the first half."""
    if _of(language, "by").search(before(plain, match.start())):
        return not nouns_after(plain, match.end(), language)
    if parts == 2:
        return bool(_of(language, "half_of").match(plain, match.end()))
    of = _of(language, "part_of").match(plain, match.end())
    one = match["number"] or _of(language, "every").search(before(plain, match.start()))
    return bool(one and (of or "-" in match[0]))


def _of_a_whole(plain: str, start: int, end: int, part: Decimal, language: Language) -> Place:
    """Return the place of a part: of a million, of an hour, or of whatever it is, in per cent."""
    if whole := _of(language, "whole").match(plain, end):
        scaled_place = scaled(plain, Place(start, whole.end() - 1, Quantity(part)), language)
        if scaled_place.end > whole.end():
            return scaled_place
        return Place(start, whole.end() - 1, Quantity(part))
    return Place(start, end, Quantity(part * HUNDRED, PERCENT))


def _rates(plain: str, language: Language) -> Iterator[Place]:
    for match in _of(language, "rate").finditer(plain):
        first, second = (_digits(match[name], language) for name in ("first", "second"))
        if 0 < first < second <= HUNDRED:
            yield Place(*match.span(), Quantity(first / second * HUNDRED, PERCENT))


def _digits(word: str, language: Language) -> Decimal:
    if word.isdecimal():
        return Decimal(word[:9])
    runs = [amount for _, _, amount in number_runs(word, language)]
    return runs[0] if len(runs) == 1 else Decimal(0)


def _groups(plain: str, language: Language) -> Iterator[Place]:
    for match in _of(language, "group").finditer(plain):
        number = match["number"] or ("0.5" if match["half"] else "1")
        many = Decimal(language.label_numbers.get(number.lower(), number))
        one = language.groups[match["group"].lower()]
        yield Place(*match.span(), Quantity(tidy(many * one), strict=many > 1))


def _ordinals(plain: str, language: Language) -> Iterator[Place]:
    for match in _of(language, "ordinal").finditer(plain):
        word = match[0].lower().replace(" ", "-")
        number = int(match["digits"]) if match["digits"] else language.ordinals[word]
        lead = before(plain, match.start())
        if _of(language, "every").search(lead) and not unit_after(plain, match.end(), language)[0]:
            yield Place(*match.span(), Quantity(HUNDRED / number, PERCENT))
            continue
        strict = number > 1 or bool(match["digits"] or nouns_after(plain, match.end(), language))
        yield Place(*match.span(), Quantity(Decimal(number), ORDINAL, strict=strict))


def _alone(plain: str, language: Language) -> Iterator[Place]:
    for match in _of(language, "alone").finditer(plain):
        number = Decimal(language.alone[match[0].lower()])
        yield Place(*match.span(), Quantity(number, strict=False))


def _long_spans(plain: str, language: Language) -> Iterator[Place]:
    """Yield the one of “a decade”, “a century”, of “within a week” and “over a mile”."""
    for match in _of(language, "long spans").finditer(plain):
        yield Place(*match.span(), Quantity(Decimal(1), strict=False))


OF_DIGITS = (_fractions, _rates, _ordinals)


@cache
def _readers(language: Language) -> tuple[tuple[Reader, frozenset[str]], ...]:
    """Return the readers in their order, each with the words without one of which it finds none."""
    numbers = f"{language.numbers}|{language.big}|dozen".split("|")
    return (
        (_multiples, words_in(language.multiples)),
        (_groups, words_in(language.groups)),
        (_fractions, words_in(language.fractions)),
        (_rates, words_in(numbers)),
        (_ordinals, words_in(language.ordinals)),
        (_numbers, words_in(numbers)),
        (_long_spans, words_in([language.long_spans, language.short_spans, language.single_units])),
        (_alone, words_in(language.alone)),
    )


@cache
def _of(language: Language, name: str) -> re.Pattern[str]:
    number = f"{language.numbers}"
    forms = {
        "multiples": rf"\b(?:{_longest(language.multiples)})\b",
        "fraction": rf"\b{language.fraction.format(_longest(language.fractions))}\b(?!-)",
        "rate": rf"\b{language.rate.format(number, number)}\b(?![-,.:/]?[0-9])",
        "group": rf"\b{language.group.format(_longest(language.groups))}\b",
        "ordinal": rf"(?<![\w.,-])(?:{_longest(language.ordinals, spaced=True)}"
        rf"|{language.ordinal_digits})\b(?!-(?!{language.after_ordinals}\b)|'s| ?/)",
        "alone": rf"(?<![\w-])(?:{_longest(language.alone)})\b(?![-'])(?!{language.not_alone})",
        "long spans": rf"\b(?:{language.articles})(?= (?:{language.long_spans})\b)"
        rf"|{_led(language.before_spans, language.short_spans, language)}"
        rf"|{_led(language.before_single_units, language.single_units, language)}",
        "every": rf"\b(?:{language.every}) \Z",
        "by": rf"\b(?:{language.by_a_part}) \Z",
        "half_of": language.half_of,
        "part_of": language.part_of,
        "whole": language.whole.format(r"\w"),
    }
    return re.compile(forms[name], re.IGNORECASE)


def _led(leads: Iterable[str], units: str, language: Language) -> str:
    """Return the pattern of the article between one of some words and a unit."""
    before_it = "|".join(rf"(?<=\b{word} )" for word in leads)
    return rf"(?:{before_it})(?:{language.articles})(?= (?:{units})\b)"


def _longest(words: Iterable[str], spaced: bool = False) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(word.replace("-", "[- ]") if spaced else word for word in ordered)
