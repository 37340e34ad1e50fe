"""The builder: every page in the order of the contents, set by Typst as one tagged PDF."""

from __future__ import annotations

import gc
import shutil
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from sphinx.errors import ConfigError
from sphinx.util import logging
from sphinx.util.osutil import ensuredir

from sourcebook.data.state import digest
from sourcebook.run.store import moment
from sourcebook.sphinx.anchors import SCHEME, Places
from sourcebook.sphinx.builds.memory import disk_trouble, memory_of
from sourcebook.sphinx.builds.output import StampedBuilder
from sourcebook.sphinx.builds.stamps import digests
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.markers.annex import numbers
from sourcebook.sphinx.order import Opening, openings
from sourcebook.sphinx.pdf import brief
from sourcebook.sphinx.pdf.compiling import BOOK, UnsetError, compiled
from sourcebook.sphinx.pdf.evidence import evidence, stand_for_pages
from sourcebook.sphinx.pdf.faults import faults
from sourcebook.sphinx.pdf.fonts import families, folders
from sourcebook.sphinx.pdf.index import indices
from sourcebook.sphinx.pdf.inline import Page
from sourcebook.sphinx.pdf.offer import NAME
from sourcebook.sphinx.pdf.stand_ins import write_stand_ins
from sourcebook.sphinx.pdf.typst import Code, call
from sourcebook.sphinx.pdf.writer import written

if TYPE_CHECKING:
    from collections.abc import Set

LOGGER = logging.getLogger(__name__)
NO_PART = Code("")
TEMPLATE = Path(__file__).parent / "template.typ"


