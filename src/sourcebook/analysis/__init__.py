"""What follows from the data: coverage, grades, statements, counts; judges no book."""
