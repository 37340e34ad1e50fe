"""Which characters of a text something stands on already."""

from __future__ import annotations

from collections.abc import Iterable


class Taken:
    """The characters of a text of ``length`` characters that some spans take."""

    def __init__(self, length: int, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._marks = bytearray(length)
        for start, end in spans:
            self.add(start, end)

    def add(self, start: int, end: int) -> None:
        """Take the characters from ``start`` up to ``end``."""
        self._marks[start:end] = b"\1" * (end - start)

    def meets(self, start: int, end: int) -> bool:
        """Tell whether any character from ``start`` up to ``end`` is taken."""
        return self._marks.find(1, start, end) >= 0
