"""What the readers of numbers, units and dates need to know of a language: its words."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from sourcebook.text.date_phrase import Phrase

Phrases = tuple[tuple[str, str], ...]
DateReader = Callable[[str, re.Match[str]], Iterator[Phrase]]


class Naming(Hashable, Protocol):
    """How a language names units and money: what Unicode’s CLDR has of its locales, and more."""

    @property
    def locales(self) -> tuple[str, ...]:
        """Return the locales of the CLDR, of which the first names currencies."""

    @property
    def prefixes(self) -> Mapping[str, str]:
        """Return the sign of each prefix of a unit, such as k."""

    @property
    def units(self) -> Mapping[str, str]:
        """Return the unit of each further name."""

    @property
    def no_units(self) -> frozenset[str]:
        """Return the names that the CLDR has and that name no unit in a text."""

    @property
    def money(self) -> Mapping[str, str]:
        """Return the code, or kind, of each further name of a currency."""

    @property
    def no_money(self) -> frozenset[str]:
        """Return the last words of currencies that are words for other things."""

    @property
    def before_units(self) -> str:
        """Return the pattern of what may stand between a number and its unit."""

    @property
    def weights(self) -> str:
        """Return the pattern of what tells that a name is a weight, not money."""

    @property
    def sums(self) -> str:
        """Return the pattern of what tells that a name is money, not a weight."""


@dataclass(frozen=True, eq=False)
class Language:
    """The words of one language, as patterns of regular expressions where they may vary.

    A further language is one more module like :mod:`sourcebook.text.english`. What stands before or
    after a number or a date comes in the order in which it is tried, each with what it means.
    ``locales`` are where Unicode's CLDR has the language's names of units and currencies. ``kinds``
    are nouns in lines, kind by kind, ``exclusive`` those of which no thing is two, ``synonyms``
    those that may name the same, ``general`` those that may name what another one names; forms are
    parted by a stroke.
    """

    locales: tuple[str, ...]
    numbers: str
    big: str
    number_leads: str
    joined_numbers: str
    point: str
    uncounted: str
    scales: Mapping[str, int]
    bounds_before: Phrases
    bounds_after: Phrases
    extremes: Phrases
    throughout: str
    rising: str
    falling: str
    relative: str
    along: str
    roles: Phrases
    minus: str
    plus: str
    between: str
    range_words: str
    sides_of_one: str
    resuming: str
    and_a_part: str
    below_zero: str
    prefixes: Mapping[str, str]
    units: Mapping[str, str]
    no_units: frozenset[str]
    before_units: str
    per: str
    of_each: str
    no_rate: str
    each: frozenset[str]
    together: str
    rates: Mapping[str, str]
    weights: str
    sums: str
    money: Mapping[str, str]
    no_money: frozenset[str]
    multiples: Mapping[str, tuple[str, str]]
    ordinals: Mapping[str, int]
    fractions: Mapping[str, int]
    fraction: str
    by_a_part: str
    every: str
    half_of: str
    part_of: str
    rate: str
    tries: str
    whole: str
    articles: str
    short_spans: str
    before_spans: tuple[str, ...]
    single_units: str
    before_single_units: tuple[str, ...]
    long_spans: str
    groups: Mapping[str, int]
    group: str
    pair: str
    ordinal_digits: str
    after_ordinals: str
    alone: Mapping[str, int]
    not_alone: str
    oclock: str
    labels: str
    before_labels: str
    counting_label: str
    label_names: Mapping[str, str]
    label_numbers: Mapping[str, str]
    label_aliases: Mapping[str, tuple[str, str]]
    vague: str
    deictic: str
    deictic_ends: str
    dated: str
    first_date_readers: tuple[tuple[str, DateReader], ...]
    date_readers: tuple[tuple[str, DateReader], ...]
    date_separator: str
    the: str
    moving: str
    edges: Phrases
    about: str
    on_a_day: str
    weekdays: tuple[str, ...]
    sides: Phrases
    relations: Phrases
    afterwards: Phrases
    of_a_part: str
    parts: Phrases
    calendars: Phrases
    calendars_before: Phrases
    in_turn: str
    adding: str
    further: str
    comparing: str
    replacing: str
    having: str
    amounting: str
    standing: str
    often: Mapping[str, tuple[int, str]]
    other: str
    beside_events: str
    points: str
    aged_after: str
    aged_before: str
    or_so_much: str
    formerly: frozenset[str]
    nowadays: frozenset[str]
    at_present: str
    of_a_whole: str
    aged: str
    the_whole: str
    breaks: str
    commas: str
    kinds: tuple[tuple[str, ...], ...]
    exclusive: tuple[str, ...]
    general: tuple[str, ...]
    synonyms: tuple[str, ...]
    plural: str
    stop: frozenset[str]
    endings: tuple[str, ...]
