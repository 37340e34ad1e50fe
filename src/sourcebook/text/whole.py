"""What carries its sense only as a whole: numbers with their signs and units, compounds, names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from sourcebook.text import measures
from sourcebook.text.forms import IDEOGRAPH, JOINT, PICTURE, is_mark

Span = tuple[int, int]

UNSPACED = f"{IDEOGRAPH}\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
LETTER = rf"[^\W{UNSPACED}]"
SHOWN = "ˬ"

LINKED = r"(?: (?:and|of|in|out of|and an?|of an?|an?) |[ -])"
IN_WORDS = rf"(?i:\b(?:half an? |an? )?{measures.NUMBER_WORD}(?:{LINKED}{measures.NUMBER_WORD})*+)"
NUMBER = rf"(?:{measures.DIGITS}|{IN_WORDS})"
MONEY = f"(?:{measures.MONEY_SIGN}|(?:{measures.MONEY_CODE}))"
AFTER = (
    rf"(?:[ -]?(?:(?i:{measures.SCALE})|{measures.UNIT}|{measures.MONEY_CODE}"
    rf"|(?i:{measures.MONEY_WORD}|{measures.PER_CENT})|{measures.MONTH})(?!\w)"
    rf"| ?(?:[%‰‱٪]|°[CFK]?|[万萬億亿兆千百][元円圓]?|{measures.MONEY_SIGN})|\+)"
)
MINUS = r"(?<![\w)'…%])-"
AMOUNT = rf"(?:{MINUS}|[+±~≈<>≤≥=§#№] ?)?(?:{MONEY} ?)?-?{NUMBER}{AFTER}*+"
DATED = (
    rf"\b(?:{measures.MONTH}|{measures.DAY})(?!\w)(?: \d{{1,2}}(?:st|nd|rd|th)?\b(?:, \d{{4}})?)?"
)
ONE = rf"(?:{AMOUNT}|{DATED})"
TO = r"(?: ?[-×x/] ?| (?:to|or|through|till|until|by|up to|bis|до) )"
QUANTITY = (
    rf"(?:\b(?i:{measures.BOUND}) ){{0,3}}+(?:{ONE}(?:{TO}{ONE})*+(?:{measures.OR_MORE}\b)?"
    rf"|(?i:between) {ONE} and {ONE})"
)
BETWEEN = rf"\b(?i:between|from) {ONE} (?:and|to) {ONE}"
SHARE = rf"{NUMBER} (?:in(?: every)?|out of|of) (?:\d{{1,3}}\b|(?i:{measures.NUMBER_WORD}))"
PREFIXED = rf"(?i:non|ex|anti|pseudo|quasi|semi) {LETTER}+"
NUMBERED = rf"(?i:{measures.LABEL})\.? (?:\d+\w*|[IVXLC]+)\b"
HINT = re.compile(r"\d+|[^\W\d_]+|[-+±~≈<>≤≥=§#№.½⅓⅔¼¾⅐-⅞$¢-¥֏؋৲৳૱௹฿៛\u20a0-\u20c0]")
HINTED = re.compile(rf"{SHARE}|{QUANTITY}|{BETWEEN}|{PREFIXED}|{NUMBERED}")
FIRST = frozenset(
    word
    for words in (QUANTITY, BETWEEN, SHARE, PREFIXED, NUMBERED)
    for word in re.findall(r"[a-z]+", re.sub(r"\\[a-z]", "", words.lower()))
)

COMPOUND = rf"(?<!{LETTER}){LETTER}++(?:(?:['&@·+/-]|\.(?![A-Z][a-z])){LETTER}++|[+#])++"
TAGGED = rf"[#@§]{LETTER}+|\b[A-Z]{{1,3}}{measures.MONEY_SIGN}"
SMALL = "In|At|On|By|Of|To|As|An|No|So|If|Or|It|He|We|My|Is|Up|Be|Us|Do|Go|Am"
SERIAL = (
    rf"\b(?=[A-Z])(?:[B-HJ-Z]|[A-Z]{{2,4}}|(?!(?:{SMALL})\b)[A-Z][a-z][A-Z]?)"
    r" (?!(?:19|20)\d\d\b)\d++[A-Za-z]?\b"
    r"|\b[A-Z]\w++ [IVX]{2,}\b"
    r"|(?<![\w-])[A-Za-z]{1,12}-\d++\w*+ (?:[A-Z]{2,}\w*(?:-\w+)?|[IVX]+)\b"
)
ADDRESS = r"\b(?:https?://|ftp://|www\.)[^\s'…]*[^\s'….,;:!?)\]]"
COUNTED = (
    "(?=[\\d〇零一二三四五六七八九十百千万萬億亿兆两兩第]{2}|.[%年月日元円圓号號度])"
    "[\\d〇零一二三四五六七八九十百千万萬億亿兆两兩第]++[%年月日元円圓号號度]?"
)
KATAKANA = "[\u30a1-\u30fa\u30fc]{2,}"
DRAWN = (
    f"[\U0001f1e6-\U0001f1ff]{{2}}"
    f"|[{PICTURE}](?:[\U0001f3fb-\U0001f3ff\u20e3\U000e0020-\U000e007f]|\u200d[{PICTURE}])++"
)
ANYWHERE = tuple(
    re.compile(pattern) for pattern in (COMPOUND, TAGGED, SERIAL, ADDRESS, COUNTED, KATAKANA, DRAWN)
)
NOT_BEFORE = re.compile(
    r"(?:\b(?i:not|never|no|nor|cannot|without|neither|не|ни|нет|без|није|нису|нема|ne|nije|nisu"
    r"|bez|nicht|kein\w{0,2}|niemals|nie|pas|jamais|안|못|לא|لا|لم|لن|ليس)|ไม่|[不没沒未非无無]"
    r"|\b(?i:former|alleged|so-called|would-be|half(?: of)?|(?:none|few|neither|thirds?|quarters?"
    r"|fifths?|tenths?|per cent|percent) of)|% of) ?\Z"
)
NOT_AFTER = re.compile(
    r" ?(?:(?i:not|never|no longer|hardly|barely|scarcely)\b|ない|ません|なかった|않|못하)"
)
WITHIN = re.compile(f"{LETTER}{LETTER}")
LOOKED_AT = 24
VOWEL_FIRST, JOINS = "เแโใไເແໂໃໄ", "\u1039\u17d2"
VOWEL_LAST = re.compile("[ะาำๅๆฯະາຳ]")


class Wholes:
    """The spans of a folded text that may not be cut."""

    def __init__(self, text: str) -> None:
        """Take the text as :func:`sourcebook.text.forms.folded` has it."""
        self.text = text
        marks = {sign for sign in set(text) if sign == JOINT or is_mark(sign)}
        self._plain = text.translate(dict.fromkeys(map(ord, marks), SHOWN))
        spans = (match.span() for whole in ANYWHERE for match in whole.finditer(self._plain))
        self._spans = sorted([*spans, *_hinted(self._plain)])
        self._furthest = [*accumulate(self._spans, _further)]

    def cut(self, start: int, end: int) -> Span | None:
        """Return what one of the ends of a span cuts, if it cuts anything."""
        return self._around(start) or self._around(end)

    def turned(self, start: int, end: int) -> Span | None:
        """Return the negation right before or behind a span, which turns its sense."""
        return self.denied_before(start) or self.denied_after(end)

    def denied_before(self, start: int) -> Span | None:
        """Return the negation right before a place."""
        first = max(start - LOOKED_AT, 0)
        match = NOT_BEFORE.search(self.text[first:start])
        return (first + match.start(), start) if match else None

    def denied_after(self, end: int) -> Span | None:
        """Return the negation right behind a place."""
        match = NOT_AFTER.match(self.text, end)
        return (end, match.end()) if match else None

    def _around(self, at: int) -> Span | None:
        if at <= 0 or at >= len(self.text):
            return None
        before = bisect_left(self._spans, (at, -1)) - 1
        if before >= 0 and self._furthest[before][1] > at:
            return self._furthest[before]
        left, right = self.text[at - 1], self.text[at]
        cluster = (is_mark(right) and not left.isspace()) or left in VOWEL_FIRST or left in JOINS
        inside = WITHIN.match(self._plain, at - 1) or VOWEL_LAST.match(right)
        return (at - 1, at + 1) if cluster or inside else None


@lru_cache(maxsize=64)
def wholes(text: str) -> Wholes:
    """Return the spans of a folded text that may not be cut; each text is read once."""
    return Wholes(text)


def _hinted(plain: str) -> Iterator[Span]:
    """Yield what begins with a number or with a word that may lead to one."""
    last = 0
    for hint in HINT.finditer(plain):
        if hint.start() >= last and (not hint[0].isalpha() or hint[0].lower() in FIRST):
            match = HINTED.match(plain, hint.start())
            if match:
                last = match.end()
                yield match.span()


def _further(one: Span, other: Span) -> Span:
    return one if one[1] > other[1] else other
