"""Dates as another language writes them, by the patterns of its table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from sourcebook.text.abroad.tongue import Tongue
from sourcebook.text.date_phrase import Phrase, valid
from sourcebook.text.levelling import before
from sourcebook.text.taken import Taken

DAY = r"(?<![\w.,:/-])(?P<day>3[01]|[12][0-9]|0?[1-9])"
MONTH_NUMBER = "(?P<m>1[0-2]|0?[1-9])"
FIRST = r"(?<![\w.,:/-])(?P<first>3[01]|[12][0-9]|0?[1-9])"
LAST = "(?P<day>3[01]|[12][0-9]|0?[1-9])"
YEAR = r"(?P<year>(?:1[0-9]|20)[0-9]{2})(?![0-9A-Za-z]|[,.:/][0-9])"
ALONE = r"(?<![\w,:/-])(?<![0-9]\.)"
DECADE = r"(?<![\w.,:/-])(?P<decade>(?:1[0-9]|20)[0-9])"
JOINS = re.compile(r" ?[-–—] ?")


def phrases(plain: str, tongue: Tongue) -> Iterator[Phrase]:
    """Yield the dates of a text in order; two that are the ends of an interval as one."""
    found: list[Phrase] = []
    taken = Taken(len(plain))
    for pattern in _patterns(tongue):
        for match in pattern.finditer(plain):
            edtf = valid(_edtf(match, tongue))
            if edtf and not taken.meets(*match.span()):
                taken.add(*match.span())
                found.append(Phrase(*match.span(), edtf))
    ordered = sorted(found, key=lambda one: one.start)
    at = 0
    while at < len(ordered):
        first, ahead = ordered[at], ordered[at + 1 : at + 2]
        both = _interval(plain, first, ahead[0], tongue) if ahead else ()
        end = ahead[0].end if both else first.end
        yield _qualified(plain, replace(first, end=end, edtf=both or first.edtf), tongue)
        at += 2 if both else 1


def _edtf(match: re.Match[str], tongue: Tongue) -> str:
    found = {name: text for name, text in match.groupdict().items() if text}
    if "decade" in found:
        return f"{found['decade']}X"
    month = found.get("m") or tongue.months.get(found.get("month", "").lower(), "")
    day = found.get("day", "")
    parts = [found.get("year", "XXXX"), *(f"{int(one):02}" for one in (month, day) if one)]
    date = "-".join(parts)
    return f"{date[:-2]}{int(found['first']):02}/{date}" if "first" in found else date


def _interval(plain: str, first: Phrase, last: Phrase, tongue: Tongue) -> tuple[str, ...]:
    gap = plain[first.end : last.start]
    if not JOINS.fullmatch(gap) and gap.strip().lower() not in tongue.lists["range"]:
        return ()
    begin, finish = first.edtf[0], last.edtf[0]
    if begin.startswith("XXXX"):
        begin = finish[:4] + begin[4:]
    return valid(f"{begin}/{finish}") if len(begin) == len(finish) else ()


def _qualified(plain: str, phrase: Phrase, tongue: Tongue) -> Phrase:
    """Return the phrase with the words before it that bound it, or make it vague."""
    lead = before(plain, phrase.start)
    about, lead = _ends(lead, dict.fromkeys(tongue.lists["about"], "~"))
    part, lead = _ends(lead, tongue.parts)
    relation = "" if "/" in phrase.edtf[0] else _ends(lead, tongue.relations)[0]
    blurred = about and len(phrase.edtf) == 1 and not re.search("/|X", phrase.edtf[0])
    edtf = (f"{phrase.edtf[0]}~",) if blurred else phrase.edtf
    return replace(phrase, edtf=edtf, relation=relation, part=part)


def _ends(lead: str, words: Mapping[str, str]) -> tuple[str, str]:
    """Return what the words at the end of a text mean, and the text before them."""
    for form in sorted(words, key=len, reverse=True):
        match = re.search(rf"(?<!\w){re.escape(form)} ?\Z", lead, re.IGNORECASE)
        if match:
            return words[form], lead[: match.start()]
    return "", lead


@cache
def _patterns(tongue: Tongue) -> tuple[re.Pattern[str], ...]:
    names = "|".join(sorted(map(re.escape, tongue.months), key=len, reverse=True))
    forms = {
        "{first}": FIRST,
        "{last}": LAST,
        "{day}": DAY,
        "{month}": rf"(?<!\w)(?P<month>(?i:{names}))(?!\w)",
        "{m}": MONTH_NUMBER,
        "{year}": YEAR,
        "{decade}": DECADE,
    }
    return tuple(re.compile(_filled(one, forms)) for one in tongue.dates)


def _filled(pattern: str, forms: dict[str, str]) -> str:
    pattern = f"{ALONE}{pattern}" if pattern.startswith("{year}") else pattern
    for name, form in forms.items():
        pattern = pattern.replace(name, form)
    return pattern
