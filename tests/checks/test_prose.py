"""The prose gate on the tiny book: what is carried, what is not, and what a fault says."""

from __future__ import annotations

from pathlib import Path

import pytest

from sourcebook.checks.opening import read_book
from sourcebook.checks.pages import Pages, check_pages
from sourcebook.checks.prose import MOST_FOR_ONE_PAGE, Gate, page_findings
from sourcebook.cli import main
from sourcebook.data.book import Book
from sourcebook.pages.front_matter import read_page

BOOK = Path(__file__).parents[1] / "book"


@pytest.fixture(scope="module")
def gate() -> Gate:
    return Gate(read_book(BOOK))


def told(gate: Gate, text: str) -> list[str]:
    return [one.words for _, one in page_findings(gate, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Two lamps {ev}`times-order`.",
        "On 3 March 2021 it ordered 2 lamps for £1.2 million {ev}`times-order`.",
        "In 2021 {ev}`times-order`.",
        "Two, in 2021. It is said. {ev}`times-order`",
        "Three came {ev}`gazette-three-lamps`; two were ordered {ev}`times-order`.",
        "“New lamps” {ev}`times-title`; 'lamps' and the lamps' light.",
        "“Shall keep the … burning” {ev}`times-keep-burning`",
        "Fewer than 5% {ev}`gazette-ships`.",
        "One of them; no one; one another.",
        "{quote}`times-tower`",
        "A marker to nothing carries 7 {ev}`times-nothing`, and is told elsewhere.",
        "Lamps in digits, `12`, in {ref}`x-13`, and {count}`sources` sources.",
        "Of 2 lamps, {value}`orders/skerry-lamps-times.price`.",
        "A | B\n:- | :-\n2 lamps | said {ev}`times-order`",
        "The Skerry light, Calder’s own.",
    ],
)
def test_what_evidence_carries_passes(gate: Gate, text: str) -> None:
    assert told(gate, text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Two lamps.", ["Two"]),
        ("Three lamps {ev}`times-order`.", ["Three"]),
        ("3 lamps {ev}`times-order`.", ["3"]),
        ("More than two lamps {ev}`times-order`.", ["two"]),
        ("2 lamps {ev}`times-order`; 2 lamps {ev}`gazette-three-lamps`.", ["2"]),
        ("Two {ev}`times-order`. Two {ev}`gazette-three-lamps`.", ["Two"]),
        ("For £1.2 billion {ev}`times-order`.", ["£1.2 billion"]),
        ("For 1.2 million euros {ev}`times-order`.", ["1.2 million euros"]),
        ("On 4 March 2021 {ev}`times-order`.", ["4 March 2021"]),
        ("On 31 February 2021 {ev}`times-order`.", ["31 February 2021"]),
        ("By 3 March 2021 {ev}`gazette-three-lamps`.", ["3 March 2021"]),
        ("Two thirds of 47 metres {ev}`times-tower`.", ["Two thirds"]),
        ("Two thirds of 47 {ev}`times-tower`.", ["Two thirds", "47"]),
        ("Hundreds, a ½ and Ⅷ {ev}`times-tower`.", ["Hundreds", "½", "Ⅷ"]),
        ("The XQ-7 and A1.", ["XQ-7", "A1"]),
        ("“New lamp” {ev}`times-title`", ["“New lamp”"]),
        ('"Old lamps" {ev}`times-title`', ['"Old lamps"']),
        ("They said ‘old lamps’.", ["‘old lamps’"]),
        ("1 board {ev}`times-title`", ["1"]),
        ("[7]{.computed} and {computed}`8`", ["7", "8"]),
        ("A | B\n:- | :-\n3 lamps | said {ev}`times-order`", ["3"]),
        ("Ships that Nemo Smith steered by Zork.", ["Nemo Smith", "Zork"]),
        ("Counted {count}`sauces` times.", ["sauces"]),
        ("Of 3 lamps, {value}`orders/skerry-lamps-times.price`.", ["3"]),
        ("Of 2 lamps, {value}`orders skerry-lamps-times price`.", ["2"]),
    ],
)
def test_what_no_evidence_carries_is_told(gate: Gate, text: str, words: list[str]) -> None:
    assert told(gate, text) == words


def test_a_designation_that_a_table_registers_needs_evidence_only_beside_evidence() -> None:
    class Registered(Gate):
        designations = frozenset({"XQ-7"})

    gate = Registered(read_book(BOOK))
    assert told(gate, "# The XQ-7") == []
    assert told(gate, "The XQ-7 {ev}`times-order`") == ["XQ-7"]


