"""The score of the checks on this book: as new as they are, and whole."""

from __future__ import annotations

from mutants.changes import IN_WORDS
from mutants.code import IN_CODE
from mutants.scoring import AIMS, RESULT, digest
from mutants.seeds import SEED_BYTE
from mutants.sites import CAPTION, CODE, DROPPED, MISSPELT, SWAPPED

from sourcebook.show.score import read_score

KINDS = (*IN_WORDS, SWAPPED, DROPPED, MISSPELT, CODE, CAPTION, SEED_BYTE, IN_CODE)


def test_the_score_is_no_older_than_the_checks() -> None:
    assert read_score(RESULT).digest == digest(), (
        "the checks have changed since they were measured: run nox -s mutants, and commit "
        "docs/reference/tested.json"
    )


def test_the_score_has_every_kind_and_every_survivor() -> None:
    found = read_score(RESULT)
    assert [one.kind for one in found.kinds] == list(KINDS)
    assert set(AIMS) <= set(KINDS)
    assert all(one.tried - one.killed == len(one.survivors) for one in found.kinds)
