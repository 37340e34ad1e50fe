"""Whether words between quotation marks stand in a source: whole, in order, not turned round."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice

from sourcebook.text.forms import JOINT, folded
from sourcebook.text.levelling import normalise
from sourcebook.text.quotation_marks import within
from sourcebook.text.tone import hedges
from sourcebook.text.whole import Wholes, wholes

Span = tuple[int, int]

LEFT_OUT = re.compile(r"\[…\]|\(…\)|…")
MOST_PLACES, MOST_GAPS, LONGEST_GAP, MOST_WORDS_LEFT_OUT = 1000, 3, 240, 25
CAPITAL_PUT = re.compile(r"\[(\w)\](?=\w)")
SIC = re.compile(r" ?\[sic[.!]?\]")
PUNCTUATION = " ,.;:'"
TURNING = re.compile(
    r"\b(?:not|never|no|none|nobody|nothing|nor|neither|without|cannot|hardly|barely|scarcely|rarely"
    r"|seldom|unless|except|excluding|if|until|den(?:y|ies|ied)|refus\w+|reject\w+|fail(?:s|ed)? to"
    r"|far from|unlikely|may|can|should|would|must|не|нет|ни|nije|nisu|ne|nicht|kein\w*|nie|pas"
    r"|jamais)\b|n't\b|[不没沒未非]|ない|ません",
    re.IGNORECASE,
)
SAYING = re.compile(
    r"\b(?:said|says?|saying|told|tells|add(?:s|ed)|ask(?:s|ed)|repl(?:ies|ied)|answer(?:s|ed)"
    r"|warn(?:s|ed)|claim(?:s|ed)|stat(?:es|ed)|argu(?:es|ed)|not(?:es|ed)|wr(?:ites|ote)"
    r"|declar(?:es|ed)|insist(?:s|ed)|explain(?:s|ed)|remark(?:s|ed)|call(?:s|ed)|cried|shouted"
    r"|respond(?:s|ed)|object(?:s|ed)|counter(?:s|ed)|recall(?:s|ed)|admit(?:s|ted)|according to"
    r"|announc(?:es|ed)|continu(?:es|ed)|conclud(?:es|ed))\b",
    re.IGNORECASE,
)
CUT = "it says them only inside a longer word, number or name: quote all of that"
TURNED = "a negation or “former” stands right beside them there: quote that as well"
LEFT = (
    "what is left out there is long or out of order, says not, if or may, or goes over to another "
    "speaker’s words: quote it in two pieces, or whole"
)
OPENING, MARK = re.compile(r"(?<!\w)'(?=\w)"), re.compile(r"(?<!\w)'|'(?!\w)")
SENTENCE_END = re.compile(r"[.!?](?= |'|\Z)")
PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
DENIES = re.compile(r"(?:\b(?:not|never|no|nor|cannot|without)|n't)(?: [\w-]+){0,4} ?\Z", re.I)
DENIES_AFTER = re.compile(r"\W*(?:not|never|no longer)\b", re.I)
SPOKEN_ON = 120


def is_quoted(words: str, quotation: str, around: tuple[str, str] = ("", "")) -> bool:
    """Tell whether words between marks stand in a quotation.

    Dots may leave words out: a few, in one paragraph, and neither a negation or condition nor where
    another speaks. A negation that stands right beside the words in the quotation must stand in
    them, or beside them in the prose ``around``.
    """
    return not fault(words, quotation, around)


def fault(words: str, quotation: str, around: tuple[str, str] = ("", "")) -> str:
    """Return why words between marks do not stand in a quotation; empty where they do."""
    inner = SIC.sub("", CAPITAL_PUT.sub(r"\1", normalise(within(words))))
    parts = [part for one in LEFT_OUT.split(inner) if (part := one.strip(PUNCTUATION))]
    if len(parts) > MOST_GAPS + 1:
        return f"it leaves words out in more than {MOST_GAPS} places"
    there = _There(quotation, *around)
    ends: list[int] = []
    for number, part in enumerate(parts):
        places = [*_places(part, there.text)]
        spans = [span for span in places if there.holds(*span)]
        if not spans:
            return CUT if places else f"it does not say “{part}”"
        if number == 0:
            ends, reason = [end for start, end in spans if there.may_begin(start)], TURNED
        else:
            ends, reason = [end for start, end in spans if there.leads(ends, start, end)], LEFT
        if not ends:
            return reason
    return "" if not parts or any(there.may_end(end) for end in ends) else TURNED


class _There:
    """The quotation that is to hold the words, and the prose around these."""

    def __init__(self, quotation: str, before: str, after: str) -> None:
        self.folded = folded(quotation)
        self.text = self.folded.text.replace(JOINT, "-")
        self.quotation = quotation
        self._denies_before = bool(DENIES.search(before.rstrip()))
        self._denies_after = bool(DENIES_AFTER.match(after))

    @property
    def _wholes(self) -> Wholes:
        return wholes(self.text)

    def holds(self, start: int, end: int) -> bool:
        """Tell whether a span cuts nothing that has its sense as a whole."""
        split = self.folded.splits(start) or self.folded.splits(end)
        return not split and self._wholes.cut(start, end) is None

    def may_begin(self, start: int) -> bool:
        """Tell whether words may begin here: no negation goes before that the prose leaves out."""
        return self._denies_before or self._wholes.denied_before(start) is None

    def may_end(self, end: int) -> bool:
        """Tell whether words may end here: no negation follows that the prose leaves out."""
        return self._denies_after or self._wholes.denied_after(end) is None

    def leads(self, ends: list[int], start: int, end: int) -> bool:
        """Tell whether from the nearest of the ends words may be left out up to ``start``."""
        at = bisect_right(ends, start) - 1
        return at >= 0 and start - ends[at] <= LONGEST_GAP and self._may_go(ends[at], start, end)

    def _may_go(self, start: int, end: int, spoken_on: int) -> bool:
        gap = self.text[start:end]
        return not (
            len(gap.split()) > MOST_WORDS_LEFT_OUT
            or len(SENTENCE_END.findall(gap)) > 1
            or TURNING.search(gap)
            or hedges(gap)
            or PARAGRAPH_END.search(self.quotation[slice(*self.folded.original(start, end))])
            or _another_speaks(gap, self.text[spoken_on : spoken_on + SPOKEN_ON])
        )


def _places(part: str, text: str) -> Iterator[Span]:
    """Yield the first thousand places of words, whose first letter may be a capital there."""
    variants = {part, part[0].lower() + part[1:], part[0].upper() + part[1:]}
    starts = sorted(at for one in variants for at in islice(_all(one, text), MOST_PLACES))
    yield from ((at, at + len(part)) for at in starts)


def _all(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _another_speaks(gap: str, further: str) -> bool:
    """Tell whether what is left out goes over to the words of somebody else.

    Words that only say who speaks may be left out of one speech: “The crew,” he said, “left.”
    """
    marks = [match.start() for match in MARK.finditer(gap)]
    if not marks or OPENING.match(gap, marks[0]):
        return bool(SAYING.search(gap)) or len(marks) % 2 == 1
    if len(marks) != 2:
        return True
    between = gap[marks[0] : marks[1]]
    ended = SENTENCE_END.search(between) is not None
    spoken = MARK.search(further)
    return ended and bool(spoken and SAYING.search(further, spoken.start()))
