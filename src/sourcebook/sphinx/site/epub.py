"""The EPUB: Sphinx's own builder, with addresses and styles that every reader of EPUBs accepts."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from docutils import nodes
from sphinx import addnodes
from sphinx.builders.epub3 import Epub3Builder
from sphinx.errors import NoUri
from sphinx.transforms.post_transforms import SphinxPostTransform

from sourcebook.run.store import moment
from sourcebook.sphinx.builds.html import StampedHTMLBuilder
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.markers.annex import PAGE, TITLE, in_place_of_pages
from sourcebook.sphinx.order import left_out
from sourcebook.sphinx.site.epub_evidence import annex

if TYPE_CHECKING:
    from sphinx.application import Sphinx

STATIC = Path(__file__).parent / "epub_look/static"
AFTER_LINKS_ARE_MADE = 940
STYLES = {"basic.css", "epub.css", "pygments.css", "reader.css"}


class ReaderBuilder(StampedHTMLBuilder, Epub3Builder):
    """Writes an EPUB whose first page need not stand at the top, the same for the same book."""

    name = Epub3Builder.name
    dated = True

    @cached_property
    def left_out(self) -> frozenset[str]:
        """The pages that the EPUB leaves out, as print does."""
        return left_out(self.env)

    def is_needed(self, _: str) -> bool:
        """All files go into the archive."""
        return True

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """Return an address; raises ``NoUri`` where the index would lead to a page left out."""
        if from_.startswith("genindex") and to in self.left_out:
            raise NoUri(to, typ)
        return super().get_relative_uri(from_, to, typ)

    def gen_pages_from_extensions(self) -> None:
        """Write the annex of evidence too."""
        super().gen_pages_from_extensions()
        self.handle_page(PAGE, annex(self, self.left_out))

    def get_toc(self) -> None:
        """Name every page in the contents as the list of files does, and leave out all others."""
        super().get_toc()
        for item in self.refnodes:
            item["refuri"] = normpath(item["refuri"])
        unlisted = {self.get_target_uri(docname) for docname in self.left_out}
        self.refnodes = [
            item for item in self.refnodes if item["refuri"].partition("#")[0] not in unlisted
        ]
        self.refnodes.append({"level": 1, "refuri": self.get_target_uri(PAGE), "text": TITLE})
        for docname in self.kept.keys() & self.left_out:
            page, file = self.kept[docname], self.get_target_uri(docname)
            Path(self.outdir, file).unlink(missing_ok=True)
            self.kept[docname] = {**page, "files": [one for one in page["files"] if one != file]}

    def content_metadata(self) -> dict[str, Any]:
        """Date the book by the day, as the printed one."""
        return {**super().content_metadata(), "date": f"{moment():%Y-%m-%dT%H:%M:%SZ}"}

    def build_epub(self) -> None:
        """Write the archive in the order that EPUB wants, without the times of its files."""
        first = ("mimetype", "META-INF/container.xml", "content.opf", "toc.ncx")
        with ZipFile(Path(self.outdir, f"{self.config.epub_basename}.epub"), "w") as archive:
            for name in (*first, *self.files):
                kind = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
                archive.writestr(ZipInfo(name), Path(self.outdir, name).read_bytes(), kind)


class LeadElsewhere(SphinxPostTransform):
    """Have links to pages left out lead to the annex of evidence, or say that the web has them."""

    default_priority = AFTER_LINKS_ARE_MADE
    builders = (ReaderBuilder.name,)

    def run(self, **_: Any) -> None:
        """Look at the links of the page that is being written, and at its lists of contents."""
        builder = self.env._app.builder
        assert isinstance(builder, ReaderBuilder)
        for listed in self.document.findall(addnodes.toctree):
            kept = [one for one in listed["entries"] if one[1] not in builder.left_out]
            listed["entries"] = kept
        pages = {builder.get_target_uri(one): one for one in builder.left_out}
        entries = in_place_of_pages(book_domain(self.env), builder.left_out)
        here = PurePosixPath(builder.get_target_uri(self.env.docname)).parent
        for link in list(self.document.findall(nodes.reference)):
            file, place = urldefrag(link.get("refuri", ""))
            docname = pages.get(normpath(f"{here / file}")) if file else None
            if docname is None:
                continue
            if entry := entries.get(f"{docname}#{place}" if place else docname):
                annexed = builder.get_relative_uri(self.env.docname, PAGE)
                link["refuri"] = f"{annexed}#{entry}"
            else:
                link.replace_self([*link.children, nodes.Text(" (web)")])


def setup(app: Sphinx) -> None:
    """Take the place of Sphinx's builder of the same name."""
    app.add_builder(ReaderBuilder, override=True)
    app.add_post_transform(LeadElsewhere)
    app.connect("builder-inited", set_up_reader)
    app.connect("html-page-context", leave_out_styles)


def set_up_reader(app: Sphinx) -> None:
    """Give an EPUB the engine's style for readers."""
    if isinstance(app.builder, ReaderBuilder):
        app.config.html_static_path = [str(STATIC)]
        app.add_css_file("reader.css")


def leave_out_styles(
    app: Sphinx, _page: str, _template: str, context: dict[str, Any], _tree: Any
) -> None:
    """Leave an EPUB without the styles of the website, whose files it does not have."""
    if isinstance(app.builder, ReaderBuilder):
        context["css_files"] = [one for one in context["css_files"] if name(one) in STYLES]


def name(file: Any) -> str:
    """Return the name of a style sheet."""
    return PurePosixPath(str(file.filename)).name
