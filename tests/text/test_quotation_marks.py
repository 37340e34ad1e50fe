"""Quotations found by their marks: every pair, also one inside another; no apostrophe is one."""

from __future__ import annotations

import pytest

from sourcebook.text.quotation_marks import (
    between_marks,
    set_apart,
    without_marks,
    without_quotations,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “a light” and no more.", ["“a light”"]),
        ('He said "a light" and "b" too.', ['"a light"', '"b"']),
        ("He said ‘a light’ and no more.", ["‘a light’"]),
        ("He said 'a light' and no more.", ["'a light'"]),
        ("He said «a light» and no more.", ["«a light»"]),
        ("He said «\u00a0a light\u00a0» and « b ».", ["«\u00a0a light\u00a0»", "« b »"]),
        ("Er sagte »a light« und »b«.", ["»a light«", "»b«"]),
        ("Er sagte „a light“ und „b“.", ["„a light“", "„b“"]),
        ("Powiedział „a light” i „b”.", ["„a light”", "„b”"]),
        ("Han sade ”a light” och ”b”.", ["”a light”", "”b”"]),
        ("Er sagte ‚a light‘ und ‚b‘.", ["‚a light‘", "‚b‘"]),
        ("Il dit ‹a light› et ›b‹.", ["‹a light›", "›b‹"]),
        ("他说「灯亮了」然后『走』了", ["「灯亮了」", "『走』"]),
        ("他说“灯亮了”然后走了", ["“灯亮了”"]),
        ("He said “the ‘old’ lamp” is lit.", ["“the ‘old’ lamp”"]),
        ("He said ‘the “old” lamp’ is lit.", ["‘the “old” lamp’"]),
        ("He said „the ‚old‘ lamp“ is lit.", ["„the ‚old‘ lamp“"]),
        ("He said «the “old” lamp» is lit.", ["«the “old” lamp»"]),
        ("他说「那『旧』灯」亮了", ["「那『旧』灯」"]),
        ("He said “they don’t ‘see’ it” now.", ["“they don’t ‘see’ it”"]),
        ("He said ‘they don’t see it’ now.", ["‘they don’t see it’"]),
        ("He said 'they don't see it' now.", ["'they don't see it'"]),
        ("He said ‘the crews’ boats never left’, and", ["‘the crews’ boats never left’"]),
        ("(“a light”), [‘b’]—“c”", ["“a light”", "‘b’", "“c”"]),
        ("“It goes on and on", ["“It goes on and on"]),
        ("a “cell\0another “b” cell\0", ["“cell", "“b”"]),
        ("“In ’tis” he’d “said”", ["“In ’tis”", "“said”"]),
    ],
)
def test_every_pair_of_marks_is_one(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in between_marks(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "the keeper’s lamp and the crews’ boats",
        "the keeper's lamp and the crews' boats, the boards' oil",
        "in the '90s the keepers' lamp; 'tis so, rock 'n' roll",
        "in the ’90s the keepers’ lamp; ’tis so",
        "a lamp of 5' and 9\" at 44°49'14\" north",
        "Home » Lamps » Oil",
        "“” \"\" '' ‘…’",
        "no marks at all",
    ],
)
def test_no_apostrophe_or_other_sign_is_a_pair(text: str) -> None:
    assert between_marks(text) == ()


def test_what_is_quoted_is_blanked_where_it_stands() -> None:
    assert without_quotations("a “b\nc” d") == "a   \n   d"


@pytest.mark.parametrize(
    ("words", "bare"), [("“a”", "a"), ("»a«", "a"), ("“a", "a"), ("a", "a"), ("‘a’s", "‘a’s")]
)
def test_marks_around_words_are_taken_off(words: str, bare: str) -> None:
    assert without_marks(words) == bare


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The lamp\nwas lit.", ["The lamp\nwas lit."]),
        ("Lit.\n— Ann, 2021", ["Lit."]),
        ("— Ann", []),
    ],
)
def test_of_a_block_quotation_its_words_are_quoted(text: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in set_apart(text)] == words
