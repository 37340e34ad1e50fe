"""Languages that sources may be in, each a table: numbers, dates, money and units read by it."""
