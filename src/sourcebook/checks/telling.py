"""What is told of a name, a speaker, a denial or a word that says too much: what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sourcebook.checks.answers import OR_ANSWER
from sourcebook.checks.findings import Finding
from sourcebook.checks.resting import Rest
from sourcebook.data.contract import SOURCES
from sourcebook.problems import Subtype
from sourcebook.text.claims.slips import (
    ALONE,
    ARTICLE,
    DENYING,
    DISOWNED,
    MIXED,
    SAME,
    TWICE,
    UNJOINED,
    UNTOLD,
    Slip,
)
from sourcebook.text.claims.speakers import Attribution
from sourcebook.text.claims.ties import Tie
from sourcebook.text.claims.wording import (
    NEEDED,
    NONE_THERE,
    PARTED_HAVE,
    PLURAL,
    SPLIT,
    TOO,
    UNASKED,
    UNHAD,
)
from sourcebook.text.claims.words import Word

if TYPE_CHECKING:
    from sourcebook.checks.beside import Reversal
    from sourcebook.checks.by_source import Misplaced
    from sourcebook.checks.claims import Claims
    from sourcebook.checks.real import Excess
    from sourcebook.data.book import Book

LONGEST = 160


def told_name(run: Sequence[Word], rests: Sequence[Rest], claims: Claims, own: bool) -> Finding:
    """Return the finding on a name that nothing cited beside it carries."""
    words = " ".join(word.text for word in run)
    every = map(claims.rest, claims.book.evidence.values())
    naming = next((one for one in every if _names(run, one)), None)
    cite = f", or cite {{ev}}`{naming.evidence.id}` as well, which names it" if naming else ""
    answer = "" if own else f", {OR_ANSWER}"
    return Finding(
        "named",
        words,
        run[0].start,
        f"“{words}” is a name that the evidence cited here does not give",
        f"“{words}” beside {_cited(rests)}",
        "a name that the quotation, its speaker, its source, or the object of the page gives",
        f"write the name that stands there{cite}{answer}",
        note=not own,
    )


def told_strange(words: str, at: int) -> Finding:
    """Return the finding on a name without a marker that nothing on its page gives."""
    return Finding(
        "named",
        words,
        at,
        f"“{words}” is a name that nothing this page cites or is about gives",
        f"“{words}” without a marker",
        "a name of the evidence that the page cites, or of what it is about",
        "correct it, cite evidence that names it, or name it by its role",
    )


def told_exchange(tie: Tie, other: str, rests: Sequence[Rest]) -> Finding:
    """Return the finding on a name that stands where the evidence has another."""
    words = " ".join(word.text for word in tie.name)
    return Finding(
        "named",
        words,
        tie.name[0].start,
        f"“{words}” stands beside “{tie.word.text}”, where the evidence cited has “{other}”",
        f"“{words}” beside {_cited(rests)}",
        "the same name with the same verb or preposition",
        f"write “{other}”, or say in other words what “{words}” has to do with it",
    )


def told_mixed(one: Word, two: Word) -> Finding:
    """Return the finding on a name that is made of those of two objects."""
    what, expected = f"makes no name with “{one.text}”", "a name as the evidence or a table has it"
    return _on_word("named", two, what, expected, "write whose it is, or add the name to its table")


def told_misplaced(one: Misplaced, rests: Sequence[Rest], book: Book) -> Finding:
    """Return the finding on a source that is said to say what another one says."""
    other = book.rows_of(SOURCES)[one.other].text("short")
    return Finding(
        "speaker",
        one.word.text,
        one.word.start,
        f"“{one.word.text}” is said to say this, of which the evidence of “{other}” has more",
        f"“{one.word.text}” beside {_cited(rests)}",
        "evidence of the source that is named",
        f"write “{other}”, or cite where “{one.word.text}” says it",
    )


def told_speaker(one: Attribution, rests: Sequence[Rest], claims: Claims, sure: bool) -> Finding:
    """Return the finding on somebody who is said to say what somebody else says."""
    words = " ".join(word.text for word in one.subject)
    speaking = "; ".join(_speaker(rest, claims) for rest in rests)
    return Finding(
        "speaker",
        one.verb.text,
        one.head.start,
        f"“{words}” is said to speak (“{one.verb.text}”), and the evidence cited does not say so",
        f"{_cited(rests)}; {speaking}",
        "evidence in which that speaker speaks, or which reports what the speaker says",
        f"name who says it, or cite evidence of that speaker{'' if sure else f', {OR_ANSWER}'}",
        note=not sure,
    )


SLIPS: dict[str, tuple[Subtype, str, str]] = {
    TWICE: ("negation", "is a second denial of the same", "say it with one denial, or with none"),
    ALONE: ("negation", "has no denial before it", "write “and” or “or”, or deny both"),
    UNTOLD: (
        "negation",
        "says that it is told, and not what",
        "say what is told of it, or deny it",
    ),
    SAME: ("named", "stands beside itself", "write the other word, or take one out"),
    ARTICLE: ("negation", "stands before the wrong letter", "write the other form of the article"),
    UNHAD: ("negation", "denies a “has” or “have”", "write “has no”, “does not” or “not to have”"),
    MIXED: (
        "negation",
        "joins what is there to what is not",
        "say of each by itself whether it is there",
    ),
    DENYING: (
        "negation",
        "denies what the book reads in a source",
        f"take it out, {OR_ANSWER}",
    ),
    DISOWNED: (
        "negation",
        "disowns what is the book’s own",
        "take it out, or say what is not so",
    ),
    SPLIT: ("negation", "stands apart from its “can”", "write “cannot”"),
    PLURAL: ("negation", "stands for several, after “a”", "write the one, or no “a”"),
    NEEDED: ("negation", "stands after “need” with no “not”", "write “need not be” or “has to be”"),
    NONE_THERE: ("negation", "stands where “no” should", "write “there is no” or “there are no”"),
    UNASKED: ("negation", "asks when or how what was not done was", "leave the denial out"),
    TOO: ("negation", "stands after a “not”", "write “either”, or take the “not” out"),
    PARTED_HAVE: ("negation", "stands after its “have”", "write “not have”"),
    UNJOINED: ("negation", "is joined by a comma alone", "write “and”, “or” or “not” before it"),
}


def told_slip(one: Slip) -> Finding:
    """Return the finding on a slip, which is wrong whatever is cited."""
    kind, what, do = SLIPS[one.kind]
    found = _on_word(kind, one.word, what, "a clause that says one thing", do)
    return replace(found, note=one.kind == DENYING)


def told_doubled(word: Word) -> Finding:
    """Return the finding on a name that stands twice in one clause."""
    what, expected = "stands on both sides of the same verb", "another name on one side"
    return _on_word("named", word, what, expected, "write the other name, or say “itself”")


def told_repeated(called: str, word: Word) -> Finding:
    """Return the finding on a name of whom its clause has named already."""
    what = f"names whom the same clause has as “{called}”, and the evidence has it once"
    expected, do = "another name on one side", "write the other name, “its” or “itself”"
    return _on_word("named", word, what, expected, do)


def told_twice(word: Word) -> Finding:
    """Return the finding on a source that one sentence names twice."""
    what, expected = "stands twice in one sentence", "another source, or “it”"
    return _on_word("named", word, what, expected, "write the other source, “it”, or two sentences")


def told_unproved(word: Word) -> Finding:
    """Return the finding on a word of proof in a sentence that cites nothing."""
    what = "says that something is beyond doubt, and cites nothing"
    expected = "evidence that says as much, or a word that says less"
    do = "write “says” or “reports”, or cite the evidence"
    return _on_word("strength", word, what, expected, do)


def told_unheard(rest: Rest, claims: Claims) -> Finding:
    """Return the finding on a speaker of evidence whom nothing near it names."""
    who = rest.evidence.speaker
    what = f"nothing near the quotation names “{who}”"
    expected = "the author of the source, or somebody whom this paragraph or the one before names"
    do = f"write who says it in {claims.label(rest)}, or list how the source calls “{who}” as "
    return _on_speaker([rest], what, expected, f"{do}another name of it")


def told_drowned(rest: Rest, other: str, claims: Claims) -> Finding:
    """Return the finding on a speaker of evidence in whose place the source has another speak."""
    what = f"it has “{rest.evidence.speaker}”, and by the source “{other}” says it"
    expected = "the one who speaks in the sentence of the quotation, or the author of an opinion"
    return _on_speaker([rest], what, expected, f"write who says it in {claims.label(rest)}")


def told_at_odds(rest: Rest, other: Rest, claims: Claims) -> Finding:
    """Return the finding on a speaker where the same words have another speaker elsewhere."""
    others = other.evidence.speaker
    what = f"{claims.label(other)} has the same words spoken by “{others}”"
    expected = "one speaker for the same words, unless the longer quotation names who speaks in it"
    do = f"write “{others}”, or correct {other.evidence.id}"
    return _on_speaker([rest, other], what, expected, do)


def _on_speaker(rests: Sequence[Rest], what: str, expected: str, do: str) -> Finding:
    who = rests[0].evidence.speaker
    return Finding("speaker", who, 0, f"column “speaker”: {what}", _cited(rests), expected, do)


def told_reversal(one: Reversal, claims: Claims) -> Finding:
    """Return the finding on what is denied on one side only."""
    denied = one.prose.denied
    by = (one.prose if denied else one.source).by if one.source else one.prose.by
    word, sign = one.prose.word.text, by.text if by else "not"
    side = "the source does not deny it" if denied else f"the source denies it (“{sign}”)"
    do = f"take “{sign}” out" if denied else f"deny it as the source does, with “{sign}”"
    return Finding(
        "negation",
        word,
        one.prose.word.start,
        f"“{word}” is {f'denied here (“{sign}”)' if denied else 'stated here'}, and {side}",
        f"“{word}” beside {_cited([one.rest])}",
        "the same of the same thing, denied on both sides or on neither",
        f"{do}, or say of what else it is true{'' if one.sure else f', {OR_ANSWER}'}",
        note=not one.sure,
    )


def told_credit(word: Word, rests: Sequence[Rest]) -> Finding:
    """Return the finding on a name after a colon that nobody who speaks there bears."""
    what, expected = f"is not who says it beside {_cited(rests)}", "who speaks there, or its author"
    return _on_word("speaker", word, what, expected, "write who says it, or cite where that is")


def told_strength(one: Excess, claims: Claims) -> Finding:
    """Return the finding on a word that says more than what is cited."""
    has = f"which has “{one.cited}”" if one.cited else "which has no such word"
    write = f"write “{one.cited}”" if one.cited else "write what is done"
    or_else = OR_ANSWER if one.note else "or cite evidence that says more"
    return Finding(
        "strength",
        one.word.text,
        one.word.start,
        f"“{one.stated}” says more than the evidence, {has}",
        f"“{one.stated}” beside {_cited([one.rest])}",
        "a word that says as much as the evidence, or less",
        f"{write}, as {claims.label(one.rest)} does, {or_else}",
        note=one.note,
    )


def told_instead(mine: Word, other: Word, rest: Rest, expected: str, do: str) -> Finding:
    """Return the finding on a word in whose place the evidence has another one."""
    return Finding(
        "negation",
        mine.text,
        mine.start,
        f"“{mine.text}” stands where the evidence has “{other.text}”",
        f"“{mine.text}” beside {rest.evidence.id} “{rest.evidence.quotation}”",
        expected,
        f"write “{other.text}”, or {do}",
    )


def _on_word(kind: Subtype, word: Word, what: str, expected: str, do: str) -> Finding:
    found = f"“{word.text}”"
    return Finding(kind, word.text, word.start, f"{found} {what}", found, expected, do)


def _names(run: Sequence[Word], rest: Rest) -> bool:
    said = rest.register.named(rest.evidence.quotation).words
    return all(word.folded in said for word in run)


def _speaker(rest: Rest, claims: Claims) -> str:
    who = rest.evidence.speaker
    return f"{rest.evidence.id} is spoken by {who or 'the source itself'}"


def _cited(rests: Sequence[Rest]) -> str:
    return "; ".join(f"{rest.evidence.id} “{_short(rest.evidence.quotation)}”" for rest in rests)


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1]}…"
