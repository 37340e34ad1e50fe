"""Notes, where a rule cannot be sure, and the writer’s answers to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sourcebook.checks.findings import Finding
from sourcebook.pages.block import ANSWER, Block, Mark
from sourcebook.text.sentences import SENTENCE, Span, span_at

WORDS = re.compile(r"\w\w")
SYNTAX = "<!-- sure: why it is so -->"
OR_ANSWER = f"or, if it is so all the same, answer this note right after it: {SYNTAX}"


def answered(block: Block, found: Sequence[Finding]) -> Iterator[Finding]:
    """Yield findings, without the notes that an answer in their sentence settles.

    An answer without a reason, or to no note, is a finding itself.
    """
    noted = [one for one in found if one.note]
    settled: set[Finding] = set()
    faults = []
    for mark in block.marks:
        if mark.role != ANSWER:
            continue
        asked = _asked(block, mark, noted)
        if not WORDS.search(mark.content):
            faults.append(_fault(mark.content, mark.at, "an answer to a note gives no reason"))
        elif not asked:
            what = "an answer stands where there is no note"
            faults.append(_fault(mark.content, mark.at, what))
        else:
            settled |= asked
    yield from (one for one in found if one not in settled)
    yield from faults


def _asked(block: Block, mark: Mark, noted: Sequence[Finding]) -> set[Finding]:
    """Return the notes of its sentence that an answer is to: those on the words that it names.

    If it names none, they are those on the word that stands nearest before it, or else first.
    """
    sentence = _answered(block, mark.at)
    here = [one for one in noted if span_at(block.text, SENTENCE, one.at) == sentence]
    if named := {one for one in here if _names(mark.content, one.words)}:
        return named
    places = sorted(one.at for one in here)
    nearest = max((at for at in places if at <= mark.at), default=min(places, default=0))
    return {one for one in here if one.at == nearest}


def _names(reason: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", reason) is not None


def _answered(block: Block, at: int) -> Span:
    """Return the sentence that an answer is to: one right after a full stop belongs to it."""
    words = block.text[:at].rstrip()
    return span_at(block.text, SENTENCE, max(len(words) - 1, 0))


def _fault(content: str, at: int, what: str) -> Finding:
    return Finding(
        "answer",
        content,
        at,
        what,
        f"“{content}”",
        f"{SYNTAX}, in the sentence that the note is on",
        "give the reason in it, or take it out",
    )
