"""The picture that stands for a book."""

from __future__ import annotations

import io

import matplotlib.image as pictures

from sourcebook.figures.card import card


def test_a_card_has_the_size_that_is_asked_for_and_the_same_bytes_each_time() -> None:
    first = card("Lamps of the outer harbour, told source by source", "The board")
    assert pictures.imread(io.BytesIO(first)).shape[:2] == (630, 1200)
    assert card("Lamps of the outer harbour, told source by source", "The board") == first
