"""Whether an amount is said of something else: counted, rated, compared, gained or gone."""

from __future__ import annotations

import re
from functools import cache

from sourcebook.text.assertions import DATE, NUMBER, PHRASE, Assertion, assertions
from sourcebook.text.belonging import Beside, nouns_after, stems, surroundings
from sourcebook.text.changes import APART, OPPOSITE
from sourcebook.text.date_phrase import Phrase
from sourcebook.text.english import ENGLISH
from sourcebook.text.language import Language
from sourcebook.text.levelling import before
from sourcebook.text.quantity import ORDINAL, TIMES, Quantity
from sourcebook.text.rates import keeps
from sourcebook.text.things import counts_another, is_of_another_whole, is_renamed
from sourcebook.text.units import PERCENT
from sourcebook.text.wording import words_of

FAR = 60


def of_another(statement: Assertion, item: Assertion, language: Language = ENGLISH) -> bool:
    """Tell whether a number of a quotation that a statement has too is said of something else.

    Of a date it is told whether it is the other end of a move: from it, not to it.
    """
    if statement.kind in (DATE, PHRASE):
        other_end = _is_other_end(statement, item, language)
        return other_end or _is_of_event(statement, item, language)
    if statement.kind != NUMBER:
        return False
    every = (
        *(_counts_another, _drops_rate, _turns_round, _takes_whole, _is_replaced, _is_change),
        *(_is_of_other_side, _is_age),
    )
    return any(one(statement, item, language) for one in every)


def _is_other_end(statement: Assertion, item: Assertion, language: Language) -> bool:
    """Tell whether one is moved to a date from which the other is: “from Monday to Friday”.

    What began on a day did not end on it.
    """
    edges = [{each.relation for each in _phrases(one)} - {""} for one in (statement, item)]
    if all(len(each) == 1 for each in edges) and edges[0] != edges[1]:
        return True
    end = _patterns(language)["end"]
    mine, theirs = (end.search(before(one.text, one.start)) for one in (statement, item))
    return bool(mine and theirs and bool(mine["to"]) != bool(theirs["to"]))


def _is_of_event(statement: Assertion, item: Assertion, language: Language) -> bool:
    """Tell whether a date is that of an event after which, or before, the quotation has another.

    Who came after the war of 1870 did not come in 1870.
    """
    event = _patterns(language)["of an event"].search(before(item.text, item.start))
    if not event or any(one.relation for one in _phrases(statement)):
        return False
    return stems(event["event"], language).isdisjoint(stems(statement.text, language))


def rates(one: Assertion) -> set[str]:
    """Return what a number is per."""
    return {each.per for each in _quantities(one) if each.per}


def _phrases(one: Assertion) -> list[Phrase]:
    return [each for each in one.readings if isinstance(each, Phrase)]


def _quantities(one: Assertion) -> list[Quantity]:
    return [each for each in one.readings if isinstance(each, Quantity)]


def _counts_another(statement: Assertion, item: Assertion, language: Language) -> bool:
    """Tell whether a number counts what excludes that which the statement counts."""
    one, other = (statement.text, statement.end), (item.text, item.end)
    every = (*statement.readings, *item.readings)
    units = {each.unit if isinstance(each, Quantity) else None for each in every}
    if units == {PERCENT}:
        return is_of_another_whole(one, other, language)
    return units <= {"", ORDINAL} and (
        counts_another(one, other, language) or is_renamed(one, other, language)
    )


def _drops_rate(statement: Assertion, item: Assertion, language: Language) -> bool:
    """Tell whether an amount is per something that the statement leaves out."""
    asked, found = rates(statement), rates(item)
    if found and not asked and _patterns(language)["together"].match(statement.text, statement.end):
        return True
    return bool(found and not asked) and not any(
        keeps(statement.text, per, (item.text, item.start), language) for per in found
    )


def _turns_round(statement: Assertion, item: Assertion, language: Language) -> bool:
    """Tell whether one thing is twice another in the quotation, and the other in the statement.

    Who has more than another is the one than whom the other has fewer.
    """
    mine, theirs = ({one.change for one in _quantities(each)} for each in (statement, item))
    opposed = bool(mine and theirs) and {*mine, *theirs} == {*OPPOSITE}
    if not all(_compares(one, language) for one in (statement, item)):
        return opposed and any(one.role == APART for one in _quantities(item))
    asked, found = (_beside(one, language) for one in (statement, item))
    lead, follow = set(asked.lead), set(asked.follow)
    turned = lead & set(found.follow) - set(found.lead)
    return bool(turned and follow & set(found.lead) - set(found.follow)) != opposed


def _compares(one: Assertion, language: Language) -> bool:
    """Tell whether a number is how many times, or by how much, one thing is more than another."""
    comparing = _patterns(language)["comparing"].search(one.text, one.end, one.end + FAR)
    every = _quantities(one)
    return bool(comparing) and any(each.unit == TIMES or each.role == APART for each in every)


def _takes_whole(statement: Assertion, item: Assertion, language: Language) -> bool:
    """Tell whether what is said of a part, “63 of the 101 voted”, is said of the whole."""
    any_whole, whole = (_patterns(language)[one] for one in ("whole", "the whole"))
    if any_whole.search(before(statement.text, statement.start)):
        return False
    if not whole.search(before(item.text, item.start)):
        return bool(any_whole.search(before(item.text, item.start))) and _is_of_part(
            statement, item, language
        )
    asked, found = (_beside(one, language) for one in (statement, item))
    after, ahead = set(asked.follow) & set(found.follow), set(asked.lead) & set(found.lead)
    return len(after) > 1 or len(ahead) > 1


