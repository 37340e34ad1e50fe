"""Which words stand with which amount."""

from __future__ import annotations

from sourcebook.text.belonging import Beside, elsewhere, nouns_after, stem, surroundings


def spans(text: str, *words: str) -> tuple[tuple[int, int], ...]:
    return tuple((text.index(one), text.index(one) + len(one)) for one in words)


def test_each_amount_has_the_words_beside_it() -> None:
    text = "The mill makes 40 tons and the dam 90 tons."
    mill, dam = surroundings(text, spans(text, "40", "90"))
    assert "mill" in mill.words - dam.words
    assert "dam" in dam.words - mill.words


def test_an_amount_without_words_before_it_shares_those_of_the_last() -> None:
    text = "It ordered 40 in spring and 90 in autumn."
    spring, autumn = surroundings(text, spans(text, "40", "90"))
    assert spring.words & autumn.words == {stem("ordered")}


def test_the_ends_of_a_range_have_the_same_words() -> None:
    text = "It sold between 40 and 90 boats."
    low, high = surroundings(text, spans(text, "40", "90"))
    assert low == high


def test_words_that_stand_only_with_another_amount_are_elsewhere() -> None:
    mill, dam = Beside(0, ("mill",)), Beside(9, ("dam",))
    assert elsewhere(mill, [dam], [mill])
    assert not elsewhere(dam, [dam], [mill])
    assert not elsewhere(Beside(0, ("lamp",)), [dam], [mill])


def test_a_number_counts_the_words_after_it() -> None:
    assert nouns_after("five old cranes in the yard", 4) == {stem("old"), stem("crane")}
