"""Sphinx's settings for the test book; everything else is the engine's default."""

project = "The Skerry light"
author = "The sourcebook authors"
project_copyright = "The sourcebook authors"
extensions = ["sourcebook.sphinx"]
html_theme = "basic"
