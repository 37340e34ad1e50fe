"""Seeds: bytes against the register, strict UTF-8, paragraphs and locators."""

import hashlib
from pathlib import Path

import pytest

from sourcebook.data.seeds import READERS, Seed, read_seed
from sourcebook.problems import BookError


def register(root: Path, raw: bytes) -> tuple[str, str]:
    """Write a seed and return its file and checksum."""
    (root / "seeds").mkdir(exist_ok=True)
    (root / "seeds" / "a.txt").write_bytes(raw)
    return "seeds/a.txt", hashlib.sha256(raw).hexdigest()


def read(root: Path, raw: bytes) -> Seed:
    """Register these bytes and read them back."""
    file, checksum = register(root, raw)
    return read_seed(root, file, "a", checksum)


@pytest.mark.parametrize(
    ("raw", "paragraphs"),
    [
        (b"one\ntwo", ["one", "two"]),
        (b"\n\n one \n\n\ntwo\n", [" one ", "two"]),
        (b"one\r\ntwo\rthree\r\n", ["one", "two", "three"]),
        ("one\n\u00a0\ntwo".encode(), ["one", "two"]),
        ("\ufeffone\u2028still one".encode(), ["\ufeffone\u2028still one"]),
        (b"<!-- left over -->\n[a](#)", ["<!-- left over -->", "[a](#)"]),
    ],
)
def test_paragraphs_are_the_non_empty_lines_as_they_stand(
    tmp_path: Path, raw: bytes, paragraphs: list[str]
) -> None:
    seed = read(tmp_path, raw)
    assert [one.text for one in seed.paragraphs] == paragraphs
    assert [seed.text[one.start : one.end] for one in seed.paragraphs] == paragraphs
    assert [one.locator for one in seed.paragraphs] == [
        f"¶{number}" for number in range(1, len(paragraphs) + 1)
    ]


def test_no_character_of_a_seed_is_lost(tmp_path: Path) -> None:
    raw = "\r\n\tone\u00a0\u200btwo\r\n\n“x”\x00\n".encode()
    assert read(tmp_path, raw).text.encode() == raw


def test_a_locator_spans_the_paragraphs_that_a_passage_touches(tmp_path: Path) -> None:
    seed = read(tmp_path, b"one\n\ntwo\nthree")
    assert seed.locator(0, 3) == "¶1"
    assert seed.locator(5, 8) == "¶2"
    assert seed.locator(0, 8) == "¶1–2"
    assert seed.locator(6, 14) == "¶2–3"


def test_lines_are_counted_over_every_kind_of_line_end(tmp_path: Path) -> None:
    seed = read(tmp_path, b"a\r\nb\rc\nd")
    assert [seed.line(seed.text.index(letter)) for letter in "abcd"] == [1, 2, 3, 4]


def test_a_seed_altered_by_one_byte_is_refused(tmp_path: Path) -> None:
    file, checksum = register(tmp_path, b"the words")
    (tmp_path / file).write_bytes(b"the word$")
    with pytest.raises(BookError) as caught:
        read_seed(tmp_path, file, "a", checksum)
    (problem,) = caught.value.problems
    assert problem.file == "seeds/a.txt"
    assert checksum in problem.expected
    assert hashlib.sha256(b"the word$").hexdigest() in problem.found


def test_a_seed_that_is_not_utf_8_is_refused_at_its_line(tmp_path: Path) -> None:
    with pytest.raises(BookError) as caught:
        read(tmp_path, "one\ntwo\nNi\u0161".encode("iso-8859-2"))
    (problem,) = caught.value.problems
    assert (problem.file, problem.line) == ("seeds/a.txt", 3)
    assert "0xb9" in problem.found
    assert "UTF-8" in problem.expected


@pytest.mark.parametrize("raw", [b"", b" \n\n", "\u00a0\n".encode()])
def test_a_seed_without_text_is_refused(tmp_path: Path, raw: bytes) -> None:
    with pytest.raises(BookError, match="holds no text"):
        read(tmp_path, raw)


def test_a_missing_seed_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BookError, match=r"seeds/a\.txt: the file of source “a” cannot be read"):
        read_seed(tmp_path, "seeds/a.txt", "a", "0" * 64)


def test_a_file_is_read_by_its_suffix_in_either_case_and_may_not_be_without_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(READERS, ".page", lambda raw, file: raw.decode()[::-1])
    for words, found in ((b"owt", "two"), (b" \n", None)):
        (tmp_path / "a.PAGE").write_bytes(words)
        checksum = hashlib.sha256(words).hexdigest()
        if found:
            assert read_seed(tmp_path, "a.PAGE", "a", checksum).text == found
        else:
            with pytest.raises(BookError, match="holds no text"):
                read_seed(tmp_path, "a.PAGE", "a", checksum)
