"""The annex of evidence: each quotation printed once, by number, with the pages that cite it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pypdf import PdfReader

from sourcebook.checks.opening import read_book
from sourcebook.sphinx.markers.annex import numbers
from sourcebook.sphinx.pdf.compiling import BOOK

if TYPE_CHECKING:
    from conftest import Build, TinyBook

CAPTIONED = "```{toctree}\n:caption: Record\n\nsources\n```\n\n```{toctree}\nobjects"
WEB_ONLY = '\nsourcebook_web_only = ["Record"]\n'


def print_without_record(tiny: TinyBook) -> tuple[Build, str]:
    """Build the PDF without the pages of the sources, and return its words."""
    tiny.edit("docs/index.md", "```{toctree}\nsources\nobjects", CAPTIONED)
    tiny.append("docs/conf.py", WEB_ONLY)
    done = tiny.build("-W", builder="pdf", run=False)
    assert done.code == 0, done.warnings
    pages = PdfReader(done.out.parent / "handbook.pdf").pages
    return done, " ".join(" ".join(page.extract_text() for page in pages).split())


def test_numbers_follow_the_sources_and_their_texts(tiny: TinyBook) -> None:
    book = read_book(tiny.root)
    places = [(one.source, one.start) for one in book.evidence.values()]
    assert list(numbers(book).values()) == [f"E{at}" for at in range(1, len(places) + 1)]
    for source in book.sources:
        starts = [start for of, start in places if of == source]
        assert starts == sorted(starts)


def test_a_quotation_cited_on_several_pages_is_printed_once(tiny: TinyBook) -> None:
    tiny.add_page("again", "Two lamps, again {ev}`times-order`.")
    done, words = print_without_record(tiny)
    number = numbers(read_book(tiny.root))["times-order"]
    assert len(re.findall(r"The harbour board ordered 2 lamps", words)) == 1
    assert words.count(f"[{number}]") >= 2
    entry = words[words.index(f"{number} Harbour Times ¶") :]
    assert re.search(r"£1\.2 million.*?” → pp\. \d+(, \d+)+ E\d+ ", entry[:600])
    assert "super(" not in done.page("pages/docs/index.typ")


def test_a_quotation_cited_nowhere_is_listed_without_pages(tiny: TinyBook) -> None:
    _, words = print_without_record(tiny)
    number = numbers(read_book(tiny.root))["times-title"]
    entry = words[words.index(f"{number} Harbour Times ¶") :]
    following = f"E{int(number[1:]) + 1} Harbour Times"
    assert "→" not in entry[: entry.index(following)]


def test_links_to_sources_left_out_lead_to_the_annex(tiny: TinyBook) -> None:
    done, words = print_without_record(tiny)
    assert "/pages/docs/sources.typ" not in done.page(BOOK)
    assert 'link-to("evidence-harbour-times"' in done.page("pages/docs/index.typ")
    assert "Quotations" not in words


def test_the_record_can_be_printed_whole(tiny: TinyBook) -> None:
    print_without_record(tiny)
    done = tiny.build("-W", "-D", "sourcebook_web_only=", builder="pdf", run=False)
    assert done.code == 0, done.warnings
    assert "/pages/docs/sources.typ" in done.page(BOOK)


def test_a_link_to_another_page_left_out_says_where_that_is(tiny: TinyBook) -> None:
    tiny.append("docs/sources.md", "\n(kept-apart)=\n## Kept apart\n\nMore.\n")
    tiny.add_page("leading", "See {ref}`kept-apart`.")
    _, words = print_without_record(tiny)
    assert "See Kept apart (web)." in words
