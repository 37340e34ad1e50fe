"""The words of raw HTML and of SVG: what stands between tags, and what alternative texts say."""

from __future__ import annotations

import html
import re

from sourcebook.text.sentences import CELL_END

COMMENT_END = "-->"
COMMENT_OR_TAG = re.compile(r"<!--.*?-->|<[^<>]*>", re.DOTALL)
TAG = re.compile(r"<[^<>]*>")
QUOTING = re.compile(r"<(?P<end>/?)(?:q|blockquote)\b", re.IGNORECASE)
WORDY = re.compile(
    r"\b(?:alt|title|aria-label|aria-description|placeholder|label|summary)\s*=\s*"
    r"(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))",
    re.IGNORECASE,
)
ENTITY = re.compile(r"&#?\w{1,32};")
DRAWN = re.compile(r"<(?P<end>/?)(?:text|title|desc|foreignObject)\b[^<>]*>", re.IGNORECASE)


def words_of_html(text: str) -> str:
    """Return the words of HTML, as many lines as it has; a quotation has its marks.

    Only up to the last end of a comment can there be comments.
    """
    head, end, tail = text.rpartition(COMMENT_END)
    words = COMMENT_OR_TAG.sub(_words_of_tag, head + end) + TAG.sub(_words_of_tag, tail)
    return ENTITY.sub(lambda match: html.unescape(match[0]).replace("\n", " "), words)


def words_of_svg(text: str) -> str:
    """Return the words that an SVG draws and is described by, each text ending in ``CELL_END``."""
    parts, start, last = [], -1, 0
    for match in DRAWN.finditer(text):
        if start >= 0 and (words := words_of_html(text[start : match.start()]).strip()):
            parts += ["\n" * text.count("\n", last, start), " ".join(words.split()), CELL_END]
            last = start
        start = -1 if match["end"] else match.end()
    return "".join(parts)


def _words_of_tag(match: re.Match[str]) -> str:
    tag = match[0]
    blank = "\n" * tag.count("\n") or " "
    if tag.startswith("<!"):
        return blank
    if quoting := QUOTING.match(tag):
        return f"{'”' if quoting['end'] else '“'}{blank.strip(' ')}"
    said = " ".join(" ".join(filter(None, one)) for one in WORDY.findall(tag))
    return f" {' '.join(said.split())}. {blank}" if said.strip() else blank
