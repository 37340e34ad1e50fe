"""The settings: the engine's own, and Sphinx's with defaults that suit a sourced handbook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from uuid import NAMESPACE_URL, uuid5

from sourcebook.checks.catalogue import BUILD
from sourcebook.checks.pages import PAGES
from sourcebook.checks.switched import switched_off
from sourcebook.data.settings import SETTINGS, read_settings
from sourcebook.version import installed_version

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

Rebuild = Literal["", "env"]

PREFIX = "sourcebook_"
BY_THE_BUILD: dict[str, tuple[Any, Rebuild, Any, str]] = {
    "sourcebook_inputs": (
        "",
        "env",
        str,
        "Set by the build: a digest of all that pages are read with. A book leaves it alone.",
    ),
    "sourcebook_looks": (
        [],
        "",
        list,
        "Set by the build: the folders and files of the look. A book leaves it alone.",
    ),
}
LOOK = "pydata_sphinx_theme"
OF_THE_LOOK: dict[str, Any] = {
    "footer_end": [],
    "footer_start": ["copyright"],
    "navbar_center": [],
    "search_bar_text": "Search the handbook",
    "show_toc_level": 2,
    "templates_skip_empty_check": [
        *("sidebar-nav-bs.html", "navbar-nav.html"),  # the theme's own
        *("book-nav.html", "navbar-logo.html", "search-button-field.html", "theme-switcher.html"),
    ],
}
DEFAULTS: dict[str, Any] = {
    "root_doc": "docs/index",
    "include_patterns": ["docs/**", "notebooks/**"],
    "exclude_patterns": ["_build", "**/_build", ".*", "**/.ipynb_checkpoints"],
    "bibtex_bibfiles": ["../data/references.bib"],
    "bibtex_default_style": "unsrt",
    "bibtex_reference_style": "author_year",
    "epub_basename": "handbook",
    "epub_show_urls": "no",
    "epub_tocscope": "includehidden",
    "html_theme": LOOK,
    "html_copy_source": False,
    "html_show_sourcelink": False,
    "html_show_sphinx": False,
    "myst_enable_extensions": ["attrs_inline", "colon_fence", "deflist", "fieldlist"],
    "myst_heading_anchors": 3,
    "myst_url_schemes": {
        "http": None,
        "https": None,
        "doi": {"url": "https://doi.org/{{path}}", "title": "doi:{{path}}"},
    },
    "nb_code_prompt_hide": "Hide the code",
    "nb_code_prompt_show": "Show the code",
    "nb_execution_mode": "cache",
    "nb_execution_timeout": 120,
    "nb_ipywidgets_js": {},
    "nb_merge_streams": True,
    "nb_mime_priority_overrides": [
        ("*", "text/markdown", 1),
        ("pdf", "image/svg+xml", 20),
        ("pdf", "image/png", 30),
        ("pdf", "image/jpeg", 40),
        ("pdf", "text/plain", 50),
    ],
    "nb_render_error_lexer": "text",
    "nb_render_markdown_format": "myst",
    "numfig": True,
    "numfig_format": {"figure": "Figure %s", "table": "Table %s"},
    "numfig_secnum_depth": 0,
    "smartquotes": False,
    "version": installed_version(),
}


def declared() -> dict[str, tuple[Any, Rebuild, Any, str]]:
    """Return the engine's settings as Sphinx asks for them, under the names they have there."""
    found: dict[str, tuple[Any, Rebuild, Any, str]] = dict(BY_THE_BUILD)
    for name, one in SETTINGS.items():
        takes = {list: (list, tuple), float: (int, float)}.get(one.form, one.form)
        found[PREFIX + name] = (one.default, "env" if one.read_anew else "", takes, one.meaning)
    return found


def setup(app: Sphinx) -> None:
    """Add the engine's own settings, and fill in the defaults before anything else reads them."""
    for name, (default, rebuild, types, says) in declared().items():
        app.add_config_value(name, default, rebuild, types, says)
    app.connect("config-inited", fill_in, priority=1)


def is_set(config: Config, name: str) -> bool:
    """Tell whether conf.py or the command line sets a value."""
    return name in config._raw_config or name in config.overrides


def fill_in(app: Sphinx, config: Config) -> None:
    """Give each value that conf.py leaves alone the book's own, or its default for a handbook.

    What is wrong with the file of settings is told with all else that is wrong with the book.
    """
    told, _ = read_settings(Path(app.srcdir))
    own = {PREFIX + name: value for name, value in told.items()}
    for name, value in {**DEFAULTS, **own}.items():
        if name in config.values and not is_set(config, name):
            setattr(config, name, value)
    off = switched_off(told)
    subtypes = [(one.name, one.subtype) for one in PAGES]
    subtypes += [(one.name, one.subtype) for one in BUILD]
    silent = {f"sourcebook.{subtype}" for name, subtype in subtypes if subtype and name in off}
    config.suppress_warnings = [*config.suppress_warnings, *sorted(silent)]
    if config.html_theme == LOOK:
        config.html_theme_options = {**OF_THE_LOOK, **config.html_theme_options}
        config.html_sidebars = config.html_sidebars or {"**": ["book-nav"]}
    if not is_set(config, "html_title"):
        config.html_title = config.project
    if not is_set(config, "epub_uid") and not is_set(config, "epub_identifier"):
        name = f"book-{uuid5(NAMESPACE_URL, f'{config.project} {config.author}')}"
        config.epub_uid = config.epub_identifier = name  # an EPUB has to say it in both places
    config.master_doc = config.root_doc  # the builder of EPUB still asks for the old name
