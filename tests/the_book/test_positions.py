"""The page of positions: each stance leads to what it means, and to words that can be opened."""

from __future__ import annotations

import re
from pathlib import Path

from mutants.code import put_out
from support.books import read_once

from sourcebook.data.book import Book, find_root

PAGE = "notebooks/positions.md"
STANCE = re.compile(r"\[(\w+)\]\(\.\./docs/codebook\.md#positions\)\**( \{ev\}`([^`]+)`)?")


def test_each_stance_leads_to_the_codebook_and_opens_words_of_its_actor() -> None:
    book: Book = read_once(find_root(Path(__file__)))
    text = (book.root / PAGE).read_text("utf-8")
    shown = next(one for one in map(str, put_out(book, PAGE, text)) if "Stances by issue" in one)
    found = STANCE.findall(shown)
    known = book.tables["positions"].column("stance").allowed
    assert {stance for stance, _, _ in found} <= {*known}
    assert len(found) == sum(shown.count(f"[{one}](") for one in known)
    rows = {(row.text("stance"), row.text("evidence")) for row in book.tables["positions"].rows}
    assert {(stance, ids.replace(",", "")) for stance, _, ids in found} <= rows
    codebook = (book.root / "docs/codebook.md").read_text("utf-8")
    assert "\n## Positions\n" in codebook
