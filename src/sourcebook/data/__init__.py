"""The book as data: seeds, quotations, evidence, tables and what they declare; judges nothing."""
