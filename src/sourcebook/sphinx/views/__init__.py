"""Views that a page asks for by a directive: lists, readings, judgements, dictionary."""
