"""A text in one form, in which two ways of writing the same are the same, and the way back."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache

Change = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]

JOINT = "\u00ad"
QUOTES = "\"'`´‘’‚‛“”„‟«»‹›「」『』〝〞〟＂＇｢｣﹁﹂﹃﹄ʼ❛❜❝❞"
HYPHENS = "\u2010\u2011\u2012\u2013\u2043\u2212\ufe63\uff0d"
ONE_FOR_ONE = str.maketrans(
    dict.fromkeys(QUOTES, "'") | dict.fromkeys(HYPHENS, "-") | {"―": "—", "⋯": "…", "⁄": "/"}
)
UNSEEN = (
    "\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0100-\U000e01ef"
)
PICTURE = "\u2190-\u21ff\u2300-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
BREAK = r"(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029])"
HIDDEN = re.compile(rf"\u00ad[ \t]*{BREAK}[ \t]*(?=\w)|\u200d(?![{PICTURE}])|(?!\u200d)[{UNSEEN}]")
IDEOGRAPH = "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
IDEOGRAPH += "\uf900-\ufaff\U00020000-\U0003ffff"
WIDE = re.compile(rf"[{IDEOGRAPH}\u3001-\u3002\u3008-\u3011\uff00-\uff60]")
SPACED = re.compile(
    rf"(?<=\w)[-{HYPHENS}][ \t]*{BREAK}[ \t]*(?=\w)"
    r"|(?<![^\s(])«\s+|(?:\s{2,}|[^\S ]| (?=»))(?:»(?!\w))?"
)
SIGNS = re.compile(
    rf"[{QUOTES}]{{2,}}|[.…⋯]+(?: [.…⋯]+){{2,}}|[.…⋯]{{2,}}|[-—―{HYPHENS}]{{2,}}"
    r"|(?<![^ ])[—―](?![^ ])"
)
KEPT_APART = ("<super>", "<sub>", "<fraction>", "<circle>", "<font>")
JAMO = re.compile("[\u1160-\u11ff]")


class Folded:
    """A text in one form, ``Folded.text``, each place of which leads back to the text as written.

    One form have: letters and their marks however composed, ligatures and wide letters, what cannot
    be seen, hyphens and minus signs, quotation marks, dots left out, white space. A hyphen that may
    be there only because a line ended is :data:`JOINT`.
    """

    def __init__(self, text: str) -> None:
        """Take the text as written."""
        self._layers: list[Layer] = []
        for pattern, by in changes(text):
            layer = Layer(self._layers[-1].text if self._layers else text, pattern, by)
            if layer.changed:
                self._layers.append(layer)
        last = self._layers[-1].text if self._layers else text
        self.text = last.translate(ONE_FOR_ONE)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return where a span of ``Folded.text`` stands in the text as written."""
        for layer in reversed(self._layers):
            start, end = layer.start(start), layer.end(end)
        return start, end

    def splits(self, at: int) -> bool:
        """Tell whether a place stands inside what is one sign as written, as inside “ﬁ”."""
        for layer in reversed(self._layers):
            if layer.inside(at):
                return True
            at = layer.start(at)
        return False


@lru_cache(maxsize=1024)
def folded(text: str) -> Folded:
    """Return a text folded; each is read once."""
    return Folded(text)


class Layer:
    """A text in which a pattern has been replaced, with the place of each piece that was."""

    def __init__(
        self, text: str, pattern: re.Pattern[str], by: Callable[[re.Match[str]], str]
    ) -> None:
        parts: list[str] = []
        self._old: list[tuple[int, int]] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        length = last = 0
        for match in pattern.finditer(text):
            new = by(match)
            length += match.start() - last
            parts += (text[last : match.start()], new)
            self._starts.append(length)
            length += len(new)
            self._ends.append(length)
            self._old.append(match.span())
            last = match.end()
        self.changed = bool(self._old)
        self.text = "".join([*parts, text[last:]])

    def start(self, at: int) -> int:
        """Return where what begins at a place began before."""
        piece = bisect_right(self._starts, at) - 1
        if piece < 0:
            return at
        if at < self._ends[piece]:
            return self._old[piece][0]
        return self._old[piece][1] + at - self._ends[piece]

    def end(self, at: int) -> int:
        """Return where what ends at a place ended before."""
        piece = bisect_left(self._starts, at) - 1
        if piece < 0:
            return at
        return self._old[piece][1] + max(at - self._ends[piece], 0)

    def inside(self, at: int) -> bool:
        """Tell whether a place stands inside one of the pieces that were replaced."""
        piece = bisect_right(self._starts, at) - 1
        return piece >= 0 and self._starts[piece] < at < self._ends[piece]


def changes(text: str) -> Iterator[Change]:
    """Yield what to replace, in order, so that a text has one form."""
    if not text.isascii():
        yield HIDDEN, _nothing
        if not unicodedata.is_normalized("NFKC", text):
            yield _composing(text), _composed
    yield SPACED, _spaced
    yield SIGNS, _one_sign


def _composing(text: str) -> re.Pattern[str]:
    """Return a pattern for the signs of this text that may be written as other signs."""
    signs = {sign for sign in set(text) if not sign.isascii()}
    marks = {sign for sign in signs if is_mark(sign) or JAMO.match(sign)}
    bases = {sign for sign in signs - marks if _apart(sign) != sign}
    parts = [f"[^{_class(marks)}][{_class(marks)}]+"] if marks else []
    parts += [f"[{_class(bases)}]"] if bases else []
    return re.compile("|".join(parts) or r"(?!)")


def is_mark(sign: str) -> bool:
    """Tell whether a sign is no letter of its own but goes with the one before it."""
    return unicodedata.category(sign).startswith("M")


def _class(signs: set[str]) -> str:
    return "".join(sorted(signs))


def _apart(sign: str) -> str:
    """Return a ligature, a wide letter and the like as plain letters; ½ and ² say more."""
    plain = unicodedata.normalize("NFKC", sign)
    apart = unicodedata.decomposition(sign).startswith(KEPT_APART) or " " in plain
    return unicodedata.normalize("NFC", sign) if apart else plain


def _nothing(_: re.Match[str]) -> str:
    return ""


def _composed(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", "".join(_apart(sign) for sign in match[0]))


def _spaced(match: re.Match[str]) -> str:
    words, (start, end) = match[0], match.span()
    around = match.string[start - 1 : start], match.string[end : end + 1]
    if not words[0].isspace() and words[0] != "«":
        return JOINT if all(sign.isalpha() for sign in around) else "-"
    if "«" in words or "»" in words:
        return "'"
    broken = words.splitlines() != [words]
    return "" if broken and all(WIDE.match(sign) for sign in around) else " "


def _one_sign(match: re.Match[str]) -> str:
    words, (start, end) = match[0], match.span()
    if words[0] in ".…⋯":
        return "…" if len(words) > 2 or "…" in words or "⋯" in words else words
    if words[0] in QUOTES:
        return "'"
    around = match.string[max(start - 1, 0) : start] + match.string[end : end + 1]
    return "-" if not around.strip(" ") else "—"
