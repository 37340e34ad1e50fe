"""What a language gives."""

from __future__ import annotations

from dataclasses import fields

from sourcebook.text.english import ENGLISH
from sourcebook.text.language import Language


def test_english_gives_everything_that_is_asked_of_a_language() -> None:
    empty = [one.name for one in fields(Language) if not getattr(ENGLISH, one.name)]
    assert empty == []


def test_a_language_is_known_by_itself() -> None:
    assert len({ENGLISH, ENGLISH}) == 1
