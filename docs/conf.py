"""Sphinx's settings for this book; the rest are the engine's, see sourcebook.sphinx.settings."""

project = "Serbia’s purchases of Chinese arms: a sourced handbook"
author = "The sourcebook authors"
project_copyright = "The sourcebook authors"
language = "en"

extensions = ["sourcebook.sphinx", "sphinx_design"]

html_css_files = ["book.css"]
html_sidebars = {"**": ["book-nav"]}
html_static_path = ["_static"]
html_theme_options = {
    "logo": {"text": "Serbia’s purchases of Chinese arms"},
    "navbar_center": [],
    "search_bar_text": "Search the handbook",
    "show_toc_level": 2,
    "footer_start": ["copyright"],
    "footer_end": ["licence"],
}
sourcebook_brief = ["docs/index", "docs/findings"]
sourcebook_imprint = [
    "Text and data: CC BY 4.0. Code: MIT. The quoted passages remain their publishers’.",
    "Every quotation in this book was found, letter for letter, in its source when the book was"
    " made, and every number and date of its tables in the quotation beside it.",
]
sourcebook_index = ["system", "actor"]
sourcebook_web_only = ["Record", "Context, not evidence"]
templates_path = ["_templates"]
