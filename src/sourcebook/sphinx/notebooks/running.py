"""Notebooks in a build: those whose outputs no longer hold run before the pages are read."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from sphinx.util import logging

from sourcebook.run.forks import can_fork, has_begun, nursery
from sourcebook.run.kernels import use
from sourcebook.run.running import Runner, read
from sourcebook.sphinx.builds.beside import side

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

LOGGER = logging.getLogger(__name__)


def setup(app: Sphinx) -> None:
    """Fork kernels from now on, read again the pages of stale notebooks, and run these before."""
    use()
    app.connect("builder-inited", begin, priority=1)
    app.connect("env-get-outdated", stale)
    app.connect("env-before-read-docs", run)


def runner(app: Sphinx) -> Runner:
    """Return what runs the notebooks of a build."""
    caches = Path(app.config.nb_execution_cache_path)
    timeout, allow = app.config.nb_execution_timeout, app.config.nb_execution_allow_errors
    return Runner(Path(app.srcdir), caches, LOGGER.info, timeout=timeout, allow_errors=allow)


def begin(app: Sphinx) -> None:
    """Begin to load what kernels import while the book is read, if any notebook has to run."""
    if not can_fork() or has_begun():
        return
    with logging.suppress_logging():  # Sphinx tells of the same files when it finds them itself
        app.project.discover(app.config.exclude_patterns, app.config.include_patterns)
    if stale(app, app.env):
        nursery()


def stale(app: Sphinx, env: BuildEnvironment, *_: Any) -> list[str]:
    """Return the pages of the notebooks whose outputs no longer hold; they ran if all was read."""
    if side().is_beside:
        return []
    running = runner(app)
    held = {name for name, path in kept(app, env, app.project.docnames) if running.holds(path)}
    others = app.project.docnames - held
    return [name for name, path in notebooks(app, env, others) if running.why(path)]


def run(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Run the stale ones of the notebooks that will be read; MyST-NB then finds their outputs."""
    runner(app).run([path for _, path in notebooks(app, env, docnames)])


def notebooks(
    app: Sphinx, env: BuildEnvironment, docnames: set[str] | list[str]
) -> Iterator[tuple[str, Path]]:
    """Yield the notebooks among pages of which the settings and they ask that outputs be kept."""
    for docname, path in kept(app, env, docnames):
        try:
            found = read(path)
        except Exception:  # MyST-NB tells of what it cannot read, at its place
            continue
        own = found.metadata.get("mystnb", {}) if found is not None else {}
        if found is not None and own.get("execution_mode", "cache") == "cache":
            yield docname, path


def kept(
    app: Sphinx, env: BuildEnvironment, docnames: set[str] | list[str]
) -> Iterator[tuple[str, Path]]:
    """Yield the pages of which the settings ask that outputs be kept, if they are notebooks."""
    config = app.config
    if config.nb_execution_mode != "cache" or config.nb_execution_in_temp:
        return
    left_out = config.nb_execution_excludepatterns
    for docname in sorted(docnames):
        path = Path(env.doc2path(docname))
        if not any(PurePosixPath(path).match(pattern) for pattern in left_out):
            yield docname, path
