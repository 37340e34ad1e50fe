"""Places to link to in a printed book: one name for each, whatever ids lead there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Mapping, Set

SCHEME = "page:"
ANNEX = "evidence-"


class Places:
    """Every id of every page, under the name of the place that it stands for.

    A section's ids, and its page's own name if it is the first, all stand for its heading. Of the
    pages ``left_out`` there are only the names.
    """

    def __init__(
        self, pages: Mapping[str, nodes.document], left_out: Set[str] = frozenset()
    ) -> None:
        self.left_out = left_out
        self.names: dict[str, str] = {}
        for docname, document in pages.items():
            for node in document.findall(nodes.Element):
                ids: list[str] = node.get("ids", [])
                for one in ids:
                    self.names.setdefault(f"{docname}#{one}", f"{docname}#{ids[0]}")
            first = next(iter(document.findall(nodes.section)), None)
            if first is not None and first["ids"]:
                self.names[docname] = f"{docname}#{first['ids'][0]}"

    def of(self, docname: str, node: nodes.Element) -> str:
        """Return the name of a node's place; empty if nothing can lead there."""
        return f"{docname}#{node['ids'][0]}" if node.get("ids") else ""

    def find(self, docname: str, link: nodes.Element) -> str | None:
        """Return the name of the place that a link within the book leads to, None if nowhere."""
        if "refid" in link:
            return self.names.get(f"{docname}#{link['refid']}")
        return self.names.get(link["refuri"].removeprefix(SCHEME).removesuffix("#"))

    def leads_out(self, link: nodes.Element) -> bool:
        """Tell whether a link within the book leads to a page that is left out."""
        page = link.get("refuri", "").removeprefix(SCHEME).partition("#")[0]
        return page in self.left_out


def is_within(link: nodes.Element) -> bool:
    """Tell whether a link leads to a place in the book."""
    return "refid" in link or link.get("refuri", "").startswith(SCHEME)
