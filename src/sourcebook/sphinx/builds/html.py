"""Pages as HTML, each written when, and only when, something that it says or takes changed."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.builders.dirhtml import DirectoryHTMLBuilder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.transforms.post_transforms import SphinxPostTransform

from sourcebook.sphinx.builds.inputs import runs_other_code
from sourcebook.sphinx.builds.keys import words_for
from sourcebook.sphinx.builds.output import TAKEN, StampedBuilder
from sourcebook.sphinx.reading import begin_page, end_page, hold_page
from sourcebook.sphinx.settings import LOOK

if TYPE_CHECKING:
    from collections.abc import Set

    from docutils import nodes
    from sphinx.application import Sphinx

SHOWN = "sourcebook-shown"
STATIC, PAGE = "_static/", ".html"
OWN_THEMES = {LOOK, "basic"}


def setup(app: Sphinx) -> None:
    """Take the place of Sphinx's builders of the same names."""
    app.add_event(SHOWN)
    app.add_post_transform(BeginPage)
    app.add_builder(StampedHTMLBuilder, override=True)
    app.add_builder(StampedFolderBuilder, override=True)


class StampedHTMLBuilder(StampedBuilder, StandaloneHTMLBuilder):
    """Sphinx's own pages, each written when, and only when, something that it shows changed."""

    search = False

    def prepare_writing(self, docnames: Set[str]) -> None:
        """Have a folder for the files that other extensions add when all is done."""
        super().prepare_writing(docnames)
        Path(self._static_dir).mkdir(exist_ok=True)

    def write_doc_serialized(self, docname: str, doctree: nodes.document) -> None:
        """Note the pictures of a page that is being written, and what is to be remembered of it."""
        others, self.images = self.images, {}
        super().write_doc_serialized(docname, doctree)
        pictures = sorted(f"{self.imagedir}/{name}" for name in self.images.values())
        names = [self.file_of(docname), *pictures, *self.copied_source(docname)]
        remembered: dict[str, Any] = {"files": names}
        self.events.emit(SHOWN, docname, doctree, remembered)
        self.kept[docname] = {**remembered, TAKEN: end_page(self.env)}
        self.images = {**others, **self.images}

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        """Write a page, for which no more of the book may be taken than when it was resolved."""
        hold_page(self.env, docname, self.kept[docname][TAKEN])
        super().write_doc(docname, doctree)
        end_page(self.env)

    def handle_page(self, pagename: str, addctx: dict[str, Any], *given: Any, **more: Any) -> None:
        """Write a page, unless no source is read for it and it is as it was written before."""
        if more or pagename in self.now.own:
            super().handle_page(pagename, addctx, *given, **more)
            return
        own = words_for(pagename, addctx, *given)
        was = self.apart_before.get(pagename, {})
        file = self.file_of(pagename)
        as_it_was = own and self.now.key(own, was.get(TAKEN, ())) == was.get("key")
        if as_it_was and (self.target / file).is_file():
            self.keep([file])
            self.apart[pagename] = was
        else:
            begin_page(self.env)
            super().handle_page(pagename, addctx, *given)
            taken = end_page(self.env)
            self.apart[pagename] = {TAKEN: taken, "key": self.now.key(own, taken)}

    def is_needed(self, name: str) -> bool:
        """Pages are filled in at last, and style sheets made of them and of what is static."""
        made_of = name.startswith(STATIC) or name.endswith((PAGE, self.out_suffix))
        return made_of or self.may_be_made_into_anything

    @cached_property
    def may_be_made_into_anything(self) -> bool:
        """Code besides the engine's and Sphinx's own may make something of any file."""
        return self.config.html_theme not in OWN_THEMES or runs_other_code(self._app)

    def file_of(self, pagename: str) -> str:
        """Return the path of a page below the folder that is written into."""
        return Path(self.get_output_path(pagename)).relative_to(self.outdir).as_posix()

    def pages(self) -> list[Path]:
        """Return the pages that were written or kept, without the HTML that a book brings."""
        return [Path(self.get_output_path(name)) for name in (*self.kept, *self.apart)]

    def copied_source(self, docname: str) -> list[str]:
        """Return the copy of a page's source, where there is one, as Sphinx names it."""
        if not (self.copysource and self.config.html_copy_source):
            return []
        suffix = Path(self.env.doc2path(docname)).suffix
        added = self.config.html_sourcelink_suffix
        name = f"{docname}{suffix}{'' if suffix == added else added}"
        return [f"{self._sources_dir.name}/{name}"]

    def write_buildinfo(self) -> None:
        """Write none: the stamp says more, and is the same on every Python."""


class BeginPage(SphinxPostTransform):
    """Have it noted what a page takes of the book, from when it begins to be resolved."""

    default_priority = 0
    formats = ("html",)

    def run(self, **_: Any) -> None:
        """Begin, where the builder remembers it."""
        if isinstance(self.env._app.builder, StampedHTMLBuilder):
            begin_page(self.env)


class StampedFolderBuilder(StampedHTMLBuilder, DirectoryHTMLBuilder):
    """The same with a folder for each page."""

    name = DirectoryHTMLBuilder.name
