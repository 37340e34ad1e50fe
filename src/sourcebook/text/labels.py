"""Labelled numbers (Phase II, Article 5), designations (T-72B3) and other strings of digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from sourcebook.text.english import ENGLISH
from sourcebook.text.language import Language
from sourcebook.text.money import WORDS_LIKE_CODES, currencies
from sourcebook.text.taken import Taken
from sourcebook.text.wording import has_digit, words_in, words_of

DESIGNATION = re.compile(
    r"(?<![\w–-])[A-Za-z]+[-–]?\d+\w*(?:[-–/.]\w*\d\w*)*\b"
    r"|(?<![\w-])[A-Za-z]+(?:-[A-Za-z]+)*-\d+\w*\b"
    r"|(?<![\w–-])[A-Z]{2,}-[A-Z](?![\w-])"
)
MONEY = re.compile(r"([A-Z]{3})[0-9]+(?:[.,][0-9]+)*(?:[kmb]|bn|mn)?\Z")
SPACED = re.compile(r"\b([A-Z][A-Za-z]*) (\d[\w]*)\b")
SUFFIX = re.compile(r" ([A-Z]{1,3}\d\w*)\b")
SEPARATORS = frozenset("-–—./:,'×+*")
WORD = re.compile(r"\w+")
Span = tuple[int, int]
ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
ROMAN_NUMBER = r"(?=[IVXLC])(?:X[LC]|L?X{0,3})(?:I[VX]|V?I{0,3})"
ROMAN_WHOLE = re.compile(ROMAN_NUMBER)
GAP = re.compile(r"(?<=[^\W\d_])[- ](?=\d)")
LONGEST_ORDINAL = 20
REIGN = re.compile(rf"\b([A-Z][a-z]+) (?=[IVXLC]{{2}}|[VX])({ROMAN_NUMBER})(?![\w.-])")
LETTER = r"[A-H](?!['.-])"
NUMBERED = re.compile(r"[0-9]|\b[IVXLC]+\b|\b[A-H]\b|WW")


def designations(text: str) -> Iterator[re.Match[str]]:
    """Yield the names made of letters and digits, such as AB-3C, or of letters, such as XYZ-L.

    A sum of money such as EUR12 is none.
    """
    known = currencies()
    for match in DESIGNATION.finditer(text) if "-" in text or has_digit(text) else ():
        money = MONEY.match(match[0])
        if not (money and money[1] in known and money[1] not in WORDS_LIKE_CODES):
            yield match


def key(words: str) -> str:
    """Return a designation as it is compared: no hyphen or space between letters and digits."""
    return GAP.sub("", words.replace("–", "-").replace("—", "-"))


def digit_strings(plain: str) -> Iterator[Span]:
    """Yield where each string of digits stands as a whole: 1.2.3, 3-2, 5G, CO₂."""
    start = end = -1
    for match in WORD.finditer(plain):
        if not any(map(str.isnumeric, match[0])):
            continue
        if start >= 0 and match.start() == end + 1 and plain[end] in SEPARATORS:
            end = match.end()
            continue
        if start >= 0:
            yield start, end
        start, end = match.span()
    if start >= 0:
        yield start, end


def tokens(plain: str) -> frozenset[str]:
    """Return every string of digits of a text as a whole, “HQ 22” and “M-84 AS1” as one as well."""
    found = {key(plain[start:end]) for start, end in digit_strings(plain)}
    for match in designations(plain):
        found.add(key(match[0]))
        if suffix := SUFFIX.match(plain, match.end()):
            found.add(key(match[0]) + suffix[1])
    return frozenset(found | {key(match[0]) for match in SPACED.finditer(plain)})


def arabic(roman: str) -> int:
    """Return the number that a Roman numeral writes."""
    values = [ROMAN[sign] for sign in roman]
    return sum(
        -value if value < after else value
        for value, after in zip(values, [*values[1:], 0], strict=True)
    )


@lru_cache(maxsize=4096)
def labels(plain: str, language: Language = ENGLISH) -> tuple[tuple[int, int, str], ...]:
    """Return each labelled number, from where to where it stands, and what it is: “phase 2”."""
    words = words_of(plain)
    numbered = NUMBERED.search(plain) or not words.isdisjoint(language.label_numbers)
    named = numbered and not words.isdisjoint(_named(language))
    if not named and not REIGN.search(plain) and not _patterns(language)[1].search(plain):
        return ()
    found = [*_labels(plain, language)]
    taken = Taken(len(plain), ((start, end) for start, end, _ in found))
    reigns = (match for match in REIGN.finditer(plain) if not taken.meets(*match.span()))
    found += [(*match.span(), f"{match[1].lower()} {arabic(match[2])}") for match in reigns]
    return tuple(found)


def _labels(plain: str, language: Language) -> Iterator[tuple[int, int, str]]:
    labelled, alias, further = _patterns(language)[:3]
    for match in alias.finditer(plain):
        name, number = language.label_aliases[match[0]]
        yield match.start(), match.end(), f"{name} {number}"
    for match in labelled.finditer(plain):
        label = match["label"].lower()
        name = language.label_names.get(label, label)
        number, end = match["number"], match.end()
        alone = match["many"] and not further.match(plain, end)
        named = _fits(plain, match, language) and not _is_nth(plain, match.start(), language)
        if alone or not named or _counts(plain, match, language):
            continue
        yield match.start(), end, f"{name} {_arabic(number, language)}"
        while other := further.match(plain, end):
            yield other.start("number"), other.end(), f"{name} {_arabic(other['number'], language)}"
            end = other.end()


def _fits(plain: str, match: re.Match[str], language: Language) -> bool:
    """Tell whether the number is the label's: “line I” or “part one can play” may be no number."""
    label, number = match["label"], match["number"]
    if number.isdigit() or label[0].isupper() or (number.isupper() and len(number) > 1):
        return True
    lead = plain[max(0, match.start() - LONGEST_ORDINAL) : match.start()]
    alone, things = _patterns(language)[3:5]
    spoken = len(label) > 2 and number.islower() and label.lower() != language.point
    many = language.label_numbers.get(number) != "1"
    sure = spoken and bool(many or alone.search(lead))
    plural = things.match(plain, match.end())
    return sure and not (plural and plural[0].strip() not in language.stop)


