"""Headings that name, deny or promise something else than what stands below them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sourcebook.checks import negation
from sourcebook.checks.called import Called
from sourcebook.checks.findings import Finding
from sourcebook.checks.naming import Register
from sourcebook.checks.telling import told_reversal
from sourcebook.pages.block import SUBJECTS, Block
from sourcebook.text.claims.strength import is_past, states
from sourcebook.text.claims.words import words

if TYPE_CHECKING:
    from sourcebook.checks.claims import Claims

STOPS = (".", "!", "?", ":")


def headed(heading: Block, below: Block, register: Register, called: Called) -> Iterator[Finding]:
    """Yield the name in a heading that is another object’s than the one that it is about.

    A heading that names no object of that kind, as “The secretary”, is right for each.
    """
    marks = [mark for mark in below.marks if mark.role in SUBJECTS]
    if not marks or heading.citing or states(heading.text, register.vocabulary):
        return
    about = called.subject(marks[0])
    objects = register.named(about).objects
    tables = {table for table, _ in objects}
    found = [
        (start, end, places)
        for start, end, places in register.objects_in(heading.text)
        if any(table in tables for table, _ in places)
    ]
    if found and not any(places & objects for _, _, places in found):
        start, end, _ = found[0]
        words = heading.text[start:end]
        yield Finding(
            "named",
            words,
            start,
            f"the heading names “{words}”, and what stands below it is about “{about}”",
            f"“{words}”",
            f"“{about}”, or a heading that names nothing of its kind",
            f"write “{about}”, or correct what the section is about",
        )


def belied(heading: Block, below: Block, claims: Claims) -> Iterator[Finding]:
    """Yield what a heading denies or states against the evidence of the block below it.

    A heading such as “Said” promises that something is said, so that something has to be cited.
    """
    text, vocabulary = heading.text.strip(), claims.register.vocabulary
    if heading.citing or not text or text.endswith(STOPS) or "\n" in text:
        return
    every = () if " " in text else words(text)
    told = len(every) == 1 and is_past(every[0], vocabulary)
    if told and vocabulary.stem(every[0].folded) in vocabulary.saying and not below.citing:
        word = every[0]
        yield Finding(
            "negation",
            word.text,
            word.start,
            f"the heading says that something is {word.folded}, and nothing below it is cited",
            f"“{word.text}”",
            "evidence of what is said, or a heading that it is not",
            f"cite what is said, or write “Not {word.folded}”",
            slip=True,
        )
    stated = bool(below.citing) and states(text, vocabulary)
    rests = claims.cited(below.citing) if stated else []
    if rests and not any(rest.abroad for rest in rests):
        for one in negation.reversals(text, rests, claims.register, claims.order.alike):
            if one.sure:
                yield replace(
                    told_reversal(one, claims), at=heading.text.index(one.prose.word.text)
                )
