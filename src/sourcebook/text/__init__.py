"""Reading words: numbers, dates, units, names and characters; knows no book and no page."""

__all__ = ["quantities"]
