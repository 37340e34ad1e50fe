"""A citation file for the tiny book, and the citation that follows from it."""

CFF = """title: "The Skerry light: a sourced book"
version: 1.2.0
authors:
  - name: The sourcebook authors
  - given-names: Ada
    family-names: Thorne
"""
WHOLE = "The sourcebook authors, Ada Thorne. The Skerry light: a sourced book. Version 1.2.0."
