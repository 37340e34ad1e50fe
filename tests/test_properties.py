"""What holds for every text whatever: readers neither fail nor lose a place, and round trips."""

from __future__ import annotations

import datetime
import re
from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sourcebook.analysis import coverage, find
from sourcebook.checks import unknown_names
from sourcebook.checks.opening import read_book
from sourcebook.checks.prose import Gate, page_findings
from sourcebook.data.basis import read_basis
from sourcebook.data.quotations import (
    NotLocatedError,
    Selector,
    context_for,
    difference,
    locate,
    nearest,
)
from sourcebook.data.seeds import Seed
from sourcebook.pages import blocks, markers
from sourcebook.pages.block import Block
from sourcebook.pages.front_matter import read_page
from sourcebook.text import (
    assertions,
    carrying,
    collation,
    dates,
    derivations,
    in_words,
    labels,
    number_words,
    plain_dates,
    quantities,
    quantity,
    sentences,
    tone,
    units,
)
from sourcebook.text.cuts import cut
from sourcebook.text.english import ENGLISH
from sourcebook.text.folding import fold, folded
from sourcebook.text.levelling import level, normalise

stable = settings(max_examples=50, deadline=None, derandomize=True)

SIGNS = 'Mr. The Tower tower “ ” " ‘ ’ … […] . , ; : ( ) <!-- --> <a > | # - * [a](b) [^1] ---'
WORDS = (
    *("one", "two", "twenty", "hundred", "million", "dozen", "half", "a", "and", "or", "to"),
    *("over", "at least", "between", "from", "May", "July", "2020", "1 May 2020", "2020-08-04"),
    *("12", "1,200", "5.13", "5%", "€5", "AB-3C", "years", "later", "not", "certainly", "likely"),
    *SIGNS.split(),
    *("{ev}`a`", "{quote}`b`", "{term}`x <y>`", "`", "```", ":::", ":::{note}", "```{glossary}"),
    *("\n", "\n\n", "\\", "\0"),
)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.text("0123456789 .,-–—/:%€$£\u00a0\u202f½٣²", max_size=60),
    st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=40).map("".join),
)
PLAIN_WORD = st.text("abcdeghlnorst", min_size=3, max_size=8)
PROSE = st.lists(PLAIN_WORD, min_size=8, max_size=40).map(" ".join)
DAYS = st.dates(datetime.date(1000, 1, 1), datetime.date(2099, 12, 31))


def seed(text: str) -> Seed:
    return Seed("source", "file", text)


def lies_within(text: str, spans: list[tuple[int, int]]) -> bool:
    return all(0 <= start < end <= len(text) for start, end in spans) and spans == sorted(spans)


@pytest.fixture(scope="module")
def gate(request: pytest.FixtureRequest) -> Gate:
    return Gate(read_book(request.path.parent / "book"))


@stable
@given(TEXTS)
@example("5 " + "trillion " * 10_000)
def test_dates_and_quantities_stand_within_the_text_and_in_order(text: str) -> None:
    assert lies_within(text, [(one.start, one.end) for one in dates.phrases(text)])
    starts = [one.start for one in quantities.places(text)]
    assert starts == sorted(starts)
    assert all(0 <= one.start < one.end <= len(text) for one in quantities.places(text))
    assert all(plain_dates.parse_date(one) for one in dates.dates(text))
    assert all(carrying.states(text, one) for one in quantities.quantities(text))


@stable
@given(TEXTS)
@example("In May half a lamp")
@example("٣")
def test_where_nothing_may_be_stated_nothing_is(text: str) -> None:
    plain = level(text).replace("\n", " ")
    if not assertions.may_state(plain):
        readers = (assertions._dates, assertions._quantities, assertions._phrases, assertions._runs)
        assert not any([*read(plain, ENGLISH)] for read in readers)
        assert not labels.DESIGNATION.search(plain)


@stable
@given(TEXTS)
def test_a_text_that_counts_in_words_is_known_to(text: str) -> None:
    found = (number_words.uncounted, number_words.vague, number_words.number_runs)
    if any([*read(text)] for read in found):
        assert number_words.may_count(text)


@stable
@given(TEXTS)
def test_what_a_text_states_it_carries_itself(text: str) -> None:
    assert carrying.uncarried(text, [text]) == []
    found = assertions.assertions(text)
    assert lies_within(text, [(one.start, one.end) for one in found])
    for one in found:
        assert one.kind in ("designation", "date", "number", "label", "time", "phrase", "digits")
        assert not carrying.is_carried(one, "") or not re.search(r"\d", one.words)


@stable
@given(TEXTS)
def test_words_between_quotation_marks_stand_in_the_text(text: str) -> None:
    found = assertions.quoted(text)
    assert lies_within(text, [(one.start, one.end) for one in found])
    assert all(text[one.start : one.end] == one.words for one in found)


