"""Evidence: quotations that were found."""

from pathlib import Path

from sourcebook.checks.opening import open_book


def test_evidence_comes_in_reading_order(book: Path) -> None:
    read = open_book(book)
    places = [(list(read.seeds).index(one.source), one.start) for one in read.evidence.values()]
    assert places == sorted(places)
