"""Originals: files of other kinds than plain text, and the text that a library extracts of each."""
