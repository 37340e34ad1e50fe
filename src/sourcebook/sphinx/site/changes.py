"""What changed: this build's statements beside those of the snapshot that the book keeps."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sourcebook.sphinx.builds.html import SHOWN
from sourcebook.sphinx.builds.inputs import REASONS, SNAPSHOT
from sourcebook.sphinx.builds.output import WRITTEN
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.prose.marked_words import marked
from sourcebook.sphinx.site.citation import citation
from sourcebook.sphinx.site.exports import FOLDER as EXPORTS
from sourcebook.sphinx.views.how_current import PAGE, TITLE
from sourcebook.sphinx.web import is_website

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docutils import nodes
    from sphinx.application import Sphinx

    from sourcebook.sphinx.builds.output import StampedBuilder

TEMPLATE = "changes.html"
REMEMBERED = "statements"
DIGITS = 10


@dataclass(frozen=True)
class Snapshot:
    """The statements of a version: by address a digest of the words and the ids of the evidence."""

    version: str = ""
    day: str = ""
    said: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def __str__(self) -> str:
        rows = [f"{at}\t{digest}\t{ids}" for at, (digest, ids) in sorted(self.said.items())]
        return "\n".join([f"{self.version}\t{self.day}\t", *rows, ""])


def setup(app: Sphinx) -> None:
    """Remember what each page states, and tell what is not as it was."""
    app.connect(SHOWN, remember)
    app.connect("html-collect-pages", page)
    app.connect(WRITTEN, write)


def remember(app: Sphinx, _: str, doctree: nodes.document, kept: dict[str, Any]) -> None:
    """Keep the statements of a page that is written: place, words and evidence."""
    if is_website(app.builder):
        kept[REMEMBERED] = [
            [one.anchor, one.text, " ".join(one.evidence)] for one in marked(doctree)
        ]


def page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the page that compares both, where the book keeps a snapshot."""
    before = read(Path(app.confdir, SNAPSHOT))
    if before is None or not is_website(app.builder):
        return
    words = {at: text for at, text, _ in current(app.builder)}  # type: ignore[arg-type]
    reasons = reasons_of(Path(app.confdir, REASONS))
    groups = [
        {"name": name, "statements": [told(app, one, words, reasons) for one in found]}
        for name, found in compared(before.said, snapshot(app).said).items()
    ]
    yield PAGE, {"title": TITLE, "before": before, "groups": groups}, TEMPLATE


def write(app: Sphinx, builder: StampedBuilder) -> None:
    """Write the statements of a sound book as a snapshot, to be kept with a version."""
    if is_website(builder) and not book_domain(app.env).book.problems:
        path = Path(builder.outdir, EXPORTS, SNAPSHOT)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(str(snapshot(app)), "utf-8")


def snapshot(app: Sphinx) -> Snapshot:
    """Return the statements of this build."""
    book = citation(app)
    found = current(app.builder)  # type: ignore[arg-type]
    said = {at: (digest_of(text), evidence) for at, text, evidence in found}
    return Snapshot(book.version, book.released, said)


def current(builder: StampedBuilder) -> Iterator[tuple[str, str, str]]:
    """Yield address, words and evidence of each statement of all pages."""
    for name in sorted(builder.kept):
        for anchor, text, evidence in builder.kept[name].get(REMEMBERED, ()):
            yield f"{name}#{anchor}", text, evidence


def read(path: Path) -> Snapshot | None:
    """Return the snapshot in a file; nothing if there is none."""
    if not path.is_file():
        return None
    first, *rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    return Snapshot(first[0], first[1], {at: (digest, ids) for at, digest, ids in rows})


def compared(
    before: Mapping[str, tuple[str, str]], now: Mapping[str, tuple[str, str]]
) -> dict[str, list[str]]:
    """Return the addresses of statements that were added, changed and withdrawn."""
    return {
        "Added": [at for at in now if at not in before],
        "Changed": [at for at in now if at in before and now[at][0] != before[at][0]],
        "Withdrawn": [at for at in before if at not in now],
    }


def told(
    app: Sphinx, address: str, words: Mapping[str, str], reasons: Mapping[str, str]
) -> dict[str, str]:
    """Return what the page says of a statement; one that is gone leads to no place."""
    docname, _, anchor = address.partition("#")
    title = app.env.titles[docname].astext() if docname in app.env.titles else docname
    link = f"{app.builder.get_relative_uri(PAGE, docname)}#{anchor}" if address in words else ""
    reason = reasons.get(address) or reasons.get(docname, "")
    return {"page": title, "link": link, "words": words.get(address, address), "reason": reason}


def reasons_of(path: Path) -> dict[str, str]:
    """Return why statements changed, by their address or page; empty where nobody says."""
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as text:
        return {row["address"]: row["reason"] for row in csv.DictReader(text)}


def digest_of(text: str) -> str:
    """Return a digest of words, whatever the spaces between them."""
    return sha256(" ".join(text.split()).encode()).hexdigest()[:DIGITS]
