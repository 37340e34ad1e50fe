"""Sphinx's settings for this book; all others have defaults that suit a sourced handbook."""

project = "The Alder ferry"
author = "The authors"
project_copyright = "The authors"
language = "en"
extensions = ["sourcebook.sphinx"]
