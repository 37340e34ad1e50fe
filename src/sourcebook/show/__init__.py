"""Rows and records as MyST for the outputs of notebooks; imports neither Sphinx nor Jupyter."""
