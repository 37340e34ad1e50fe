"""What the head of a page says of it: a description, a card for those who share it, a sign."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sourcebook.sphinx.builds.output import WRITTEN
from sourcebook.sphinx.site.search import words
from sourcebook.sphinx.web import from_page, is_website, site

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sourcebook.sphinx.builds.output import StampedBuilder

LONGEST = 200
LEAST = 30
CARD = "_static/card.png"
SIGN = "_static/favicon.svg"
VIEWPORT = re.compile(r'<meta name="viewport"[^>]*>\s*')


def setup(app: Sphinx) -> None:
    """Complete the head of each page; draw the card after the pages."""
    app.connect("html-page-context", complete, priority=800)
    app.connect(WRITTEN, draw_card)


def complete(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], doctree: Any
) -> None:
    """Put a description, a card and a sign into the head of a page, and leave one viewport."""
    if not is_website(app.builder):
        return
    title = re.sub(r"<[^>]+>", "", str(context.get("title") or app.config.html_title))
    said = {"og:type": "article" if doctree is not None else "website"}
    said |= {"og:site_name": escape(str(app.config.html_title)), "og:title": title}
    said |= {"og:locale": str(app.config.language).replace("-", "_")}
    found = escape(description(doctree)) if doctree is not None else ""
    named = {"twitter:card": "summary"}
    if found:
        said["og:description"] = named["description"] = found
    if top := site(app.config):
        said["og:url"] = f"{escape(top)}/{app.builder.get_target_uri(pagename)}"
        said["og:image"] = f"{escape(top)}/{CARD}"
        named["twitter:card"] = "summary_large_image"
    lines = [f'<meta property="{name}" content="{value}">' for name, value in said.items()]
    lines += [f'<meta name="{name}" content="{value}">' for name, value in named.items()]
    if not app.config.html_favicon:
        sign = from_page(app.builder, pagename, SIGN)
        lines.append(f'<link rel="icon" type="image/svg+xml" href="{sign}">')
    before = VIEWPORT.sub("", context.get("metatags", ""))
    context["metatags"] = "\n".join([before, *lines])


def description(doctree: nodes.document) -> str:
    """Return the first paragraph of a page that says something, cut behind a word."""
    for one in doctree.findall(nodes.paragraph):
        said = " ".join("".join(words(one)).split())
        if len(said) >= LEAST and not isinstance(one.parent, nodes.entry):
            return said if len(said) <= LONGEST else said[:LONGEST].rpartition(" ")[0] + " …"
    return ""


def draw_card(app: Sphinx, builder: StampedBuilder) -> None:
    """Draw the card, where the site has an address: elsewhere nobody can be shown it."""
    if is_website(builder) and app.config.html_baseurl:
        from sourcebook.figures.card import card  # here, for most builds draw none

        picture = card(str(app.config.html_title), str(app.config.author))
        Path(builder.outdir, CARD).write_bytes(picture)
