"""What is extracted of an original, and how it is refused."""

from sourcebook.data.originals.extracted import Extracted, squeezed
from sourcebook.problems import refuse


def test_a_text_begins_on_its_first_page_and_states_nothing_by_itself() -> None:
    assert Extracted("One.", "by hand").first_page == 1
    assert not any(vars(Extracted("One.", "by hand").stated).values())


def test_what_cannot_be_read_is_a_problem_with_what_to_do() -> None:
    (problem,) = refuse("a.pdf", "no text", "pictures", "words", "recognise them").problems
    assert (problem.file, problem.do) == ("a.pdf", "recognise them")


def test_white_space_is_one_space() -> None:
    assert squeezed(" a\n\f b ") == "a b"
