"""Inputs: digests of all that a notebook, a reading and a writing of pages depend on."""

from __future__ import annotations

import ast
import os
import sys
from importlib.metadata import version
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.matching import get_matching_files

from sourcebook.data import state
from sourcebook.data.state import ENGINE, NOT_OURS, digest, digest_of_file
from sourcebook.show.citing import CHANGES, FILE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config

LOCK = "requirements.lock"
BOOK = ("data", "seeds", LOCK)
DRAWING = ("docutils", "pygments", "sphinx", "typst")
LOOKS = {"static", "templates", "pdf"}
DRESS = {".css", ".js", ".html", ".xml", ".ico", ".ttf", ".otf", ".woff", ".woff2"}
CACHES = ".jupyter_cache"
REDIRECTS, SNAPSHOT, REASONS = "redirects.csv", "statements.tsv", "changes.csv"
OURS = ("sourcebook.sphinx", "sphinx.ext.")


def setup(app: Sphinx) -> None:
    """Set the digests once the settings are known, before Sphinx asks whether they changed."""
    app.connect("config-inited", set_digests, priority=2)


def set_digests(app: Sphinx, config: Config) -> None:
    """Put into the settings the digest, and the path of the notebooks' cache.

    Python keeps no compiled form of helpers: it would be believed by its size and time.
    """
    config.sourcebook_looks = [str(Path(app.confdir, one)) for one in looks(config)]
    caches = config.nb_execution_cache_path or Path(app.outdir).resolve().parent / CACHES
    config.nb_execution_cache_path = str(caches)
    config.sourcebook_inputs = reading_digest(app)
    for path in beside_pages(app):
        if path.suffix == ".py":
            Path(cache_from_source(str(path))).unlink(missing_ok=True)


def notebook_digest(app: Sphinx) -> str:
    """Return a digest of what any notebook can read, but for pages."""
    return digest_all(app, [*book(app), *engine(), *beside_pages(app)])


def book_digest(app: Sphinx) -> str:
    """Return a digest of the book’s data and seeds, of which a page is read with a part."""
    return digest_all(app, [*book(app)])


def reading_digest(app: Sphinx) -> str:
    """Return a digest of what every page is read with: all but the book, settings, versions.

    What code that is not the engine's reads for pages nobody notes: it may be any file.
    """
    versions = [f"{one.name} {one.version}" for one in app.extensions.values()]
    versions += [f"{name} {version(name)}" for name in DRAWING]
    named = [Path(app.confdir, one) for one in app.config.bibtex_bibfiles]
    own = [*named, *beside_settings(app), Path(app.srcdir, LOCK)]
    any_other = [*book(app), *beside_pages(app)] if runs_other_code(app) else []
    files = digest_all(app, [*own, *engine(), *any_other])
    return digest(files, *sorted(versions))


def runs_other_code(app: Sphinx) -> bool:
    """Tell whether the settings bring in code besides the engine's and Sphinx's own."""
    others = [one for one in app.config.extensions if not one.startswith(OURS)]
    return bool(others or app.config.setup or own_modules(app))


def may_read_anything(app: Sphinx) -> bool:
    """Tell whether code besides the engine's and Sphinx's own runs, be it a call in conf.py."""
    settings = ast.parse(Path(app.confdir, "conf.py").read_bytes())
    calls = (ast.Call, ast.Import, ast.ImportFrom)
    return runs_other_code(app) or any(isinstance(one, calls) for one in ast.walk(settings))


def named(app: Sphinx) -> list[str]:
    """Return the files and folders that the settings name, wherever they lie."""
    config = app.config
    own = [*config.bibtex_bibfiles, *config.sourcebook_font_paths, *config.sourcebook_looks]
    return [str(Path(app.confdir, one)) for one in own]


