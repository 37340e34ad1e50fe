"""Typst code from Python values: words are always string literals, so none of them is markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

UNSAFE = re.compile(r'["\\\x00-\x1f\x7f]')


@dataclass(frozen=True)
class Code:
    """A piece of Typst code."""

    text: str

    def __bool__(self) -> bool:
        return bool(self.text)


def string(words: str) -> Code:
    """Return words as a literal, whatever characters they hold."""
    return Code(f'"{UNSAFE.sub(_escaped, words)}"')


def call(function: str, *given: Any, **named: Any) -> Code:
    """Return a call; a name's underscores become hyphens, and what is None is left out."""
    kept = {name.replace("_", "-"): one for name, one in named.items() if one is not None}
    parts = [*(f"{name}: {value(one)}" for name, one in kept.items()), *map(value, given)]
    return Code(f"{function}({', '.join(parts)})")


def block(parts: Iterable[Code], between: str = "; ") -> Code:
    """Return pieces of content as one."""
    kept = [part.text for part in parts if part]
    if len(kept) == 1 and kept[0].startswith(("{", '"')):
        return Code(kept[0])
    return Code("{ " + between.join(kept) + " }" if kept else "[]")


def value(given: Any) -> str:
    """Return a value of Python as a value of Typst."""
    if isinstance(given, Code):
        return given.text or "[]"
    if isinstance(given, str):
        return string(given).text
    if isinstance(given, bool):
        return "true" if given else "false"
    if isinstance(given, Mapping):
        inside = ", ".join(f"{string(key).text}: {value(one)}" for key, one in given.items())
        return f"({inside})" if inside else "(:)"
    if isinstance(given, Iterable):
        return "(" + "".join(f"{value(one)}, " for one in given) + ")"
    return "none" if given is None else str(given)


def _escaped(match: re.Match[str]) -> str:
    sign = match[0]
    return f"\\{sign}" if sign in '"\\' else f"\\u{{{ord(sign):x}}}"
