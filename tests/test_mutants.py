"""Mutants: each kind changes what it says it does, and the score is no older than the checks."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from random import Random

import pytest
from mutants.changes import IN_WORDS
from mutants.code import sites_in_code
from mutants.names import Names
from mutants.scoring import score
from mutants.seeds import sites_in_seeds
from mutants.sites import MISSPELT, sites
from mutants.stage import Stage, open_stage
from mutants.subject import in_page

BOOK = Path(__file__).parent / "book"


@pytest.fixture(scope="module")
def stage() -> Stage:
    return open_stage(BOOK)


@pytest.mark.parametrize(
    ("kind", "text", "pattern"),
    [
        ("digit", "He has 7.", r"He has [^7]\."),
        ("number word", "He has seven lamps.", r"He has (?!seven)[a-z]+ lamps\."),
        ("number word", "It is the second lamp.", r"It is the (?!second)[a-z]+ lamp\."),
        ("unit", "It is 7 km.", r"It is 7 (miles|m)\."),
        ("unit", "It cost €7.", r"It cost [$£]7\."),
        ("scale", "It cost 7 million.", r"It cost 7 (thousand|billion|trillion)\."),
        ("bound", "It has at least seven.", r"It has at most seven\."),
        ("bound", "Made before 2019.", r"Made after 2019\."),
        ("date", "Made in July.", r"Made in (?!July)[A-Z][a-z]+\."),
        ("date", "Made in 2019.", r"Made in (?!2019)\d{4}\."),
        ("negation", "It is not lit.", r"It is (lit|not not lit)\."),
        ("negation", "It is lit.", r"It is not lit\."),
        ("verb strength", "It may be lit.", r"It will be lit\."),
        ("quotation", "He said “nothing”.", r"He said “(?!nothing)[a-z]+”\."),
    ],
)
def test_a_kind_changes_what_it_says(stage: Stage, kind: str, text: str, pattern: str) -> None:
    made = [one.made(text) for one in IN_WORDS[kind](text, stage.names, Random(1))]
    assert made
    assert all(re.fullmatch(pattern, one) for one in made), made


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("number word", "It was seen at second hand, and at first by one who knows."),
        ("bound", "It hangs over the river."),
        ("verb strength", "No source says so."),
        ("date", "The H-2019 lamp."),
    ],
)
def test_a_kind_leaves_what_states_nothing(stage: Stage, kind: str, text: str) -> None:
    assert [*IN_WORDS[kind](text, stage.names, Random(1))] == []


def test_names_are_those_of_the_tables(stage: Stage) -> None:
    names = Names(stage.book)
    assert names.owners
    assert all(names.other(one, Random(1)) != one for one in names.owners)


def test_a_digit_an_id_and_a_byte_never_pass(stage: Stage) -> None:
    found = sites(stage, 1)
    tried = [one.attempt(stage) for kind in ("digit", MISSPELT) for one in found[kind][:20]]
    tried += [one.attempt(stage) for one in [*sites_in_seeds(stage, Random(1))][:5]]
    assert any(tried)
    assert all(one.killed for one in tried if one)


def test_what_is_refused_for_its_wording_alone_is_told_apart(stage: Stage) -> None:
    file = next(iter(stage.pages))
    ends = ("A lamp and lamp was lit.", "A lamp was lit in 1803 by Zorro and Zorro.")
    by_slip, false = (stage.try_page(file, f"{stage.pages[file]}\n\n{one}\n") for one in ends)
    assert by_slip.killed
    assert by_slip.by_slip
    assert false.killed
    assert not false.by_slip


def test_code_is_run_and_what_changes_nothing_does_not_count(stage: Stage, tmp_path: Path) -> None:
    root = tmp_path / "book"
    shutil.copytree(BOOK, root)
    cells = "SHOWN = ['A lamp', 'A horn']\n' '.join(SHOWN[:1]) + 'x' * (5 > 0)"
    page = "# Lamps\n\n```{code-cell} python3\n" + cells + "\n```\n"
    (root / "notebooks").mkdir(exist_ok=True)
    (root / "notebooks" / "lamps.md").write_text(page, "utf-8")
    copy = open_stage(root)
    found = [one for one in sites_in_code(copy, Random(3)) if one.file == "notebooks/lamps.md"]
    verdicts = [one.attempt(copy) for one in found]
    assert len(found) == 3
    assert None in verdicts


def test_lines_of_a_notebook_that_are_only_repeated_do_not_count(tmp_path: Path) -> None:
    root = tmp_path / "book"
    shutil.copytree(BOOK, root)
    shown = "    def _repr_markdown_(self):\n        return 'A lamp\\n' * (1 + 5)"
    page = f"# Lamps\n\n```{{code-cell}} python3\nclass Shown:\n{shown}\nShown()\n```\n"
    (root / "notebooks").mkdir(exist_ok=True)
    (root / "notebooks" / "lamps.md").write_text(page, "utf-8")
    copy = open_stage(root)
    found = [one for one in sites_in_code(copy, Random(3)) if one.file == "notebooks/lamps.md"]
    assert [one.attempt(copy) for one in found] == [None, None]


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [
        ("negation", "The lamp is lit {ev}`times-arrival`.", True),
        ("negation", "The Skerry lighthouse is lit.", True),
        ("negation", "This page is short.", False),
        ("digit", "This page has 7 lines.", True),
    ],
)
def test_what_is_on_the_book_itself_is_left_out(
    stage: Stage, kind: str, text: str, told: bool
) -> None:
    changes = [*IN_WORDS[kind](text, stage.names, Random(1))]
    assert changes
    assert {in_page(kind, text, one, stage) for one in changes} == {told}


def test_a_score_says_the_same_twice(stage: Stage) -> None:
    first, second = (score(stage, 3, ("digit", MISSPELT)) for _ in range(2))
    assert first.kinds == second.kinds
    assert [one.tried for one in first.kinds] == [3, 3]
