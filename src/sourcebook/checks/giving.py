"""Clauses that say that a text gives a price, a day or a speaker, where what is cited does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sourcebook.checks.findings import Finding
from sourcebook.checks.naming import Register
from sourcebook.checks.negation import cited
from sourcebook.checks.resting import Rest
from sourcebook.data.basis import STATED
from sourcebook.data.contract import SOURCES
from sourcebook.text.claims.denial import senses
from sourcebook.text.claims.given import affirmed, givens, gives
from sourcebook.text.claims.words import Word

SPEAKER, DATE = "speaker", "date"


def ungiven(text: str, rests: Sequence[Rest], register: Register) -> Iterator[Finding]:
    """Yield each thing that a clause says is given and no evidence gives."""
    vocabulary = register.vocabulary
    for word, kind in givens(text, vocabulary):
        if not any(_gives(rest, word, kind, register) for rest in rests):
            yield _finding(word, f"a {word.folded}", "leave it out, or deny it")
    for verb, stems in affirmed(text, vocabulary):
        if not any(_tells(rest, verb, stems, register) for rest in rests):
            yield _finding(verb, "what is told", "say what it tells, or that it does not")


def _gives(rest: Rest, word: Word, kind: str, register: Register) -> bool:
    vocabulary = register.vocabulary
    said = {one.stem for one in senses(rest.sentence, vocabulary)}
    if vocabulary.stem(word.folded) in said:
        return True
    if kind == SPEAKER:
        return bool(rest.evidence.speaker)
    return (kind == DATE and _is_dated(rest)) or gives(rest.sentence, kind)


def _is_dated(rest: Rest) -> bool:
    """Tell whether a source itself states its date."""
    table = rest.register.book.roles[SOURCES.name]
    field, row = table.field(DATE), table.by_key.get(rest.evidence.source)
    return bool(
        field
        and row
        and row.text(field.name)
        and row.text(field.evidence)
        and (not field.basis or row.text(field.basis) == STATED)
    )


def _tells(rest: Rest, verb: Word, stems: frozenset[str], register: Register) -> bool:
    """Tell whether evidence has all of what it is said to tell, and does not deny the verb."""
    vocabulary = register.vocabulary
    said = senses(rest.sentence, vocabulary)
    stem = vocabulary.stem(verb.folded)
    denied = any(one.denied for one in cited(rest, vocabulary) if one.stem == stem)
    return bool(stems) and not denied and stems <= {one.stem for one in said} | rest.named.words


def _finding(word: Word, what: str, do: str) -> Finding:
    return Finding(
        "negation",
        word.text,
        word.start,
        f"“{word.text}”: the clause says that {what} stands there, and the evidence cited has none",
        f"“{word.text}”",
        f"evidence that has {what}",
        f"{do}, or cite the evidence that has it",
    )
