"""The words of raw HTML and of drawings."""

import pytest

from sourcebook.pages.html import words_of_html, words_of_svg
from sourcebook.text.sentences import CELL_END


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>word 2</p>", "word 2"),
        ("<!-- 1 -->a<!-- 2 -->", "a"),
        ('<img alt="99 lamps" src="x-1.png">', "99 lamps."),
        ("<a title='99 lamps' href=x-1>a</a>", "99 lamps. a"),
        ("<abbr title=99>a</abbr>", "99. a"),
        ("<q>the crew</q>", "“the crew”"),
        ("<blockquote>the crew</blockquote>", "“the crew”"),
        ("&#57;&#x39; lamps &amp; oil", "99 lamps & oil"),
    ],
)
def test_words_stand_between_tags_and_in_what_describes(html: str, words: str) -> None:
    assert " ".join(words_of_html(html).split()) == words


def test_html_has_as_many_lines_as_its_words() -> None:
    html = '<p\nclass="a">one\n<!-- \n -->&#10;two</p>\n'
    assert words_of_html(html).count("\n") == html.count("\n")


def test_a_drawing_says_its_texts_and_descriptions() -> None:
    svg = (
        "<svg><metadata>2021</metadata><style>a{b:1}</style><title>Lamps</title>\n"
        '<path d="M 1 2"/><text x="5">99 <tspan>lamps</tspan></text><text>lit</text></svg>'
    )
    assert words_of_svg(svg) == f"Lamps{CELL_END}\n99 lamps{CELL_END}lit{CELL_END}"
    assert words_of_svg("<svg><!-- 99 --><path d='M 1'/></svg>") == ""
