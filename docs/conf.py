"""Sphinx's settings for this book; the rest are the engine's, see sourcebook.sphinx.settings."""

project = "Serbia’s purchases of Chinese arms: a sourced handbook"
author = "The sourcebook authors"
project_copyright = "The sourcebook authors"
language = "en"

extensions = ["sourcebook.sphinx"]

html_theme_options = {
    "logo": {"text": "Serbia’s purchases of Chinese arms"},
    "footer_end": ["licence"],
}
templates_path = ["_templates"]
