"""Texts in other encodings than UTF-8: the encoding is recognised, or the text refused."""

from __future__ import annotations

import pytest

from sourcebook.data.originals.plain import encoding_of, read_in, strange
from sourcebook.problems import BookError

GERMAN = "Die Fähre über den Fluß blieb für drei Monate geschlossen, sagte der Rat."
FRENCH = "Le bac a été fermé à la circulation pendant l’été. « Ça suffit », dit le maire."
ENGLISH = "The café near the ferry — “closed”, it says — cost £40."
SERBIAN = "Ferija je zatvorena na Čukarici, kaže se u izveštaju koji je objavljen juče."
RUSSIAN = "Паром был закрыт на ремонт, сообщил совет долины. Работы продлятся три месяца."


@pytest.mark.parametrize("times", [1, 9])
@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GERMAN, "latin-1"),
        (GERMAN, "cp1252"),
        (GERMAN, "utf-8"),
        (GERMAN, "utf-16"),
        (FRENCH, "cp1252"),
        (ENGLISH, "cp1252"),
        (SERBIAN, "cp1250"),
        (SERBIAN, "iso-8859-2"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
    ],
)
def test_an_encoding_is_recognised(text: str, encoding: str, times: int) -> None:
    raw = (text * times).encode(encoding)
    assert read_in(raw, encoding_of(raw, "a.txt"), "a.txt").text == text * times


@pytest.mark.parametrize("raw", [b"\0\1\2\xff" * 40, bytes(range(256))])
def test_what_is_no_text_is_refused(raw: bytes) -> None:
    with pytest.raises(BookError, match="no text in an encoding") as caught:
        encoding_of(raw, "a.txt")
    assert "--encoding" in caught.value.problems[0].do


@pytest.mark.parametrize("encoding", ["utf-8", "no-such"])
def test_an_encoding_that_is_named_has_to_fit(encoding: str) -> None:
    with pytest.raises(BookError, match="not in the encoding"):
        read_in(ENGLISH.encode("cp1252"), encoding, "a.txt")


def test_words_beyond_ascii_are_told() -> None:
    assert strange(ENGLISH) == ["café", "—", "“closed”,", "£40."]
