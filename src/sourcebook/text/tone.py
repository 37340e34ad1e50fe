"""Words that claim more than their source: certainty beside doubt, confidence with likelihood."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

CERTAIN = re.compile(
    r"\b(?:certainly|clearly|undoubtedly|undeniably|indisputably|unquestionably|definitely"
    r"|definitively|doubtless|obviously|evidently|conclusively|surely|of course|no doubt"
    r"|(?:without|beyond)(?: any| a)? doubt|prov(?:e|es|ed|en|ing)|confirm(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
DENIAL = re.compile(r"\b(?:not|never|nobody|nothing|none|no|nor|neither|cannot|without)\b")
CLAUSE_END = re.compile("[,;:]")
HEDGED = re.compile(
    r"\b(?:arguably|apparently|allegedly|reportedly|purportedly|presumably|possibly|perhaps|maybe"
    r"|probably|likely|unlikely|(?:un)?likelihood|suggest(?:s|ed|ing)?|seem(?:s|ed|ingly)?"
    r"|appear(?:s|ed)? to|might|could|(?:is|are|was|were) (?:said|thought|believed|understood) to"
    r"|indicates?|indicated|indicating|remains to be seen)\b|\b(?-i:may)\b",
    re.IGNORECASE,
)
CONFIDENCE = re.compile(
    r"\b(?:low|moderate|medium|high)(?:[ -]to[ -]\w+)?[ -]confidence\b"
    r"|\bconfidence (?:is|was) (?:low|moderate|medium|high)\b",
    re.IGNORECASE,
)
LIKELIHOOD = re.compile(
    r"\b(?:almost no chance|remote(?: chance| possibility)?|(?:highly |very )?(?:un)?likely"
    r"|(?:highly )?(?:im)?probabl[ey]|roughly even (?:chance|odds)"
    r"|(?:almost|nearly) certain(?:ly)?)\b",
    re.IGNORECASE,
)


def hedges(quotation: str) -> bool:
    """Tell whether a quotation holds back from stating what it says as a fact."""
    return bool(HEDGED.search(quotation))


def overstated(words: str, quotation: str) -> Iterator[tuple[str, str]]:
    """Yield each word of certainty, with the word by which the quotation hedges.

    A word that the quotation itself uses, or that is denied (“does not prove”), says no more.
    """
    certain = list(CERTAIN.finditer(words))
    hedge = HEDGED.search(quotation) if certain else None
    if not hedge:
        return
    own = {
        word: re.search(rf"\b{re.escape(word)}\b", quotation, re.IGNORECASE)
        for word in {match[0].lower() for match in certain}
    }
    denials, ends = _starts(DENIAL, words), _starts(CLAUSE_END, words)
    for match in certain:
        denied = _last(denials, match.start()) > _last(ends, match.start())
        if not own[match[0].lower()] and not denied:
            yield match[0], hedge[0]


def _starts(pattern: re.Pattern[str], words: str) -> list[int]:
    return [-1, *(match.start() for match in pattern.finditer(words))]


def _last(starts: list[int], at: int) -> int:
    """Return the last of the places before another one, or -1."""
    return starts[bisect_left(starts, at) - 1]


def mixed(words: str) -> tuple[str, str] | None:
    """Return a level of confidence and a likelihood that one sentence gives together."""
    confidence = CONFIDENCE.search(words)
    likelihood = LIKELIHOOD.search(words) if confidence else None
    return (confidence[0], likelihood[0]) if confidence and likelihood else None
