"""What follows from the data: coverage, grades, statements, counts; judges no book."""

__all__ = ["independence", "statements"]
