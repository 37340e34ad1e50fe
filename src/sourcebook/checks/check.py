"""A check: what it asks of a book, and how it finds what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from sourcebook.problems import Problem, Subtype, merge

Subject = TypeVar("Subject")


@dataclass(frozen=True)
class Check(Generic[Subject]):
    """One check: ``says`` is what it asks, in a sentence, and ``find`` yields what is wrong.

    What it finds is a warning of the kind ``subtype`` in a build; ``None`` where Sphinx itself
    stops. A check without ``find`` is done by a build alone.
    """

    name: str
    subtype: Subtype | None
    says: str
    find: Callable[[Subject], Iterable[Problem]] | None = None


def problems(checks: Iterable[Check[Subject]], subject: Subject) -> list[Problem]:
    """Return what checks find, each problem once, with the name of its check, by file and line."""
    return merge(
        replace(one, check=check.name)
        for check in checks
        if check.find
        for one in check.find(subject)
    )
