"""HTML: the words of the article, without the frame of its site, and what the page states."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sourcebook.data.originals.extracted import CELL, Extracted, Stated, squeezed
from sourcebook.problems import refuse

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

LIBRARY = "selectolax"
UNSEEN = "script, style, noscript, template, svg, iframe, object, head, [hidden]"
FRAME = "nav, aside, form, button, select, dialog, [role=navigation], [role=search]"
AROUND = "body > header, body > footer, [role=banner], [role=contentinfo]"
ARTICLES = ("article", "main", "[role=main]", "body")
BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "div"),
        *("dl", "dt", "fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5"),
        *("h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "summary", "table"),
        *("tr", "ul"),
    )
)
CELLS = ("td", "th")
BREAK = "\n"
DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
TITLES = ("meta[property='og:title']", "meta[name='dc.title' i]", "meta[name=citation_title]")
AUTHORS = ("meta[name=author]", "meta[name='dc.creator' i]", "meta[name=citation_author]")
DATES = (
    "meta[property='article:published_time']",
    "meta[name=date]",
    "meta[name='dc.date' i]",
    "meta[name=citation_publication_date]",
)
LONGEST_TOLD = 60


def read_html(text: str, file: str) -> Extracted:
    """Return the text of a page; raises :class:`BookError` if it has none."""
    from selectolax.lexbor import LexborHTMLParser

    page = LexborHTMLParser(text)
    stated = _stated(page)
    for node in page.css(UNSEEN):
        if node.tag != "html":
            node.decompose()
    aside = [*_taken_out(page)]
    whole = "\n".join(_paragraphs(_article(page)))
    if not whole:
        what, do = "the page holds no text", "save the page from a browser when it shows the text"
        raise refuse(file, what, "no words in its body", "the words of the page", do)
    return Extracted(f"{whole}\n", LIBRARY, stated, tuple(aside))


def _taken_out(page: LexborHTMLParser) -> Iterator[str]:
    for node in page.css(f"{FRAME}, {AROUND}"):
        words = squeezed(node.text(separator=" "))
        if words:
            short = words if len(words) <= LONGEST_TOLD else f"{words[:LONGEST_TOLD]}…"
            yield f"“{short}”, the page's {node.tag}"
        node.decompose()


def _article(page: LexborHTMLParser) -> LexborNode | None:
    """Return the one element that is the article, or else the whole body."""
    for name in ARTICLES:
        found = page.css(name)
        if len(found) == 1:
            return found[0]
    return page.body


def _paragraphs(root: LexborNode | None) -> Iterator[str]:
    words = "".join(_pieces(root)) if root else ""
    for one in re.split(r"\n(?:[ \t]*\n)*", words.replace("\r", " ")):
        if line := squeezed(one).removesuffix(CELL.strip()).strip():
            yield line


def _pieces(root: LexborNode) -> Iterator[str]:
    """Yield the words below an element, with a line end around blocks and where two breaks are."""
    left: list[LexborNode | str] = [root]
    breaks = 0
    while left:
        node = left.pop()
        if isinstance(node, str):
            yield node
            continue
        tag = node.tag or ""
        if tag == "-text":
            words = node.text(deep=False)
            breaks = breaks if words.isspace() else 0
            yield " ".join(re.split(r"\s+", words))
        elif tag == "br":
            breaks += 1
            yield BREAK if breaks > 1 else " "
        else:
            end = BREAK if tag in BLOCKS else CELL if tag in CELLS else ""
            left.append(end)
            left.extend(reversed([*node.iter(include_text=True)]))
            yield BREAK if tag in BLOCKS else ""


def _stated(page: LexborHTMLParser) -> Stated:
    told = _linked_data(page)
    root = page.css_first("html")
    return Stated(
        title=_first(page, TITLES) or squeezed(str(told.get("headline", ""))) or _heading(page),
        author=_first(page, AUTHORS) or _author(told.get("author")),
        date=_day(_first(page, DATES) or str(told.get("datePublished", ""))),
        language=(root.attributes.get("lang") or "") if root else "",
    )


def _heading(page: LexborHTMLParser) -> str:
    found = page.css("h1")
    node = found[0] if len(found) == 1 else page.css_first("title")
    return squeezed(node.text(separator=" ")) if node else ""


def _first(page: LexborHTMLParser, selectors: tuple[str, ...]) -> str:
    found = (node.attributes.get("content") for one in selectors for node in page.css(one))
    return next((squeezed(one) for one in found if one and one.strip()), "")


def _day(text: str) -> str:
    found = DAY.match(text.replace("/", "-"))
    return found[0] if found else ""


def _author(told: Any) -> str:
    people = told if isinstance(told, list) else [told]
    names = (one.get("name", "") if isinstance(one, dict) else one for one in people)
    return "; ".join(squeezed(one) for one in names if isinstance(one, str) and one.strip())


def _linked_data(page: LexborHTMLParser) -> dict[str, Any]:
    """Return the first thing with a headline that the page describes as JSON-LD."""
    for node in page.css("script[type='application/ld+json']"):
        try:
            told = json.loads(node.text())
        except ValueError:
            continue
        things = told.get("@graph", [told]) if isinstance(told, dict) else told
        for one in things if isinstance(things, list) else []:
            if isinstance(one, dict) and "headline" in one:
                return one
    return {}
