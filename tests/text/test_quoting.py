"""Words between quotation marks are a source's own, whole, in their order, and say the same."""

import csv
from pathlib import Path

import pytest

from sourcebook.text.assertions import is_carried, quoted
from sourcebook.text.quoting import CUT, LEFT, TURNED, fault, is_quoted


def cases() -> list[tuple[str, str, bool]]:
    """Return each quotation, the prose that quotes from it, and whether it may."""
    found = []
    for name in ("quoted.tsv", "quoted_of_ours.tsv"):
        path = Path(__file__).parent.parent / "cases" / name
        with path.open(encoding="utf-8", newline="") as file:
            rows = [*csv.DictReader(file, delimiter="\t")]
        found += [(row["quotation"], row["prose"], row["follows"] == "yes") for row in rows]
    return found


@pytest.mark.parametrize(("quotation", "prose", "follows"), cases())
def test_what_stands_between_marks_is_held_against_the_source(
    quotation: str, prose: str, follows: bool
) -> None:
    assert all(is_carried(one, quotation) for one in quoted(prose)) is follows


def test_the_parts_around_dots_are_taken_where_the_least_is_left_out() -> None:
    text = "The crew never left, but the crew left the bay, and it left the town."
    assert is_quoted("“the crew … the bay”", text)
    assert not is_quoted("“the crew … the town … the bay”", text)


def test_a_negation_in_the_prose_answers_the_one_in_the_source() -> None:
    text = "It is never wise to row."
    assert not is_quoted("“wise to row”", text, ("It is ", ""))
    assert is_quoted("“wise to row”", text, ("It is never ", ""))
    assert not is_quoted("“The crew may”", "The crew may not row.", ("", " row"))
    assert is_quoted("“The crew may”", "The crew may not row.", ("", " not row"))


def test_dots_may_not_go_over_a_paragraph() -> None:
    assert is_quoted("“One lamp … two lamps”", "One lamp was lit\nby two lamps.")
    assert not is_quoted("“One lamp … two lamps”", "One lamp was lit\n\nby two lamps.")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("“the crew can”", CUT),
        ("“stay here”", TURNED),
        ("“the crew … here”", LEFT),
        ("“the crew … at dawn”", "it does not say “at dawn”"),
        ("“a … b … c … d … e”", "it leaves words out in more than 3 places"),
        ("“the crew can’t stay”", ""),
    ],
)
def test_the_reason_is_told(words: str, reason: str) -> None:
    assert fault(words, "He said the crew can’t stay; they must not stay here.") == reason
