"""The words of pop-ups: a file for each source, loaded when a marker that cites it is opened."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sourcebook.sphinx.builds.output import WRITTEN
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.markers.notes import told
from sourcebook.sphinx.site.unbroken import keep_whole
from sourcebook.sphinx.web import as_file_name, is_website
from sourcebook.sphinx.words import plain
from sourcebook.text.worded import tag_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.builders import Builder

    from sourcebook.data.evidence import Evidence
    from sourcebook.sphinx.builds.output import StampedBuilder
    from sourcebook.sphinx.domain import BookDomain

FOLDER = "_static/evidence"
REGISTER = "sourcebook.evidence"
Part = str | dict[str, str]


def setup(app: Sphinx) -> None:
    """Write the files after the pages."""
    app.connect(WRITTEN, write_evidence)


def write_evidence(app: Sphinx, builder: StampedBuilder) -> None:
    """Write what pop-ups say beside the pages of a website."""
    if not is_website(builder) or builder.carried(FOLDER):
        return
    domain = book_domain(app.env)
    cited: dict[str, list[Evidence]] = {}
    for one in domain.book.evidence.values():
        cited.setdefault(one.source, []).append(one)
    folder = Path(builder.outdir, FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    for source, group in cited.items():
        entries = [entry(builder, domain, one) for one in group]
        Path(folder, f"{as_file_name(source)}.js").write_text(script(entries), "utf-8")


def script(entries: list[dict[str, Any]]) -> str:
    """Return a script that hands the entries of a source to the page, a line for each of them."""
    lines = ",\n".join(json.dumps(one) for one in entries)
    return f"{REGISTER}([\n{lines}\n]);\n"


def entry(builder: Builder, domain: BookDomain, one: Evidence) -> dict[str, Any]:
    """Return what a pop-up says of a quotation: lines of a class, each in parts."""
    target = domain.target("evidence", one.id)
    where: nodes.TextElement = nodes.inline("", plain(domain.book.label(one)))
    if target:
        up = "../" * (FOLDER.count("/") + 1)
        address = f"{up}{builder.get_target_uri(target.docname)}#{target.anchor}"
        where = nodes.reference("", where.astext(), refuri=address)
    lines = told(domain.book, one, where)
    for line in lines:
        keep_whole(line)
    said: list[dict[str, Any]] = [
        {"class": line["classes"][0], "parts": list(parts(line))} for line in lines
    ]
    if tag := tag_of(one.quotation):
        said[0]["lang"] = tag
    return {"id": one.id, "lines": said}


def parts(node: nodes.Element) -> Iterator[Part]:
    """Yield the text of a line: as it is, with its class where it has one, or with its address."""
    for child in node.children:
        if isinstance(child, nodes.reference):
            yield {"text": child.astext(), "href": child["refuri"]}
        elif isinstance(child, nodes.Element) and child["classes"]:
            yield {"text": child.astext(), "class": child["classes"][0]}
        else:
            yield child.astext()
