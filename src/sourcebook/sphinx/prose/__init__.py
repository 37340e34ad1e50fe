"""What a page says: its prose, links and outputs, held against what it cites."""
