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
templates_path = ["_templates"]
