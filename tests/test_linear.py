"""Time that grows with what is read, not with its square: every reader of text, every look-up."""

from __future__ import annotations

import gc
import random
import re
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import _lru_cache_wrapper
from inspect import signature
from pathlib import Path
from typing import Any

import pytest

from sourcebook.analysis import coverage, find, usage
from sourcebook.checks import advice, aside, cells, forms, unknown_names
from sourcebook.data import quotations, references
from sourcebook.data.book import Book
from sourcebook.data.declarations import read_declaration
from sourcebook.data.evidence import Evidence, resolve_all
from sourcebook.data.fields import Field
from sourcebook.data.seeds import Seed
from sourcebook.data.tables import Row, Table
from sourcebook.pages import blocks, html, markers, roles, taken_in
from sourcebook.pages.block import Block, Mark
from sourcebook.pages.front_matter import read_page
from sourcebook.show import citing, render
from sourcebook.sphinx.domain import BookDomain, Citation, Mentioned, Target
from sourcebook.text import (
    assertions,
    carrying,
    collation,
    cuts,
    dates,
    derivations,
    explaining,
    folding,
    in_words,
    labels,
    levelling,
    plain_dates,
    quantities,
    quotation_marks,
    quoted_words,
    sentences,
    tone,
)
from sourcebook.text.claims import denial, speakers, stance, strength, words
from sourcebook.text.claims import names as claimed_names

SHORT, TIMES, MOST = 1500, 4, 9  # four times the text takes about 4 times as long, or 16
CLEAR = 5  # what grows no faster has so small a square that four times the text shows none
WORTH_MEASURING = 0.001
A_FEW = 8

NASTY = (
    *("one and ", "two ", "one hundred and ", "nineteen ", "half a dozen ", "million ", "no one "),
    *("12 ", "1,", "1.", "7", "12-", "5%", "€5 ", "between 1 and 2 ", "5 million ", "½", "\0"),
    *("2020 ", "2020-", "2020–2021 ", "1 May ", "1 May to ", "May 2020 and ", "three years later "),
    *(" ", "\n", " \t\n", "a", "Ab ", "AB-", "AB-1 ", "a-", "é", "’s ", "_"),
    *('"', "“", "“a” ", "‘", "‘a’ ", "a’", "(", "[", "[…] ", "…", "...", ". ", "Mr. ", "a; "),
    *("`", "``a", "{ev}`", "{ev}`a` ", "{", ":", ":::\n", ":::{x}\n", "---\n", "# a\n", "- a\n"),
    *(
        "<",
        "<text>",
        "<a title=",
        "&",
        "{{",
        "<!--",
        "a <",
        "<a> ",
        "[a](",
        "[a](b) ",
        "![",
        "*",
        "\\",
        "| a ",
        "> ",
        "term\n  def\n",
    ),
    *("e\u0301", "\u200b", "\xad\n", "a-\n", "«\xa0", "ﬁ", "灯", "灯 ", ". ", "3 million to "),
    *("between 1 and ", "two hundred and ", "-5", "a.", "a@", "www.", "🇷", "👩\u200d"),
    *(
        "said ",
        "have said ",
        "according to A ",
        "denied ",
        "not say ",
        "may ",
        "to ",
        "A, said B, ",
    ),
    *("not ", "certainly ", "not certain, surely ", "likely ", "low confidence ", "rose from "),
    *("Phase II ", "third ", "a pair of ", "both ", "no ", "5 kW and ", "12 lakh ", "1.234.567 "),
    *(
        "by 2019 ",
        "early ",
        "Monday, ",
        "Q3 2021 ",
        "04/08/2020 ",
        "3 BC ",
        "10:30 p.m. ",
        "a third of ",
    ),
)


def seed(text: str) -> Seed:
    return Seed("source", "file", text)


def fenced(head: str) -> Callable[[str], object]:
    def read(text: str) -> object:
        body = text.replace("`", "'")
        fence = "`" * 9
        return [*blocks.blocks(f"{fence}{head}{body}\n{fence}")]

    return read


