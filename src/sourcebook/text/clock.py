"""Times of the day, in minutes since midnight."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sourcebook.text.english import ENGLISH
from sourcebook.text.language import Language
from sourcebook.text.wording import has_digit

DAY_HALF = r" ?(?P<half>[ap])\.? ?m\b\.?"
TIME = re.compile(
    rf"(?<![\w.,:/-])(?:(?P<hour>[01]?[0-9]|2[0-3])[:.](?P<minute>[0-5][0-9])(?:{DAY_HALF}|(?![\w:/]))"
    rf"|(?P<hour2>1[0-2]|[1-9])(?P<half2> ?[ap]\.? ?m\b\.?))",
    re.IGNORECASE,
)


@cache
def _oclock(language: Language) -> re.Pattern[str]:
    return re.compile(language.oclock, re.IGNORECASE)


def times(plain: str, language: Language = ENGLISH) -> Iterator[tuple[int, int, int]]:
    """Yield each time of day, from where to where it stands, and its minutes since midnight."""
    for match in TIME.finditer(plain) if has_digit(plain) else ():
        half = (match["half"] or match["half2"] or "").strip().lower()[:1]
        dotted = match["minute"] and "." in match[0][:3]
        if dotted and not half:
            continue
        hour = int(match["hour"] or match["hour2"])
        if half:
            hour = hour % 12 + (12 if half == "p" else 0)
        yield match.start(), match.end(), hour * 60 + int(match["minute"] or 0)
    for match in _oclock(language).finditer(plain) if "clock" in plain else ():
        yield (
            match.start(),
            match.end(),
            int(language.label_numbers.get(match[1].lower(), match[1])) * 60,
        )
