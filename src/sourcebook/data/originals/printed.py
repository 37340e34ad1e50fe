"""Lines as they are printed on pages: running heads and feet, and the paragraphs between them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sourcebook.data.layout import PAGE_END, is_divided
from sourcebook.data.originals.extracted import squeezed

MARGIN_LINES = 2
SAME_PLACE = 3.0
LEAST_REPEATED, LEAST_IN_MANY, MANY_PAGES = 2, 3, 6
OTHER_SIZE, USUAL_LEADING, WIDE = 0.15, 1.2, 1.35
INDENT, SHORT = 0.8, 3.0
NUMBER = re.compile(r"\d+|^[ivxlc]+$")
ENDS = re.compile(r"[.!?…:;][\"'”’»)\]\d]*$")
ITEM = re.compile(r"[•◦▪‣]|[–—*-]\s|\(?(?:\d{1,2}|[a-z])[.)]\s")
HYPHENED = re.compile(r"\b(\w+)-$")
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Line:
    """A printed line: its page from 0, its edges in points from the page's lower left, its size."""

    page: int
    text: str
    left: float
    right: float
    bottom: float
    size: float


@dataclass(frozen=True)
class Printed:
    """A printed text, a paragraph to a line, form feeds between pages, and what was left out."""

    text: str
    aside: tuple[str, ...]
    first_page: int


def read_printed(lines: Iterable[Line]) -> Printed:
    """Return the text of printed lines, given in the order in which they are read."""
    lines = [one for one in lines if one.text.strip()]
    running = _running(lines)
    heads = [line for at, line in enumerate(lines) if at in running]
    left = [line for at, line in enumerate(lines) if at not in running]
    return Printed(_text(left), tuple(_told(heads)), _first_page(heads))


def _running(lines: Sequence[Line]) -> set[int]:
    """Return which lines stand near the edge of a page, and again on others at that height."""
    own: dict[int, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        own[line.page].append(at)
    alike: dict[str, list[int]] = defaultdict(list)
    for places in own.values():
        heights = sorted({round(lines[at].bottom) for at in places})
        edges = {*heights[:MARGIN_LINES], *heights[-MARGIN_LINES:]}
        for at in places:
            if round(lines[at].bottom) in edges:
                alike[_pattern(lines[at])].append(at)
    wanted = LEAST_IN_MANY if len(own) > MANY_PAGES else LEAST_REPEATED
    return {at for places in alike.values() for at in _repeated(places, lines, wanted)}


def _repeated(places: Sequence[int], lines: Sequence[Line], wanted: int) -> Iterator[int]:
    for at in places:
        height = lines[at].bottom
        near = (lines[one] for one in places if abs(lines[one].bottom - height) <= SAME_PLACE)
        if len({one.page for one in near}) >= wanted:
            yield at


def _pattern(line: Line) -> str:
    return NUMBER.sub("#", squeezed(line.text))


def _told(heads: Sequence[Line]) -> Iterator[str]:
    """Yield what was left out, once for each wording but its numbers, and how often it stood."""
    first = {_pattern(line): squeezed(line.text) for line in reversed(heads)}
    for pattern, count in Counter(map(_pattern, heads)).items():
        yield f"“{first[pattern]}” and the like at the edge of {count} pages"


def _first_page(heads: Sequence[Line]) -> int:
    """Return the number that the first page bears, or would, where the pages count in step."""
    numbers = ((line.page, re.findall(r"\d{1,5}", line.text)) for line in heads)
    offsets = Counter(int(one) - page for page, found in numbers for one in found)
    first, count = max(offsets.items(), key=lambda one: one[1], default=(1, 0))
    return first if count >= LEAST_REPEATED and first > 0 else 1


def _text(lines: Sequence[Line]) -> str:
    whole = "\n".join(line.text for line in lines)
    leading, edges = _leading(lines), _right_edges(lines)
    paragraphs = [PAGE_END * lines[0].page + squeezed(lines[0].text)] if lines else []
    for before, line in pairwise(lines):
        turned, words = PAGE_END * (line.page - before.page), squeezed(line.text)
        if _begins(before, line, leading, edges):
            paragraphs.append(turned + words)
        else:
            paragraphs[-1] = _continued(paragraphs[-1], words, turned or " ", whole)
    return "".join(f"{one}\n" for one in paragraphs)


def _continued(text: str, words: str, gap: str, whole: str) -> str:
    """Return a text that goes on with the words of the next line; a page ends between words."""
    before, after = HYPHENED.search(text), WORD.match(words)
    if not (before and after):
        return f"{text}{gap}{words}"
    first, _, rest = words.partition(" ")
    stem = text[:-1] if is_divided(before[1], after[0], whole) else text
    return f"{stem}{first}{gap}{rest}".rstrip(" ")


def _begins(
    before: Line, line: Line, leading: Mapping[int, float], edges: Mapping[tuple[int, int], float]
) -> bool:
    """Tell whether a line begins a paragraph."""
    if abs(before.size - line.size) > OTHER_SIZE * before.size or ITEM.match(line.text):
        return True
    ended = bool(ENDS.search(before.text.rstrip()))
    edge = edges[before.page, round(before.left / 36)]
    short = before.right < edge - SHORT * before.size
    if line.page != before.page or line.bottom > before.bottom + before.size:
        return ended
    usual = leading.get(round(line.size), USUAL_LEADING * line.size)
    wide = before.bottom - line.bottom > WIDE * usual
    indented = line.left - before.left > INDENT * line.size
    return wide or (ended and (short or indented))


def _leading(lines: Sequence[Line]) -> dict[int, float]:
    """Return how far apart lines of a size are inside paragraphs, where the gaps are smaller."""
    gaps: dict[int, list[float]] = defaultdict(list)
    for before, line in pairwise(lines):
        gap = before.bottom - line.bottom
        if before.page == line.page and 0.5 * line.size < gap < 3 * line.size:
            gaps[round(line.size)].append(gap)
    return {size: sorted(found)[len(found) // 4] for size, found in gaps.items()}


def _right_edges(lines: Sequence[Line]) -> dict[tuple[int, int], float]:
    """Return how far the lines of a column reach, by page and the column's left in half inches."""
    edges: dict[tuple[int, int], float] = {}
    for line in lines:
        column = line.page, round(line.left / 36)
        edges[column] = max(edges.get(column, 0.0), line.right)
    return edges
