"""The readers of claims: names, speakers, denials, and how much words say."""

from __future__ import annotations

import pytest

from sourcebook.text.claims.denial import senses
from sourcebook.text.claims.english import ENGLISH
from sourcebook.text.claims.lists import forms, groups
from sourcebook.text.claims.names import initials, kin, names
from sourcebook.text.claims.speakers import attributions
from sourcebook.text.claims.stance import silences
from sourcebook.text.claims.strength import (
    HEDGED,
    MEANT,
    POSSIBLE,
    REAL,
    is_finite,
    lowest,
    order,
    quantified,
    steps,
    told,
)
from sourcebook.text.claims.ties import ties
from sourcebook.text.claims.words import fold, stem, words


def test_words_are_told_apart_and_abbreviations_are_whole() -> None:
    found = [word.text for word in words("The U.S. pilot’s ship-yard, in 1920")]
    assert found == ["The", "U.S.", "pilot", "ship", "yard", "in", "1920"]
    assert fold("Žižek’s") == "zizek’s"
    assert (fold("U.S."), fold("Tromsø")) == ("us", "tromso")


@pytest.mark.parametrize(
    "some",
    [
        ("purchase", "purchased", "purchases", "purchasing"),
        ("deliver", "delivered", "delivery", "deliveries"),
        ("plan", "planned", "planning", "plans"),
        ("buy", "bought", "buying", "buyers"),
        ("agree", "agreed", "agreement"),
    ],
)
def test_the_forms_of_a_word_have_one_stem(some: tuple[str, ...]) -> None:
    assert len({ENGLISH.stem(one) for one in some}) == 1


def test_other_words_have_other_stems() -> None:
    assert len({stem(one, {}) for one in ("comment", "come", "note", "order", "tower")}) == 5
    assert forms(["buy bought"]) == {"bought": "buy"}
    assert groups(["a b", "b c"])["b"] == frozenset("abc")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The harbour of New Skerry opened.", ["New Skerry"]),
        ("Ana Kovač's boat, on Monday in May.", ["Ana Kovač"]),
        ("Drones came, and Skerry kept US ships.", ["Skerry", "US"]),
        ("They went; nobody named A.", []),
        ("Where the Sources part ways", ["Sources"]),
    ],
)
def test_names_are_runs_of_words_with_a_capital(text: str, found: list[str]) -> None:
    common = frozenset({"drones"})
    runs = names(text, frozenset({"ana"}), common)
    assert [" ".join(word.text for word in run) for run in runs] == found


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("serbia", "serbian", True),
        ("china", "chinese", True),
        ("turkey", "turkish", True),
        ("france", "french", True),
        ("romania", "turkey", False),
        ("austria", "australia", False),
        ("iran", "iraq", False),
        ("slovakia", "slovenia", False),
        ("anna", "ana", False),
    ],
)
def test_a_name_is_of_the_kin_of_what_belongs_to_it(one: str, other: str, alike: bool) -> None:
    assert kin(one, other) is kin(other, one) is alike


def test_initials_are_those_of_a_run_of_capitals() -> None:
    assert "who" in initials("the World Health Organization")
    assert "wtc" not in initials("the World Health Organization of the town council")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rask told Holm that it was so.", [("told", "Rask")]),
        ("“It is so,” said Ole Moen.", [("said", "Ole Moen")]),
        ("The mayor has openly warned that it rises.", [("warned", "The mayor")]),
        ("According to Eva Lind, it rises.", [("According", "Eva Lind")]),
        ("It rises, Jonas Ek argued.", [("argued", "Jonas Ek")]),
        ("objections from Riga and Oslo", [("objections", "Riga and Oslo")]),
        ("Riga is said to have bought it.", []),
        ("Riga is reported to have said that it rose.", [("said", "Riga")]),
        ("One says that Riga warned of it.", [("says", "One"), ("warned", "Riga")]),
        ("The lamp, she said, was new.", []),
        ("The town said nothing.", []),
    ],
)
def test_who_is_said_to_say_something(text: str, found: list[tuple[str, str]]) -> None:
    told = [(one.verb.text, " ".join(w.text for w in one.subject)) for one in attributions(text)]
    assert told == found


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("It is not part of the line, and the town paid.", ["part", "line"]),
        ("It never signed the contract.", ["signed", "contract"]),
        ("The owner denied burning the papers.", ["burning", "papers"]),
        ("It did not deny burning the papers.", ["deny"]),
        ("It kept the boat from sailing.", ["sailing"]),
        ("It will not, for now, join them.", ["join"]),
        ("It drew not only farmers.", []),
        ("It left without a licence.", ["licence"]),
    ],
)
def test_a_denial_reaches_to_the_next_sign_or_conjunction(text: str, denied: list[str]) -> None:
    assert [one.word.text for one in senses(text) if one.denied and not one.implied] == denied


