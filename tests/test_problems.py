"""Problems: what is said of them, and the nearest known word."""

from __future__ import annotations

from sourcebook.problems import BookError, Problem, did_you_mean, merge


def problem(line: int | None = 3, found: str = "“a”") -> Problem:
    return Problem("data/a.csv", line, "this is wrong", found, "an id", "correct it")


def test_a_problem_says_where_what_was_found_expected_and_what_to_do() -> None:
    said = str(problem())
    for words in ("data/a.csv:3: this is wrong", "“a”", "an id", "correct it"):
        assert words in said
    assert problem(None).place == "data/a.csv"


def test_an_error_says_every_problem() -> None:
    error = BookError([problem(1), problem(2)])
    assert len(error.problems) == 2
    assert "a.csv:1" in str(error)
    assert "a.csv:2" in str(error)


def test_the_nearest_known_word_is_asked_after_and_no_far_one() -> None:
    assert "“skerry”" in did_you_mean("skery", ["tower", "skerry"])
    assert did_you_mean("zzz", ["tower", "skerry"]) == ""


def test_problems_come_once_each_by_file_and_line() -> None:
    assert merge([problem(2), problem(None), problem(2)]) == [problem(None), problem(2)]
