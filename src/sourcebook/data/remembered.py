"""Remembered: what was found in texts, each for as long as all that it was held against stays."""

from __future__ import annotations

import json
from collections import ChainMap
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from sourcebook.data.state import digest
from sourcebook.data.whole import write_whole
from sourcebook.problems import Problem, Subtype

FILE = "_build/.checked.json"
Told = list[tuple[Subtype, Problem]]
Item = TypeVar("Item")


@dataclass(eq=False)
class Memory:
    """What was found before, in a file; ``files`` are those of the book, with their digests.

    One without a file remembers nothing; one that is asked ``some`` things only keeps the others.
    """

    file: Path | None = None
    files: Mapping[str, str] = field(default_factory=dict)
    some: bool = False
    _found: dict[str, Told] = field(default_factory=dict)

    def recall(
        self,
        find: Callable[[Sequence[Item]], Iterable[Told]],
        items: Sequence[Item],
        against: Callable[[Item], object],
    ) -> Told:
        """Return what ``find`` tells of items, or told of each when it last was what it is now.

        ``against`` returns all that one is held against; ``repr`` tells what it is, as of an item.
        """
        if not self.file:
            return [one for some in find(items) for one in some]
        keyed = {digest(repr(one), repr(against(one))): one for one in items}
        known = ChainMap(self._found, self._before)
        others = {key: one for key, one in keyed.items() if key not in known}
        self._found |= {key: known[key] for key in keyed if key in known}
        self._found |= zip(others, find([*others.values()]), strict=True)
        return [one for key in keyed for one in self._found[key]]

    def keep(self) -> None:
        """Write down what was asked this time, unless no book is built here or there is no room."""
        if self.file and self.file.parent.is_dir():
            known = {**self._before, **self._found} if self.some else self._found
            told = {
                key: [(kind, asdict(one)) for kind, one in found] for key, found in known.items()
            }
            with suppress(OSError):
                write_whole(self.file, json.dumps(told).encode())

    @cached_property
    def _before(self) -> dict[str, Told]:
        try:
            kept = json.loads(self.file.read_text("utf-8")) if self.file else {}
            return {
                key: [(kind, Problem(**one)) for kind, one in found] for key, found in kept.items()
            }
        except (OSError, ValueError, TypeError, LookupError, AttributeError):
            return {}
