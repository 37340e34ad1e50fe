"""Frictionless, asked once for each type of field which class reads it."""

from __future__ import annotations

from sourcebook.data.validator import frictionless


def test_the_class_of_a_field_is_looked_up_once_for_each_type() -> None:
    library = frictionless()
    assert frictionless() is library
    asked = library.system.select_field_class
    before = asked.cache_info().misses
    assert asked("year") is asked("year")
    assert asked.cache_info().misses <= before + 1
