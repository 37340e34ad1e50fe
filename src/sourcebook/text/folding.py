"""Texts with one form of each sign, so that words are found whatever forms they have."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from functools import cache, cached_property, lru_cache

MOST_OVERLAPPING = 1000
compiled = cache(re.compile)  # when it is asked for, as it takes longer than all else to load
WRAP, HYPHEN, APART = "\xad", "-", "- "

HYPHENS = "-\u02d7\u058a\u05be\u2010\u2011\u2012\u2013\u2043\u2212\ufe63\uff0d"
SINGLE = "'\u2018\u2019\u201a\u201b\u2032\u02bc\u02bb\u2035\u275b\u275c\xb4\uff07"
DOUBLE = '"\u201c\u201d\u201e\u201f\u2033\u2036\u275d\u275e\u301d\u301e\u301f\uff02'
CORNERS = "\u300c\u300d\u300e\u300f\ufe41\ufe42\ufe43\ufe44\uff62\uff63"
INVISIBLE = (
    "\xad\u034f\u061c\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef"
)
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3001-\u303f\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\uff65-\uff9f\U00020000-\U0003ffff"
)
LIGATURES = (
    "\xb5\u0132\u0133\u013f\u0140\u0149\u017f\u01c4-\u01cc\u01f1-\u01f3\u0587\u0675-\u0678\u0e33"
    "\u0eb3\u0edc\u0edd\ufb00-\ufb06\ufb13-\ufb17\ufb20-\ufb29\ufb4f-\ufbff\ufd50-\ufdfb\ufe80-\ufefc"
)
LETTER = r"[^\W\d_]"

ONE_CHARACTER_EACH = str.maketrans(
    {chr(at): unicodedata.normalize("NFKC", chr(at)) for at in range(0xFF01, 0xFFDD)}
    | dict.fromkeys(HYPHENS, HYPHEN)
    | dict.fromkeys("\u2014\u2015\ufe31\ufe58", "—")
    | dict.fromkeys(SINGLE, "'")
    | dict.fromkeys(DOUBLE + CORNERS, '"')
)
SPECIAL = (
    rf"(?=[-`'…«»‹›\s{INVISIBLE}{LIGATURES}])(?! [A-Za-z0-9])"  # soon told where nothing is
    rf"(?:(?P<wrap>(?<={LETTER})[-\xad][ \t]*(?:\r\n|\r|\n)[ \t]*(?={LETTER}))"
    r"|(?P<joined>(?<=\w)-[ \t]*(?:\r\n|\r|\n)[ \t]*(?=\w))"
    r"|(?P<opening>(?<![\w.,!?…])[«‹]\s*)|(?P<closing>[«»‹›])"
    rf"|(?P<spaced>(?<=[{UNSPACED}])\s+(?=[{UNSPACED}])|\s+(?=[»›](?!\w))|(?<=\.)\s+(?=\.))"
    rf"|(?P<space>(?! (?![\s{INVISIBLE}]))[\s{INVISIBLE}]+)"
    r"|(?P<double>``|'')|`"
    r"|(?P<dots>…)"
    rf"|(?P<ligature>[{LIGATURES}]))"
)
MAY_BE_SPECIAL = re.compile(r"[\t-\r\x1c-\x1f`\x7f-\U0010ffff]|  |''|\. \.")
JOINT = re.compile(rf"[-{WRAP}](?<={LETTER}[-{WRAP}])(?:(?<=-) )?(?={LETTER})")


class Edited:
    """A text in which some spans were replaced, and the way back to where each character stood."""

    def __init__(self, text: str, edits: Iterator[tuple[int, int, str]]) -> None:
        """Take the text and its edits in order, each a start, an end and what stands there now."""
        parts: list[str] = []
        self._here, self._there, self._ends = [0], [0], [0]
        last = length = 0
        for start, end, words in edits:
            parts += text[last:start], words
            length += start - last
            self._add(length, start, end)
            length += len(words)
            self._add(length, end, end)
            last = end
        self.text = "".join([*parts, text[last:]])

    def _add(self, here: int, there: int, end: int) -> None:
        if self._here[-1] == here:
            self._here.pop(), self._there.pop(), self._ends.pop()
        self._here.append(here)
        self._there.append(there)
        self._ends.append(end)

    def original(self, at: int) -> tuple[int, int]:
        """Return the span of the text itself that the character at a place stands for."""
        part = bisect_right(self._here, at) - 1
        start, end = self._there[part], self._ends[part]
        if start < end:
            return start, end
        return start + at - self._here[part], start + at - self._here[part] + 1

    def divides(self, at: int) -> bool:
        """Tell whether a place stands between two characters of one replacement."""
        part = bisect_right(self._here, at) - 1
        return self._there[part] < self._ends[part] and self._here[part] < at


class Folded:
    """A text with one form of each sign, in which words are found whatever form they have.

    Normal form, width, ligatures, soft hyphens, marks of no width, white space, forms of hyphens,
    of ellipses and of quotation marks make no difference, nor does the hyphen of a line break.
    """

    def __init__(self, text: str, *, one_mark: bool = False) -> None:
        """Take the text as it stands in its file; double marks are single ones if so asked."""
        plain = text.translate(ONE_CHARACTER_EACH)
        self._composed = Edited(plain, _uncomposed(plain))
        self._special = Edited(self._composed.text, _special(self._composed.text))
        self._one_mark = one_mark
        self.readable = self._marked(self._special.text)

    def _marked(self, text: str) -> str:
        return text.replace('"', "'") if self._one_mark else text

    @cached_property
    def _stages(self) -> tuple[Edited, Edited, Edited]:
        readable = self._special.text
        return Edited(readable, _joints(readable)), self._special, self._composed

    @cached_property
    def text(self) -> str:
        """Return the text without hyphens between letters, to be searched."""
        return self._marked(self._stages[0].text)

    def find(self, words: Folded) -> Iterator[tuple[int, int]]:
        """Yield the places of words in ``Folded.text``, overlapping ones too.

        Words that overlap themselves a thousand times are not looked for any further.
        """
        asked = words.text.strip()
        if not asked:
            return
        lead = len(words.text) - len(words.text.lstrip())
        at, overlapping = self.text.find(asked), 0
        while at >= 0 and overlapping < MOST_OVERLAPPING:
            if self._joins(at, words, lead, len(asked)):
                yield at, at + len(asked)
            last, at = at, self.text.find(asked, at + 1)
            overlapping += at - last < len(asked)

    def follows(self, words: Folded, at: int) -> bool:
        """Tell whether words stand right before a place, white space aside."""
        return self.text.endswith(words.text, 0, at - (self.text[at - 1 : at] == " "))

    def precedes(self, words: Folded, at: int) -> bool:
        """Tell whether words stand right behind a place, white space aside."""
        return self.text.startswith(words.text, at + (self.text[at : at + 1] == " "))

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the text itself of a place that is not empty."""
        return self._span(start)[0], self._span(end - 1)[1]

    def divides(self, at: int) -> bool:
        """Tell whether a place stands inside what is one character of the text itself."""
        for stage in self._stages:
            if stage.divides(at):
                return True
            if at >= len(stage.text):
                return False
            at = stage.original(at)[0]
        return False

    def _span(self, at: int) -> tuple[int, int]:
        start, end = at, at + 1
        for stage in self._stages:
            start, end = stage.original(start)[0], stage.original(end - 1)[1]
        return start, end

    @cached_property
    def _hyphens(self) -> tuple[list[int], list[str]]:
        """Return where in ``Folded.text`` a hyphen between letters stood, and its form."""
        places, forms, gone = [], [], 0
        for match in JOINT.finditer(self.readable):
            places.append(match.start() - gone)
            forms.append(match[0])
            gone += len(match[0])
        return places, forms

    def _joins(self, at: int, words: Folded, lead: int, length: int) -> bool:
        """Tell whether the same hyphens stand at a place; that of a line break may be none."""
        here, there = self._within(at, length), words._within(lead, length)
        return here == there or all(
            here.get(place) == there.get(place) or WRAP in (here.get(place), there.get(place))
            for place in here.keys() | there.keys()
        )

    def _within(self, start: int, length: int) -> dict[int, str]:
        places, forms = self._hyphens
        first, last = bisect_right(places, start), bisect_left(places, start + length)
        return {places[at] - start: forms[at] for at in range(first, last)}


