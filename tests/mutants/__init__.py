"""Mutants: the book with one thing in it changed, and how many of them the checks notice."""
