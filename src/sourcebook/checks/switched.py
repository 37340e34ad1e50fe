"""The checks that a book does without, each with its reason: which may be, and what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sourcebook.data.settings import FILE, setting
from sourcebook.problems import Problem, did_you_mean

NEEDED = (
    *("settings", "schema", "files", "contract", "seeds", "quotations", "encoding", "evidence"),
)


def switched_off(settings: Mapping[str, Any]) -> dict[str, str]:
    """Return the checks that a book may do without and does, each with the reason."""
    told: Mapping[str, str] = setting(settings, "off")
    return {name: why for name, why in told.items() if why.strip() and name not in NEEDED}


def left_on(found: Iterable[Problem], settings: Mapping[str, Any]) -> list[Problem]:
    """Return the problems but those of checks that are switched off."""
    off = switched_off(settings)
    return [one for one in found if one.check not in off]


def check_switched(settings: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield what is wrong with what a book says that it does without."""
    from sourcebook.checks.catalogue import all_checks  # here, as that lists this check too

    names = [one.name for checks in all_checks().values() for one in checks]
    for name, why in setting(settings, "off").items():
        if name not in names:
            expected, do = f"one of {', '.join(names)}", f"correct it{did_you_mean(name, names)}"
            yield Problem(FILE, None, "there is no check to switch off", f"“{name}”", expected, do)
        elif name in NEEDED:
            what, do = "a check cannot be switched off", "take the line out"
            expected = "a check that no other rests on"
            yield Problem(FILE, None, what, f"“{name}”", expected, do)
        elif not why.strip():
            what = f"the check “{name}” is switched off without a reason"
            yield Problem(FILE, None, what, "no reason", "why the book does without it", "say why")
