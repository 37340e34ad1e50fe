"""Changes of a text by kind: each a place in it, and what a mutant has there instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from mutants import words
from mutants.names import Names
from sourcebook.text.labels import DESIGNATION

QUOTED = re.compile(r"“[^“”]{4,}”")
WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True)
class Change:
    """What stands from ``start`` to ``end`` in a text, and what a mutant has there."""

    start: int
    end: int
    new: str

    def made(self, text: str) -> str:
        """Return the text with the change made."""
        return text[: self.start] + self.new + text[self.end :]


Changes = Callable[[str, Names, Random], Iterator[Change]]


def any_of(found: Iterable[str]) -> str:
    """Return a pattern of any of some words, the longest first."""
    return "|".join(re.escape(one) for one in sorted(found, key=len, reverse=True))


NUMBER = rf"(?:\d|\b(?:{any_of((*words.CARDINALS, 'a hundred', 'one'))})\b)"
DIGIT = re.compile(r"(?<!\{)\d")
ORDINAL = rf"(?<!at )(?:{any_of(words.ORDINALS)})(?! (?:hand|person)\b)"
ONE = rf"(?<!the )(?<!that )(?<!which )(?<!no )one(?= (?!{any_of(words.NOT_A_NUMBER)})[a-z]{{3}})"
NUMBER_WORD = re.compile(
    rf"\b(?:{any_of((*words.CARDINALS, *words.OTHER_NUMBERS))}|{ORDINAL}|{ONE})\b", re.I
)
MONTH = any_of(words.MONTHS)
YEAR = re.compile(r"(?<![\w.,-])(?:19|20)\d\d(?=s?(?![\w.,]?\d))")
DATED = re.compile(rf"(?:(?P<day>\b\d{{1,2}}) )?\b(?P<month>{MONTH})\b(?: (?P<after>\d{{1,2}})\b)?")
ISO = re.compile(r"(?P<year>\b\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d))?\b")
SEASON = {
    group: re.compile(rf"\b(?:{any_of(group)})(?=(?: of)?[ -](?:19|20)\d\d)")
    for group in (words.SEASONS, words.PARTS_OF_A_YEAR)
}
DATE = rf"(?:\d{{1,2}} )?(?:the )?(?:{MONTH}|(?:19|20)\d\d)"
BOUND = re.compile(rf"\b({any_of(words.BOUNDS)})(?= (?:\w+ )?[€$£]?{NUMBER})", re.I)
BOUND_OF_DATE = re.compile(rf"\b({any_of(words.BOUNDS_OF_DATES)})(?= {DATE})", re.I)
SCALE = re.compile(rf"\b({any_of(one for group in words.SCALES for one in group)})\b")
UNIT = re.compile(
    rf"[{''.join(words.BEFORE_THE_NUMBER)}](?=\d)"
    rf"|(?<=[\dX])[ \N{{NO-BREAK SPACE}}]?({any_of(u for g in words.UNITS for u in g)})(?!\w)"
    rf"|(?<=illion )({any_of(u for g in words.UNITS for u in g)})(?!\w)"
    rf"|(?:{any_of(words.CARDINALS)}) ({any_of(u for g in words.UNITS[-2:] for u in g)})\b"
)
DENIAL = re.compile(rf"\b(?:{any_of(words.DENIALS)})", re.I)
AUXILIARY = re.compile(rf"\b(?:{any_of(words.AUXILIARIES)})\b(?! (?:not|no|never)\b)(?= [a-z])")
UNDER_DENIAL = re.compile(
    r"\b(?:no|not|nobody|never|neither|nor|none|nothing)\b[^.;:|]{0,60}\Z", re.I
)
DENIED_AFTER = re.compile(r" nothing\b")
MONTH_OF_YEAR = re.compile(r"May(?= (?:19|20)\d\d)")
AS_REPORTED = re.compile(
    r"\b(?:said|announced|told|wrote|warned)\b[^.;:|]{0,40} that [^.;:|]{0,40}\Z"
)
WEAKER = re.compile(rf"\b(?:{any_of(words.STRONGER)})\b", re.I)


def digits(text: str, names: Names, random: Random) -> Iterator[Change]:
    """Yield another digit for each."""
    for one in DIGIT.finditer(text):
        yield _for(one, str((int(one[0]) + random.randint(1, 9)) % 10))


def number_words(text: str, names: Names, random: Random) -> Iterator[Change]:
    """Yield another number in words for each."""
    for one in NUMBER_WORD.finditer(text):
        word = one[0].lower()
        group = words.ORDINALS if word in words.ORDINALS else words.CARDINALS[:11]
        yield _for(one, words.OTHER_NUMBERS.get(word) or _other(word, group, random))


def units(text: str, names: Names, random: Random) -> Iterator[Change]:
    """Yield another unit of the same dimension for each unit of a number."""
    for one in UNIT.finditer(text):
        at = next((group for group in (1, 2, 3) if one[group]), 0)
        group = next(group for group in words.UNITS if one[at] in group)
        yield Change(*one.span(at), _other(one[at], group, random))


def scales(text: str, names: Names, random: Random) -> Iterator[Change]:
    """Yield another scale word for each."""
    for one in SCALE.finditer(text):
        group = next(group for group in words.SCALES if one[1] in group)
        if one[1] not in words.SCALES[-1] or re.search(r"\d ?\Z", text[: one.start()]):
            yield _for(one, _other(one[1], group, random))


def bounds(text: str, names: Names, random: Random) -> Iterator[Change]:
    """Yield the opposite of each bound on a number or a date."""
    for pattern, table in ((BOUND, words.BOUNDS), (BOUND_OF_DATE, words.BOUNDS_OF_DATES)):
        for one in pattern.finditer(text):
            yield _for(one, table[one[1].lower()])


def dates(text: str, names: Names, random: Random) -> Iterator[Change]:
    """Yield another day, month, season or year for each."""
    for one in YEAR.finditer(text):
        yield _for(one, str(int(one[0]) + random.choice((-9, -3, -2, -1, 1, 2, 3, 9))))
    for one in DATED.finditer(text):
        yield Change(*one.span("month"), _other(one["month"], words.MONTHS, random))
        yield from (_day(one, part) for part in ("day", "after") if one[part])
    for one in ISO.finditer(text):
        yield Change(*one.span("month"), f"{1 + int(one['month']) % 12:02}")
        yield from [_day(one, "day")] if one["day"] else []
    for group, part in SEASON.items():
        for one in part.finditer(text):
            yield _for(one, _other(one[0], group, random))


def _day(one: re.Match[str], part: str) -> Change:
    return Change(*one.span(part), str(1 + int(one[part]) % 28).zfill(len(one[part])))


def other_names(text: str, names: Names, random: Random) -> Iterator[Change]:
    """Yield for each name that of another of its kind."""
    for one in names.pattern.finditer(text):
        if new := names.other(one[0], random):
            yield _for(one, new)


def designations(text: str, names: Names, random: Random) -> Iterator[Change]:
    """Yield another designation of the book for each; in small letters it is the same one."""
    for one in DESIGNATION.finditer(text):
        here = one[0].casefold()
        if others := [each for each in names.designations if each.casefold() != here]:
            yield _for(one, random.choice(others))


def speakers(text: str, names: Names, random: Random) -> Iterator[Change]:
    """Yield another name for each that stands beside a verb of speech."""
    for one in names.speaking.finditer(text):
        name = next(part for part in ("before", "after", "last") if one[part])
        if new := names.other(one[name], random):
            yield Change(*one.span(name), new)


def negations(text: str, names: Names, random: Random) -> Iterator[Change]:
    """Yield each denial taken away, and a denial after each auxiliary."""
    for one in DENIAL.finditer(text):
        yield _for(one, words.DENIALS[one[0].lower()])
    for one in AUXILIARY.finditer(text):
        yield Change(one.end(), one.end(), " not")


def strengths(text: str, names: Names, random: Random) -> Iterator[Change]:
    """Yield a verb, modal or adverb that claims more for each; under a denial it claims less.

    “Said that it would” is how “will” is reported, and says the same.
    """
    for one in WEAKER.finditer(text):
        denied = UNDER_DENIAL.search(text, 0, one.start()) or DENIED_AFTER.match(text, one.end())
        reported = one[0] == "would" and AS_REPORTED.search(text, 0, one.start())
        if not (denied or reported or MONTH_OF_YEAR.match(text, one.start())):
            yield _for(one, words.STRONGER[one[0].lower()])


def quotations(text: str, names: Names, random: Random) -> Iterator[Change]:
    """Yield for each quotation another word for one of its own."""
    for one in QUOTED.finditer(text):
        if found := [*WORD.finditer(text, *one.span())]:
            word = random.choice(found)
            yield _for(word, _other(word[0], names.vocabulary, random))


def _for(match: re.Match[str], new: str) -> Change:
    old = match[0]
    return Change(*match.span(), new[:1].upper() + new[1:] if old[:1].isupper() else new)


def _other(one: str, group: Sequence[str], random: Random) -> str:
    return random.choice([each for each in group if each != one])


IN_WORDS: dict[str, Changes] = {
    "digit": digits,
    "number word": number_words,
    "unit": units,
    "scale": scales,
    "bound": bounds,
    "date": dates,
    "name": other_names,
    "designation": designations,
    "speaker": speakers,
    "negation": negations,
    "verb strength": strengths,
    "quotation": quotations,
}
