"""Remembered: what was found in a text, for as long as all that it was held against stays."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path

from sourcebook.data.state import digest
from sourcebook.data.whole import write_whole
from sourcebook.problems import Problem, Subtype

FILE = "_build/.checked.json"
Told = list[tuple[Subtype, Problem]]


@dataclass(eq=False)
class Memory:
    """What was found before, in a file; ``basis`` is a digest of what it was held against.

    One without a file remembers nothing.
    """

    file: Path | None = None
    basis: str = ""
    _found: dict[str, Told] = field(default_factory=dict)

    def recall(self, find: Callable[[], Told], *what: str) -> Told:
        """Return what ``find`` does, or did when it was last asked ``what`` on the same basis."""
        if not self.file:
            return find()
        key = digest(*what)
        if key not in self._found:
            self._found[key] = self._before[key] if key in self._before else find()
        return self._found[key]

    def keep(self) -> None:
        """Write down what was asked this time, unless no book is built here or there is no room."""
        if self.file and self.file.parent.is_dir():
            told = {
                key: [(kind, asdict(one)) for kind, one in found]
                for key, found in self._found.items()
            }
            with suppress(OSError):
                write_whole(self.file, json.dumps({"basis": self.basis, "found": told}).encode())

    @cached_property
    def _before(self) -> dict[str, Told]:
        try:
            kept = json.loads(self.file.read_text("utf-8")) if self.file else {}
            if kept["basis"] != self.basis:
                return {}
            return {
                key: [(kind, Problem(**one)) for kind, one in found]
                for key, found in kept["found"].items()
            }
        except (OSError, ValueError, TypeError, LookupError, AttributeError):
            return {}
