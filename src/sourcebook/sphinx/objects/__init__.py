"""The objects that a book declares: their roles, directives and index."""
