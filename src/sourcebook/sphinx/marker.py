"""Markers: several pieces of evidence named as briefly as can be, each linked to its quotation."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.addnodes import pending_xref

from sourcebook.sphinx.nodes import Marker, Unknown
from sourcebook.sphinx.words import in_quotation_marks, plain
from sourcebook.wording import MODES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.environment import BuildEnvironment

    from sourcebook.book import Book
    from sourcebook.evidence import Evidence


def marker(
    env: BuildEnvironment, book: Book, cited: Sequence[Evidence], silent: bool = False
) -> Marker:
    """Return a marker such as “[Harbour Times ¶3, ¶5; Gazette ¶2]”, its links to be resolved."""
    anchor = "" if silent else f"marker--{env.new_serialno('sourcebook-marker') + 1}"
    node = Marker(classes=["marker"], evidence=[one.id for one in cited], anchor=anchor)
    node += [nodes.target("", "", ids=[anchor])] if anchor else []
    node += _bracket("[")
    for number, (_, group) in enumerate(groupby(cited, key=lambda one: one.source)):
        for place, evidence in enumerate(group):
            before = ", " if place else "; " if number else ""
            label = evidence.locator if place else book.label(evidence)
            node += [nodes.Text(before)] if before else []
            node += _link(env, evidence, label)
    node += _bracket("]")
    return node


def unknown(word: str, subtype: str, message: str) -> Unknown:
    """Return what stands in the page where a word names nothing in the book."""
    told = {"word": word, "subtype": subtype, "message": message}
    return Unknown("", f"[{word}: unknown]", classes=["marker", "unknown"], **told)


def tooltip(book: Book, evidence: Evidence) -> str:
    """Return a quotation with who speaks, in which way, and where, as one line of plain text."""
    words = "".join(node.astext() for node in in_quotation_marks(evidence.quotation))
    return f"{words} – {attribution(book, evidence)}; {plain(book.label(evidence))}"


def attribution(book: Book, evidence: Evidence) -> str:
    """Return who speaks and in which way, in words."""
    mode = MODES.get(evidence.mode, evidence.mode)
    return "; ".join(part for part in (speaker(book, evidence), plain(mode)) if part)


def speaker(book: Book, evidence: Evidence) -> str:
    """Return the name of who speaks; empty where the source itself does."""
    actors = book.rows("actors") if "actors" in book.tables else {}
    row = actors.get(evidence.speaker)
    return plain(row.text("name")) if row else evidence.speaker


def _link(env: BuildEnvironment, evidence: Evidence, label: str) -> pending_xref:
    return pending_xref(
        "",
        nodes.inline("", plain(label)),
        refdomain="sourcebook",
        reftype="ev",
        reftarget=evidence.id,
        refdoc=env.docname,
        refexplicit=True,
        refwarn=False,
    )


def _bracket(sign: str) -> nodes.inline:
    return nodes.inline("", sign, classes=["bracket"])
