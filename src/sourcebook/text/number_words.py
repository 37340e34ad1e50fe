"""Numbers written as words, and the words that only look like them."""

import re
from decimal import Decimal

from text_to_num import alpha2digit

SCALES = {"dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9}
SCALES |= {"trillion": 10**12, "mn": 10**6, "mln": 10**6, "bn": 10**9, "tn": 10**12}
BIG = "hundred|thousand|million|billion|trillion"
TENS = (
    "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    "|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
ONES = rf"zero|one|two|three|four|five|six|seven|eight|nine|{TENS}"
NUMBER_WORD = rf"(?:{ONES}|{BIG}|dozen)"
TENTH = "(?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|hundredth|thousandth)"
PART = rf"(?:[ -](?:halves|{TENTH}s)|-(?:half|first|second|{TENTH})|(?<=one) (?:half|{TENTH}))\b"
ROOT = re.compile(rf"{ONES}|{BIG}|dozen|score|1 in |[ı\u0307ſ]")
LONGEST = 20
UNCOUNTED = re.compile(
    rf"(?:\b(?:{ONES}|[0-9]+) and )?\b{NUMBER_WORD}\b"
    rf"(?:(?: and |[ -]){NUMBER_WORD}\b){{0,{LONGEST}}}+{PART}"
    rf"|\b(?:one|1) in (?:every )?(?:{ONES}|[0-9]+)\b"
    rf"|\b(?:several|few|many|couple of) {NUMBER_WORD}\b"
    r"|\b(?:no|any|some|every|each|this|that|which|another) one\b|\bone(?= another\b|'|-\w+-)"
    rf"|\b(?:{ONES})(?= o'clock)"
    rf"|\b(?:nineteen|twenty)[ -](?:{TENS})(?:[ -](?:{ONES}))?\b",
    re.IGNORECASE,
)
WORDS = re.compile(
    rf"(?<![\w-])(?:(?:half[ -])?an?[ -](?={BIG}|dozen)|half[ -](?=dozen))?{NUMBER_WORD}\b"
    rf"(?:(?:[ -]|(?<=hundred) and |(?<=thousand) and |(?<=million) and ){NUMBER_WORD}\b)*",
    re.IGNORECASE,
)
WORD = re.compile(r"[A-Za-z]+")
UNFINISHED = ("half", "a", "an", "and")


def may_count(text: str) -> bool:
    """Tell whether a number in words, or what looks like one, may stand in a text; quickly."""
    return bool(ROOT.search(text.lower()))


def longest_amount(words: list[str]) -> tuple[Decimal | None, int]:
    """Return the number that the most words from the first on write, and how many they are."""
    longest: tuple[Decimal | None, int] = (None, 1)
    if words[0] in SCALES:
        return longest
    for count in range(1, min(len(words), LONGEST) + 1):
        amount = _word_amount(words[:count])
        if amount is not None:
            longest = amount, count
        elif words[count - 1] not in UNFINISHED:
            break
    return longest


def _word_amount(words: list[str]) -> Decimal | None:
    """Return the number that the words write all together, or ``None``."""
    factor = Decimal("0.5") if words[0] == "half" else Decimal(1)
    words = [word for word in words if word not in ("half", "a", "an")]
    if words and words[-1] == "dozen":
        words, factor = words[:-1] or ["one"], factor * 12
    digits = alpha2digit(" ".join(words), "en", 0) if words else ""
    return factor * Decimal(digits) if digits.isdecimal() else None
