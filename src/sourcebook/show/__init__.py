"""Rows and records as MyST for the outputs of notebooks; imports neither Sphinx nor Jupyter."""

__all__ = ["context", "render"]
