"""What is wrong with a book: every check over data and pages, and opening one; shows nothing."""
