"""Links from any page to the page of a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.addnodes import pending_xref

from sourcebook.sphinx.words import plain

if TYPE_CHECKING:
    from sourcebook.data.tables import Row


def source_link(row: Row, docname: str, words: str = "") -> pending_xref:
    """Return a link from a page to that of a source, in its short name unless words are given."""
    where = {"refdomain": "sourcebook", "reftype": "source", "reftarget": row.text("id")}
    told = {"refdoc": docname, "refexplicit": True, "refwarn": True}
    return pending_xref("", nodes.inline("", words or plain(row.text("short"))), **where, **told)
