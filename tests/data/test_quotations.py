"""Quotations: one place in the seed, found after normalisation, or a helpful refusal."""

import csv
import re
from pathlib import Path

import pytest

from sourcebook.data.quotations import NotLocatedError, Selector, context_for, locate
from sourcebook.data.seeds import Seed
from sourcebook.text.levelling import normalise

TEXT = (
    "The keeper\u00a0said:\n\n“We’ve lit 18  lamps since 1874, at £5.13 million.”\n"
    "The lamp was lit. Then the lamp was lit again, and the keeper said: nothing.\n"
    "A lamp was lit at 10,500 windows."
)
SEED = Seed("times", "seeds/times.txt", TEXT)


def found(exact: str, prefix: str = "", suffix: str = "") -> str:
    """Return the file's own characters for a selector."""
    start, end = locate(Selector(exact, prefix, suffix), SEED)
    return TEXT[start:end]


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        ("We've lit 18 lamps since 1874", "We’ve lit 18  lamps since 1874"),
        ('"We’ve lit 18 lamps', "“We’ve lit 18  lamps"),
        ("The keeper said: “We’ve lit", "The keeper\u00a0said:\n\n“We’ve lit"),
        ("  The lamp was lit.\n", "The lamp was lit."),
    ],
)
def test_the_file_s_own_characters_are_found_through_the_normalisation(
    quotation: str, expected: str
) -> None:
    assert found(quotation) == expected


@pytest.mark.parametrize("text", ["naïve", "18-20", "é", "fi", "½", "10²", "A", "-", "…", "a—b"])
def test_normalising_changes_no_letter_digit_or_dash(text: str) -> None:
    assert normalise(text) == text


@pytest.mark.parametrize(
    ("quotation", "shown"),
    [
        ("We've lit 19 lamps since 1874", "[-18-] {+19+}"),
        ("We've lid 18 lamps since 1874", "[-lit-] {+lid+}"),
        ("at £5.31 million", "[-£5.13-] {+£5.31+}"),
        ("we've lit 18 lamps since 1874", "we've"),
    ],
)
def test_one_letter_or_digit_off_is_refused_with_the_nearest_passage(
    quotation: str, shown: str
) -> None:
    with pytest.raises(NotLocatedError) as caught:
        found(quotation)
    fault = caught.value.fault
    assert "nearest is ¶2 (seeds/times.txt:3)" in fault.what
    assert shown in fault.expected


def test_words_that_are_nothing_like_the_source_are_refused() -> None:
    with pytest.raises(NotLocatedError) as caught:
        found("zzzz qqqq xxxx jjjj vvvv")
    assert "does not stand in its source" in caught.value.fault.what


def test_a_quotation_that_stands_twice_is_refused_with_both_places() -> None:
    with pytest.raises(NotLocatedError) as caught:
        found("lamp was lit")
    assert "stands in 3 places" in caught.value.fault.what
    assert caught.value.fault.found.count("¶3") == 2


def test_prefix_and_suffix_tell_places_apart() -> None:
    start, _ = locate(Selector("lamp was lit", suffix="again"), SEED)
    assert TEXT[start - 4 : start] == "the "
    start, _ = locate(Selector("lamp was lit", prefix="A"), SEED)
    assert TEXT[start - 2 : start] == "A "


def test_a_wrong_prefix_is_told_from_a_wrong_quotation() -> None:
    with pytest.raises(NotLocatedError) as caught:
        found("We've lit 18 lamps", prefix="Nobody")
    assert "not between its prefix and suffix" in caught.value.fault.what


@pytest.mark.parametrize("quotation", ["", "   ", "\n"])
def test_an_empty_quotation_is_refused(quotation: str) -> None:
    with pytest.raises(NotLocatedError) as caught:
        found(quotation)
    assert "empty" in caught.value.fault.what


def test_a_short_quotation_needs_a_prefix_or_suffix() -> None:
    with pytest.raises(NotLocatedError) as caught:
        found("18 lamps")
    assert "too short" in caught.value.fault.what
    assert found("18 lamps", prefix="lit") == "18  lamps"


