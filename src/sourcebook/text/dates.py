"""Dates: those a text states, with the words around them that bound them."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from sourcebook.text.date_phrase import Phrase, valid
from sourcebook.text.english import ENGLISH
from sourcebook.text.language import DateReader, Language, Phrases
from sourcebook.text.levelling import before, level
from sourcebook.text.numeric_dates import NUMERIC_READERS
from sourcebook.text.plain_dates import covers
from sourcebook.text.taken import Taken

ARTICLED = re.compile(r"-?\d{2}(?:\dX|XX)|\d{4}-(?:2[1-4]|3[3-9]|4[0-2])")


def dates(text: str, language: Language = ENGLISH) -> list[str]:
    """Return every date the text states, as EDTF: “since 2022” is 2022/.. and 2022 in one."""
    found = (edtf for phrase in phrases(text, language) for edtf in phrase.dates)
    return list(dict.fromkeys(found))


def may_date(text: str, language: Language = ENGLISH) -> bool:
    """Tell whether a digit, a month or a decade may stand in a text; quickly."""
    return bool(_words(language)["dated"].search(text))


@lru_cache(maxsize=16384)
def phrases(text: str, language: Language = ENGLISH) -> tuple[Phrase, ...]:
    """Return the text's dates with their places, in order."""
    plain = level(text)
    if not may_date(plain, language):
        return ()
    found: list[Phrase] = []
    taken = Taken(len(plain))
    for pattern, read in _readers(language):
        free = (m for m in pattern.finditer(plain) if not taken.meets(*m.span()))
        for phrase in (one for match in free for one in read(plain, match)):
            taken.add(phrase.start, phrase.end)
            found.append(phrase)
    ordered = sorted(found, key=lambda phrase: phrase.start)
    return tuple(_qualified(plain, one, language) for one in _joined(plain, ordered, language))


@cache
def _readers(language: Language) -> tuple[tuple[re.Pattern[str], DateReader], ...]:
    """Return what dates look like and how each is read, in the order in which they are tried."""
    first = ((re.compile(form), read) for form, read in language.first_date_readers)
    further = ((re.compile(form), read) for form, read in language.date_readers)
    return (*first, *NUMERIC_READERS, *further)


def states_date(text: str, edtf: str, language: Language = ENGLISH) -> bool:
    """Tell whether one date of the text is ``edtf`` or finer: 2020-08-04 states 2020-08 and 2020.

    XXXX-04-10 states XXXX-04; 1995 states 199X; 2020 does not state 2020-08. An interval states
    the intervals whose ends are its own or coarser, and no single date.
    """
    return any(covers(edtf, found) for found in dates(text, language))


def _joined(plain: str, found: list[Phrase], language: Language) -> Iterator[Phrase]:
    """Yield the phrases, those that are the two ends of an interval made into one."""
    ahead = deque(found)
    while ahead:
        first = ahead.popleft()
        interval = _interval(plain, first, ahead[0], language) if ahead else ()
        if interval:
            yield Phrase(first.start, ahead.popleft().end, interval)
        else:
            yield first


def _interval(plain: str, first: Phrase, last: Phrase, language: Language) -> tuple[str, ...]:
    """Return “July 2024 to May 2025” as one interval; “July to May 2025” shares the year.

    What is moved from one date to another does not last from the one to the other.
    """
    between, words = plain[first.end : last.start], _words(language)
    joins = words["separator"].fullmatch(between)
    joined = joins or (between == " and " and words["between"].search(before(plain, first.start)))
    moved = joined and words["moving"].search(before(plain, first.start))
    if not joined or moved or len(first.edtf) != 1 or len(last.edtf) != 1:
        return ()
    begin, finish = first.edtf[0], last.edtf[0]
    if begin.startswith("XXXX"):
        begin = finish[:4] + begin[4:]
    alike = len(begin) == len(finish) and "/" not in begin + finish
    return valid(f"{begin}/{finish}") if alike and ("X" in begin) == ("X" in finish) else ()


