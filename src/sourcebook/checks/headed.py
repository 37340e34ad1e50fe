"""Headings that name something else than what stands below them says that it is about."""

from __future__ import annotations

from collections.abc import Iterator

from sourcebook.checks.called import Called
from sourcebook.checks.findings import Finding
from sourcebook.checks.naming import Register
from sourcebook.pages.block import SUBJECTS, Block
from sourcebook.text.claims.strength import states


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