def _is_nth(plain: str, start: int, language: Language) -> bool:
    """Tell whether an ordinal stands before a label, so that no number after it is the label’s.

    Of “the first lot 7 jets, the second lot 10” no lot has the number 10.
    """
    words = plain[max(0, start - LONGEST_ORDINAL) : start].lower().split()
    return bool(words) and words[-1] in language.ordinals


def _counts(plain: str, match: re.Match[str], language: Language) -> bool:
    """Tell whether a label is a verb, so that what follows counts: “they number 40”."""
    start, end = match.span("label")
    return bool(_patterns(language)[5].search(plain[max(0, start - LONGEST_ORDINAL) : end]))


def _arabic(number: str, language: Language) -> str:
    if number and ROMAN_WHOLE.fullmatch(number):
        return str(arabic(number))
    return language.label_numbers.get(number.lower(), number)


@cache
def _named(language: Language) -> frozenset[str]:
    singular = words_in([language.labels])
    return singular | {f"{word}s" for word in singular} | {word[:-1] for word in singular}


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], ...]:
    words = "|".join(language.label_numbers)
    counts = "|".join(language.scales)
    number = (
        rf"(?P<number>[0-9]+(?:\.[0-9]+)*[a-zA-Z]?|{ROMAN_NUMBER}|(?i:{words})|{LETTER})"
        rf"(?![\w%]|[.,:/]?[0-9]|[ -](?:{counts})\b| %)"
    )
    aliases = "|".join(map(re.escape, language.label_aliases))
    return (
        re.compile(rf"\b(?P<label>(?i:{language.labels}))(?P<many>s?)(?:\.? ?|-){number}"),
        re.compile(rf"\b(?:{aliases})\b"),
        re.compile(rf"(?:, | ?[-–] ?| and | or | to |, and ){number}(?! [a-z])"),
        re.compile(rf"(?:\A|[.,;:(]|\b(?:{language.before_labels}))\s*\Z", re.IGNORECASE),
        re.compile(r" [a-z-]+s\b"),
        re.compile(rf"(?:{language.counting_label})\Z"),
    )