def _qualified(plain: str, phrase: Phrase, language: Language) -> Phrase:
    """Return the phrase with its weekday, its part, its relation and its calendar, if any."""
    words = _words(language)
    weekday, start, end = _weekday(plain, phrase, language)
    lead = before(plain, start)
    calendar, last = _calendar(plain, phrase, language)
    about = words["about"].search(lead)
    part, lead = _first(language, "parts", lead[: about.start()] if about else lead)
    articled = part or ARTICLED.fullmatch(phrase.edtf[0] if phrase.edtf else "")
    relation, _ = _first(language, "parted" if articled else "relations", lead)
    if relation == "since" and any("/" in one for one in phrase.edtf) and not phrase.calendar:
        relation = ""
    blurred = about and len(phrase.edtf) == 1 and not re.search("/|X", phrase.edtf[0])
    return replace(
        phrase,
        start=start,
        end=max(end, last),
        edtf=(f"{phrase.edtf[0]}~",) if blurred else phrase.edtf,
        relation=relation or _afterwards(plain, phrase.end, language),
        part=part,
        weekday=weekday,
        calendar=phrase.calendar or calendar,
    )


def _weekday(plain: str, phrase: Phrase, language: Language) -> tuple[int | None, int, int]:
    """Return the day of the week beside a date, and from where to where both stand."""
    words = _words(language)
    ahead = words["weekday"].search(before(plain, phrase.start))
    match = ahead or words["weekday after"].match(plain, phrase.end)
    if not match:
        return None, phrase.start, phrase.end
    day = [one[:3] for one in language.weekdays].index(match["day"][:3])
    if ahead:
        return day, phrase.start - len(match[0]), phrase.end
    return day, phrase.start, match.end()


def _first(language: Language, kind: str, lead: str) -> tuple[str, str]:
    """Return what the first fitting words at the end of a text mean, and the text before them."""
    for pattern, name in _phrases(language, kind):
        if match := pattern.search(lead):
            return name, lead[: match.start()]
    return "", lead


def _afterwards(plain: str, end: int, language: Language) -> str:
    found = (
        name for pattern, name in _phrases(language, "afterwards") if pattern.match(plain, end)
    )
    return next(found, "")


def _calendar(plain: str, phrase: Phrase, language: Language) -> tuple[str, int]:
    for pattern, name in _phrases(language, "calendars"):
        if match := pattern.match(plain, phrase.end):
            return name, match.end()
    lead = before(plain, phrase.start)
    for pattern, name in _phrases(language, "calendars before"):
        if pattern.search(lead):
            return name, phrase.end
    return "", phrase.end


def edges(plain: str, phrase: Phrase, language: Language) -> Iterator[Phrase]:
    """Yield a date as the first or last one of what is told: “ended in May” is “until May”."""
    edge, _ = _first(language, "edges", before(plain, phrase.start))
    if edge and not phrase.relation:
        yield replace(phrase, relation=edge)


@cache
def _words(language: Language) -> dict[str, re.Pattern[str]]:
    days = "|".join(language.weekdays)
    short = "|".join(one[:3] for one in language.weekdays)
    day = rf"(?P<day>{days}|(?:{short})\b\.?)"
    return {
        "dated": re.compile(language.dated),
        "separator": re.compile(f"{language.date_separator}(?:{language.the} )?"),
        "between": re.compile(rf"\b{language.between} (?:the )?\Z", re.IGNORECASE),
        "moving": re.compile(rf"\b{language.moving} \Z", re.IGNORECASE),
        "about": re.compile(rf"{language.about}\Z"),
        "weekday": re.compile(rf"\b{day},? (?:the )?\Z"),
        "weekday after": re.compile(rf",? \(?(?:an? )?{day}(?!\w)"),
    }


@cache
def _phrases(language: Language, kind: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    forms: dict[str, tuple[Phrases, str]] = {
        "parts": (language.parts, r"\b(?:{})(?:the )?\Z"),
        "relations": (language.relations, r"\b(?:{})[ -]?\Z"),
        "parted": (language.relations, rf"\b(?:{{}}){language.of_a_part}[ -]?\Z"),
        "afterwards": (language.afterwards, "{}"),
        "edges": (language.edges, rf"\b(?:{{}}){language.of_a_part} \Z"),
        "calendars": (language.calendars, "{}"),
        "calendars before": (language.calendars_before, r"(?:{})\Z"),
    }
    phrases, form = forms[kind]
    flags = 0 if kind.startswith("calendars") else re.IGNORECASE
    return tuple((re.compile(form.replace("{}", words), flags), name) for words, name in phrases)
