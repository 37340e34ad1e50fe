"""Bounds: the words around a number that make it more than, at most, about and the like."""

import re

from sourcebook.text.levelling import before

EITHER = "over"
BOUNDS = ("=", ">", ">=", "<", "<=", "~")
BOUNDS_BEFORE = {
    r"(?:no|not) (?:more|greater|higher|longer) than|at most|up to|a maximum of|as (?:many|much) as"
    r"|(?:not|never|nor|cannot|without) (?:to )?exceed\w*|(?:not|never) (?:above|over)|≤|<=": "<=",
    r"(?:no|not) (?:fewer|less|lower|shorter) than|at least|a minimum of|as (?:few|little) as"
    r"|(?:not|never) (?:below|under)|≥|>=": ">=",
    r"(?:more|greater|higher|longer|larger) than|exceed(?:s|ed|ing)?|above|upwards? of|in excess of"
    r"|surpass(?:es|ed|ing)?|(?:well|just) over|>": ">",
    r"(?:less|fewer|lower|shorter|smaller) than|below|under|<": "<",
    r"about|some|around|approximately|approx\.|roughly|nearly|almost|close to|(?:an )?estimated"
    r"|circa|ca?\.|~|≈": "~",
    r"over": EITHER,
}
BOUNDS_AFTER = {
    r"(?: [a-z-]+){0,2} or (?:more|greater|longer)\b(?! than)|\+(?!\w)| (?:and|or) (?:over|above)\b"
    r"|(?: [a-z-]+){0,2},? at least(?=[,.;)\n]|\Z)": ">=",
    r"(?: [a-z-]+){0,2} or (?:fewer|less|shorter)\b(?! than)| or (?:under|below)\b"
    r"|(?: [a-z-]+){0,2},? at most(?=[,.;)\n]|\Z)": "<=",
    r"(?: [a-z-]+)? or so\b|-(?:odd|something|ish)\b": "~",
}
BEFORE = [(re.compile(rf"(?<!\w)(?:{p}) ?\Z", re.I), bound) for p, bound in BOUNDS_BEFORE.items()]
AFTER = [(re.compile(p, re.I), bound) for p, bound in BOUNDS_AFTER.items()]


def bounds_of(plain: str, start: int, end: int) -> tuple[str, ...]:
    """Return the bound of the number from ``start`` up to ``end``; both readings of “over”."""
    lead = before(plain, start)
    first = next((bound for pattern, bound in BEFORE if pattern.search(lead)), "=")
    after = next((bound for pattern, bound in AFTER if pattern.match(plain, end)), "")
    return ("=", ">") if first == EITHER and not after else (after or first,)
