"""YAML and CSV within pages, word by word, with lines."""

from sourcebook.pages.literals import rows_of_csv, scalars


def test_scalars_at_and_below_a_path_have_their_lines() -> None:
    text = "a:\n  b: one\n  c: [two, {d: three}]\ne: four\n"
    assert list(scalars(text, 5, [("a",), ("e",)])) == [
        ("one", 6),
        ("two", 7),
        ("three", 7),
        ("four", 8),
    ]
    assert list(scalars(text, 1, [("a", "b")])) == [("one", 2)]
    assert list(scalars("a: [", 1, [("a",)])) == []


def test_what_is_pointed_to_twice_is_read_once() -> None:
    text = "a: &x [one, *x]\nb: *x\n"
    assert len(list(scalars(text, 1, [("a",)]))) <= 1


def test_rows_of_csv_have_their_lines() -> None:
    text = 'a, "b\nc"\n1,2\n'
    assert list(rows_of_csv(text, 3)) == [(["a", "b\nc"], 3), (["1", "2"], 5)]
