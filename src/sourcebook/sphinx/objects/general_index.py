"""The general index: objects that the tables name, where pages treat, list and mention them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform

from sourcebook.data.handed import made_once
from sourcebook.data.objects import Object, kinds, objects
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.nodes import Mention
from sourcebook.sphinx.prose.shown import shown_blocks
from sourcebook.sphinx.words import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from sourcebook.data.book import Book

AFTER_MARKERS_BEFORE_DOMAINS = 845
ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
Key = tuple[str, str]
Entry = tuple[str, str, str, str, None]


def setup(app: Sphinx) -> None:
    """Add the entries of each page when it is read."""
    app.add_transform(AddEntries)


class AddEntries(SphinxTransform):
    """Put entries into a page: one for each object at its first place, and for its other names."""

    default_priority = AFTER_MARKERS_BEFORE_DOMAINS

    def apply(self, **_: Any) -> None:
        """Add the entries of the page that was read."""
        domain = book_domain(self.env)
        indexed = named(domain.book)
        shown = {
            target.anchor: (target.kind, target.id)
            for target in domain.data["targets"].get(self.env.docname, ())
            if (target.kind, target.id) in indexed
        }
        for node in list(self.document.findall(nodes.target)):
            for anchor in set(node["ids"]) & shown.keys():
                add(node.parent, self.shown(indexed[shown[anchor]], anchor))
        for key, paragraph in first_places(self.document, domain.book).items():
            if key not in shown.values():
                anchor = f"index--{self.env.new_serialno('sourcebook-index') + 1}"
                paragraph["ids"].append(anchor)
                add(paragraph, [entry(self.below(heading(indexed[key].name)), anchor)])

    def shown(self, one: Object, anchor: str) -> list[Entry]:
        """Return the entries of an object that the page is about or lists, one for each name."""
        head = heading(one.name)
        listed = anchor.startswith("entry-")
        first = entry(self.below(head), anchor) if listed else entry(head, anchor, main="main")
        others = [heading(other) for other in one.variants]
        see = [entry(f"{other}; {head}", anchor, "see") for other in others if other != head]
        return [first, *see]

    def below(self, head: str) -> str:
        """Return an entry for this page, by its title, below a head."""
        title = next((one.astext() for one in self.document.findall(nodes.title)), "")
        return f"{head}; {title.replace(';', ',')}"


def entry(words: str, anchor: str, how: str = "single", main: str = "") -> Entry:
    """Return an entry as Sphinx keeps it."""
    return how, words, anchor, main, None


def add(parent: nodes.Element, entries: list[Entry]) -> None:
    """Put entries at the start of an element."""
    parent.insert(0, addnodes.index(entries=entries, inline=True))


def heading(name: str) -> str:
    """Return a name as it stands in the index: without an article, and without a semicolon."""
    return ARTICLE.sub("", plain(name), count=1).replace(";", ",")


@made_once
def named(book: Book) -> dict[Key, Object]:
    """Return the objects of the kinds that are known by several names: those go into the index."""
    listed = (kind for kind, table in kinds(book).items() if table.declared.variants)
    return {(one.kind, one.id): one for kind in listed for one in objects(book, kind)}


@made_once
def spellings(book: Book) -> tuple[str, dict[str, Key]]:
    """Return a pattern for every name of the objects in the index, and whose name each is."""
    whose: dict[str, Key] = {}
    for key, one in named(book).items():
        for name in (one.name, *one.variants):
            whose.setdefault(name, key)
    longest_first = sorted(whose, key=len, reverse=True)
    names = "|".join(map(re.escape, longest_first))
    return rf"(?<![\w-])(?:{names})(?![\w-])" if names else r"(?!)", whose


def first_places(document: nodes.document, book: Book) -> dict[Key, nodes.paragraph]:
    """Return the paragraph of a page that first mentions each object, by link or by name."""
    found: dict[Key, nodes.paragraph] = {}
    for node, block in shown_blocks(document):
        paragraph = next(node.findall(nodes.paragraph), None)
        if paragraph is not None:
            for key in mentioned(node, block.text, book):
                found.setdefault(key, paragraph)
    return found


def mentioned(node: nodes.Element, text: str, book: Book) -> Iterator[Key]:
    """Yield the objects that an element links to or names."""
    pattern, whose = spellings(book)
    for one in node.findall(Mention):
        if one["anchor"] and (one["kind"], one["key"]) in named(book):
            yield one["kind"], one["key"]
    for match in re.finditer(pattern, text):
        yield whose[match[0]]
