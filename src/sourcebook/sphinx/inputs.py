"""Inputs: digests of all that a notebook, a reading and a writing of pages depend on."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.matching import get_matching_files

import sourcebook
from sourcebook.sphinx.settings import is_set
from sourcebook.sphinx.stamps import digest, digest_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config

BOOK = ("data", "seeds", "requirements.lock")
ENGINE = Path(sourcebook.__file__).parent
DRAWING = ("docutils", "pygments", "sphinx", "typst")
LOOKS = {"static", "templates", "press"}
LEFT_OUT = {"__pycache__", ".ipynb_checkpoints"}
CACHES = ".jupyter_cache"


def setup(app: Sphinx) -> None:
    """Set the digests once the settings are known, before Sphinx asks whether they changed."""
    app.add_config_value("sourcebook_inputs", "", "env", str)
    app.connect("config-inited", set_digests, priority=2)


def set_digests(app: Sphinx, config: Config) -> None:
    """Put the digests into the settings and, unless conf.py names one, the path of the cache."""
    root = Path(app.srcdir)
    notebooks = digest_all(root, [*book(root), *engine(), *beside_pages(root, app, config)])
    versions = [f"{one.name} {one.version}" for one in app.extensions.values()]
    versions += [f"{name} {version(name)}" for name in DRAWING]
    settings = digest_of(Path(app.confdir, "conf.py"))
    config.sourcebook_inputs = digest(notebooks, settings, *sorted(versions))
    if not is_set(config, "nb_execution_cache_path"):
        caches = Path(app.outdir).resolve().parent / CACHES
        config.nb_execution_cache_path = str(caches / notebooks[:16])


def dressing(app: Sphinx) -> list[Path]:
    """Return the files that pages are dressed in: templates, static files, the whole engine."""
    folders = [Path(app.confdir) / one for one in look_folders(app.config)]
    return [path for folder in [*folders, ENGINE] for path in files_below(folder)]


def all_inputs(app: Sphinx) -> list[Path]:
    """Return every file that a build depends on, except the pages and what they name."""
    root = Path(app.srcdir)
    beside = beside_pages(root, app, app.config)
    return [*book(root), *beside, *dressing(app), Path(app.confdir, "conf.py")]


def digest_all(root: Path, files: list[Path]) -> str:
    """Return a digest of the names and bytes of files, wherever the book and the engine lie."""
    parts: list[str] = []
    for path in files:
        base = next((one for one in (root, ENGINE) if path.is_relative_to(one)), path.parent)
        parts += [path.relative_to(base).as_posix(), digest_of(path)]
    return digest(*parts)


def book(root: Path) -> Iterator[Path]:
    """Yield the files of the book that every notebook can read."""
    for name in BOOK:
        yield from files_below(root / name)


def engine() -> Iterator[Path]:
    """Yield the files of the engine that a notebook or a reading of pages can depend on."""
    for path in files_below(ENGINE):
        if not LOOKS & set(path.relative_to(ENGINE).parts):
            yield path


def beside_pages(root: Path, app: Sphinx, config: Config) -> Iterator[Path]:
    """Yield the files that stand beside pages and are none: helpers, texts, pictures."""
    suffixes = (*app.registry.source_suffix, *config.source_suffix)
    looks = [Path(app.confdir) / one for one in look_folders(config)]
    found = get_matching_files(root, config.include_patterns, config.exclude_patterns)
    for path in sorted(root / name for name in found):
        is_page = path.name.endswith(suffixes)
        is_settings = path == Path(app.confdir, "conf.py")
        is_look = any(path.is_relative_to(one) for one in looks)
        if not (is_page or is_settings or is_look or LEFT_OUT & set(path.parts)):
            yield path


def look_folders(config: Config) -> list[str]:
    """Return the folders of templates and static files, as the settings name them."""
    return [*config.html_static_path, *config.html_extra_path, *config.templates_path]


def files_below(start: Path) -> Iterator[Path]:
    """Yield a file, or the files below a folder, in the order of their names."""
    for path in sorted([start, *start.rglob("*")]):
        if path.is_file() and not LEFT_OUT & set(path.parts):
            yield path
