"""The sample of the walks that is taken where not all are asked for: a few of each test."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

OF_EACH = 2


def sampled(names: Iterable[str]) -> set[str]:
    """Return a few names of each test, by its name before the bracket, the same ones each time."""
    tests: dict[str, list[str]] = {}
    for name in names:
        tests.setdefault(name.partition("[")[0], []).append(name)
    return {one for test, walks in tests.items() for one in _few(test, sorted(walks))}


def _few(test: str, walks: list[str]) -> list[str]:
    return random.Random(test).sample(walks, min(OF_EACH, len(walks)))