@pytest.mark.parametrize(
    ("words", "quotation", "found"),
    [
        ("It clearly turned.", "it seems to have turned", ["clearly", "turned"]),
        ("It clearly turned.", "it turned", []),
        ("It clearly turned.", "it clearly seems to have turned", ["turned"]),
        ("It does not prove a turn.", "it may have turned", []),
        ("It proves a turn.", "it turned in May", ["proves"]),
        ("It proves a turn.", "it is proved that it turned", []),
        ("With high confidence it is likely.", "", ["high confidence"]),
        ("With high confidence. It is likely.", "", []),
    ],
)
def test_words_that_claim_more(
    gate: Gate, words: str, quotation: str, found: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    evidence = gate.book.evidence["times-order"]
    changed = type(evidence)(**{**vars(evidence), "quotation": quotation})
    monkeypatch.setitem(gate.book.evidence, "times-order", changed)
    assert told(gate, f"{words} {{ev}}`times-order`") == found


def test_a_fault_names_words_line_and_the_evidence_that_would_carry_them(gate: Gate) -> None:
    text = "# Title\n\nThe board bought lamps,\nthree of them {ev}`times-order`."
    ((line, one),) = page_findings(gate, text)
    assert line == 4
    assert one.what == "“three” is a number that the evidence cited here does not state"
    assert one.found == "“three” in “The board bought lamps, three of them .”"
    assert one.expected.startswith("what is cited: times-order “The harbour board ordered 2 lamps")
    assert one.do == "correct it, or cite {ev}`gazette-three-lamps` (Gazette ¶2), which states it"
    ((_, one),) = page_findings(gate, "They number 99.")
    assert one.do.startswith("no source states it")


def test_a_page_is_exempt_by_its_front_matter_and_only_with_a_reason(gate: Gate) -> None:
    assert told(gate, "---\nprose-exempt: it shows examples\n---\n\n99 lamps") == []
    assert told(gate, "---\nprose-exempt:\n---\n\n99 lamps") == ["prose-exempt"]
    assert read_page("99 lamps").exempt is None


def test_the_check_tells_of_prose_without_sphinx(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = book / "docs/index.md"
    path.write_text(path.read_text("utf-8").replace("two lamps", "four lamps"), "utf-8")
    assert main(["--book", str(book), "check"]) == 1
    assert "docs/index.md:3: “four” is a number" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["word " * 200_000, "12 " * 300_000, "Two lamps came. " * 60_000])
def test_of_a_megabyte_in_one_line_five_hundred_findings_are_told(gate: Gate, text: str) -> None:
    assert len(page_findings(gate, text)) <= MOST_FOR_ONE_PAGE


def test_a_seed_of_a_megabyte_and_markup_is_only_words(book: Path) -> None:
    sound = read_book(book)
    seed = sound.seeds["harbour-times"]
    hostile = "<script>{ev}`x` Zork</script> " * 35_000
    seeds = {"harbour-times": type(seed)(seed.source, seed.file, hostile)}
    changed = Book(sound.root, seeds, sound.evidence, sound.tables, ())
    gate = Gate(changed)
    assert told(gate, "They call it Zork or Zark.") == ["Zark"]
    assert check_pages(Pages(changed)) == check_pages(Pages(changed))


@pytest.mark.parametrize("quotes", ["“{}”", '"{}"', "‘{}’", "'{}'", "«{}»", "„{}“", "”{}”", "> {}"])
def test_words_in_any_marks_or_set_apart_are_held_against_the_evidence(
    gate: Gate, quotes: str
) -> None:
    said = quotes.format("harbour board {} 2 lamps") + " {{ev}}`times-order`"
    assert told(gate, said.format("ordered")) == []
    (finding,) = (one for _, one in page_findings(gate, said.format("never ordered")))
    assert "is a quotation that the evidence cited here does not state" in finding.what


def test_a_quotation_that_is_cut_is_told_with_what_to_quote(gate: Gate) -> None:
    found = page_findings(gate, "“Skerry lighthouse on 3 March 2021 for £1” {ev}`times-order`")
    finding = next(one for _, one in found if one.words.startswith("“"))
    assert "is cut inside “£1.2 million”" in finding.what
    assert finding.do == "quote the whole of “£1.2 million”"
