"""Quotations: one place in the seed, found after normalisation, or a helpful refusal."""

import pytest

from sourcebook.data.quotations import NotLocatedError, Selector, context_for, difference, locate
from sourcebook.data.seeds import Seed
from sourcebook.text.folding import fold
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


@pytest.mark.parametrize("text", ["naïve", "18–20", "e\u0301", "ﬁ", "½", "A", "-", "…"])
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
    assert "is cut inside “" in caught.value.fault.what


def test_a_whole_word_is_preferred_to_the_same_letters_inside_another() -> None:
    seed = Seed("a", "a", "The relighting of lighting rooms is lighting rooms well.")
    with pytest.raises(NotLocatedError):
        locate(Selector("lighting rooms"), seed)
    seed = Seed("a", "a", "They relight the lamps; they light the lamps.")
    start, end = locate(Selector("light the lamps"), seed)
    assert seed.text[start - 1 : end] == " light the lamps"


def test_the_difference_is_shown_word_by_word() -> None:
    assert difference("a b c", "a x c d") == "a [-b-] {+x+} c {+d+}"


@pytest.mark.parametrize("place", [0, 1, 2])
def test_context_is_added_where_words_stand_more_than_once(place: int) -> None:
    spans = [at for at in range(len(TEXT)) if TEXT.startswith("lamp was lit", at)]
    start = spans[place]
    selector = context_for(start, start + len("lamp was lit"), SEED)
    assert selector.prefix or selector.suffix
    assert locate(selector, SEED) == (start, start + len("lamp was lit"))


@pytest.mark.cases("cuts.tsv", locatable="yes")
def test_a_quotation_that_differs_only_in_form_is_found(case: dict[str, str]) -> None:
    there = Seed("cut", "seeds/cut.txt", case["source"])
    start, end = locate(Selector(case["quotation"]), there)
    assert fold(there.text[start:end]).replace("-", "") == fold(case["quotation"]).replace("-", "")


@pytest.mark.cases("cuts.tsv", locatable="no")
def test_a_quotation_that_is_cut_inside_what_holds_together_is_refused(
    case: dict[str, str],
) -> None:
    with pytest.raises(NotLocatedError):
        locate(Selector(case["quotation"]), Seed("cut", "seeds/cut.txt", case["source"]))


def test_half_a_ligature_is_refused() -> None:
    seed = Seed("a", "a", "The ﬁrst lamp was lit.")
    with pytest.raises(NotLocatedError) as caught:
        locate(Selector("irst lamp was lit."), seed)
    assert "is cut inside" in caught.value.fault.what


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (
            "The l\u0430mp was lit at dusk",
            "U+0061 LATIN SMALL LETTER A stands there, not U+0430 CYR",
        ),
        (
            "The lamp w\u03b1s lit at dusk",
            "U+0061 LATIN SMALL LETTER A stands there, not U+03B1 GRE",
        ),
        ("The lamp\u3164 was lit at dusk", "nothing stands there, not U+3164 HANGUL FILLER"),
    ],
)
def test_a_difference_that_no_eye_sees_is_named_by_its_code_points(asked: str, told: str) -> None:
    with pytest.raises(NotLocatedError) as caught:
        locate(Selector(asked), Seed("a", "a", "The lamp was lit at dusk."))
    assert told in caught.value.fault.expected
