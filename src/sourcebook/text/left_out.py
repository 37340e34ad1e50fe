"""What may not be left out of a quotation: a negation, another speaker, too many words."""

from __future__ import annotations

import re

MOST_AT_ONCE, AT_LEAST, TIMES_KEPT = 25, 20, 4
NEAR, SHORT_NAME, LONG_NAME = 3, 2, 4
LONGEST_CLAUSE = 400

EMPTY = {"that", "to", "be", "been", "being", "any", "ever", "yet", "have", "has", "had", "having"}

NEGATION = re.compile(
    r"\b(?:not(?! only\b)|never|no(?! doubt\b| less\b)|nor|neither|none|nobody|nothing|nowhere"
    r"|without|cannot|\w+n't|hardly|scarcely|barely|refus(?:e|es|ed|ing)|den(?:y|ies|ied|ying)"
    r"|fail(?:s|ed|ing)? to|unable|unlikely|false(?:ly)?|lack(?:s|ed|ing)?|reject(?:s|ed|ing)?"
    r"|rul(?:e|es|ed|ing) out|far from|stop(?:s|ped)? short of|instead of|rather than)\b",
    re.IGNORECASE,
)
CLAUSE_END = re.compile(
    r"[.,;:!?()\"—]|\b(?:but|and|yet|although|though|because|while|which|who|if)\b", re.IGNORECASE
)
DETERMINED = re.compile(r"(?:the|an?|such|this|that|these|those|his|her|its|their|our|my)\b", re.I)
VERBS = (
    "(?:said|says|sa(?:ys|id)|told|tells|added|adds|replied|asked|answered|warned|claimed|stated"
    "|insisted|argued|noted|countered|responded|retorted|remarked|declared|explained|according to)"
)
SPOKEN = re.compile(rf"\b{VERBS}\b", re.IGNORECASE)
SAME_SPEAKER = re.compile(
    rf"\b(?:(?:he|she|they|it|we|i) (?:\w+ )?{VERBS}|{VERBS} (?:he|she|they|we|i))\b", re.IGNORECASE
)
SET_OFF = re.compile(r"[,\"'— ]*[,\"—][^.!?;\"]*[,\"—][,\"'— ]*")
ANOTHER_TURN = re.compile(r"[.,!?…]?\"\s*\"")


def left_out(words: str, kept: int) -> str:
    """Return what an ellipsis leaves out that tells, of folded words, or nothing.

    ``kept`` is how many words of the quotation are given: it may not leave out far more.
    """
    if denied := NEGATION.search(words):
        return f"“{denied[0]}”"
    if _another_speaks(words):
        return "that another speaks"
    count = len(words.split())
    if count > min(MOST_AT_ONCE, max(AT_LEAST, TIMES_KEPT * kept)):
        return f"as many as {count} words"
    return ""


def negated_before(before: str, words: str, lead: str = "", near: int = NEAR) -> str:
    """Return the negation and what follows it, where quoted words begin right behind one.

    ``before`` is what stands before them in the source, ``lead`` what the writer says before them;
    ``near`` is how many words may stand between, those without a sense of their own not counted.
    A short name of a thing may be quoted from a sentence that is denied.
    """
    clause = before[-LONGEST_CLAUSE:]
    ends = [match.end() for match in CLAUSE_END.finditer(clause)]
    clause = clause[ends[-1] if ends else 0 :]
    found = [*NEGATION.finditer(clause)]
    if not found or NEGATION.search(lead):
        return ""
    gap = [word for word in clause[found[-1].end() :].split() if word.lower() not in EMPTY]
    free = len(gap) > near or (gap and is_name(words))
    return "" if free else clause[found[-1].start() :].strip()


def is_name(words: str) -> bool:
    """Tell whether words are few enough to name a thing, not to state something of it."""
    return len(words.split()) <= (LONG_NAME if DETERMINED.match(words) else SHORT_NAME)


def _another_speaks(words: str) -> bool:
    if ANOTHER_TURN.search(words):
        return True
    if SET_OFF.fullmatch(words):
        return False
    return bool(SPOKEN.search(SAME_SPEAKER.sub("", words)))
