"""Views: the book's own questions and sources in the shapes that the figures take."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sourcebook import figures
from sourcebook.checks.opening import open_book
from sourcebook.show import views

if TYPE_CHECKING:
    from pathlib import Path


def test_each_reading_is_a_cell_with_its_kind_of_difference(book: Path) -> None:
    opened = open_book(book)
    cells = views.readings(opened, nature="wording")
    assert set(cells["row"]) == {"In what words is the price given?"}
    assert set(cells["value"]) == {"wording"}
    assert set(cells["column"]) <= set(views.short_names(opened))
    assert list(views.natures(opened)) == ["contradiction", "wording"]
    assert figures.matrix(cells, categories=views.natures(opened))


def test_questions_that_are_not_there_are_refused(book: Path) -> None:
    with pytest.raises(ValueError, match="no row of table “puzzles” has nature = “rumour”"):
        views.readings(open_book(book), nature="rumour")
