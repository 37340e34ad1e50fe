"""Markers on pages: roles, notes and pop-ups; knows no table of the book."""
