"""The sample of the walks that is taken where not all are asked for: a few of each test."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

OF_EACH = 2


def sampled(wanted: Mapping[str, int]) -> set[str]:
    """Return as many names of each test as each of them says, the same ones each time.

    The name of a test stands before the bracket.
    """
    tests: dict[str, list[str]] = {}
    for name in sorted(wanted):
        tests.setdefault(name.partition("[")[0], []).append(name)
    return {
        one
        for test, names in tests.items()
        for one in random.Random(test).sample(names, min(wanted[names[0]], len(names)))
    }