@pytest.mark.parametrize(
    ("quotation", "prefix"),
    [
        ("8 lamps since 1874", ""),
        ("lit 18 lamps since 187", ""),
        ("18 lamps since 1874, at £5", ""),
        (".13 million", "£5"),
        ("lamp was lit at 10", "A"),
        ("he keeper said: nothing", ""),
    ],
)
def test_a_quotation_may_not_cut_a_word_or_number(quotation: str, prefix: str) -> None:
    with pytest.raises(NotLocatedError) as caught:
        found(quotation, prefix)
    assert "inside a word or a number" in caught.value.fault.what


def test_a_whole_word_is_preferred_to_the_same_letters_inside_another() -> None:
    seed = Seed("a", "a", "The relighting of lighting rooms is lighting rooms well.")
    with pytest.raises(NotLocatedError):
        locate(Selector("lighting rooms"), seed)
    seed = Seed("a", "a", "They relight the lamps; they light the lamps.")
    start, end = locate(Selector("light the lamps"), seed)
    assert seed.text[start - 1 : end] == " light the lamps"


@pytest.mark.parametrize("place", [0, 1, 2])
def test_context_is_added_where_words_stand_more_than_once(place: int) -> None:
    spans = [at for at in range(len(TEXT)) if TEXT.startswith("lamp was lit", at)]
    start = spans[place]
    selector = context_for(start, start + len("lamp was lit"), SEED)
    assert selector.prefix or selector.suffix
    assert locate(selector, SEED) == (start, start + len("lamp was lit"))


def cases() -> list[tuple[str, str, bool]]:
    """Return each source, what is cut from it, and whether it may be."""
    found = []
    for name in ("cuts.tsv", "cuts_of_ours.tsv"):
        path = Path(__file__).parent.parent / "cases" / name
        with path.open(encoding="utf-8", newline="") as file:
            rows = [*csv.DictReader(file, delimiter="\t")]
        found += [
            (_read(row["source"]), row["quotation"], row["locatable"] == "yes") for row in rows
        ]
    return found


def _read(text: str) -> str:
    escape = re.compile(r"\\(?:([nrt])|u([0-9a-f]{4}))")
    signs = {"n": "\n", "r": "\r", "t": "\t"}
    return escape.sub(lambda match: signs.get(match[1]) or chr(int(match[2], 16)), text)


@pytest.mark.parametrize(("source", "quotation", "locatable"), cases())
def test_what_carries_its_sense_as_a_whole_is_not_cut(
    source: str, quotation: str, locatable: bool
) -> None:
    seed = Seed("a", "a", source)
    if locatable:
        start, end = locate(Selector(quotation), seed)
        assert normalise(source[start:end]).replace("-", "") == normalise(quotation).replace(
            "-", ""
        )
    else:
        with pytest.raises(NotLocatedError):
            locate(Selector(quotation), seed)


def test_a_negation_left_out_is_told() -> None:
    seed = Seed("a", "a", "It is never wise to enter the oil room.")
    with pytest.raises(NotLocatedError) as caught:
        locate(Selector("wise to enter the oil room"), seed)
    assert caught.value.fault.what == "the quotation leaves out “never”, which turns its sense"
    assert locate(Selector("never wise to enter"), seed) == (6, 25)


def test_what_is_cut_is_told_as_the_source_writes_it() -> None:
    seed = Seed("a", "a", "The yard holds 10\u00a0200 rivets in store.")
    with pytest.raises(NotLocatedError) as caught:
        locate(Selector("200 rivets in store"), seed)
    assert "“10 200”" in caught.value.fault.what
    assert "“10 200 rivets in store”" in caught.value.fault.expected


def test_a_few_ideographs_are_long_enough() -> None:
    seed = Seed("a", "a", "燈塔昨天晚上已經亮了，然後離開。")
    assert locate(Selector("晚上已經"), seed) == (4, 8)


def test_a_line_s_hyphen_is_found_with_and_without_it_and_nothing_else_is() -> None:
    seed = Seed("a", "a", "An anti-\nship lamp in a light-\nhouse of a pre-war pier.")
    assert locate(Selector("An anti-ship lamp in a lighthouse of a pre-war pier"), seed)
    for wrong in ("lamp in a lighthouse of a prewar pier", "lamp in a light-house of a prewar"):
        with pytest.raises(NotLocatedError):
            locate(Selector(wrong), seed)
