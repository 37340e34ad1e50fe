"""What the HTML offers to take away: the printed book and the EPUB, where they say the same."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sourcebook.data.state import digest_of_file
from sourcebook.sphinx.builds.beside import side
from sourcebook.sphinx.builds.keys import content
from sourcebook.sphinx.builds.memory import memory_of
from sourcebook.sphinx.builds.output import WRITTEN, StampedBuilder
from sourcebook.sphinx.builds.stamps import Stamp, read_stamp, write_stamp
from sourcebook.sphinx.pdf.brief import NAME as BRIEF
from sourcebook.sphinx.pdf.brief import pages_of
from sourcebook.sphinx.web import from_page, is_website

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

NAME = "handbook"
OFFERED = (
    ("pdf", f"{NAME}.pdf", "application/pdf", "PDF"),
    ("pdf", f"{BRIEF}.pdf", "application/pdf", "Brief"),
    ("epub", f"{NAME}.epub", "application/epub+zip", "EPUB"),
)
WITHOUT = "what these pages offer was not made; they are written again without it"


def setup(app: Sphinx) -> None:
    """Link every page to the files, and put them beside the pages."""
    app.connect("write-started", note_files)
    app.connect("html-page-context", link)
    app.connect(WRITTEN, copy)
    app.connect("build-finished", put_beside, priority=990)


def note_files(app: Sphinx, builder: object) -> None:
    """Note what is made of just the content that the pages are made of, or is made beside them."""
    if isinstance(builder, StampedBuilder) and is_website(builder):
        made = expected(builder.env, side().formats) if side().begun else []
        said = content(builder.env)
        app.config.sourcebook_offered = [
            name for _, name, *_ in OFFERED if name in made or current(builder, name, said)
        ]
        builder.brought = lambda: [*offered(builder).values()]


def expected(env: BuildEnvironment, formats: Sequence[str]) -> list[str]:
    """Return the files that formats will be."""
    names = [name for of, name, *_ in OFFERED if of in formats]
    return [name for name in names if name != f"{BRIEF}.pdf" or pages_of(env)]


def offered(builder: StampedBuilder) -> dict[str, str]:
    """Return the digests of the files that the pages offer, by name, when all of them are made.

    Where one that was to be made beside the pages was not, these are withheld.
    """
    side().failed()
    said = builder.now.content
    found = {name: current(builder, name, said) for name in builder.config.sourcebook_offered}
    builder.withheld = WITHOUT if not all(found.values()) else ""
    return {} if builder.withheld else found


def current(builder: StampedBuilder, name: str, said: str) -> str:
    """Return the digest of a file beside the output, empty unless it says what the pages say."""
    folder = builder.target.parent
    stamp = read_stamp(stamp_path(folder, name))
    same = stamp.about.get("content") == said and stamp.holds(folder)
    return stamp.files[name] if same else ""


def link(app: Sphinx, pagename: str, _name: str, context: dict[str, Any], _tree: Any) -> None:
    """Name the files in the head of a page, and to its template as ``offered``."""
    if is_website(app.builder):
        found = [
            {"type": kind, "title": title, "href": from_page(app.builder, pagename, name)}
            for _, name, kind, title in OFFERED
            if name in app.config.sourcebook_offered
        ]
        links = [
            f'<link rel="alternate" type="{one["type"]}" href="{one["href"]}"'
            f' title="{one["title"]}">'
            for one in found
        ]
        context["offered"] = found
        context["metatags"] = "\n".join([context.get("metatags", ""), *links])


def copy(app: Sphinx, builder: StampedBuilder) -> None:
    """Put the files beside the pages."""
    for name in offered(builder) if is_website(builder) else ():
        shutil.copyfile(builder.target.parent / name, Path(builder.outdir, name))


def put_beside(app: Sphinx, error: Exception | None) -> None:
    """Put what is offered beside the folder it was made in, each with a stamp of its own."""
    builder = app.builder
    if error is None and isinstance(builder, StampedBuilder):
        for name in (name for of, name, *_ in OFFERED if of == builder.name):
            put_file_beside(app, builder, name)


def put_file_beside(app: Sphinx, builder: StampedBuilder, name: str) -> None:
    """Put one file beside the folder it was made in; an older one goes in any case."""
    folder = builder.target.parent
    made = digest_of_file(builder.target / name)
    if not made or made != digest_of_file(folder / name):
        stamp_path(folder, name).unlink(missing_ok=True)
        (folder / name).unlink(missing_ok=True)
    if made and made != digest_of_file(folder / name):
        aside = folder / f".{name}.part"
        shutil.copyfile(builder.target / name, aside)
        aside.replace(folder / name)
    memory = memory_of(app)
    if made and not (memory.unsure or memory.troubled):
        about = {"content": builder.now.content}
        write_stamp(stamp_path(folder, name), Stamp({name: made}, about, complete=True))


def stamp_path(folder: Path, name: str) -> Path:
    """Return where the stamp of a file stands."""
    return folder / f".{name}.stamp"
