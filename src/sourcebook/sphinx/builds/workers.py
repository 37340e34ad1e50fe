"""Workers: processes that read and write pages for a build share them, and end when it does."""

from __future__ import annotations

import os
from multiprocessing import active_children, parent_process
from multiprocessing.util import Finalize
from threading import Thread
from typing import TYPE_CHECKING, Any

from sphinx.util.parallel import make_chunks

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Have each worker look out for the end of the build as soon as it gets a page.

    A build that is killed leaves its workers behind, and they would go on writing where the next
    build reads. One that is interrupted would wait for workers that wait for it to listen.
    """
    known = {os.getpid()}
    unfinished = Finalize(None, end_workers, exitpriority=0)

    def look_out(*_: Any) -> None:
        if os.getpid() not in known:
            known.add(os.getpid())
            Thread(target=end_with_parent, daemon=True).start()

    def end(_: Sphinx, error: Exception | None) -> None:
        if error is None:
            unfinished.cancel()

    several = app.parallel

    def share_again(app: Sphinx, _: object) -> None:
        app.parallel = several

    app.connect("env-before-read-docs", spread, priority=990)
    app.connect("env-updated", share_again, priority=0)
    app.connect("source-read", look_out, priority=0)
    app.connect("html-page-context", look_out, priority=0)
    app.connect("build-finished", end)


def spread(app: Sphinx, _: object, docnames: list[str]) -> None:
    """Share out pages that are alike, whose names stand together, among the processes that read.

    A single page is read by this one: another would have to hand back all that is known.
    """
    count = len(make_chunks(docnames, app.parallel))
    docnames[:] = [name for first in range(count) for name in docnames[first::count]]
    if len(docnames) == 1:
        app.parallel = 1


def end_with_parent() -> None:
    """Wait for the process that began this one to end, then end this one at once."""
    if parent := parent_process():
        parent.join()
        os._exit(1)


def end_workers() -> None:
    """End the workers of a build that did not come to its end."""
    for worker in active_children():
        worker.kill()
