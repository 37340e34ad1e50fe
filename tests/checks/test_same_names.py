"""Names that two rows bear: of speakers and sources none may, by a variant or by case alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sourcebook.checks.same_names import check_same_names
from sourcebook.data.unchecked import read_unchecked

if TYPE_CHECKING:
    from conftest import TinyBook


def found(tiny: TinyBook) -> list[str]:
    return [one.found for one in check_same_names(read_unchecked(tiny.root).roles)]


@pytest.mark.parametrize("called", ["Ines Calder", "INES CALDER", "Inés Calder", "the Ines Calder"])
def test_a_name_of_another_speaker_is_refused(tiny: TinyBook, called: str) -> None:
    tiny.append("data/people.csv", f"keeper,{called},person,keeper,times-order,\n")
    assert found(tiny) == [f"“{called}” for “keeper” and for “ines-calder”"]


def test_a_variant_counts_as_a_name(tiny: TinyBook) -> None:
    tiny.append("data/people.csv", "keeper,Tom Rask,person,keeper,times-order,Rask; Ines Calder\n")
    assert found(tiny) == ["“Ines Calder” for “keeper” and for “ines-calder”"]


@pytest.mark.parametrize("called", ["Ines Calder the younger", "Ines Rask", "Calder"])
def test_a_name_that_tells_them_apart_passes(tiny: TinyBook, called: str) -> None:
    tiny.append("data/people.csv", f"keeper,{called},person,keeper,times-order,{called}\n")
    assert found(tiny) == []


def test_two_sources_may_not_be_called_alike(tiny: TinyBook) -> None:
    tiny.edit("data/sources.csv", ",Gazette,", ",Harbour Times,")
    assert found(tiny) == ["“Harbour Times” for “pilots-gazette” and for “harbour-times”"]