@lru_cache(maxsize=256)
def folded(text: str) -> Folded:
    """Return a text to find words in; each is read once."""
    return Folded(text)


def fold(text: str) -> str:
    """Return a text with one form of each sign, to be compared with another."""
    return folded(text).readable.replace(WRAP, HYPHEN).strip()


def _uncomposed(plain: str) -> Iterator[tuple[int, int, str]]:
    if unicodedata.is_normalized("NFC", plain):
        return
    for start, end in _clusters(plain):
        composed = unicodedata.normalize("NFC", plain[start:end])
        if composed != plain[start:end]:
            yield start, end, composed


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not _continues(text[at]):
            yield start, at
            start = at


def _continues(sign: str) -> bool:
    if sign < "\u0300":
        return False
    return unicodedata.category(sign) in ("Mn", "Mc") or "\u1160" <= sign <= "\u11ff"


def _special(text: str) -> Iterator[tuple[int, int, str]]:
    for match in compiled(SPECIAL).finditer(text) if MAY_BE_SPECIAL.search(text) else ():
        words = FORMS[match.lastgroup or "backtick"](match)
        if words != match[0]:
            yield *match.span(), words


def _joints(text: str) -> Iterator[tuple[int, int, str]]:
    return ((*match.span(), "") for match in JOINT.finditer(text))


def _space(match: re.Match[str]) -> str:
    """Return a space for white space, nothing for marks of no width but what joins pictures."""
    if not match[0].isspace() and re.search(r"\s", match[0]):
        return " "
    after = match.string[match.end() : match.end() + 1]
    joins = match[0].endswith("\u200d") and after and unicodedata.category(after) == "So"
    return " " if match[0].isspace() else "\u200d" if joins else ""


def _guillemet(match: re.Match[str]) -> str:
    return '"' if match[0][0] in "«»" else "'"


FORMS: dict[str, Callable[[re.Match[str]], str]] = {
    "wrap": lambda _: WRAP,
    "joined": lambda _: HYPHEN,
    "opening": _guillemet,
    "closing": _guillemet,
    "spaced": lambda _: "",
    "space": _space,
    "double": lambda _: '"',
    "backtick": lambda _: "'",
    "dots": lambda _: "...",
    "ligature": lambda match: unicodedata.normalize("NFKC", match[0]),
}