@stable
@given(TEXTS, TEXTS)
def test_every_statement_can_be_held_against_every_quotation(text: str, quotation: str) -> None:
    for one in (*assertions.assertions(text), *assertions.quoted(text)):
        assert carrying.is_carried(one, quotation) in (True, False)
    assert set(carrying.uncarried(text, [quotation])) <= {*assertions.assertions(text)}


@stable
@given(TEXTS)
def test_a_cell_is_read_or_refused(text: str) -> None:
    readers = (
        plain_dates.parse_date,
        plain_dates.span,
        read_basis,
        lambda cell: quantities.parse_quantity(cell, "", ""),
        lambda cell: quantities.parse_quantity("5", cell, ""),
        lambda cell: quantities.parse_quantity("5", "", cell),
        lambda cell: derivations.derive(cell, cell),
    )
    for read in readers:
        with suppress(ValueError):
            read(text)


@stable
@given(TEXTS)
def test_spans_of_time_have_a_direction(text: str) -> None:
    assert all(count and unit in units.DURATIONS for count, unit in derivations.offsets(text))


@stable
@given(DAYS, st.sampled_from(["%Y-%m-%d", "{day} %B %Y", "%B {day}, %Y", "{day} %b %Y"]))
def test_a_day_written_out_is_read_as_itself(day: datetime.date, form: str) -> None:
    written = day.strftime(form.replace("%Y", f"{day.year:04}")).format(day=day.day)
    edtf = day.isoformat()
    assert dates.dates(written) == [edtf]
    assert dates.dates(in_words.date_words(edtf)) == [edtf]
    assert dates.states_date(written, edtf[:7])
    assert dates.states_date(written, edtf[:4])
    assert plain_dates.span(edtf) == (day, day)


@stable
@given(DAYS, DAYS)
def test_no_day_states_another(one: datetime.date, other: datetime.date) -> None:
    stated = dates.states_date(in_words.date_words(one.isoformat()), other.isoformat())
    assert stated is (one == other)


@stable
@given(DAYS, DAYS)
def test_an_interval_of_months_written_out_is_read_as_itself(
    one: datetime.date, other: datetime.date
) -> None:
    first, last = sorted(day.isoformat()[:7] for day in (one, other))
    if first != last:
        interval = f"{first}/{last}"
        begin, finish = in_words.date_words(first), in_words.date_words(last)
        assert dates.dates(f"{begin} to {finish}") == [interval]
        assert plain_dates.span(interval) is not None


@stable
@given(TEXTS)
def test_evening_out_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
    assert "  " not in normalise(text)
    assert fold(fold(text)) == fold(text)


@stable
@given(TEXTS)
def test_a_text_is_found_in_itself_and_led_back_to(text: str) -> None:
    there = folded(text)
    for start, end in there.find(there):
        assert fold(text[slice(*there.original(start, end))]) == fold(text)
    assert all(isinstance(cut(text, at), str) for at in range(len(text)))


NUMBERS = st.one_of(
    st.integers(0, 10**12).map(str),
    st.integers(0, 10**12).map("{:,}".format),
    st.decimals(0, 10**6, places=2).map(str),
)


@stable
@given(NUMBERS)
def test_a_number_written_is_read_as_itself(written: str) -> None:
    number = Decimal(written.replace(",", ""))
    assert quantity.Quantity(number.normalize() + 0, "", "=") in quantities.quantities(
        f"it holds {written} lamps"
    )


@stable
@given(NUMBERS, NUMBERS)
def test_no_number_carries_another(one: str, other: str) -> None:
    same = Decimal(one.replace(",", "")) == Decimal(other.replace(",", ""))
    statement = assertions.assertions(f"it holds {one} lamps")[0]
    assert carrying.is_carried(statement, f"it holds {other} lamps") is same


@stable
@given(st.integers(2, 10**9), st.integers(0, 9), st.integers(1, 9))
def test_a_digit_changed_is_never_carried(number: int, at: int, by: int) -> None:
    digits = str(number)
    place = at % len(digits)
    changed = digits[:place] + str((int(digits[place]) + by) % 10) + digits[place + 1 :]
    assert carrying.uncarried(f"it has {changed} lamps", [f"it has {digits} lamps"])


@stable
@given(PROSE, st.data())
def test_a_quotation_cut_from_a_text_is_found_where_it_was_cut(
    text: str, data: st.DataObject
) -> None:
    places = [match.span() for match in re.finditer(r"\S+", text)]
    first = data.draw(st.integers(0, len(places) - 1))
    last = data.draw(st.integers(first, len(places) - 1))
    start, end = places[first][0], places[last][1]
    try:
        selector = context_for(start, end, seed(text))
    except ValueError:
        return
    assert locate(selector, seed(text)) == (start, end)
    spread = Selector(selector.exact.replace(" ", " \n "), selector.prefix, selector.suffix)
    assert locate(spread, seed(text)) == (start, end)


