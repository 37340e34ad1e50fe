"""Units that a book declares itself: each by its names, and as so much of a unit that is known."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from decimal import Decimal
from functools import _lru_cache_wrapper

from sourcebook.text.units import OWN, Own, base, unit_names

DECLARED = re.compile(r"([0-9]+(?:\.[0-9]+)?) (.+)")
EXPECTED = "a number and the name of a known unit, as “36.4 liters”; “own” for one by itself"
ALONE = "own"
ROOM = "sourcebook."


def declare(units: Mapping[str, str]) -> None:
    """Have the units of a book read: all that was read by other units is forgotten."""
    own: dict[str, Own] = {}
    for names, told in units.items():
        try:
            own |= read_own(names, told)
        except ValueError:
            continue
    if own != OWN:
        OWN.clear()
        OWN.update(own)
        _forget()


def read_own(names: str, told: str) -> dict[str, Own]:
    """Return the unit that names, parted by commas, are declared to be, by each of them.

    Raises ``ValueError``, saying what was found and expected, where it is none.
    """
    every = [" ".join(one.split()).lower() for one in names.split(",")]
    if not all(every):
        raise ValueError(f"found “{names}” as names; expected one, or several parted by commas")
    if told == ALONE:
        return dict.fromkeys(every, Own(every[0], "", Decimal(1)))
    match = DECLARED.fullmatch(told)
    known = unit_names()
    unit = known.get(match[2]) or known.get(match[2].lower()) if match else None
    if not match or not unit or unit in {one.name for one in OWN.values()}:
        raise ValueError(f"found “{told}”; expected {EXPECTED}")
    if not Decimal(match[1]):
        raise ValueError(f"found “{told}”; expected more than nothing of a unit")
    return dict.fromkeys(every, Own(every[0], unit, Decimal(match[1])))


def _forget() -> None:
    base.cache_clear()
    for name, module in [*sys.modules.items()]:
        if name.startswith(ROOM):
            for one in [*vars(module).values()]:
                if isinstance(one, _lru_cache_wrapper):
                    one.cache_clear()