def with_marks(text: str) -> object:
    marks = tuple(Mark(at, "ev", "a") for at in range(0, len(text), 5))
    block = Block(text, marks, 1)
    parts = sentences.spans(text, sentences.CLAUSE)
    return [markers.marks_within(block, part) for part in parts]


def changed(text: str) -> str:
    middle = len(text) // 2
    return f"{text[:middle]} zz {text[middle:]}"


READERS: dict[str, Callable[[str], object]] = {
    "quantities": quantities.places,
    "parse a quantity": lambda text: quantities.parse_quantity(text, text, text),
    "dates": dates.phrases,
    "parse a date": plain_dates.parse_date,
    "span of a date": plain_dates.span,
    "date in words": in_words.date_words,
    "offsets": derivations.offsets,
    "derive": lambda text: derivations.derive(text, text),
    "mentions": lambda text: [*markers.named(blocks.blocks(text))],
    "uncarried": lambda text: carrying.uncarried(text, [text[: len(text) // 2]]),
    "assertions": assertions.assertions,
    "uncarried by half": lambda text: carrying.uncarried(text, [text[::2]]),
    "why not": lambda text: [
        explaining.why_not(one, text[::2]) for one in assertions.assertions(text)[:3]
    ],
    "labels": labels.labels,
    "tokens": labels.tokens,
    "quoted": assertions.quoted,
    "quoted in": lambda text: quoted_words.objection(f"“{text}”", changed(text)),
    "without quotations": quotation_marks.without_quotations,
    "clauses": lambda text: [*sentences.clauses(text)],
    "marks": with_marks,
    "blocks": lambda text: [*blocks.blocks(text)],
    "paragraph": lambda text: [*blocks.blocks(f"a {text}".replace("\n", " "))],
    "role": lambda text: roles.words_of_role("term", text),
    "directive": fenced("{note} title\n"),
    "options": fenced("{figure} file\n:alt: "),
    "glossary": fenced("{glossary}\n"),
    "list-table": fenced("{list-table} title\n* - "),
    "glossary terms": lambda text: [*blocks.glossary_terms(f"`````{{glossary}}\n{text}")],
    "csv-table": fenced('{csv-table} title\n:header: "'),
    "math": fenced("{math}\n"),
    "raw": fenced("{raw} html\n"),
    "contents": fenced("{toctree}\n"),
    "words of HTML": html.words_of_html,
    "words of a tag": lambda text: html.words_of_html(f"<a title='{text}'>"),
    "words of a drawing": lambda text: html.words_of_svg(f"<text>{text}</text>{text}"),
    "files taken in": lambda text: [*taken_in.taken_in(text)],
    "files taken in of": lambda text: forms.only_a_build_sees({"a": text}),
    "HTML": lambda text: [*blocks.blocks(f"<div>\n{text}")],
    "front matter": lambda text: read_page(f"---\n{text}\n---\n"),
    "normalise": levelling.normalise,
    "fold": lambda text: folding.Folded(text).text,
    "cut": lambda text: [cuts.cut(text, at) for at in range(0, len(text), 100)],
    "locate": lambda text: quotations.locate(quotations.Selector(text[:20]), seed(text)),
    "locate in vain": lambda text: quotations.locate(
        quotations.Selector(changed(text)), seed(text)
    ),
    "difference": lambda text: quotations.difference(text, changed(text)),
    "compare": lambda text: collation.compare(text, changed(text)),
    "sentences": lambda text: [s for one in seed(text).paragraphs for s in one.sentences()],
    "sentence begins": sentences.begins_sentence,
    "find": lambda text: find.find([seed(text)], text[:20]),
    "coverage": lambda text: [
        *coverage.unmentioned(
            [*coverage.numbers(seed(text)), *coverage.proper_names(seed(text))],
            seed(text),
            text[: len(text) // 2],
        )
    ],
    "hedges": tone.hedges,
    "overstated": lambda text: [*tone.overstated(text, f"likely {text}")],
    "mixed": tone.mixed,
    "names": lambda text: [*unknown_names.strange_names(Block(text, (), 1), frozenset())],
    "words": words.words,
    "initials": claimed_names.initials,
    "names claimed": lambda text: [*claimed_names.names(text, frozenset(), frozenset())],
    "speakers": lambda text: [*speakers.attributions(text)],
    "senses": denial.senses,
    "silences": stance.silences,
    "strength": strength.told,
    "quantified": lambda text: [*strength.quantified(text)],
    "escape": render.escape,
    "computed": render.computed,
    "title": citing.TITLE.search,
}


REMEMBERING = [
    one
    for one in gc.get_objects()
    if isinstance(one, _lru_cache_wrapper)
    and one.__module__.startswith(("sourcebook.text", "sourcebook.pages", "sourcebook.data"))
    and any(given.annotation == "str" for given in signature(one).parameters.values())
]


def seconds(read: Callable[[], object]) -> float:
    """Return the time of the processor that something takes, nothing of a text remembered."""
    for one in REMEMBERING:
        one.cache_clear()
    gc.disable()
    begin = time.process_time()
    try:
        read()
    except (ValueError, quotations.NotLocatedError):
        pass
    finally:
        gc.enable()
    return time.process_time() - begin


def growth(read: Callable[[int], object]) -> float:
    """Return how much longer four times as much takes, at the best of a few attempts.

    Where a short text takes long enough, a part of it may already tell: what takes hardly more
    than four times as long as its quarter is no square, nor will be at four times its length.
    """
    part, little, much = (float("inf"),) * 3
    for _ in range(4):
        little = min(little, seconds(lambda: read(SHORT)))
        if little >= MOST * WORTH_MEASURING:
            part = min(part, *(seconds(lambda: read(SHORT // TIMES)) for _ in range(3)))
            if part >= WORTH_MEASURING and little < CLEAR * part:
                return little / part
        much = min(much, seconds(lambda: read(TIMES * SHORT)))
        if much < MOST * max(little, WORTH_MEASURING):
            break
    return much / max(little, WORTH_MEASURING)


def test_the_square_of_a_short_text_is_told_from_the_text() -> None:
    assert any(growth(lambda size: re.findall("a*b", "a" * size)) >= MOST for _ in range(5))
    assert growth(lambda size: re.findall("b", "a" * size)) < MOST


def growing(reader: str, units: Iterable[str]) -> dict[str, float]:
    """Return by how much a reader takes longer than it may, by what its text repeats."""

    def grown(unit: str) -> float:
        return growth(lambda size: READERS[reader]((unit * size)[:size]))

    slow = [unit for unit in units if grown(unit) >= MOST]
    return {unit: factor for unit in slow if (factor := grown(unit)) >= MOST}


@pytest.mark.parametrize("reader", READERS)
def test_reading_takes_time_that_grows_with_the_text(reader: str) -> None:
    assert growing(reader, random.Random(reader).sample(NASTY, A_FEW)) == {}


@pytest.mark.walks(0)
@pytest.mark.parametrize("reader", READERS)
def test_reading_takes_time_that_grows_with_every_text(reader: str) -> None:
    assert growing(reader, NASTY) == {}


def rows(count: int, **cells: Callable[[int], str]) -> tuple[Row, ...]:
    return tuple(
        Row("file", at + 2, {name: cell(at) for name, cell in cells.items()}) for at in range(count)
    )


def column(name: str, holds: str = "", refers: str = "") -> Field:
    return Field(
        *(
            name,
            "string",
            "default",
            name,
            name,
            "",
            holds,
            {},
            refers,
            False,
            (),
            {},
            (),
        )
    )


def table(found: tuple[Row, ...], *fields: Field) -> Table:
    return Table("t", "T", "a table", "file", "id", fields, found, read_declaration("t", {}))


def evidence(count: int) -> dict[str, Evidence]:
    return {
        f"e{at}": Evidence(f"e{at}", "s", "words", "", "", at, at + 1, "¶1", "", "", "")
        for at in range(count)
    }


def book(found: tuple[Row, ...]) -> Book:
    return Book(Path(), {}, {}, {"t": table(found, column("id"))}, ())


def many_claims(count: int) -> object:
    found = rows(count, id="a{}".format, evidence="e{}".format)
    cited = table(found, column("id"), column("evidence", holds="evidence"))
    return [*cells.check_table(cited, evidence(count))]


def many_rows(count: int) -> object:
    held = book(rows(count, id="a{}".format))
    return [held.row("t", f"a{at}") for at in range(count)]


def many_cycles(count: int) -> object:
    found = rows(count, id=str, other=lambda at: str(at ^ 1))
    return [
        *references.check_references({"t": table(found, column("id"), column("other", "", "t"))})
    ]


def many_sources(count: int) -> object:
    seeds = {f"s{at}": Seed(f"s{at}", "file", "Some words.") for at in range(count)}
    every = {key: replace(one, source=f"s{key[1:]}") for key, one in evidence(count).items()}
    held = Book(Path(), seeds, every, {}, ())
    return [(usage.usage(held, one), held.quoted_from(one)) for one in seeds]


def many_faults(count: int) -> object:
    quoted = {
        key: replace(one, quotation=f"The {key} had {at} lamps.")
        for at, (key, one) in enumerate(evidence(count).items())
    }
    held = replace(book(()), evidence=quoted)
    (stated,) = assertions.assertions("77777 lamps")
    said = (f"The e{at} had 77777 lamps." for at in range(0, count, 50))
    return [advice.advice(held, "", stated, one, ()) for one in said]


def many_set_aside(count: int) -> object:
    text = "\n".join(f"word {at}" for at in range(2 * count))
    numbers: dict[str, Callable[[int], str]] = {
        "source": lambda _: "s",
        "paragraph": lambda at: str(at + 1),
        "id": str,
    }
    found = rows(count, begins=lambda _: "word", **numbers)
    return [*aside.check_aside(found, {"s": seed(text)}, ())]


def one_place_too_many(count: int) -> object:
    found = rows(count, id=str, source=lambda _: "s", quotation=lambda _: "a b c d e f g")
    return resolve_all(found, {"s": seed("a b c d e f g\n" * count)})


def many_targets(count: int) -> object:
    domain = object.__new__(BookDomain)
    targets = [Target("evidence", f"e{at}", "", "page", "", 1) for at in range(count)]
    mentions = [Mentioned("evidence", f"e{at}", "page", "", 1) for at in range(count)]
    citations = [Citation(f"e{at}", "page", "", 1) for at in range(count)]
    domain.data = {
        "targets": {"page": targets},
        "mentions": {"page": mentions},
        "citations": {"page": citations},
    }
    return [
        (domain.target("evidence", key), domain.mentions("evidence", key), domain.citations(key))
        for key in (f"e{at}" for at in range(count))
    ]


@pytest.mark.parametrize(
    "read",
    [
        many_claims,
        many_rows,
        many_cycles,
        many_sources,
        many_faults,
        many_set_aside,
        one_place_too_many,
        many_targets,
    ],
)
def test_checking_and_looking_up_take_time_that_grows_with_the_rows(
    read: Callable[[int], object],
) -> None:
    assert growth(read) < MOST


def test_of_a_quotation_that_stands_everywhere_ten_places_are_named() -> None:
    with pytest.raises(quotations.NotLocatedError) as caught:
        quotations.locate(quotations.Selector("the same words"), seed("the same words\n" * 50))
    assert "more than 10 places" in caught.value.fault.what
    assert caught.value.fault.found.endswith("¶10 (file:10) and more")


def test_a_domain_that_changes_finds_what_is_new() -> None:
    domain = object.__new__(BookDomain)
    domain.data = {store: {} for store in (*BookDomain.initial_data,)}
    entry, page = (Target("light", "a", "A", name, "", 1, name == "b") for name in ("b", "c"))
    domain.note_target(entry)
    assert domain.target("light", "a") == entry
    domain.note_target(page)
    assert domain.target("light", "a") == page
    domain.clear_doc("c")
    assert domain.target("light", "a") == entry
    other: dict[str, Any] = {store: {} for store in domain.data} | {
        "citations": {"d": [Citation("e", "d", "", 1)]}
    }
    assert domain.citations("e") == []
    domain.merge_domaindata({"d"}, other)
    assert [one.docname for one in domain.citations("e")] == ["d"]
