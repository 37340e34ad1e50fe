"""Printed lines: what runs at the edges of pages is left out, the rest is read as paragraphs."""

from __future__ import annotations

from sourcebook.data.originals.printed import Line, Printed, read_printed

LEFT, RIGHT, SIZE, LEADING = 50.0, 300.0, 10.0, 12.0


def page(number: int, *texts: str, head: str = "", foot: str = "") -> list[Line]:
    """Return a page of full lines; an empty one is a gap, one that ends in “/” is short."""
    lines = [Line(number, head, LEFT, RIGHT, 500, SIZE)] if head else []
    for at, text in enumerate(texts):
        if text:
            right = LEFT + 60 if text.endswith("/") else RIGHT
            words, left = text.rstrip(" /"), LEFT + 15 if text.startswith(" ") else LEFT
            lines.append(Line(number, words, left, right, 470 - at * LEADING, SIZE))
    return [*lines, *([Line(number, foot, 150, 170, 20, SIZE)] if foot else [])]


def read(*pages: list[Line]) -> Printed:
    return read_printed(line for one in pages for line in one)


def test_lines_are_joined_into_paragraphs_parted_by_gaps() -> None:
    text = read(page(0, "The lamp was", "lit at dusk", "", "Nobody came.", "", "It rained.")).text
    assert text == "The lamp was lit at dusk\nNobody came.\nIt rained.\n"


def test_a_short_line_and_an_indented_one_end_a_paragraph() -> None:
    text = read(
        page(0, "The lamp was", "lit. /", "Nobody was", "there then.", " It rained", "on.")
    ).text
    assert text == "The lamp was lit.\nNobody was there then.\nIt rained on.\n"


def test_a_divided_word_is_joined_and_a_hyphen_of_its_own_is_kept() -> None:
    text = read(page(0, "The har-", "bour has long-", "range lamps, the long-range", "kind.")).text
    assert text == "The harbour has long-range lamps, the long-range kind.\n"


def test_a_paragraph_goes_on_over_a_page_and_a_page_ends_between_words() -> None:
    text = read(page(0, "The lamp was"), page(1, "lit in the har-"), page(2, "bour at dusk.")).text
    assert text == "The lamp was\flit in the harbour\fat dusk.\n"


def test_a_sentence_that_ends_with_its_page_ends_the_paragraph() -> None:
    assert (
        read(page(0, "It rained."), page(2, "Nobody came.")).text
        == "It rained.\n\f\fNobody came.\n"
    )


def test_an_item_of_a_list_and_a_line_of_another_size_begin_a_paragraph() -> None:
    title = Line(0, "The lamp", LEFT, RIGHT, 482, 14)
    lines = [title, *page(0, "There were", "1. one lamp", "2. one boat")]
    assert read(lines).text == "The lamp\nThere were\n1. one lamp\n2. one boat\n"


def test_running_heads_and_numbers_of_pages_are_left_out_and_told() -> None:
    pages = [
        page(at, f"Words of their own, the {word}", head="The report", foot=str(at + 45))
        for at, word in enumerate(["first", "second", "third", "fourth"])
    ]
    found = read(*pages)
    assert "report" not in found.text
    assert found.text.count("Words of their own") == 4
    assert found.first_page == 45
    assert found.aside == (
        "“The report” and the like at the edge of 4 pages",
        "“45” and the like at the edge of 4 pages",
    )


def test_the_head_of_a_chapter_is_left_out_of_a_long_text() -> None:
    heads = ["One: the lamp"] * 3 + ["Two: the keeper"] * 20
    words = ["first", "second", "third", "fourth"]
    found = read(*(page(at, f"The {words[at % 4]}.", head=one) for at, one in enumerate(heads)))
    assert "One: the lamp" not in found.text
    assert "Two: the keeper" not in found.text


def test_what_stands_at_the_edge_of_one_page_alone_is_text() -> None:
    pages = [page(at, f"Words {'x' * at}.") for at in range(4)]
    pages[2] = page(2, "More.", head="A heading")
    found = read(*pages)
    assert "A heading" in found.text
    assert found.aside == ()
    assert found.first_page == 1


def test_the_same_line_in_the_middle_of_pages_is_text() -> None:
    middle = [page(at, "a b", "c d", "Nobody came", "e f", f"g {at}{'x' * at}") for at in range(3)]
    assert read(*middle).text.count("Nobody came") == 3
