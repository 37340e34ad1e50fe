"""A builder of HTML that leaves everything as it stands where nothing was read, written or lost."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from sphinx.builders.html import StandaloneHTMLBuilder

if TYPE_CHECKING:
    from collections.abc import Set
    from pathlib import Path

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


class StillHTMLBuilder(StandaloneHTMLBuilder):
    """Sphinx's own, which since its version 9 writes indices, search and inventory every time."""

    still = False
    gone: Set[str] = frozenset()
    stamps: dict[Path, tuple[str, int]]

    def prepare_writing(self, docnames: Set[str]) -> None:
        """Note whether any page is going to be written, and what stands there if none is."""
        self.still = not docnames and not self.gone and (self.outdir / "objects.inv").is_file()
        self.stamps = stamps(self._static_dir) if self.still else {}
        super().prepare_writing(docnames)

    def finish(self) -> None:
        """Write what all pages together make, unless they are as they were."""
        if not self.still:
            super().finish()


def setup(app: Sphinx) -> None:
    """Take the place of Sphinx's builder of the same name."""
    app.add_builder(StillHTMLBuilder, override=True)
    app.connect("env-get-outdated", note_gone)
    app.connect("build-finished", keep_times, priority=900)


def note_gone(
    app: Sphinx, _env: BuildEnvironment, _added: Set[str], _changed: Set[str], removed: Set[str]
) -> list[str]:
    """Tell the builder which pages are no longer there."""
    if isinstance(app.builder, StillHTMLBuilder):
        app.builder.gone = removed
    return []


def keep_times(app: Sphinx, exception: Exception | None) -> None:
    """Give files that a theme wrote again, with the same bytes, the time they had."""
    if exception is None and isinstance(app.builder, StillHTMLBuilder) and app.builder.still:
        now = stamps(app.builder._static_dir)
        for path, (digest, time) in app.builder.stamps.items():
            if path in now and now[path][0] == digest and now[path][1] != time:
                os.utime(path, ns=(time, time))


def stamps(folder: Path) -> dict[Path, tuple[str, int]]:
    """Return the digest and the time of each file in a folder."""
    return {
        path: (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }
