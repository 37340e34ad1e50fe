"""Words that claim more than their source: certainty beside doubt, confidence with likelihood."""

from __future__ import annotations

import re
from collections.abc import Iterator

CERTAIN = re.compile(
    r"\b(?:certainly|clearly|undoubtedly|undeniably|indisputably|unquestionably|definitely"
    r"|definitively|doubtless|obviously|evidently|conclusively|surely|of course|no doubt"
    r"|(?:without|beyond)(?: any| a)? doubt|prov(?:e|es|ed|en|ing)|confirm(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
DENIED = re.compile(r"\b(?:not|never|nobody|nothing|none|no|nor|neither|cannot|without)\b[^,;:]*\Z")
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
    hedge = HEDGED.search(quotation)
    for match in CERTAIN.finditer(words):
        own = re.search(rf"\b{re.escape(match[0])}\b", quotation, re.IGNORECASE)
        if hedge and not own and not DENIED.search(words[: match.start()]):
            yield match[0], hedge[0]


def mixed(words: str) -> tuple[str, str] | None:
    """Return a level of confidence and a likelihood that one sentence gives together."""
    confidence, likelihood = CONFIDENCE.search(words), LIKELIHOOD.search(words)
    return (confidence[0], likelihood[0]) if confidence and likelihood else None
