"""How much confidence a finding deserves, worked out by the codebook's rules from its evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sourcebook.analysis.grades import NO_FACT, UNNAMED, contradicting, credibility
from sourcebook.analysis.independence import corroboration
from sourcebook.data.book import Book

LOW, MODERATE, HIGH, NONE = "low", "moderate", "high", "not given"
RELIABLE, FAIR = "AB", "ABC"


@dataclass(frozen=True)
class Confidence:
    """A level, the reason for it, how many independent sources speak, and what each is graded.

    ``grades`` holds the short name of a source with its letter and digits, such as “Gazette D3”.
    """

    level: str
    reason: str
    independent: int
    grades: tuple[str, ...]


def confidence(book: Book, evidence: Iterable[str]) -> Confidence:
    """Weigh the evidence of one finding, each piece of which must carry the whole of it.

    Opinions, unnamed speakers and a file's words on itself do not count. Raises
    :class:`BookError` for evidence that is not known.
    """
    cited = [book.cite(one) for one in dict.fromkeys(evidence)]
    speaking = [one.id for one in cited if one.mode not in (*NO_FACT, UNNAMED)]
    shown = _grades(book, speaking or [one.id for one in cited])
    if not speaking:
        return Confidence(NONE, "no source states it as a fact", 0, shown)
    found = corroboration(book, speaking)
    letters = {book.sources[one].text("reliability") for one in found.sources}
    level, reason = _level(found.independent, letters, contradicting(book, speaking))
    return Confidence(level, reason, found.independent, shown)


def _level(independent: int, letters: set[str], contradicted: bool) -> tuple[str, str]:
    if contradicted:
        return LOW, "the sources contradict one another"
    if independent == 1:
        return LOW, "one source"
    if not letters & set(FAIR):
        return LOW, "no source is fairly reliable"
    if not letters & set(RELIABLE):
        return MODERATE, "no source is better than fairly reliable"
    return HIGH, "a source is usually reliable or better"


def _grades(book: Book, evidence: list[str]) -> tuple[str, ...]:
    """Return each source with its reliability and the credibilities of what it says."""
    digits: dict[str, set[int]] = {}
    for one in evidence:
        digits.setdefault(book.evidence[one].source, set()).add(credibility(book, one).number)
    return tuple(
        f"{row.text('short')} {row.text('reliability')}{', '.join(map(str, sorted(numbers)))}"
        for row, numbers in ((book.sources[source], found) for source, found in digits.items())
    )
