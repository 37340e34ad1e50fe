"""The printed book beside the HTML: chapters, captions, quotations and links are in both."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from posixpath import normpath
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree
from zipfile import ZipFile

import matplotlib as mpl
import pytest
from bs4 import BeautifulSoup
from pypdf import PdfReader
from pypdfium2 import PdfDocument
from support.built import told

from sourcebook.sphinx.pdf.faults import faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag
    from conftest import Build, Once, TinyBook

MARGIN, HEAD, FOOT = 64.0, 79.0, 76.0  # points
SMALLEST = 7.4  # points
NOT_WORDS = re.compile(r"[\W_]+")


def squeezed(text: str) -> str:
    """Return the letters and digits of a text, however its lines are broken."""
    return NOT_WORDS.sub("", text)


@dataclass(frozen=True)
class Chapter:
    """A page of the HTML, and the printed pages from the first to the last, counted from 0."""

    name: str
    title: str
    first: int
    last: int


class Both:
    """The same book as HTML and as a PDF."""

    def __init__(self, html: Path, pdf: Path) -> None:
        self.html, self.pdf = html, pdf
        self.reader: Any = PdfReader(pdf)

    @cached_property
    def pages(self) -> dict[str, Tag]:
        """The main part of every page that is made from a file and printed, by name."""
        paths = [*self.html.glob("docs/**/*.html"), *self.html.glob("notebooks/**/*.html")]
        soups = {path: BeautifulSoup(path.read_text("utf-8"), "html.parser") for path in paths}
        found = {
            path.relative_to(self.html).with_suffix("").as_posix(): main
            for path, soup in soups.items()
            if (main := soup.find("article") or soup.find(class_="body")) is not None
        }
        places = self.reader.named_destinations
        return {name: main for name, main in found.items() if place_of(name, main) in places}

    @cached_property
    def text(self) -> list[str]:
        return [page.extract_text() for page in self.reader.pages]

    @cached_property
    def chapters(self) -> dict[str, Chapter]:
        """The printed pages of every page of the HTML, by its name."""
        places = self.reader.named_destinations
        starts = []
        for name, main in self.pages.items():
            heading: Any = main.find("h1")
            place = places[place_of(name, main)]
            at = self.reader.get_destination_page_number(place), -float(place["/Top"])
            starts.append((at, name, title_of(heading)))
        starts.sort()
        ends = [at[0] for at, _, _ in starts[1:]] + [len(self.reader.pages) - 1]
        return {
            name: Chapter(name, title, at[0], max(at[0], end))
            for (at, name, title), end in zip(starts, ends, strict=True)
        }

    @cached_property
    def annex(self) -> int:
        """The printed page on which the evidence begins, counted from 0."""
        place = self.reader.named_destinations["evidence"]
        return int(self.reader.get_destination_page_number(place))

    def printed(self, name: str) -> str:
        """Return the letters and digits on the printed pages of a page."""
        chapter = self.chapters[name]
        return squeezed("".join(self.text[chapter.first : chapter.last + 1]))

    def links(self) -> Iterator[tuple[int, int]]:
        """Yield the printed page of every link within the book, and the one it leads to."""
        numbers = {page.indirect_reference.idnum: at for at, page in enumerate(self.reader.pages)}
        named = self.reader.named_destinations
        for at, page in enumerate(self.reader.pages):
            for one in page.get("/Annots", ()):
                link = one.get_object()
                if "/Dest" in link:
                    place = link["/Dest"]
                    target = named[place] if isinstance(place, str) else None
                    page_of = target.page if target else place[0]
                    yield at, numbers[page_of.idnum]


def place_of(name: str, main: Tag) -> str:
    """Return the name of the place of a page's heading."""
    heading: Any = main.find("h1")
    return f"{name}#{heading.parent['id']}" if heading else ""


def title_of(heading: Tag) -> str:
    """Return the words of a heading without the link to itself."""
    return "".join(
        one for one in heading.strings if "headerlink" not in one.parent.get("class", [])
    ).strip()


def caption(node: Tag) -> str:
    """Return the number and the words of a caption as far as its first marker."""
    words = ""
    for one in node.strings:
        if one.find_parent(class_=("marker", "headerlink")):
            break
        words += one
    return words


