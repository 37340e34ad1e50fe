"""Running a page again: its notebook with outputs and its source, what it read, how to open it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
from docutils import nodes
from myst_nb.sphinx_ import NbMetadataCollector
from sphinx.transforms.post_transforms import SphinxPostTransform

from sourcebook.drawing import WEB
from sourcebook.run.running import read
from sourcebook.run.store import as_ipynb, entry, fill, made_from
from sourcebook.show.lab import as_html
from sourcebook.sphinx.builds.html import SHOWN
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.web import from_page, is_website
from sourcebook.text.in_words import plain_date

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

    from sourcebook.data.book import Book

AFTER_LINKS = 860
FOLDER = "notebooks-to-run"
MARKDOWN = "text/markdown"
WHERE = (
    "This notebook runs in any folder inside a copy of its book, with a kernel that has the book’s "
    "`sourcebook`. The next cell goes to the folder that it was written in."
)
BEGINNING = """import os

from sourcebook.data.book import find_root

os.chdir(find_root() / "{folder}")"""
NOTEBOOK = "{notebook}"
OUTPUTS = ".ipynb"
FILES = {OUTPUTS: "Notebook with its outputs (.ipynb)", ".md": "Source (MyST)"}


class Rerun(nodes.General, nodes.Element):
    """What a page of a notebook says of running it again.

    ``files`` pairs the words of each file with its address, ``read`` names what it read, ``on`` is
    the day on which it ran, ``commands`` open it.
    """


class OfferRerun(SphinxPostTransform):
    """Put it at the end of every page of a notebook that ran."""

    default_priority = AFTER_LINKS
    formats = ("html",)

    def run(self, **_: Any) -> None:
        """Put it on the page that is being written."""
        app, docname = self.env._app, self.env.docname
        section = next(iter(self.document.findall(nodes.section)), None)
        made = kept(app, docname)
        if not is_website(app.builder) or section is None or made is None:
            return
        path = Path(self.env.doc2path(docname))
        source = path.relative_to(app.srcdir).as_posix()
        named = [
            (words, from_page(app.builder, docname, f"{FOLDER}/{docname}{suffix}"))
            for suffix, words in FILES.items()
            if suffix in (path.suffix, OUTPUTS)
        ]
        section += Rerun(
            files=named,
            read=[name for name, was in made["read"].items() if was],
            on=made.get("on", ""),
            commands=[one.replace(NOTEBOOK, source) for one in app.config.sourcebook_lab],
        )


def setup(app: Sphinx) -> None:
    """Say it when a page is written, and put the files beside the pages."""
    app.add_node(Rerun, html=(visit, None))
    app.add_post_transform(OfferRerun)
    app.connect(SHOWN, write)


def kept(app: Sphinx, docname: str) -> dict[str, Any] | None:
    """Return what the outputs of a page were made from; nothing if it is not one that ran."""
    ran = NbMetadataCollector.get_exec_data(app.env, docname)
    folder = entry(Path(app.config.nb_execution_cache_path), docname)
    return made_from(folder) if ran and ran.get("succeeded") else None


def write(app: Sphinx, docname: str, doctree: nodes.document, remembered: dict[str, Any]) -> None:
    """Put the files of a page's notebook beside the pages."""
    made = kept(app, docname) if any(doctree.findall(Rerun)) else None
    source = Path(app.env.doc2path(docname))
    notebook = read(source) if made else None
    if made is None or notebook is None:
        return
    folder = entry(Path(app.config.nb_execution_cache_path), docname)
    fill(notebook, folder, made)
    complete(notebook, book_domain(app.env).book)
    begin(notebook, source.parent.relative_to(app.srcdir))
    contents = {OUTPUTS: as_ipynb(notebook).encode()}
    if source.suffix != OUTPUTS:
        contents[source.suffix] = source.read_bytes()
    for suffix, content in contents.items():
        name = f"{FOLDER}/{docname}{suffix}"
        target = Path(app.outdir, name)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        remembered["files"].append(name)


def complete(notebook: Any, book: Book) -> None:
    """Give what a page alone can show a form beside it that JupyterLab shows, trusted or not."""
    outputs = (one for cell in notebook.cells for one in cell.get("outputs", ()))
    for data in (one["data"] for one in outputs if "data" in one):
        if MARKDOWN in data:
            data.setdefault("text/html", as_html("".join(data[MARKDOWN]), book))
        if WEB in data:
            data.setdefault("image/png", json.loads("".join(data[WEB]))["png"])


def begin(notebook: Any, folder: Path) -> None:
    """Put before the first cell what has a notebook run in any folder of a copy of the book."""
    form: Any = nbformat.v4
    if notebook.metadata.get("kernelspec", {}).get("language", "python") == "python":
        code = BEGINNING.format(folder=folder.as_posix())
        cells = [form.new_markdown_cell(WHERE), form.new_code_cell(code)]
        notebook.cells[:0] = cells


def visit(self: HTML5Translator, node: Rerun) -> None:
    """Write it as a part that opens."""
    links = "".join(
        f'<li><a href="{self.attval(address)}" download="">{self.encode(words)}</a></li>\n'
        for words, address in node["files"]
    )
    commands = "\n".join(map(self.encode, node["commands"]))
    ran = f"It ran on {plain_date(node['on'])}. " if node["on"] else ""
    names = ", ".join(f"<code>{self.encode(one)}</code>" for one in node["read"])
    read = f"It read {names}." if names else "It read no file of the book."
    self.body.append(
        '<details class="rerun">\n<summary>Run this page again</summary>\n'
        f"<ul>\n{links}</ul>\n<p>{ran}{read}</p>\n"
        "<p>In the folder of the book, these open it in JupyterLab:</p>\n"
        f'<pre tabindex="0">{commands}</pre>\n</details>\n'
    )
    raise nodes.SkipNode
