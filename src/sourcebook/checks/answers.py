"""Notes, where a rule cannot be sure, and the writer’s answers to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sourcebook.checks.findings import Finding
from sourcebook.pages.block import ANSWER, Block
from sourcebook.text.sentences import SENTENCE, Span, span_at

WORDS = re.compile(r"\w\w")
SYNTAX = "<!-- sure: why it is so -->"
OR_ANSWER = f"or, if it is so all the same, answer this note: {SYNTAX}"


def answered(block: Block, found: Sequence[Finding]) -> Iterator[Finding]:
    """Yield findings, without the notes that an answer in their sentence settles.

    An answer without a reason, or to no note, is a finding itself.
    """
    answers = [mark for mark in block.marks if mark.role == ANSWER]
    settled = {_answered(block, mark.at) for mark in answers if WORDS.search(mark.content)}
    noted = [one for one in found if one.note]
    asked = {span_at(block.text, SENTENCE, one.at) for one in noted}
    for one in found:
        if not (one.note and span_at(block.text, SENTENCE, one.at) in settled):
            yield one
    for mark in answers:
        if not WORDS.search(mark.content):
            yield _fault(mark.content, mark.at, "an answer to a note gives no reason")
        elif _answered(block, mark.at) not in asked:
            yield _fault(mark.content, mark.at, "an answer stands where there is no note")


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
