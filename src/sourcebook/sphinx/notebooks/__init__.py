"""Notebooks in the build: their failures, and the data of their figures."""