def build_both(tiny: TinyBook) -> Build:
    """Build the tiny book, with a page of every form that screen and print have apart.

    The HTML is built after the PDF, from the same doctrees and outputs.
    """
    tiny.append("docs/lamp.svg", SVG)
    tiny.append("docs/forms.md", FORMS)
    tiny.append("docs/index.md", "\n```{toctree}\n:caption: Forms\n\nforms\n```\n")
    options = ["-W", "--keep-going", "-d", "_build/doctrees"]
    printed = tiny.build(*options, builder="pdf")
    assert printed.code == 0, printed.warnings
    done = tiny.build(*options, "-D", "html_theme=pydata_sphinx_theme")
    assert done.code == 0, done.warnings
    return done


@pytest.fixture(scope="session")
def after(once: Once) -> Build:
    """Return the HTML, built after the PDF."""
    return once("both", build_both)


@pytest.fixture
def printed(after: Build) -> Path:
    """Return the PDF."""
    return after.out.parent / "handbook.pdf"


@pytest.fixture
def rich(tiny: TinyBook, after: Build) -> TinyBook:
    """Return a copy of the book, with all that was built, to build again."""
    shutil.copytree(after.out.parents[1], tiny.root, dirs_exist_ok=True)
    return tiny


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Take what holds for any book to the book that ``--built`` names as well."""
    if "both" in metafunc.fixturenames:
        given = metafunc.config.getoption("--built")
        metafunc.parametrize("both", [None, given] if given else [None], indirect=True)


@pytest.fixture(scope="module")
def both(request: pytest.FixtureRequest) -> Both:
    if request.param:
        folder = Path(request.param)
        return Both(folder / "html", folder / "handbook.pdf")
    after: Build = request.getfixturevalue("after")
    return Both(after.out, after.out.parent / "handbook.pdf")


def test_every_page_is_a_chapter_with_its_bookmark(both: Both) -> None:
    def titles(outline: list[Any]) -> Iterator[str]:
        for one in outline:
            yield from titles(one) if isinstance(one, list) else [one.title]

    bookmarks = {squeezed(title) for title in titles(both.reader.outline)}
    assert len(both.chapters) == len(both.pages) > 3
    for chapter in both.chapters.values():
        assert squeezed(chapter.title) in bookmarks
        assert squeezed(chapter.title) in squeezed(both.text[chapter.first])


def test_every_section_can_be_linked_to(both: Both) -> None:
    named = both.reader.named_destinations
    for name, main in both.pages.items():
        for section in main.select("section[id]:has(> h1, > h2, > h3, > h4)"):
            assert f"{name}#{section['id']}" in named


def test_every_caption_is_printed_with_the_same_number(both: Both) -> None:
    found = 0
    for name, main in both.pages.items():
        text = both.printed(name)
        for node in main.select("figcaption, table > caption"):
            words = squeezed(caption(node))
            assert re.match(r"(Figure|Table)\d+", words), f"{name}: “{words}” has no number"
            assert words[:60] in text, f"{name}: “{words}” is not printed"
            found += 1
    assert found


def test_every_quotation_stands_in_the_annex_by_number(both: Both) -> None:
    text = "\n".join(both.text[both.annex :])
    numbers = [int(one) for one in re.findall(r"^E(\d+) [^\W\d]", text, re.MULTILINE)]
    assert sorted(numbers) == list(range(1, len(numbers) + 1))
    printed, quoted = squeezed(text), set[str]()
    for main in both.pages.values():
        quoted.update(key for one in main.select("a.ev") for key in str(one["data-ev"]).split())
    entries = told(both.html)
    for key in quoted:
        words = squeezed(entries[key]["words"])
        assert words[:30] in printed, f"“{words}” is not printed"
    assert 0 < len(quoted) <= len(numbers)


def test_text_and_annex_lead_to_each_other(both: Both) -> None:
    links = set(both.links())
    behind = range(both.annex, len(both.text))
    front = both.chapters["docs/index"]
    own = range(front.first, max(front.last, front.first + 1))  # the next may begin on its last
    leading = {at for at, to in links if at in own and to in behind}
    assert leading
    assert leading <= {to for at, to in links if at in behind}


def test_no_number_is_raised_or_too_small_to_read(both: Both) -> None:
    small: list[str] = []

    def seen(words: str, cm: list[float], tm: list[float], _: object, size: float) -> None:
        if re.search(r"\d", words) and 0 < abs(size * tm[3] * cm[3]) < SMALLEST:
            small.append(words)

    for page in both.reader.pages:
        page.extract_text(visitor_text=seen)
    assert not small


def test_every_link_to_another_page_is_a_link_in_print(both: Both) -> None:
    leading: dict[str, set[str]] = {}
    for source, target in both.links():
        for one in both.chapters.values():
            if one.first <= source <= one.last:
                hit = {c.name for c in both.chapters.values() if c.first <= target <= c.last}
                leading.setdefault(one.name, set()).update(hit)
    found = 0
    for name, main in both.pages.items():
        for link in main.select("a.internal[href], a.sd-stretched-link[href]"):
            if link.find_parent(class_="toctree-wrapper"):
                continue  # the contents of the printed book stand for it
            file, _, anchor = str(link["href"]).partition("#")
            led = (both.html / f"{name}.html").parent.joinpath(file).resolve()
            to = led.relative_to(both.html.resolve()).with_suffix("").as_posix()
            if file and to in both.chapters and (anchor or to != name):
                assert to in leading.get(name, set()), f"{name} does not lead to {link['href']}"
                found += 1
    assert found


def test_nothing_stands_outside_the_margins(both: Both) -> None:
    document = PdfDocument(both.pdf)
    for at, page in enumerate(document):
        width, text = page.get_width(), page.get_textpage()
        for left, _, right, _ in map(text.get_rect, range(text.count_rects())):
            assert MARGIN <= left < right <= width - MARGIN, f"page {at + 1}"


def test_it_says_that_it_is_accessible_and_is_built_so(both: Both) -> None:
    root = both.reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert both.reader.metadata is not None
    assert both.reader.metadata.title
    assert both.reader.metadata.author
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    levels = []
    for tag, element in tags(root["/StructTreeRoot"]):
        if tag == "/Figure":
            assert element.get("/Alt"), "a figure without words for those who cannot see it"
        if tag == "/Table":
            assert "/TH" in {inner for inner, _ in tags(element)}
        if re.fullmatch(r"/H\d", tag):
            levels.append(int(tag[2:]))
    assert levels[0] == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))
    for page in both.reader.pages:
        assert page["/Tabs"] == "/S" or "/Annots" not in page
        for one in page.get("/Annots", ()):
            assert one.get_object().get("/Contents"), "a link that is not said in words"


def tags(node: Any) -> Iterator[tuple[str, Any]]:
    """Yield the elements of a PDF's structure with their tags, in the order of reading."""
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        element = kid.get_object() if hasattr(kid, "get_object") else kid
        if hasattr(element, "get") and "/S" in element:
            yield element["/S"], element
            yield from tags(element)


