"""YAML and CSV within pages: their words, each with its line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

import yaml

from sourcebook.pages.myst import compose, place

Path = tuple[str, ...]


def scalars(text: str, line: int, paths: Sequence[Path]) -> Iterator[tuple[str, int]]:
    """Yield each scalar at or below the paths of some YAML that begins on ``line``."""
    for path in paths:
        at = compose(text)
        for key in path:
            pairs = at.value if isinstance(at, yaml.MappingNode) else ()
            at = next((value for name, value in pairs if name.value == key), None)
        for leaf in _leaves(at):
            yield leaf.value, place(leaf, line)


def rows_of_csv(text: str, line: int) -> Iterator[tuple[list[str], int]]:
    """Yield the cells of each row of some CSV that begins on ``line``, and the row's line."""
    reader = csv.reader(io.StringIO(text, newline=""), skipinitialspace=True)
    last = 0
    try:
        for row in reader:
            yield row, line + last
            last = reader.line_num
    except csv.Error:
        yield text.split("\n")[last:], line + last


def _leaves(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """Yield the scalars below a node, each once, however often it is pointed to."""
    waiting, seen = [node], {id(None)}
    for at in waiting:
        if id(at) not in seen:
            seen.add(id(at))
            if isinstance(at, yaml.ScalarNode):
                yield at
            elif isinstance(at, yaml.MappingNode):
                waiting += [value for _, value in at.value]
            elif isinstance(at, yaml.SequenceNode):
                waiting += at.value
