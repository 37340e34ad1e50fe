"""Lists of words as a language is written down: by stem, by form, by contrary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sourcebook.text.claims.words import stem


def listed(text: str) -> frozenset[str]:
    """Return the words of a list that white space parts."""
    return frozenset(text.split())


def groups(lines: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return for each word those that stand in a line with it."""
    found: dict[str, frozenset[str]] = {}
    for line in lines:
        for word in line.split():
            found[word] = found.get(word, frozenset()) | listed(line)
    return found


def forms(lines: Iterable[str]) -> dict[str, str]:
    """Return for each form the stem of the first word in its line."""
    found: dict[str, str] = {}
    for line in lines:
        first, *others = line.split()
        found |= dict.fromkeys(others, stem(first, {}))
    return found


def stems(text: str, irregular: Mapping[str, str]) -> frozenset[str]:
    """Return the stems of the words of a list."""
    return frozenset(stem(word, irregular) for word in text.split())


def opposed(lines: Iterable[str], irregular: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Return for each stem on one side of a “|” in a line those on the other side."""
    found: dict[str, frozenset[str]] = {}
    for line in lines:
        left, right = (stems(side, irregular) for side in line.split("|"))
        for some, others in ((left, right), (right, left)):
            found |= {one: found.get(one, frozenset()) | others for one in some}
    return found