@stable
@given(TEXTS, TEXTS, TEXTS)
def test_a_quotation_is_located_or_refused(text: str, exact: str, around: str) -> None:
    for selector in (Selector(exact), Selector(exact, around), Selector(text, "", around)):
        with suppress(NotLocatedError):
            start, end = locate(selector, seed(text))
            there = folded(text[start:end])
            assert (0, len(there.text)) in there.find(folded(selector.exact))
    span = nearest(exact, seed(text)) if text.strip() else None
    assert span is None or 0 <= span[0] < span[1] <= len(text)


@stable
@given(TEXTS, TEXTS)
def test_two_wordings_compared_are_both_whole(text: str, other: str) -> None:
    assert "".join(run for run, _ in collation.compare(text, other)) == text
    assert not any(differs for _, differs in collation.compare(text, text))
    assert difference(text, text) == normalise(text)


@stable
@given(TEXTS)
def test_the_sentences_of_a_text_hold_all_its_words(text: str) -> None:
    there = seed(text)
    spans = [span for one in there.paragraphs for span in one.sentences()]
    assert lies_within(text, spans)
    assert "".join("".join(text[slice(*span)].split()) for span in spans) == "".join(
        one for paragraph in there.paragraphs for one in paragraph.text.split()
    )


def alike(text: str) -> str:
    """Return a text in the one form in which words are looked for."""
    return normalise(folded(text).text).casefold().replace('"', "'")


@stable
@given(TEXTS, TEXTS)
@example("Ha.", "ha")
@example("Ha. " * 50, "ha")
@example("`", "«")
def test_words_are_found_in_what_holds_them(text: str, words: str) -> None:
    held = alike(words)
    for passage in find.find([seed(text)], words):
        exact = alike(passage.selector.exact)
        assert passage.nearest or all(word in exact for word in held.split())


@stable
@given(TEXTS)
def test_nothing_of_a_text_is_left_unmentioned_by_itself(text: str) -> None:
    there = seed(text)
    for words in (coverage.numbers, coverage.proper_names):
        found = [*words(there)]
        assert all(text[at : at + len(word)] == word for at, word in found)
        unmentioned = [one.words for one in coverage.unmentioned(found, there, "")]
        assert unmentioned == list(dict.fromkeys(normalise(word) for _, word in found))


@stable
@given(TEXTS)
def test_clauses_follow_one_another_through_the_whole_text(text: str) -> None:
    for parts in (
        [*sentences.clauses(text)],
        sentences.spans(text, sentences.SENTENCE),
        sentences.spans(text, sentences.CLAUSE),
    ):
        assert "".join(text[start:end] for start, end in parts) == text


@stable
@given(TEXTS)
def test_blocks_and_their_marks_stand_on_lines_of_the_page(text: str) -> None:
    lines = len(text.splitlines()) + text.count("\n") + 1
    for block in blocks.blocks(text):
        assert 1 <= block.line <= block.line_at(len(block.text)) <= lines
        assert all(0 <= mark.at <= len(block.text) for mark in block.marks)
        assert block.feet == sorted(block.feet)
    assert all(isinstance(term, str) for term in blocks.glossary_terms(text))
    assert all(1 <= one.line <= lines for one in markers.named(blocks.blocks(text)))


@stable
@given(PROSE)
def test_plain_prose_is_one_block_with_every_word(text: str) -> None:
    (block,) = blocks.blocks(text)
    assert block == Block(text, (), 1)


@stable
@given(TEXTS)
@example("date: 2020-13-45")
@example("[" * 1000)
@example("number: " + "1" * 5000)
def test_any_front_matter_is_read(text: str) -> None:
    page = read_page(f"---\n{text}\n---\n")
    assert page.exempt is None or isinstance(page.exempt, str)


@stable
@given(TEXTS, TEXTS)
def test_words_of_certainty_and_names_are_those_of_the_text(text: str, quotation: str) -> None:
    for word, hedge in tone.overstated(text, quotation):
        assert word in text
        assert hedge in quotation
    both = tone.mixed(text)
    assert both is None or all(words in text for words in both)
    for _, at in unknown_names.strange_names(Block(text, (), 1), frozenset()):
        assert text[at].isupper()


@stable
@given(TEXTS)
def test_any_page_passes_through_the_gate(gate: Gate, text: str) -> None:
    lines = len(text.splitlines()) + text.count("\n") + 1
    for line, finding in page_findings(gate, text):
        assert 1 <= line <= lines
        assert all((finding.what, finding.found, finding.expected, finding.do))
