"""What a book may open: plain files inside their own folder, whatever the data names."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sourcebook.checks.opening import read_book

if TYPE_CHECKING:
    from conftest import TinyBook

    from sourcebook.problems import Problem


SEED = "seeds/harbour_times.txt"


NAMES = (
    *("../secret.txt", "seeds/../../secret.txt", "seeds/../data/orders.csv", "data/orders.csv"),
    *("/etc/hostname", "//host/share/a.txt", "~/secret.txt", "~root/x", "C:\\\\x.txt", "C:/x.txt"),
    *("seeds\\\\harbour_times.txt", "seeds", "seeds/", "seeds/.", "seeds//harbour_times.txt"),
    *("./seeds/harbour_times.txt", "file:///etc/hostname", "http://a.example/x", "seeds/a:b"),
    *("seeds/a\x00b", "seeds/a\u202eb", "seeds/sub", "Seeds/harbour_times.txt", ".", "..", " "),
    *("/dev/null", "/dev/stdin", "seeds/../seeds/harbour_times.txt"),
)


def only(problems: tuple[Problem, ...], file: str) -> Problem:
    """Return the one problem of a file."""
    found = [one for one in problems if one.file == file]
    assert len(found) == 1, "\n".join(map(str, problems))
    return found[0]


@pytest.mark.parametrize("name", NAMES)
def test_a_source_is_a_file_under_seeds(tiny: TinyBook, name: str) -> None:
    (tiny.root / "seeds/sub").mkdir()
    (tiny.root.parent / "secret.txt").write_text("A secret.", "utf-8")
    tiny.edit("data/sources.csv", SEED, name)
    line = tiny.line("data/sources.csv", "harbour-times,")
    found = [one for one in read_book(tiny.root).problems if one.file == "data/sources.csv"]
    if name == " ":
        assert any("no name" in one.found for one in found)
        return
    assert [one.line for one in found] == [line]
    assert repr(name) in found[0].found
    assert found[0].expected.startswith("a plain file inside seeds/")
    assert found[0].do


KINDS: dict[str, Callable[[Path, Path], object]] = {
    "a link out of the book": lambda path, outside: path.symlink_to(outside),
    "a link to another folder": lambda path, _: path.symlink_to("../data/orders.csv"),
    "a link to itself": lambda path, _: path.symlink_to(path.name),
    "a pipe": lambda path, _: os.mkfifo(path),
    "a device": lambda path, _: path.symlink_to("/dev/zero"),
    "a folder": lambda path, _: path.mkdir(),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_source_is_a_plain_file(tiny: TinyBook, kind: str) -> None:
    outside = tiny.root.parent / "secret.txt"
    outside.write_text("A secret.", "utf-8")
    KINDS[kind](tiny.root / "seeds/other.txt", outside)
    tiny.edit("data/sources.csv", SEED, "seeds/other.txt")
    problem = only(read_book(tiny.root).problems, "data/sources.csv")
    assert problem.line == tiny.line("data/sources.csv", "harbour-times,")
    assert "none of the book's seeds" in problem.what


def test_a_link_within_seeds_and_a_folder_of_seeds_are_fine(tiny: TinyBook) -> None:
    (tiny.root / "seeds/old").mkdir()
    (tiny.root / SEED).rename(tiny.root / "seeds/old/paper.txt")
    (tiny.root / "seeds/link.txt").symlink_to("old/paper.txt")
    tiny.edit("data/sources.csv", SEED, "seeds/link.txt")
    assert read_book(tiny.root).problems == ()


@pytest.mark.parametrize("folder", ["seeds", "data/context", "docs", "notebooks"])
@pytest.mark.parametrize("kind", ["a link out of the book", "a link to itself", "a pipe"])
def test_what_is_no_file_of_the_book_is_named(tiny: TinyBook, folder: str, kind: str) -> None:
    outside = tiny.root.parent / "secret.md"
    outside.write_text("# Secret", "utf-8")
    KINDS[kind](tiny.root / folder / "odd.md", outside)
    problem = only(read_book(tiny.root).problems, f"{folder}/odd.md")
    assert "not a file of its own" in problem.what


def test_a_folder_may_not_be_a_link(tiny: TinyBook) -> None:
    (tiny.root / "seeds").rename(tiny.root.parent / "elsewhere")
    (tiny.root / "seeds").symlink_to(tiny.root.parent / "elsewhere")
    assert only(read_book(tiny.root).problems, "seeds")
    assert not read_book(tiny.root).seeds


def test_a_page_takes_in_only_files_of_the_book(tiny: TinyBook) -> None:
    (tiny.root.parent / "secret.txt").write_text("SECRET", "utf-8")
    (tiny.root.parent / "secret.png").write_bytes(b"\x89PNG")
    tiny.append("docs/fine.txt", "What is fine.")
    tiny.add_page("image", "![a](../../secret.png)")
    tiny.add_page("absolute", f"![a](/{'../' * 9}{tiny.root.parent}/secret.png)")
    tiny.add_page("download", "{download}`a <../../secret.txt>` {download}`b <fine.txt>`")
    tiny.add_page("link", "[a](../../secret.txt)")
    tiny.add_page("include", "```{include} ../../secret.txt\n```")
    tiny.add_page("literal", "```{literalinclude} ../../secret.txt\n```")
    tiny.add_page("fine", "```{include} fine.txt\n```")
    done = tiny.build(run=False)
    for name in ("image", "absolute", "download", "link", "include", "literal"):
        place = f"docs/{name}.md:3: WARNING: a page takes in something that is no file of the book"
        assert done.warnings.count(place) == 1, done.warnings
    assert "docs/fine.md" not in done.warnings
    assert "What is fine." in done.page("docs/fine.html")
    assert not [one for one in done.out.rglob("*.html") if "SECRET" in one.read_text("utf-8")]
    assert not list(done.out.rglob("secret*"))


def test_what_notebooks_put_out_may_be_built_elsewhere(tiny: TinyBook) -> None:
    elsewhere = tiny.root.parent / "elsewhere"
    elsewhere.mkdir()
    (tiny.root / "_build").symlink_to(elsewhere)
    svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9pt' height='9pt'/>"
    tiny.quieten()
    tiny.add_notebook("picture", f'from IPython.display import SVG\nSVG("{svg}")')
    done = tiny.build()
    assert "no file of the book" not in done.warnings
    assert "_images/" in done.page("notebooks/picture.html")
