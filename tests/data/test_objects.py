"""Objects: the rows that a page may name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sourcebook.checks.opening import read_book
from sourcebook.data.objects import find_object, kind_of, kinds, objects, referring
from sourcebook.problems import BookError

if TYPE_CHECKING:
    from pathlib import Path


def test_objects_have_a_kind_a_name_and_what_is_said_of_them(book: Path) -> None:
    sound = read_book(book)
    assert {"actor", "light", "question"} <= kinds(sound).keys()
    assert kind_of(sound, "lights") == "light"
    assert kind_of(sound, "nothing") == ""
    (light,) = objects(sound, "light")
    assert (light.id, light.name) == ("skerry", "Skerry lighthouse")
    assert light == find_object(sound, "light", "skerry")


def test_what_refers_to_an_object_is_found(book: Path) -> None:
    asked = [one.name for one in referring(read_book(book), "light", "skerry", "question")]
    assert "How many lamps were ordered?" in asked


def test_an_object_that_there_is_not_is_refused_with_the_nearest(book: Path) -> None:
    with pytest.raises(BookError, match="did you mean “skerry”"):
        find_object(read_book(book), "light", "skery")
    with pytest.raises(BookError):
        objects(read_book(book), "ship")
