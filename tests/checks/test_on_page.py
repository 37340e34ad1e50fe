"""The blocks of a page: headings, labels, and words that point somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.paged import problems

if TYPE_CHECKING:
    from conftest import TinyBook


@pytest.mark.parametrize(
    ("heading", "right"),
    [("The board", True), ("Skerry", True), ("Harbour board", True), ("Ines Calder", False)],
)
def test_a_heading_names_what_it_is_about(tiny: TinyBook, heading: str, right: bool) -> None:
    found = problems(tiny, f"## {heading}\n\n```{{about}} actor harbour-board\n```")
    assert [one.check for one in found] == ([] if right else ["named"])


@pytest.mark.parametrize(("label", "right"), [("Lamps", True), ("Ines Calder", False)])
def test_a_label_names_what_its_point_cites(tiny: TinyBook, label: str, right: bool) -> None:
    found = problems(tiny, f"- **{label}.** Two lamps were ordered {{ev}}`times-order`.")
    assert [one.check for one in found] == ([] if right else ["named"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("## said", ["said"]),
        ("## Not said", []),
        ("The lamps are not in {doc}`objects`.", ["not"]),
        ("The lamps are in {doc}`objects`.", []),
        ("The lamps are not in {doc}`objects` alone, nor was the light.", ["not"]),
        ("## Everybody says it", ["Everybody"]),
        ("## Everybody came", []),
    ],
)
def test_what_points_nowhere_or_rests_on_everybody_is_told(
    tiny: TinyBook, text: str, told: list[str]
) -> None:
    assert [one.found.strip("“”") for one in problems(tiny, text)] == told


@pytest.mark.parametrize(
    ("heading", "right"),
    [
        ("The order of the harbour board", True),
        ("What the Harbour Times has", True),
        ("What the Gazette has", False),
        ("The order of Ines Calder", False),
        ("The harbour board ordered lamps", True),
        ("The lamps were not ordered", False),
    ],
)
def test_a_heading_says_what_its_section_carries(tiny: TinyBook, heading: str, right: bool) -> None:
    section = "The harbour board ordered two lamps {ev}`times-order`."
    found = problems(tiny, f"## {heading}\n\n{section}\n\n## The Gazette and Ines Calder")
    assert bool(found) != right, found


def test_a_heading_over_what_cites_nothing_is_not_held(tiny: TinyBook) -> None:
    assert problems(tiny, "## The order of Ines Calder\n\nMore is in {doc}`objects`.") == []


@pytest.mark.parametrize(
    ("heading", "below", "right"),
    [
        ("The lamps were ordered", "So the board says {ev}`times-order`.", True),
        ("The lamps were not ordered", "So the board says {ev}`times-order`.", False),
        ("Not said", "Who paid for them.", True),
        ("Said", "Who paid for them.", False),
        ("Said", "Two lamps were ordered {ev}`times-order`.", True),
    ],
)
def test_a_heading_says_what_is_cited_below_it(
    tiny: TinyBook, heading: str, below: str, right: bool
) -> None:
    found = problems(tiny, f"Two lamps {{ev}}`times-order`.\n\n## {heading}\n\n{below}")
    assert [one.check for one in found if not one.note] == ([] if right else ["negation"])


@pytest.mark.parametrize(
    ("heads", "told"),
    [
        ("Harbour Times | Gazette", []),
        ("Gazette | Harbour Times", ["Gazette", "Harbour Times"]),
        ("Ines Calder | Gazette", ["Ines Calder"]),
        ("What is told | Gazette", []),
    ],
)
def test_a_column_has_the_evidence_of_the_source_that_heads_it(
    tiny: TinyBook, heads: str, told: list[str]
) -> None:
    cells = "Two lamps {ev}`times-order` | Three lamps {ev}`gazette-three-lamps`"
    found = problems(tiny, f"{heads}\n:--- | :---\n{cells}")
    assert [one.found.strip("“”") for one in found if "heads a column" in one.what] == told


@pytest.mark.parametrize(
    ("source", "told"), [("The Harbour Times", []), ("The Gazette", ["Gazette"])]
)
def test_a_paragraph_names_no_source_but_those_it_cites(
    tiny: TinyBook, source: str, told: list[str]
) -> None:
    said = f"{source} alone tells of lamps. Two lamps were ordered {{ev}}`times-order`."
    found = [one for one in problems(tiny, said) if one.check == "named"]
    assert [one.note for one in found] == [False for _ in told]
