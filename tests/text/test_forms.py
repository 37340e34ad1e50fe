"""One form for two ways of writing the same, and the way back to what was written."""

import re

import pytest

from sourcebook.text.forms import JOINT, Folded, Layer


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("e\u0301", "é"),
        ("\u1112\u1161\u11ab", "한"),
        ("ﬁrst", "first"),
        ("\uff11\uff18", "18"),
        ("light\u00adhouse", "light\u200bhouse"),
        ("78\u2011day", "78-day"),
        ("−5", "-5"),
        ("lit — then", "lit – then"),
        ("lit--then", "lit—then"),
        ("«\u00a0lit\u00a0»", "“lit”"),
        ("``lit''", "„lit“"),
        ("lit. . .", "lit…"),
        ("a\r\nb \t c", "a b  c"),
        ("燈塔\n已經", "燈塔已經"),
        ("10-\n15", "10–15"),
    ],
)
def test_two_ways_of_writing_the_same_have_one_form(one: str, other: str) -> None:
    assert Folded(one).text == Folded(other).text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("½", "1/2"),
        ("10²", "102"),
        ("lit—then", "lit-then"),
        ("é", "e"),
        ("Lit", "lit"),
        ("a.b", "a…b"),
        ("👨\u200d👩", "👨👩"),
    ],
)
def test_what_says_something_else_keeps_another_form(one: str, other: str) -> None:
    assert Folded(one).text != Folded(other).text


def test_a_place_leads_back_to_the_signs_as_written() -> None:
    text = "The o\ufb03ce  of Vuc\u030cic\u0301\u200b, light\u00adhouse\u2026"
    there = Folded(text)
    for words, written in [
        ("office", "o\ufb03ce"),
        ("Vučić", "Vuc\u030cic\u0301"),
        ("ce of", "ce  of"),
        ("lighthouse", "light\u00adhouse"),
    ]:
        start = there.text.index(words)
        assert text[slice(*there.original(start, start + len(words)))] == written


def test_a_place_inside_one_sign_is_known() -> None:
    there = Folded("The o\ufb03ce")
    assert [at for at in range(len(there.text)) if there.splits(at)] == [6, 7]


def test_the_end_of_a_line_inside_a_word_is_marked() -> None:
    assert Folded("light-\nhouse").text == f"light{JOINT}house"
    assert Folded("light -\nhouse").text == "light - house"


def test_a_layer_knows_what_was_dropped() -> None:
    layer = Layer("a--b-c", re.compile("-+"), lambda _: "")
    assert layer.text == "abc"
    assert [(layer.start(at), layer.end(at + 1)) for at in range(3)] == [(0, 1), (3, 4), (5, 6)]
