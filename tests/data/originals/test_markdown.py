"""Markdown: words without the signs of its form, and what its front matter states."""

from __future__ import annotations

import pytest

from sourcebook.data.originals.extracted import Stated
from sourcebook.data.originals.markdown import read_markdown
from sourcebook.problems import BookError

NOTES = """---
title: Notes
author: [Jo Poe, Mara Lind]
date: 2021-02-03
lang: en
---
# The light

The **light** has a range of *nine*
miles, [says](http://x.y) the `board`.

* one lamp
* two
  boats

| year | ships |
|------|-------|
| 2020 | 1,204 |
"""


def test_the_words_are_read_without_the_signs_of_their_form() -> None:
    assert read_markdown(NOTES, "a.md").text.splitlines() == [
        "The light",
        "The light has a range of nine miles, says the board.",
        "one lamp",
        "two boats",
        "year | ships",
        "2020 | 1,204",
    ]


def test_what_it_states_stands_in_its_front_matter_or_heading() -> None:
    told = Stated("Notes", "Jo Poe; Mara Lind", "2021-02-03", "en")
    assert read_markdown(NOTES, "a.md").stated == told
    assert read_markdown("# The light\n\nOne.", "a.md").stated == Stated("The light")
    assert read_markdown("---\na: [\n---\nOne.", "a.md").stated == Stated()


def test_html_is_left_out_and_told() -> None:
    assert read_markdown("<div>x</div>\n\nOne.", "a.md").aside == ("1 blocks of HTML",)


def test_a_file_without_words_is_refused() -> None:
    with pytest.raises(BookError, match="holds no text"):
        read_markdown("---\n\n---\n", "a.md")
