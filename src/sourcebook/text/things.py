"""Things counted: which kind of thing a noun is, and whether two nouns exclude each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from sourcebook.text.belonging import stem, stems, words_after
from sourcebook.text.english import ENGLISH
from sourcebook.text.language import Language

OTHER_WORDS = 1


class Thing(NamedTuple):
    """What a noun is: its kinds, and the group that it is of in each list of what excludes it."""

    kinds: frozenset[int]
    groups: Mapping[int, int]

    def excludes(self, other: Thing) -> bool:
        """Tell whether nothing is both: “vehicle” and “soldier”, “man” and “woman”."""
        shared = self.groups.keys() & other.groups.keys()
        return self.kinds.isdisjoint(other.kinds) or any(
            self.groups[each] != other.groups[each] for each in shared
        )


def counts_another(
    one: tuple[str, int], other: tuple[str, int], language: Language = ENGLISH
) -> bool:
    """Tell whether two numbers, each a text and where it ends there, count other things.

    They do if every noun of the one excludes each of the other; of a noun that no list has nothing
    is known.
    """
    mine, theirs = (_things(words_after(*each, language), language) for each in (one, other))
    return bool(mine and theirs) and all(this.excludes(that) for this in mine for that in theirs)


def is_renamed(one: tuple[str, int], other: tuple[str, int], language: Language = ENGLISH) -> bool:
    """Tell whether a text has its words from another, but one, and other nouns with its number.

    Each is a text and where its number ends there. Two nouns that the lists know, and those that
    may be said of anything, are not told apart here.
    """
    mine, theirs = (_plurals(words_after(*each, language), language) for each in (one, other))
    return _is_renamed((one[0], mine), (other[0], theirs), language)


def is_of_another_whole(
    one: tuple[str, int], other: tuple[str, int], language: Language = ENGLISH
) -> bool:
    """Tell whether two shares, each a text and where it ends there, are of other wholes.

    “5% of the budget” is not carried by “5% of output”, if the rest of the words is. Initials
    stand for the whole: “GDP”.
    """
    mine, theirs = (_whole(*each, language) for each in (one, other))
    initials = ["".join(word[0] for word in some) for some in (mine, theirs)]
    if mine == initials[1:] or theirs == initials[:1]:
        return False
    return _is_renamed((one[0], mine), (other[0], theirs), language)


def _whole(text: str, end: int, language: Language) -> list[str]:
    """Return the words for that of which a share is, if the text tells it right after."""
    match = _of_whole(language).match(text, end)
    return [one.lower() for one in words_after(text, match.end(), language)] if match else []


def _is_renamed(
    one: tuple[str, list[str]], other: tuple[str, list[str]], language: Language
) -> bool:
    """Tell whether a text has other nouns, and but one other word, than another one."""
    mine, theirs = one[1], other[1]
    if not (mine and theirs) or (mine[-1] in _known(language) and theirs[-1] in _known(language)):
        return False
    noun, instead = mine[-1], theirs[-1]
    synonyms = _synonyms(language).get(noun, frozenset())
    if noun in _general(language) or _is_part(noun, instead) or instead in synonyms:
        return False
    said, there = (stems(each[0], language) for each in (one, other))
    own = {stem(each, language) for each in mine}
    rest = said - own
    alike = rest & there and len(rest - there) <= OTHER_WORDS
    return bool(alike) and own.isdisjoint(there) and stem(instead, language) not in said


@cache
def _of_whole(language: Language) -> re.Pattern[str]:
    whole = rf" {language.of_a_whole} (?:(?:{language.the_whole}) )?"
    return re.compile(whole, re.IGNORECASE)


def _plurals(words: Iterable[str], language: Language) -> list[str]:
    """Return the nouns among the words after a number, by their ending, up to the last of them."""
    return [word for word in words if word.islower() and word.endswith(language.plural)]


def _is_part(one: str, other: str) -> bool:
    """Tell whether one noun ends in the other: “shops” and “workshops”."""
    return one.endswith(other) or other.endswith(one)


@cache
def _general(language: Language) -> frozenset[str]:
    """Return the nouns that may be said of what another one names: the first of each kind too."""
    first = (form for kind in language.kinds for form in _forms(kind[0]))
    return frozenset(first).union(f"{one}s" for one in language.general)


@cache
def _synonyms(language: Language) -> dict[str, frozenset[str]]:
    """Return, for each form of a noun, the forms of those that may name the same."""
    found: dict[str, frozenset[str]] = {}
    for line in language.synonyms:
        forms = frozenset(form for noun in line.split() for form in _forms(noun))
        found |= {form: forms | found.get(form, frozenset()) for form in forms}
    return found


def _things(words: Iterable[str], language: Language) -> list[Thing]:
    known = _known(language)
    return [known[word] for word in map(str.lower, words) if word in known]


@cache
def _known(language: Language) -> dict[str, Thing]:
    """Return what each form of a noun of the language’s lists is."""
    kinds: dict[str, set[int]] = {}
    groups: dict[str, dict[int, int]] = {}
    for kind, nouns in enumerate(language.kinds):
        for form in (form for noun in nouns for form in _forms(noun)):
            kinds.setdefault(form, set()).add(kind)
    for at, line in enumerate(language.exclusive):
        for group, noun in enumerate(line.split()):
            for form in _forms(noun):
                groups.setdefault(form, {})[at] = group
    return {form: Thing(frozenset(some), groups.get(form, {})) for form, some in kinds.items()}


def _forms(noun: str) -> list[str]:
    """Return the forms of a noun and its synonyms, their plurals in -s among them."""
    return [form for one in noun.split("/") for form in (one, f"{one}s")]
