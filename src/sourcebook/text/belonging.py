"""Which amount belongs to which thing, where a text has several: the words nearest to each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from sourcebook.text.english import ENGLISH
from sourcebook.text.labels import labels
from sourcebook.text.language import Language

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
LONG_ENOUGH = 4
NOUNS, NEAR = 3, 3
ITEM = r"(?:(?:the|an?) )?\w[\w'’-]*"
LIST = re.compile(rf"{ITEM}(?:, (?!and ){ITEM})*,? and {ITEM}")
YEAR = re.compile("(?:1[0-9]|20)[0-9]{2}")
Span = tuple[int, int]


class Beside(NamedTuple):
    """The words that stand with an amount ``at`` a place: all before it, and a few after it.

    One that is ``added`` is said of what the one before it is said of: “with a span of 17 metres”.
    """

    at: int = 0
    lead: tuple[str, ...] = ()
    follow: tuple[str, ...] = ()
    added: bool = False

    @property
    def words(self) -> frozenset[str]:
        """Return the few words nearest to the amount."""
        return frozenset(self.lead[-NEAR:] + self.follow)


@lru_cache(maxsize=16384)
def surroundings(
    plain: str, spans: tuple[Span, ...], language: Language = ENGLISH
) -> tuple[Beside, ...]:
    """Return, for each of some spans in their order, the words that stand with it.

    The words between two spans are cut where the text breaks. Spans with no word between them,
    such as the ends of a range, have the same; one with none of its own before it shares those
    before the last (“18 tons in spring and 24 in autumn”), but not their verb if it has its own
    (“but has 24”). A label is one word with its number.
    """
    for begin, end, _ in labels(plain, language):
        plain = f"{plain[:begin]}{plain[begin:end].replace(' ', '-')}{plain[end:]}"
    around: list[Beside] = []
    lead: list[str] = []
    start, at = 0, 0
    while at < len(spans):
        last = at
        while last + 1 < len(spans) and not _words(
            plain[spans[last][1] : spans[last + 1][0]], language
        ):
            last += 1
        end = (
            _cut(plain, spans[last][1], spans[last + 1][0], language)
            if last + 1 < len(spans)
            else len(plain)
        )
        ahead = plain[start : spans[at][0]]
        subject = lead[:-1] if _patterns(language)[4].search(ahead) else lead
        lead = _words(ahead, language) or subject
        follow = _words(plain[spans[last][1] : end], language)[:NEAR]
        added = bool(_patterns(language)[2].match(plain, start, spans[at][0]))
        things = _in_turn(plain[start : spans[at][0]], plain[start:end], last + 1 - at, language)
        for one in range(last + 1 - at):
            left = {thing for other, thing in enumerate(things) if other != one}
            kept = tuple(word for word in lead if word not in left)
            around.append(Beside(spans[at][0], kept, tuple(follow), added))
        start, at = end, last + 1
    return tuple(around)


def _in_turn(lead: str, clause: str, count: int, language: Language) -> list[str]:
    """Return the things listed of which some amounts are said in turn: “A and B, 4 and 9 each”."""
    if count < 2 or language.in_turn not in clause.lower():
        return []
    listed = [
        [stem(one, language) for one in WORD.findall(match[0]) if one.lower() not in language.stop]
        for match in LIST.finditer(lead)
    ]
    return next((one for one in reversed(listed) if len(one) == count), [])


def _cut(plain: str, start: int, end: int, language: Language) -> int:
    """Return where the words between two spans cease to be of the first."""
    between = plain[start:end]
    if match := _patterns(language)[3].search(between):
        return start + match.start()
    breaks, commas = _patterns(language)[:2]
    found = [*breaks.finditer(between)] or [*commas.finditer(between)]
    return start + (found[0].end() if found else len(between))


def _words(words: str, language: Language) -> list[str]:
    every = (match[0] for match in WORD.finditer(words))
    found = (one for one in every if not one.isdigit() or YEAR.fullmatch(one))
    kept = (one for one in found if len(one) > 2 or one.isupper())
    return [stem(one, language) for one in kept if one.lower() not in language.stop]


def elsewhere(asked: Beside, own: Sequence[Beside], other: Sequence[Beside]) -> bool:
    """Tell whether the words asked for stand with another amount, and none with its own ones.

    Of two places told after their amounts, “4 in the north and 2 in the south”, each keeps its own.
    What the other leaves out and shares with the own one tells neither from the other: the verb of
    “the mill makes 40 tons and the dam 90”, the subject of “the mill makes 40 tons and sells 90”.
    Of the latter the words before the amount must not be those of the other.
    """
    mine = frozenset().union(*(one.words for one in own))
    theirs = frozenset().union(*(one.words for one in other))
    words, lead = asked.words, frozenset(asked.lead)
    heads, others = (frozenset(word for one in some for word in one.lead) for some in (own, other))
    moved = lead & (others - heads)
    later = min(one.at for one in own) > max(one.at for one in other)
    resumed = later and not moved and mine <= words | theirs
    if not words & (theirs - mine) or words <= mine or resumed:
        return False
    tails, ends = (frozenset(word for one in some for word in one.follow) for some in (own, other))
    follow = lead and frozenset(asked.follow)
    if tails and follow & (ends - mine) and not words & (tails - theirs):
        return True
    if not lead and _does_otherwise(asked, own, other):
        return True
    shared = verb, subject = _shared(own, other)
    if moved and any(one and not lead & (heads - others - one) for one in shared):
        return True
    return any(not words & (mine - theirs - one) for one in (verb, subject))


def _does_otherwise(asked: Beside, own: Sequence[Beside], other: Sequence[Beside]) -> bool:
    """Tell whether amounts that begin their clauses do what others do: “7 died, 9 were hurt”."""
    if any(one.lead or not one.follow for one in (*own, *other)):
        return False
    verbs = {word for one in other for word in one.follow[len(one.follow) > 1 :]}
    verbs -= {word for one in own for word in one.follow}
    return not verbs.isdisjoint(asked.words) and not any(
        one.follow[0] in asked.words for one in own
    )


def _shared(own: Sequence[Beside], other: Sequence[Beside]) -> tuple[set[str], set[str]]:
    """Return the words of own clauses that shorter ones may leave out: the last, the first ones."""
    pairs = [(one, short) for one in own for short in other if _is_gapped(one, short)]
    follow = {word for one in own for word in one.follow if any(not each.follow for each in other)}
    last = {word for one, short in pairs for word in one.lead[len(short.lead) :]}
    first = {word for one, short in pairs for word in one.lead[: -len(short.lead)]}
    first |= {word for one in own for word in one.lead if any(each.added for each in other)}
    return follow | last, (follow | first if first else set())


def _is_gapped(full: Beside, short: Beside) -> bool:
    """Tell whether a clause may go on with the subject or the verb of one before it.

    Both may end alike: “exports salt worth 3 crowns and wool worth 8”.
    """
    ends = [
        len({*pair}) < 2 for pair in zip(reversed(full.lead), reversed(short.lead), strict=False)
    ]
    alike = [*ends, False].index(False)
    longer, shorter = (one.lead[: len(one.lead) - alike] for one in (full, short))
    gapped = 0 < len(shorter) < len(longer) and longer[-1] not in shorter
    return gapped and full.at < short.at


def nouns_after(plain: str, end: int, language: Language = ENGLISH) -> frozenset[str]:
    """Return the words that a number right before ``end`` may count, without their endings."""
    return frozenset(stem(one, language) for one in words_after(plain, end, language))


def nouns_alone(plain: str, language: Language = ENGLISH) -> frozenset[str]:
    """Return the words that stand with an article which counts one: “a sword”."""
    articles = re.finditer(rf"\b(?:{language.articles})(?= )", plain, re.IGNORECASE)
    return frozenset().union(*(nouns_after(plain, one.end(), language) for one in articles))


def words_after(plain: str, end: int, language: Language = ENGLISH) -> list[str]:
    """Return the few words that a number right before ``end`` may count, as they are written."""
    found: list[str] = []
    for match in WORD.finditer(plain, end, end + 60):
        apart = match[0].isdigit() or match[0].lower() in language.stop
        if apart or plain[end : match.start()].strip(" -"):
            break
        found.append(match[0])
        end = match.end()
        if len(found) == NOUNS:
            break
    return found


def word_before(plain: str, start: int, language: Language = ENGLISH) -> str:
    """Return the word that carries sense last before ``start``, without its ending."""
    return next(reversed(_words(plain[:start], language)), "")


@lru_cache(maxsize=16384)
def stems(words: str, language: Language = ENGLISH) -> frozenset[str]:
    """Return the words of a text that carry sense, each without its ending."""
    return frozenset(_words(words, language))


@lru_cache(maxsize=65536)
def stem(word: str, language: Language = ENGLISH) -> str:
    """Return a word without its ending, roughly."""
    plain = word.lower().replace("’", "'")
    for ending in language.endings:
        if plain.endswith(ending) and len(plain) - len(ending) >= LONG_ENOUGH - 1:
            return plain.removesuffix(ending)
    return plain


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(language.breaks, re.IGNORECASE),
        re.compile(language.commas, re.IGNORECASE),
        re.compile(rf"\s*(?:{language.adding})\b", re.IGNORECASE),
        re.compile(language.further, re.IGNORECASE),
        re.compile(rf"\b(?:{language.having}) \Z", re.IGNORECASE),
    )