def test_every_font_is_in_the_file(both: Both) -> None:
    for page in both.reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            for one in font.get_object().get("/DescendantFonts", []):
                descriptor = one.get_object()["/FontDescriptor"]
                assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor)


def test_one_run_of_the_notebooks_serves_both(after: Build) -> None:
    assert "orders" not in after.said.replace("notebooks/orders", "")
    assert "Executing notebook" not in after.warnings + after.said
    outputs = list((after.out.parent / ".jupyter_cache").glob("*/**/executed/*"))
    assert len(outputs) == 1


def test_the_html_offers_the_pdf(after: Build) -> None:
    assert (
        '<link rel="alternate" type="application/pdf" href="../handbook.pdf" title="PDF">'
        in after.page("docs/index.html")
    )
    assert (after.out / "handbook.pdf").read_bytes().startswith(b"%PDF")


def test_every_form_of_the_screen_is_set_in_print(printed: Path) -> None:
    reader = PdfReader(printed)
    text = " ".join("".join(page.extract_text() for page in reader.pages).split())
    for words in (
        "The lamp Table 2. Lamps and what they weigh",
        "Careful Hot glass.",
        "A note at the foot.",
        "Figure 1. A lamp",
        "example.org/lamps",
    ):
        assert squeezed(words) in squeezed(text), words
    assert re.search(r"see Orders \(p\. \d+\)", text)
    assert "from sourcebook import open_book" not in text
    assert "print(1 + 1)" in text


def test_a_long_table_repeats_its_head(printed: Path) -> None:
    reader = PdfReader(printed)
    pages = [page.extract_text() for page in reader.pages]
    rows = [text for text in pages if re.search(r"^Row \d", text, re.MULTILINE)]
    assert len(rows) > 1
    assert all("How heavy" in text for text in rows)


