"""The EPUB: Sphinx's own builder, with addresses and styles that every reader of EPUBs accepts."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from sphinx.builders.epub3 import Epub3Builder

from sourcebook.sphinx.builds.keys import moment
from sourcebook.sphinx.builds.output import StampedHTMLBuilder

if TYPE_CHECKING:
    from sphinx.application import Sphinx

STATIC = Path(__file__).parent / "epub_look/static"
STYLES = {"basic.css", "epub.css", "pygments.css", "reader.css"}


class ReaderBuilder(StampedHTMLBuilder, Epub3Builder):
    """Writes an EPUB whose first page need not stand at the top, the same for the same book."""

    name = Epub3Builder.name
    dated = True

    def get_toc(self) -> None:
        """Name every page in the contents as the list of files does, and leave out all others."""
        super().get_toc()
        for item in self.refnodes:
            item["refuri"] = normpath(item["refuri"])
        listed = {item["refuri"].partition("#")[0] for item in self.refnodes}
        for docname, page in self.kept.items():
            name = self.get_target_uri(docname)
            if name not in listed:
                Path(self.outdir, name).unlink(missing_ok=True)
                files = [one for one in page["files"] if one != name]
                self.kept[docname] = {**page, "files": files}

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


def setup(app: Sphinx) -> None:
    """Take the place of Sphinx's builder of the same name."""
    app.add_builder(ReaderBuilder, override=True)
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
