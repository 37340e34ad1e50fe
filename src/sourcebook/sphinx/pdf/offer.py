"""What the HTML offers to take away: the printed book and the EPUB, where they say the same."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sourcebook.data.state import digest_of_file
from sourcebook.sphinx.builds.beside import side
from sourcebook.sphinx.builds.html import StampedHTMLBuilder
from sourcebook.sphinx.builds.memory import memory_of
from sourcebook.sphinx.builds.output import WRITTEN, StampedBuilder
from sourcebook.sphinx.builds.stamps import Stamp, read_stamp, write_stamp
from sourcebook.sphinx.pdf.brief import NAME as BRIEF
from sourcebook.sphinx.web import is_website

if TYPE_CHECKING:
    from collections.abc import Container

    from sphinx.application import Sphinx

NAME = "handbook"
OFFERED = (
    ("pdf", f"{NAME}.pdf", "application/pdf", "PDF"),
    ("pdf", f"{BRIEF}.pdf", "application/pdf", "Brief"),
    ("epub", f"{NAME}.epub", "application/epub+zip", "EPUB"),
)
IN_HEAD, IN_CONTENTS = "offered-head", "offered"
PLACE = re.compile(rf"<!--({IN_HEAD}|{IN_CONTENTS})-->.*?<!--/-->".encode(), re.DOTALL)


def setup(app: Sphinx) -> None:
    """Link every page to the files, and put them beside the pages."""
    app.connect("write-started", note_files)
    app.connect("html-page-context", leave_room)
    app.connect(WRITTEN, offer, priority=900)
    app.connect("build-finished", put_beside, priority=990)


def note_files(_: Sphinx, builder: object) -> None:
    """Have pages brought up to date when another file is offered."""
    if isinstance(builder, StampedBuilder) and is_website(builder):
        builder.brought = lambda: [*offered(builder).values()]


def leave_room(app: Sphinx, _page: str, _name: str, context: dict[str, Any], _tree: Any) -> None:
    """Leave places in a page for what is offered when all is made."""
    if is_website(app.builder):
        room = "<!--{}--><!--/-->".format
        context["offered"] = room(IN_CONTENTS)
        context["metatags"] = "\n".join([context.get("metatags", ""), room(IN_HEAD)])


def offer(_: Sphinx, builder: StampedBuilder) -> None:
    """Put the files beside the pages, and fill the places that were left in these."""
    if isinstance(builder, StampedHTMLBuilder) and is_website(builder):
        out, names = Path(builder.outdir), offered(builder)
        for name in names:
            shutil.copyfile(builder.target.parent / name, out / name)
        for path in builder.pages():
            fill(path, "../" * (len(path.relative_to(out).parts) - 1), names)


def fill(path: Path, up: str, names: Container[str]) -> None:
    """Write into a page what is offered, from ``up`` as the top is seen from there."""
    found = [one for one in OFFERED if one[1] in names]
    head = [
        f'<link rel="alternate" type="{kind}" href="{up}{name}" title="{title}">'
        for _, name, kind, title in found
    ]
    links = [f'<a href="{up}{name}" type="{kind}">{title}</a>' for _, name, kind, title in found]
    contents = f'<p class="offered">To take away: {" · ".join(links)}</p>' if links else ""
    told = {IN_HEAD: "\n".join(head), IN_CONTENTS: contents}
    page = path.read_bytes()
    filled = PLACE.sub(
        lambda place: b"<!--%b-->%b<!--/-->" % (place[1], told[place[1].decode()].encode()), page
    )
    if filled != page:
        path.write_bytes(filled)


def offered(builder: StampedBuilder) -> dict[str, str]:
    """Return the digests of the files that pages offer, by name, when all of them are made."""
    side().failed()
    found = {name: current(builder, name, builder.now.content) for _, name, *_ in OFFERED}
    return {name: noted for name, noted in found.items() if noted}


def current(builder: StampedBuilder, name: str, said: str) -> str:
    """Return the digest of a file beside the output, empty unless it says what the pages say."""
    folder = builder.target.parent
    stamp = read_stamp(stamp_path(folder, name))
    same = stamp.about.get("content") == said and stamp.holds(folder)
    return stamp.files[name] if same else ""


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