def test_two_builds_give_the_same_bytes(rich: TinyBook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    out = rich.root / "_build/handbook.pdf"
    first = rich.build("-d", "_build/doctrees", builder="pdf") and out.read_bytes()
    second = rich.build("-E", "-d", "_build/doctrees", builder="pdf") and out.read_bytes()
    assert first == second
    metadata = PdfReader(out).metadata
    assert metadata is not None
    assert metadata.creation_date is not None
    assert metadata.creation_date.year == 2001


def test_letter_is_a_setting(tiny: TinyBook) -> None:
    done = tiny.build("-W", "-D", "sourcebook_paper=us-letter", builder="pdf", run=False)
    assert done.code == 0, done.warnings
    box = PdfReader(done.out.parent / "handbook.pdf").pages[0].mediabox
    assert (round(box.width), round(box.height)) == (612, 792)


FAULTS = {
    "an image without words": ("![](lamp.svg)", "missing alt text", "alt text"),
    "a table wider than the page": (
        "\n".join(
            [
                "```{list-table} Too wide",
                ":header-rows: 1",
                "",
                *(f"{'* -' if at == 0 else '  -'} 1234567890123456" for at in range(9)),
                *(f"{'* -' if at == 0 else '  -'} 1234567890123456" for at in range(9)),
                "```",
            ]
        ),
        "the table “Too wide” is too wide",
        "fewer columns",
    ),
}


def test_a_picture_above_a_wide_table_stands_upright_with_text(tiny: TinyBook) -> None:
    (tiny.root / "docs/tall.svg").write_text(SVG.replace('height="20pt"', 'height="400pt"'))
    row = [f"{'* -' if at == 0 else '  -'} characteristic" for at in range(6)]
    table = ["```{list-table} Wide", ":header-rows: 1", "", *row, *row, "```"]
    picture = ["Told before.", "", "```{figure} tall.svg", ":alt: A bar.", "", "Tall", "```", ""]
    tiny.add_page("wide", "\n".join([*picture, *table, "", "Told behind."]))
    done = tiny.build("-W", builder="pdf", run=False)
    assert done.code == 0, done.warnings
    pages = PdfReader(done.out.parent / "handbook.pdf").pages
    turned = [one.extract_text() for one in pages if one.mediabox.width > one.mediabox.height]
    assert [("Wide" in one, "Told behind" in one, "Tall" in one) for one in turned] == [
        (True, True, False)
    ]
    drawn = next(one.extract_text() for one in pages if "Tall" in one.extract_text())
    assert len(drawn.split()) > len(["Figure", "1.", "Tall", "7"])


def test_a_wide_table_turns_its_page_and_leaves_none_blank(tiny: TinyBook) -> None:
    row = [f"{'* -' if at == 0 else '  -'} characteristic" for at in range(6)]
    table = ["```{list-table} Wide", ":header-rows: 1", "", *row, *row, "```"]
    tiny.add_page("wide", "\n".join(table))
    done = tiny.build("-W", builder="pdf", run=False)
    assert done.code == 0, done.warnings
    pages = PdfReader(done.out.parent / "handbook.pdf").pages
    turned = [page for page in pages if page.mediabox.width > page.mediabox.height]
    assert [("Wide" in page.extract_text()) for page in turned] == [True]
    for at, page in enumerate(PdfDocument(done.out.parent / "handbook.pdf")):
        places = [one.get_bounds() for one in page.get_objects()]
        low, high = FOOT, page.get_height() - HEAD
        assert any(low < top and bottom < high for _, bottom, _, top in places), f"page {at + 1}"


def test_a_tall_picture_keeps_its_heading_and_its_caption(tiny: TinyBook) -> None:
    tall = SVG.replace('20pt" viewBox="0 0 40 20', '4000pt" viewBox="0 0 40 4000')
    assert tall != SVG
    tiny.append("docs/tall.svg", tall)
    figure = ":::{figure} tall.svg\n:alt: A dark rectangle\n\nA tower\n:::"
    tiny.add_page("tall", f"## High up\n\n{figure}\n\nWords below it.")
    done = tiny.build("-W", builder="pdf", run=False)
    assert done.code == 0, done.warnings
    reader = PdfReader(done.out.parent / "handbook.pdf")
    found = [text for page in reader.pages if "A tower" in (text := page.extract_text())]
    assert len(found) == 1
    assert "High up" in found[0]


FONTS = Path(mpl.get_data_path(), "fonts/ttf")


def test_a_book_can_bring_fonts_for_other_letters(tiny: TinyBook) -> None:
    tiny.add_page("letters", "A letter, Ѡ, and `Ѡ` in code.")
    bare = tiny.build("-W", builder="pdf", run=False)
    assert bare.code == 0, bare.warnings
    assert "no font has U+0460" in bare.said
    for given in (
        [f"sourcebook_font_paths={FONTS}", "sourcebook_print_fonts=DejaVu Sans"],
        ["sourcebook_font_packages=matplotlib"],
    ):
        options = [part for one in given for part in ("-D", one)]
        done = tiny.build("-W", *options, builder="pdf", run=False)
        assert done.code == 0, done.warnings
        assert "no font has" not in done.said
        assert "DejaVuSans" in (done.out.parent / "handbook.pdf").read_bytes().decode("latin-1")


def test_a_package_of_fonts_that_is_not_there_is_named(tiny: TinyBook) -> None:
    given = "sourcebook_font_packages=no_such_fonts"
    done = tiny.build("-D", given, builder="pdf", run=False)
    assert done.code == 2
    assert "no package “no_such_fonts” is installed" in done.warnings


@pytest.mark.parametrize("fault", FAULTS)
def test_what_no_press_would_print_stops_the_build(tiny: TinyBook, fault: str) -> None:
    text, said, advised = FAULTS[fault]
    tiny.append("docs/lamp.svg", SVG)
    tiny.add_page("faulty", text)
    done = tiny.build(builder="pdf", run=False)
    assert done.code == 1
    assert re.search(said, done.warnings)
    assert advised in done.warnings
    assert "Traceback" not in done.warnings
    assert not (done.out.parent / "handbook.pdf").exists()


@pytest.mark.parametrize(
    "told",
    [
        'error: the text `"灯"` could not be displayed with font `"A"`',
        "error: label `<x>` occurs multiple times\n  ┌─ pages/docs/faulty.typ:3:1",
    ],
)
def test_the_faulty_page_is_named(told: str) -> None:
    pages = {"docs/fine": '"a"', "docs/faulty": '"灯"'}
    [(name, words)] = faults(told, pages)
    assert name == "docs/faulty"
    assert words.startswith("the PDF cannot be set: ")
    assert "    do: " in words


def test_the_epub_is_whole_and_acts_on_nothing(rich: TinyBook) -> None:
    done = rich.build("-W", "--keep-going", "-d", "_build/doctrees", builder="epub")
    assert done.code == 0, done.warnings
    with ZipFile(done.out.parent / "handbook.epub") as epub:
        names = set(epub.namelist())
        pages = {name: epub.read(name) for name in names if name.endswith(".xhtml")}
    assert {"docs/forms.xhtml", "notebooks/orders.xhtml"} <= set(pages)
    for name, text in pages.items():
        root = ElementTree.fromstring(text)
        assert b"<script" not in text
        for one in root.iter():
            link = one.get("href") or one.get("src") or ""
            if "://" not in link and (file := link.partition("#")[0]):
                assert normpath(f"{Path(name).parent.as_posix()}/{file}") in names, (name, link)
    assert b"footnote-reference" not in pages["docs/index.xhtml"]
    assert b"We shall keep the light burning" in pages["evidence-annex.xhtml"]
    assert b"open_book" not in pages["notebooks/orders.xhtml"]
    assert b"<summary" not in pages["notebooks/orders.xhtml"]


SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40pt" height="20pt" viewBox="0 0 40 20">'
    '<rect width="40" height="20" fill="#333"/></svg>\n'
)
ROWS = "\n".join(f"* - Row {at}\n  - {at} kg" for at in range(1, 90))
FORMS = f"""---
prose-exempt: it shows forms
---

# Forms

A page of what screen and print have apart; see [Orders](../notebooks/orders.md) and
{{numref}}`lamps`.[^foot] More is [elsewhere](https://example.org/lamps).

[^foot]: A note at the foot.

:::{{admonition}} Careful
Hot glass.
:::

:::{{figure}} lamp.svg
:alt: A dark rectangle
:name: lamp

A lamp
:::

```python
print(1 + 1)
```

Term
: What it means.

## The lamp

```{{list-table}} Lamps and what they weigh
:header-rows: 1
:name: lamps

* - Which
  - How heavy
{ROWS}
```
"""
