"""Clauses that say that a text gives a price, a day or a speaker, where what is cited does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sourcebook.checks.answers import OR_ANSWER
from sourcebook.checks.beside import cited
from sourcebook.checks.by_source import of_named
from sourcebook.checks.disowned import is_quoted, unprinted
from sourcebook.checks.findings import Finding
from sourcebook.checks.naming import Register
from sourcebook.checks.resting import Rest
from sourcebook.data.basis import STATED
from sourcebook.data.contract import SOURCES
from sourcebook.data.fields import Field
from sourcebook.data.tables import Row
from sourcebook.text.claims.denial import senses
from sourcebook.text.claims.given import affirmed, counts, givens, gives, marked, quoting, withheld
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, words

SPEAKER, DATE, NUMBER = "speaker", "date", "number"


def ungiven(text: str, rests: Sequence[Rest], register: Register) -> Iterator[Finding]:
    """Yield each thing that a clause says is given and no evidence gives.

    What is given of one source is held against that one. A reason or a name is a note, for words
    that give one need not say so.
    """
    vocabulary = register.vocabulary
    for word, kind in givens(text, vocabulary):
        if not any(_gives(rest, word, kind, text) for rest in _on(text, rests, register)):
            note = kind in vocabulary.unread
            yield _finding(word, f"a {word.folded}", "leave it out, or deny it", note)
    for verb, stems in affirmed(text, vocabulary):
        if not any(_tells(rest, verb, stems, register) for rest in rests):
            yield _finding(verb, "what is told", "say what it tells, or that it does not")
    for owner in unprinted(text, rests, vocabulary):
        said = "it is said to have a word or sign that the evidence cited does not have"
        yield _told(owner, said, "a word of the evidence", "write the word that stands there")
    yield from _unlike(text, rests, register)


def _unlike(text: str, rests: Sequence[Rest], register: Register) -> Iterator[Finding]:
    """Yield a date that is said not to be there and is, and quotation marks that are not so."""
    vocabulary = register.vocabulary
    for word, kind in withheld(text, vocabulary):
        if any(gives(rest.evidence.quotation, kind) for rest in _on(text, rests, register)):
            said = f"the clause says that there is no {kind}, and the evidence cited has one"
            yield _told(word, said, f"evidence without a {kind}", "take the “not” out")
    for verb, quoted in quoting(text, vocabulary):
        spoken = [one.by_another or is_quoted(one) for one in rests]
        if not any(spoken) if quoted else all(map(is_quoted, rests)):
            said = f"the words cited do {'not ' if quoted else ''}stand between quotation marks"
            yield _told(verb, said, "what the source prints", "say it as the source prints it")
    for word, inside in marked(text, vocabulary):
        if len(rests) == 1 and inside != is_quoted(rests[0]):
            there = "outside of" if inside else "between"
            said = f"the words cited stand {there} quotation marks in the source"
            yield _told(word, said, "what the source prints", "say it as the source prints it")


def _on(text: str, rests: Sequence[Rest], register: Register) -> Sequence[Rest]:
    """Return the evidence of what a text speaks of, and of the source it names: all if of none."""
    vocabulary, some = register.vocabulary, of_named(text, rests, register)
    plain = {
        one.stem
        for one in senses(text, vocabulary)
        if one.stem not in vocabulary.telling and one.word.folded not in vocabulary.given
    }
    here = register.named(text).objects
    on = [
        one
        for one in some
        if here & register.named(one.sentence).objects
        or not plain.isdisjoint(each.stem for each in senses(one.sentence, vocabulary))
    ]
    return on or some


def _gives(rest: Rest, word: Word, kind: str, text: str) -> bool:
    vocabulary = rest.register.vocabulary
    said = {one.stem for one in senses(rest.sentence, vocabulary)}
    if vocabulary.stem(word.folded) in said:
        return True
    if kind == SPEAKER:
        return rest.by_another
    if kind in vocabulary.unread:
        return False
    written = any(one.folded in vocabulary.texts for one in words(text))
    if kind in vocabulary.lasting | {DATE} and not written and _dates_its_source(rest):
        return False
    if thing := _counted(word, text, vocabulary) if kind == NUMBER else "":
        return counts(rest.sentence, thing, vocabulary)
    return (kind == DATE and written and _is_dated(rest)) or gives(rest.sentence, kind)


def _counted(word: Word, text: str, vocabulary: Vocabulary) -> str:
    """Return the stem of what a clause has a number of; nothing if it does not say."""
    after = [one for one in words(text) if one.start > word.start and not one.parted][:2]
    of = len(after) > 1 and after[0].folded == vocabulary.of
    return (
        vocabulary.stem(after[1].folded) if of and after[1].folded not in vocabulary.small else ""
    )


def _dates_its_source(rest: Rest) -> bool:
    """Tell whether evidence is the line that states when its own source was published."""
    field, row = _date_of(rest)
    return _is_dated(rest) and bool(field and row and rest.evidence.id in row.ids(field.evidence))


def _is_dated(rest: Rest) -> bool:
    """Tell whether a source itself states its date."""
    field, row = _date_of(rest)
    return bool(
        field
        and row
        and row.text(field.name)
        and row.text(field.evidence)
        and (not field.basis or row.text(field.basis) == STATED)
    )


def _date_of(rest: Rest) -> tuple[Field | None, Row | None]:
    table = rest.register.book.roles[SOURCES.name]
    return table.field(DATE), table.by_key.get(rest.evidence.source)


def _tells(rest: Rest, verb: Word, stems: frozenset[str], register: Register) -> bool:
    """Tell whether evidence has all of what it is said to tell, and does not deny the verb."""
    vocabulary = register.vocabulary
    said = senses(rest.sentence, vocabulary)
    stem = vocabulary.stem(verb.folded)
    same = [one.denied for one in cited(rest, vocabulary) if one.stem == stem]
    denied = bool(same) and all(same)
    return bool(stems) and not denied and stems <= {one.stem for one in said} | rest.named.words


def _finding(word: Word, what: str, do: str, note: bool = False) -> Finding:
    said = f"the clause says that {what} stands there, and the evidence cited has none"
    do = f"{do}, or cite the evidence that has it{f', {OR_ANSWER}' if note else ''}"
    return _told(word, said, f"evidence that has {what}", do, note)


def _told(word: Word, said: str, expected: str, do: str, note: bool = False) -> Finding:
    found = f"“{word.text}”"
    what = f"{found}: {said}"
    return Finding("negation", word.text, word.start, what, found, expected, do, note=note)
