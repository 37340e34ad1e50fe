"""Finding what stands between quotation marks: every pair of them is one, also inside another."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from functools import lru_cache

from sourcebook.text.folding import UNSPACED
from sourcebook.text.sentences import CELL_END, Span

DEEPEST = 16
PAIRS = {"“": "”", "„": "“”", "”": "”", '"': '"', "‘": "’", "‚": "‘’", "'": "'"}
PAIRS |= {"«": "»", "»": "«", "‹": "›", "›": "‹", "「": "」", "『": "』", "〝": "〞〟", "＂": "＂"}
PAIRS |= {"‟": "”", "‛": "’"}
MAY_STAY_OPEN = "“„«「『"
APOSTROPHES = "'’"
SINGLE = "‘‚'‹›"
MARK = re.compile(rf"[{''.join(PAIRS)}{''.join(PAIRS.values())}{CELL_END}]")
OPENS = re.compile(
    rf"(?:^|(?<=[\s(\[{{<—–\-/:=“„”\"‘‚'«»‹›「『\0…{UNSPACED}])).(?=[^\s,;:!?)\]}}\0])"
)
OPENS_ANYWHERE = re.compile(r".(?=[^\s,;:!?)\]}\0])")
OPENS_WITH_SPACE = re.compile(r"(?:^|(?<![\w.,!?…])).\s*\S", re.DOTALL)
SHORTENED = re.compile(r"'(?:\d|(?:tis|twas|twere|em|til|cause|n|round|bout|cos)\b)", re.IGNORECASE)
CLOSES = re.compile(r"(?<=\S).(?!\w)", re.DOTALL)
CLOSES_BEFORE_A_WORD = re.compile(rf"(?<=\S).(?![^\W{UNSPACED}])", re.DOTALL)
OF_MANY = re.compile(r"(?<=s).(?= \w)")
WORD = re.compile(r"\w")
ATTRIBUTION = re.compile(r"(?m)^[ \t]*(?:—|―|--)")


@lru_cache(maxsize=1024)
def between_marks(text: str) -> tuple[Span, ...]:
    """Return where quotations stand, with their marks; those inside another are part of it.

    One that opens and never closes, as where the next paragraph goes on with it, reaches to the end
    of the text or of its cell.
    """
    found = sorted(_spans(text), key=lambda span: (span[0], -span[1]))
    outer: list[Span] = []
    for span in found:
        if (not outer or span[0] >= outer[-1][1]) and WORD.search(text, *span):
            outer.append(span)
    return tuple(outer)


def without_quotations(text: str) -> str:
    """Return the text with blanks for what is quoted; no character and no line end moves."""
    parts: list[str] = []
    last = 0
    for start, end in between_marks(text):
        parts += text[last:start], re.sub(r"[^\n]", " ", text[start:end])
        last = end
    return "".join([*parts, text[last:]])


def set_apart(text: str) -> Iterator[Span]:
    """Yield the words of a block quotation, but not the line that says whose they are."""
    words = ATTRIBUTION.split(text)[0]
    if WORD.search(words):
        yield len(words) - len(words.lstrip()), len(words.rstrip())


def without_marks(words: str) -> str:
    """Return quoted words without the marks around them."""
    if words[:1] in PAIRS and words[-1:] in PAIRS[words[0]]:
        return words[1:-1]
    return words[1:] if words[:1] in MAY_STAY_OPEN else words


def _spans(text: str) -> Iterator[Span]:
    opened: deque[int] = deque(maxlen=DEEPEST)
    last_of_many: Span | None = None
    for match in MARK.finditer(text):
        at, mark = match.start(), match[0]
        if mark == CELL_END:
            yield from _left_open(text, opened, at)
            opened.clear()
            last_of_many = None
        elif _closes(text, at) and any(mark in PAIRS[text[one]] for one in opened):
            while mark not in PAIRS[text[opened[-1]]]:
                opened.pop()
            start = opened.pop()
            yield start, at + 1
            last_of_many = (start, at) if mark in APOSTROPHES and OF_MANY.match(text, at) else None
        elif _opens(text, at):
            opened.append(at)
        elif last_of_many and mark == text[last_of_many[1]] and _ends_more(text, at):
            yield last_of_many[0], at + 1
            last_of_many = None
    yield from _left_open(text, opened, len(text))


def _left_open(text: str, opened: deque[int], end: int) -> Iterator[Span]:
    return ((at, end) for at in opened if text[at] in MAY_STAY_OPEN)


def _closes(text: str, at: int) -> bool:
    """Tell whether a mark may close: an apostrophe before a letter does not."""
    if text[at] in "'\"’":
        return bool(CLOSES_BEFORE_A_WORD.match(text, at))
    return True


def _ends_more(text: str, at: int) -> bool:
    """Tell whether a mark closes what an apostrophe after a plural seemed to close before."""
    return bool(CLOSES.match(text, at)) and not OF_MANY.match(text, at)


def _opens(text: str, at: int) -> bool:
    mark = text[at]
    if mark not in PAIRS:
        return False
    if mark in "“„‚「『〝":
        return bool(OPENS_ANYWHERE.match(text, at))
    if mark == "«":
        return bool(OPENS_WITH_SPACE.match(text, at))
    return bool(OPENS.match(text, at)) and not SHORTENED.match(text, at)