def _is_of_part(statement: Assertion, item: Assertion, language: Language) -> bool:
    """Tell whether a statement has of a whole what only its part did: “of the 90, 34 came”."""
    numbers = (one for one in assertions(item.text) if one.kind == NUMBER)
    part = next((one for one in numbers if one.start > item.start), None)
    if part is None:
        return False
    told = stems(statement.text[statement.end :], language)
    told -= stems(item.text[item.end : part.start], language)
    return not told.isdisjoint(stems(item.text[part.end :], language))


def _is_replaced(statement: Assertion, item: Assertion, language: Language) -> bool:
    """Tell whether an amount is the one that no longer holds: “75 days instead of six months”."""
    words = words_of(statement.text)
    if any(one.change and one.role == "from" for one in _quantities(item)):
        return _is_held(statement, item, words, language)
    replaced = _patterns(language)["replacing"].search(before(item.text, item.start))
    return bool(replaced) and words.isdisjoint(language.formerly)


def _is_held(
    statement: Assertion, item: Assertion, words: frozenset[str], language: Language
) -> bool:
    """Tell whether a statement has an amount as the one that holds, which has since changed."""
    aside, at_present = (_patterns(language)[one] for one in ("aside", "at present"))
    plain = not any(one.change or one.role for one in _quantities(statement))
    dated = any(one.kind in (DATE, PHRASE) for one in assertions(statement.text))
    alone = plain and not dated and words.isdisjoint(language.formerly)
    now = not words.isdisjoint(language.nowadays)
    return (
        now
        or bool(at_present.search(before(statement.text, statement.start)))
        or (alone and bool(aside.search(before(item.text, item.start))))
    )


def _is_change(statement: Assertion, item: Assertion, language: Language) -> bool:
    """Tell whether a statement has of a thing what the quotation has it gain or lose.

    What rose by 40 does not amount to 40.
    """
    asked, found = (_quantities(one) for one in (statement, item))
    changed = any(one.change and one.role in ("", "by") for one in found)
    if not changed or any(one.change or one.unit == TIMES for one in asked):
        return False
    lead = before(statement.text, statement.start)
    has, is_so = (_patterns(language)[one].search(lead) for one in ("having", "amounting"))
    changing = _patterns(language)["changing"].search(statement.text)
    standing = _patterns(language)["standing"].search(before(item.text, item.start))
    return bool(has or (is_so and not changing and not standing))


def _is_of_other_side(statement: Assertion, item: Assertion, language: Language) -> bool:
    """Tell whether of two numbers set against each other, “61 votes to 39”, it is the other."""
    after, ahead = (_patterns(language)[one] for one in ("against", "for"))
    for one, other in ((statement, item), (item, statement)):
        first = after.match(one.text, one.end)
        last = ahead.search(before(other.text, other.start))
        if first and last and first[1] == last[1]:
            return True
    return False


def _is_age(statement: Assertion, item: Assertion, language: Language) -> bool:
    """Tell whether years that somebody is old are years, or things, of another kind here."""
    after, lead = _patterns(language)["aged"], _patterns(language)["aged before"]

    def is_aged(one: Assertion) -> bool:
        return bool(after.match(one.text, one.end) or lead.search(before(one.text, one.start)))

    plain = all(not each.unit for each in _quantities(statement))
    if plain and is_aged(item) and not is_aged(statement):
        return bool(nouns_after(statement.text, statement.end, language))
    age, whole = _patterns(language)["age"], _patterns(language)["of"]
    aged = bool(age.match(item.text, item.end)) and not age.match(statement.text, statement.end)
    lasting = _patterns(language)["lasting"].search(before(statement.text, statement.start))
    return aged and bool(lasting or whole.match(statement.text, statement.end))


def _beside(one: Assertion, language: Language) -> Beside:
    return surroundings(one.text, ((one.start, one.end),), language)[0]


@cache
def _patterns(language: Language) -> dict[str, re.Pattern[str]]:
    of, the = language.of_a_whole, language.the_whole
    roles = {name: word for word, name in language.roles}
    forms = {
        "together": rf" (?:{language.together})\b",
        "comparing": rf"\b(?:{language.comparing})\b",
        "whole": rf"\b{of} (?:(?:{the}) )?\Z",
        "the whole": rf"\w {of} (?:{the}) \Z",
        "end": rf"\b(?:(?P<to>{roles['to']})|{roles['from']}) \Z",
        "at present": rf"\b(?:{language.at_present}) \Z",
        "aside": rf", \w+ {roles['from']} \Z",
        "against": rf"(?: [a-z]+)? {roles['to']} (\w+)",
        "for": rf"(\w+)(?: [a-z]+)? {roles['to']} \Z",
        "age": rf"[ -](?:{language.aged})\b",
        "lasting": rf"\b(?:{'|'.join(language.before_spans)}) \Z",
        "aged": rf"(?:{language.aged_after})\b",
        "aged before": rf"\b(?:{language.aged_before}) (?:[a-z]+ ){{0,3}}\Z",
        "of": rf" {of} ",
        "having": rf"\b(?:{language.having}) \Z",
        "amounting": rf"\b(?:{language.amounting}) \Z",
        "standing": rf"\b(?:{language.standing}) \Z",
        "changing": rf"\b(?:{language.rising}|{language.falling})\b",
        "of an event": rf"\b(?:{language.beside_events}) (?P<event>(?:[\w'-]+ ){{1,4}}){of} \Z",
        "replacing": rf"\b(?:{language.replacing})(?: the| an?)? \Z",
    }
    return {name: re.compile(form, re.IGNORECASE) for name, form in forms.items()}
