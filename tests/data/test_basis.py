"""A basis: how a value was come by, read from its cell and put into words."""

import pytest

from sourcebook.data.basis import Basis, basis_as_written, read_basis


@pytest.mark.parametrize(
    ("cell", "whole", "brief"),
    [
        ("", "1874", "1874"),
        ("stated", "1874", "1874"),
        (
            "derived: 2021-03-03 - 1 month",
            "1874 (derived: 3 March 2021 − 1 month)",
            "1874 (derived)",
        ),
        ("inferred: from the paper", "1874 (inferred: from the paper)", "1874 (inferred)"),
    ],
)
def test_a_basis_stands_after_its_words_unless_they_are_stated(
    cell: str, whole: str, brief: str
) -> None:
    assert read_basis(cell).beside("1874") == whole
    assert read_basis(cell).briefly_beside("1874") == brief


@pytest.mark.parametrize("cell", ["guessed", "inferred", "derived:", "stated: so it is"])
def test_what_is_no_basis_is_refused_and_never_shown_as_stated(cell: str) -> None:
    with pytest.raises(ValueError, match="is not a basis"):
        read_basis(cell)
    assert basis_as_written(cell).beside("1874") == f"1874 ({cell})"


def test_a_kind_alone_is_said_in_one_word() -> None:
    assert Basis("inferred").beside("1874") == "1874 (inferred)"
