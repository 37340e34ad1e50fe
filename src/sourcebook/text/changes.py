"""Changes: whether an amount is said to rise or to fall, and whether from it, to it or by it."""

from __future__ import annotations

import re
from functools import cache

from sourcebook.text.english import ENGLISH
from sourcebook.text.language import Language
from sourcebook.text.levelling import before

UP, DOWN = "up", "down"
APART = "apart"
OPPOSITE = {UP: DOWN, DOWN: UP}
NEAR, FAR = 40, 60
PAUSE = re.compile(r"[,()]| and ")
CLAUSE_END = re.compile(r"[.;:!?\n](?!\d)")


def change_of(
    plain: str, start: int, end: int, is_share: bool, language: Language = ENGLISH
) -> tuple[str, str]:
    """Return the direction of an amount, or nothing, and its role: from, to, by, of, or nothing.

    A word for a direction holds for a number that “by”, “to” or “from” joins to it, that stands
    right beside it, or, if it is a share, that stands a little later in the clause. An amount by
    which one thing is more or less than another is “apart”.
    """
    forms = _patterns(language)
    lead = before(plain, start)
    lead = lead[max((match.end() for match in CLAUSE_END.finditer(lead)), default=0) :]
    if after := forms["after"].match(plain, end):
        role_after = APART if after["more"] or after["less"] else "by"
        return (UP if after["up"] or after["above"] or after["more"] else DOWN), role_after
    found = None
    for found in forms["before"].finditer(lead):  # noqa: B007, the last one holds
        pass
    if not found:
        return "", ""
    gap = lead[found.end() :]
    role = forms["role"].match(gap)
    name = next((one for one in ("from", "to", "by", "of") if role and role[one]), "")
    pause = PAUSE.search(gap)
    near = not pause and len(gap) <= (NEAR if is_share else 2)
    if not (near or (name and len(gap) <= FAR)):
        return "", ""
    return (UP if found["up"] else DOWN), name


@cache
def _patterns(language: Language) -> dict[str, re.Pattern[str]]:
    words = rf"(?:(?P<up>{language.rising})|(?P<down>{language.falling}))"
    roles = "|".join(rf"(?P<{name}>{word})" for word, name in language.roles)
    return {
        "before": re.compile(rf"\b{words}\b", re.IGNORECASE),
        "after": re.compile(
            rf"[ -](?:(?!{language.along})[a-z]+[ -])?(?!{language.along}){words}\b"
            r"(?! (?:to|from|by))"
            rf"|{language.relative}",
            re.IGNORECASE,
        ),
        "role": re.compile(rf".*\b(?:{roles})(?: [a-z]+){{0,3}} ?[^\w\s]?\Z", re.IGNORECASE),
    }