class PressBuilder(StampedBuilder):
    """Writes the book as Typst and sets it as a PDF, all of it anew where anything changed."""

    name = "pdf"
    format = "typst"
    epilog = f"The PDF is {NAME}.pdf, beside %(outdir)s."
    allow_parallel = True
    dated = True
    supported_image_types: ClassVar[list[str]] = [
        "image/svg+xml",
        "image/png",
        "image/jpeg",
        "image/gif",
    ]

    def init(self) -> None:
        """Refuse to begin where the compiler is not installed."""
        if not find_spec("typst"):
            raise ConfigError(
                "the PDF is set by Typst, which is not installed\n"
                "    expected: the package with what it needs for print\n"
                "    do:       pip install sourcebook[pdf]"
            )
        super().init()

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Return the name of a page as links have it until they are set."""
        return f"{SCHEME}{docname}"

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """Return the same from everywhere."""
        return self.get_target_uri(to, typ)

    def fingerprint(self) -> str:
        """Return a digest of all that the book depends on, the fonts that it brings among them."""
        fonts = [digests(Path(one)) for one in folders(self.config, self.confdir)]
        return digest(super().fingerprint(), str(fonts))

    def carry_over(self) -> None:
        """Keep nothing of what was written before."""
        self.kept = {}

    def write_documents(self, _: Set[str]) -> None:
        """Write every page as Typst, what holds them together, and the images; then set them."""
        if self.still:
            return
        self.kept = {docname: {"files": []} for docname in self.now.own}
        gc.freeze()  # of all that stands, only the pages are given back before they are set
        opened = openings(self.env)
        pages = {one.docname: self.resolved(one.docname) for one in opened if one.docname}
        places = Places(pages, frozenset(self.env.all_docs.keys() - pages.keys()))
        stand_for_pages(book_domain(self.env), places)
        self.note_images(pages)
        part = NO_PART
        for at, one in enumerate(opened):
            if one.docname:
                self.write_page(one, pages[one.docname], places, part)
            part = NO_PART if one.docname else call("part", one.title, f"part-{at}")
        shutil.copyfile(TEMPLATE, Path(self.outdir, TEMPLATE.name))
        self.save(BOOK, self.whole(opened, places))
        self.write_brief()
        self.copy_images()
        pages.clear()
        gc.collect()
        self.set_pdf()

    def write_brief(self) -> None:
        """Write the brief as Typst, if the book has one."""
        pages = {name: self.resolved(name) for name in brief.pages_of(self.env)}
        brief.shortened(pages.values())
        places = Places(pages, frozenset(self.env.all_docs.keys() - pages.keys()))
        self.note_images(pages)
        for name, document in pages.items():
            self.write_page(Opening(1, "", name), document, places, folder=brief.NAME)
        if pages:
            lines = [f"#show: {self.look(size=Code(brief.SIZE)).text}"]
            lines.append(f"#tallest.update({brief.TALLEST})")
            lines += [f'#include "/{brief.NAME}/{name}.typ"' for name in pages]
            lines.append(f"#{call('styled', 'prose-exempt', brief.SAID).text}")
            self.save(f"{brief.NAME}.typ", "\n".join(lines) + "\n")

    def resolved(self, docname: str) -> nodes.document:
        """Return a page with its references resolved."""
        document = self.env.get_doctree(docname)
        self.env.resolve_references(document, docname, self)
        return document

    def note_images(self, pages: dict[str, nodes.document]) -> None:
        """Give every image a name of its own in the folder."""
        for document in pages.values():
            self.post_process_images(document)

    def copy_images(self) -> None:
        """Put the images beside the pages."""
        for source, name in self.images.items():
            target = Path(self.outdir, "images", name)
            ensuredir(target.parent)
            shutil.copyfile(Path(self.srcdir, source), target)

    def write_page(
        self,
        opening: Opening,
        document: nodes.document,
        places: Places,
        part: Code = NO_PART,
        folder: str = "pages",
    ) -> None:
        """Write one page as Typst, with the name of the part that it opens."""
        numbered = numbers(book_domain(self.env).book)
        page = Page(opening.docname, opening.level, places, numbered)
        page.numbers = {
            kind: {
                one: shown.replace("%s", ".".join(map(str, number)))
                for one, number in found.items()
            }
            for kind, found in self.env.toc_fignumbers.get(opening.docname, {}).items()
            for shown in [str(self.config.numfig_format[kind])]
        }
        page.images = {source: f"images/{name}" for source, name in self.images.items()}
        page.folder = Path(self.srcdir)
        self.save(f"{folder}/{opening.docname}.typ", f"#{{\n{written(page, document, part)}\n}}\n")

    def save(self, name: str, text: str) -> None:
        """Write a file of Typst that knows the template's names."""
        path = Path(self.outdir, name)
        ensuredir(path.parent)
        path.write_text(f'#import "/{TEMPLATE.name}": *\n\n{text}', "utf-8")

    def whole(self, opened: list[Opening], places: Places) -> str:
        """Return the book: cover, contents, parts and pages, indices."""
        config, when = self.config, moment()
        shown = f"{when.day} {when:%B %Y}"
        title, _, subtitle = config.project.partition(": ")
        cover = call("cover", title, subtitle, config.author, shown, self.imprint())
        lines = [
            f"#show: {self.look().text}",
            f"#{cover.text}",
            f"#{call('contents', 'Contents').text}",
        ]
        lines += [f'#include "/pages/{one.docname}.typ"' for one in opened if one.docname]
        level = min(2, opened[-1].level)
        behind = [*evidence(self.env, places, level), *indices(self.env, places)]
        return "\n".join([*lines, *(f"#{one.text}" for one in behind)]) + "\n"

    def look(self, **further: object) -> Code:
        """Return the look of a book, with what else it is given."""
        config, when = self.config, moment()
        return call(
            "book.with",
            title=config.project,
            author=config.author,
            language=(config.language or "en").partition("_")[0].partition("-")[0],
            date=Code(f"datetime(year: {when.year}, month: {when.month}, day: {when.day})"),
            paper=config.sourcebook_paper,
            **further,
        )

    def imprint(self) -> list[str]:
        """Return the lines at the back of the cover."""
        held = f"© {self.config.copyright}" if self.config.copyright else ""
        return [one for one in (held, *self.config.sourcebook_imprint) if one]

    def set_pdf(self) -> None:
        """Run Typst; where it stops, tell of each fault with its page, and leave no PDF."""
        out = Path(self.outdir)
        fonts = folders(self.config, self.confdir)
        write_stand_ins(out, book_domain(self.env).book, families(self.config), fonts)
        try:
            books = [one for one in (NAME, brief.NAME) if Path(out, f"{one}.typ").exists()]
            warnings = [told for one in books for told in compiled(out, one, fonts, self.target)]
        except UnsetError as error:
            memory_of(self._app).disk = disk_trouble(str(error))
            if memory_of(self._app).disk:
                return
            codes = {
                path.relative_to(out / "pages").with_suffix("").as_posix(): path.read_text("utf-8")
                for path in sorted((out / "pages").rglob("*.typ"))
            }
            for docname, words in faults(str(error), codes):
                LOGGER.error(words, location=docname or None, type="sourcebook", subtype="pdf")
            self._app.statuscode = 1
            return
        for one in warnings:
            LOGGER.warning("Typst: %s", one, type="sourcebook", subtype="pdf")
