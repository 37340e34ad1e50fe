"""Sphinx's settings for a sourced handbook: defaults, each overruled by a book's conf.py."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

DEFAULTS: dict[str, Any] = {
    "root_doc": "docs/index",
    "include_patterns": ["docs/**", "notebooks/**"],
    "exclude_patterns": ["_build", "**/_build", ".*", "**/.ipynb_checkpoints"],
    "bibtex_bibfiles": ["../data/references.bib"],
    "bibtex_default_style": "unsrt",
    "bibtex_reference_style": "author_year",
    "html_theme": "pydata_sphinx_theme",
    "html_copy_source": False,
    "html_show_sourcelink": False,
    "html_show_sphinx": False,
    "myst_enable_extensions": ["attrs_inline", "colon_fence", "deflist", "fieldlist"],
    "myst_heading_anchors": 3,
    "nb_code_prompt_hide": "Hide the code",
    "nb_code_prompt_show": "Show the code",
    "nb_execution_mode": "cache",
    "nb_execution_timeout": 120,
    "nb_ipywidgets_js": {},
    "nb_merge_streams": True,
    "nb_mime_priority_overrides": [
        ("pdf", "text/markdown", 10),
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
}


def setup(app: Sphinx) -> None:
    """Fill in the defaults before anything else reads the settings."""
    app.connect("config-inited", fill_in, priority=1)


def is_set(config: Config, name: str) -> bool:
    """Tell whether conf.py or the command line sets a value."""
    return name in config._raw_config or name in config.overrides


def fill_in(_: Sphinx, config: Config) -> None:
    """Give each value that conf.py leaves alone its default for a sourced handbook."""
    for name, value in DEFAULTS.items():
        if name in config.values and not is_set(config, name):
            setattr(config, name, value)
    if not is_set(config, "html_title"):
        config.html_title = config.project