def beside_settings(app: Sphinx) -> list[Path]:
    """Return the settings, what they bring in, and the files that tell of the book as a whole."""
    names = ("conf.py", REDIRECTS, SNAPSHOT, REASONS)
    told = [Path(app.confdir, one) for one in names]
    return [*told, Path(app.srcdir, FILE), Path(app.srcdir, CHANGES), *own_modules(app)]


def dressing(app: Sphinx) -> list[Path]:
    """Return the files that pages are dressed in: templates, static files, the whole engine."""
    own = [path for start in app.config.sourcebook_looks for path in files_below(Path(start))]
    return [*own, *state.engine()]


def all_inputs(app: Sphinx) -> list[Path]:
    """Return every file that a build depends on, except the pages and what they name."""
    own = [one for one in beside_settings(app) if one.is_file()]
    return [*book(app), *beside_pages(app), *dressing(app), *own]


def digest_all(app: Sphinx, files: list[Path]) -> str:
    """Return a digest of the names and bytes of files, wherever the book and the engine lie."""
    parts: list[str] = []
    known = state.engine()
    bases = [f"{one}{os.sep}" for one in (app.srcdir, ENGINE)]
    for path in files:
        name = str(path)
        base = next((one for one in bases if name.startswith(one)), f"{path.parent}{os.sep}")
        sign = known[path] if path in known else digest_of_file(path)
        parts += [name.removeprefix(base).replace(os.sep, "/"), sign]
    return digest(*parts)


def book(app: Sphinx) -> Iterator[Path]:
    """Yield the files of the book that every notebook can read."""
    for name in BOOK:
        yield from files_below(Path(app.srcdir, name))


def engine() -> Iterator[Path]:
    """Yield the files of the engine that a notebook or a reading of pages can depend on."""
    for path in state.engine():
        if not LOOKS & set(path.relative_to(ENGINE).parts):
            yield path


def beside_pages(app: Sphinx) -> Iterator[Path]:
    """Yield the files that stand beside pages and are none: helpers, texts, pictures."""
    root, config = Path(app.srcdir), app.config
    found = get_matching_files(root, config.include_patterns, config.exclude_patterns)
    suffixes = (*app.registry.source_suffix, *config.source_suffix)
    others = {root / name for name in found if name.endswith(suffixes)}
    others.add(Path(app.confdir, "conf.py"))
    for start in sorted({Path(one).parts[0] for one in config.include_patterns}):
        for path in files_below(root if "*" in start else root / start):
            parts = path.relative_to(root).parts
            hidden = any(part.startswith(".") or part == "_build" for part in parts)
            if not (hidden or path in others or is_dress(path, config)):
                yield path


def is_dress(path: Path, config: Config) -> bool:
    """Tell whether a file only dresses pages, so that no notebook will read it."""
    in_looks = any(path.is_relative_to(one) for one in config.sourcebook_looks)
    return in_looks and path.suffix in DRESS


def own_modules(app: Sphinx) -> list[Path]:
    """Return the modules of the book itself that its settings have brought in."""
    root, found = Path(app.srcdir), []
    files = {getattr(one, "__file__", None) or "" for one in [*sys.modules.values()]}
    for here in (Path(path) for path in files if path.startswith(str(root))):
        if here.is_relative_to(root) and not here.is_relative_to(ENGINE):
            parts = here.relative_to(root).parts
            found += [] if any(part.startswith(".") for part in parts) else [here]
    return sorted(found)


def looks(config: Config) -> list[str]:
    """Return the folders and files of the look, as the settings name them."""
    folders = [*config.html_static_path, *config.html_extra_path, *config.templates_path]
    files = [config.html_logo, config.html_favicon, config.html_search_scorer, *config.epub_cover]
    return [*folders, *config.html_theme_path, *(one for one in files if one)]


def files_below(start: Path) -> Iterator[Path]:
    """Yield a file, or the files below a folder, in the order of their names."""
    for path in sorted([start, *start.rglob("*")]):
        if path.is_file() and not NOT_OURS & set(path.parts):
            yield path
