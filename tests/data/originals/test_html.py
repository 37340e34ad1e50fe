"""Pages: the words of the article, a paragraph to a line, and what the page states of itself."""

from __future__ import annotations

import pytest

from sourcebook.data.originals.extracted import Stated
from sourcebook.data.originals.html import read_html
from sourcebook.problems import BookError

FRAME = "<header>The Post <nav>Home</nav></header>{}<footer>© Post</footer><script>x()</script>"


def text(body: str) -> str:
    return read_html(f"<html><body>{body}</body></html>", "a.html").text


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h1>Storm</h1><p>It <em>rai</em>ned\n all  day.</p>", "Storm\nIt rained all day.\n"),
        ("<p>One<br>line.<br><br>Another.</p>", "One line.\nAnother.\n"),
        ("<ul><li>One</li><li>Two</li></ul>", "One\nTwo\n"),
        ("<table><tr><th>Ship<th>Loss<tr><td>Alder<td>12</table>", "Ship | Loss\nAlder | 12\n"),
        ("<div>One<p>Two</div>Three", "One\nTwo\nThree\n"),
        ("<p>One</p><p hidden>Two</p><style>p{}</style>", "One\n"),
        (FRAME.format("<p>One</p>"), "One\n"),
        ("<div>Ads</div><article><header><p>By Jo</header><p>One</article>", "By Jo\nOne\n"),
        ("<article><p>One</article><article><p>Two</article>", "One\nTwo\n"),
        (f"{'<div>' * 3000}One{'</div>' * 3000}", "One\n"),
    ],
)
def test_the_words_of_the_article_are_read_as_paragraphs(body: str, expected: str) -> None:
    assert text(body) == expected


def test_what_was_left_out_is_told() -> None:
    found = read_html(f"<html><body>{FRAME.format('<p>One</p>')}</body></html>", "a.html")
    assert found.aside == ("“The Post Home”, the page's header", "“© Post”, the page's footer")


def test_a_page_without_words_is_refused() -> None:
    with pytest.raises(BookError, match="holds no text"):
        read_html("<html><body><script>show()</script></body></html>", "a.html")


LINKED = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite"},
{"headline": "Storm", "author": [{"name": "Mara Lind"}, {"name": "Jo Poe"}],
"datePublished": "2020-11-14T08:00"}]}</script>"""


@pytest.mark.parametrize(
    ("head", "stated"),
    [
        ("<title>Storm | Post</title>", Stated(title="Storm | Post", language="en-GB")),
        (
            '<meta property="og:title" content="Storm"><meta name="author" content="Mara Lind">'
            '<meta name="date" content="2020/11/14">',
            Stated("Storm", "Mara Lind", "2020-11-14", "en-GB"),
        ),
        (LINKED, Stated("Storm", "Mara Lind; Jo Poe", "2020-11-14", "en-GB")),
        ('<script type="application/ld+json">{</script>', Stated(language="en-GB")),
    ],
)
def test_what_a_page_states_of_itself_is_read(head: str, stated: Stated) -> None:
    page = f'<html lang="en-GB"><head>{head}</head><body><p>One</body></html>'
    assert read_html(page, "a.html").stated == stated
