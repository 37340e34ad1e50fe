"""A small EPUB, without the pages of its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import ZipFile

if TYPE_CHECKING:
    from conftest import TinyBook

ANNEX = "evidence-annex.xhtml"
CAPTIONED = "```{toctree}\n:caption: Record\n\nsources\n```\n\n```{toctree}\nobjects"


def without_record(tiny: TinyBook) -> dict[str, str]:
    """Build the EPUB without the pages of the sources, and return its pages by their names."""
    tiny.edit("docs/index.md", "```{toctree}\nsources\nobjects", CAPTIONED)
    tiny.append("docs/conf.py", '\nsourcebook_web_only = ["Record"]\n')
    done = tiny.build("-W", builder="epub", run=False)
    assert done.code == 0, done.warnings
    with ZipFile(next(done.out.glob("*.epub"))) as archive:
        pages = [name for name in archive.namelist() if name.endswith(".xhtml")]
        return {name: archive.read(name).decode() for name in pages}