def test_a_contrary_denies_the_word_in_it() -> None:
    assert [(one.stem, one.denied) for one in senses("unlikely")] == [
        ("unlikely", False),
        ("likely", True),
    ]


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("The words do not name Riga", ["not name Riga"]),
        ("Riga is not named there, and Oslo is", ["Riga is not named there"]),
        ("No source names Riga", ["No source names Riga"]),
        ("It was in May, says one that gives no day", ["no day"]),
        ("The two say nothing of Riga", ["The two say nothing of Riga"]),
        ("It would not choose between Riga and Oslo", []),
    ],
)
def test_what_no_source_says_is_told_apart(text: str, silent: list[str]) -> None:
    assert [text[start:end] for start, end in silences(text)] == silent


@pytest.mark.parametrize(
    ("text", "word", "mode"),
    [
        ("The town may buy it.", "buy", POSSIBLE),
        ("The town plans to buy it.", "buy", MEANT),
        ("The town bought it.", "bought", REAL),
        ("a potential purchase of lamps", "purchase", POSSIBLE),
        ("with delivery scheduled for May", "delivery", MEANT),
        ("The delivery of the bell is scheduled for May.", "delivery", MEANT),
        ("It was due to a strike.", "strike", REAL),
        ("It will be a town.", "town", REAL),
    ],
)
def test_how_real_a_thing_is_told_to_be(text: str, word: str, mode: int) -> None:
    assert [one.mode for one in told(text) if one.word.text == word] == [mode]


def test_the_least_real_word_and_the_form_of_what_is_done() -> None:
    assert lowest("It reportedly may come") == POSSIBLE
    assert lowest("It seems so") == HEDGED
    some = words("It bought a bell, to be painted, and did ring")
    assert [one.text for at, one in enumerate(some) if is_finite(some, at)] == ["bought", "ring"]


def test_words_stand_on_scales() -> None:
    found = [(scale, level, word.text) for scale, level, word in steps("He said, and proved, it")]
    assert found == [(0, 1, "said"), (0, 3, "proved")]
    assert [(level, thing) for level, _, thing in quantified("Some of the young doctors")] == [
        (0, "young"),
        (0, "doctor"),
    ]
    assert [thing for *_, thing in quantified("Trade, much of it in salt")] == ["trad"]


def test_an_order_is_partial_and_reaches_over_what_lies_between() -> None:
    known = order(
        [
            ("planned", ["plan"], []),
            ("ordered", ["order"], ["planned"]),
            ("delivered", ["deliver"], ["ordered"]),
            ("acquired", ["acquir"], ["planned"]),
            ("painted", ["paint"], []),
        ]
    )
    assert known.group("deliver") == "delivered"
    assert known.group("sing") == ""
    assert known.carries("delivered", "planned")
    assert not known.carries("planned", "delivered")
    assert not known.carries("acquired", "delivered")
    assert known.same_matter("acquired", "delivered")
    assert not known.same_matter("acquired", "painted")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Malta sold the ferry to Cyprus.", [("Malta", "sell"), ("Cyprus", "ferry to")]),
        ("The town of Riga had also painted it.", [("Riga", "town of")]),
        ("Riga was painted, and so were Oslo and Bergen.", [("Riga", "be paint")]),
        ("Riga will be the first owner.", [("Riga", "be owner")]),
        (
            "It sided with Riga and Oslo.",
            [("It", "sid"), ("Riga", "sid with"), ("Oslo", "sid with")],
        ),
        ("the delivery of Riga-made AB-12 drones", [("Riga made AB 12", "deliver of")]),
        ("Riga has six painted boats.", []),
        ("Riga's boats came from Oslo", [("Oslo", "com from")]),
    ],
)
def test_names_are_tied_to_verbs_and_prepositions(text: str, found: list[tuple[str, str]]) -> None:
    tied = [(" ".join(w.text for w in one.name), one.key[1]) for one in ties(text)]
    assert [one for one in tied if one[0] != "The"] == found
