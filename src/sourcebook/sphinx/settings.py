"""The settings: the engine's own, and Sphinx's with defaults that suit a sourced handbook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal
from uuid import NAMESPACE_URL, uuid5

from sourcebook.version import installed_version

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

Rebuild = Literal["", "env"]

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
    "html_theme": "pydata_sphinx_theme",
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


LISTED = (list, tuple)
OWN: dict[str, tuple[Any, Rebuild, Any, str]] = {
    "sourcebook_brief": (
        [],
        "",
        LISTED,
        "Pages of ``brief.pdf``, set beside the PDF: the first whole, of others what opens them.",
    ),
    "sourcebook_font_packages": (
        [],
        "",
        LISTED,
        "Names of installed Python packages whose font files the PDF may use.",
    ),
    "sourcebook_font_paths": (
        [],
        "",
        LISTED,
        "Folders with font files that the PDF may use, as seen from the folder of ``conf.py``.",
    ),
    "sourcebook_full_text": (
        False,
        "env",
        bool,
        "Whether the page of a source also holds its whole text, for private study.",
    ),
    "sourcebook_imprint": (
        [],
        "",
        LISTED,
        "Paragraphs at the back of the PDF’s cover, below the copyright.",
    ),
    "sourcebook_index": (
        [],
        "",
        LISTED,
        "Kinds of object that have an index at the end of the PDF, in their order.",
    ),
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
    "sourcebook_offered": (
        [],
        "",
        LISTED,
        "Set by the build: the files that every page offers to take away. A book leaves it alone.",
    ),
    "sourcebook_paper": (
        "a4",
        "",
        str,
        "The paper of the PDF, by the name that Typst has for it.",
    ),
    "sourcebook_print_fonts": (
        [],
        "",
        LISTED,
        "Families of type for the PDF, the first that is found first.",
    ),
    "sourcebook_web_only": (
        [],
        "",
        LISTED,
        "Captions of the lists of contents whose pages the PDF and EPUB leave out; empty for all.",
    ),
}


def setup(app: Sphinx) -> None:
    """Add the engine's own settings, and fill in the defaults before anything else reads them."""
    for name, declared in OWN.items():
        app.add_config_value(name, *declared)
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
    if not is_set(config, "epub_uid") and not is_set(config, "epub_identifier"):
        name = f"book-{uuid5(NAMESPACE_URL, f'{config.project} {config.author}')}"
        config.epub_uid = config.epub_identifier = name  # an EPUB has to say it in both places
    config.master_doc = config.root_doc  # the builder of EPUB still asks for the old name
