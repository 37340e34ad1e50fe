"""What a build leaves behind: complete, true, once at a time, and told where it is not."""

from __future__ import annotations

import re
import resource
import shutil
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from sourcebook.exports import write
from sourcebook.sphinx.builds.output import StampedBuilder
from sourcebook.sphinx.builds.stamps import read_stamp
from sourcebook.sphinx.site import evidence, exports

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from conftest import TinyBook


SHARED = ("-W", "-d", "_build/doctrees")


LATE = """
def setup(app):
    def edit(app, env):
        path = app.srcdir / "data/people.csv"
        text = path.read_text("utf-8")
        path.write_text(text.replace("harbour master", "keeper of the harbour"), "utf-8")
    app.connect("env-updated", edit)
"""


JOINING = """
from pathlib import Path

def setup(app):
    def join(app, error):
        found = sorted(Path(app.outdir, "_sources").rglob("*.txt"))
        Path(app.outdir, "all.txt").write_text("".join(one.read_text("utf-8") for one in found))
    app.connect("build-finished", join)
"""


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """Let no file grow beyond a size, as on a disk that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.walks(1)
@pytest.mark.parametrize("builder", ["html", "pdf", "epub"])
def test_a_full_disk_is_told_in_a_line_and_healed(tiny: TinyBook, builder: str) -> None:
    first = tiny.build(*SHARED, builder=builder, run=False)
    assert first.code == 0, first.warnings
    before = first.files()
    said, other = "is said to reach", "is believed to reach"
    by_words = {said: before}
    for size in (6_000, 12_000, 30_000):
        tiny.edit("docs/second.md", said, other)
        with files_of_at_most(size):
            full = tiny.build(*SHARED, builder=builder, run=False)
        assert full.code != 0
        assert "File too large" in full.warnings
        assert "make room" in full.warnings
        assert "Traceback" not in full.warnings
        assert first.files() == before
        healed = tiny.build(*SHARED, builder=builder, run=False)
        assert healed.code == 0, healed.warnings
        before = healed.files()
        assert by_words.setdefault(other, before) == before
        said, other = other, said
    shutil.rmtree(tiny.root / "_build")
    clean = tiny.build(*SHARED, builder=builder, run=False)
    assert clean.files() == before


WRONG = {
    "a marker, on reading": "The lamp {ev}`nowhere`.",
    "a link, on writing": "[a place](#nowhere)",
    "a directive of docutils": "```{nonsense}\n```",
}


def test_no_second_build_passes_over_a_warning(tiny: TinyBook) -> None:
    for kind, words in WRONG.items():
        tiny.add_page(kind.replace(" ", "-"), words)
    builds = [tiny.build(*SHARED, builder=name, run=False) for name in ("html", "pdf", "html")]
    for build in builds:
        assert build.code == 1
        for kind in WRONG:
            assert f"docs/{kind.replace(' ', '-')}.md:3: WARNING" in build.warnings
    assert builds[0].warnings == builds[2].warnings


def test_a_page_in_no_contents_is_told_by_every_build(tiny: TinyBook) -> None:
    tiny.append("docs/lost.md", "# Lost\n")
    assert [tiny.build(*SHARED, run=False).code for _ in range(3)] == [1, 1, 1]
    (tiny.root / "docs/lost.md").unlink()
    assert tiny.build(*SHARED, run=False).code == 0


def test_an_input_that_changes_during_a_build_is_read_again_by_the_next(tiny: TinyBook) -> None:
    tiny.append("docs/conf.py", LATE)
    tiny.add_page(
        "more", "{actor}`ines-calder` is {value}`people/ines-calder.role` {ev}`times-order`."
    )
    first = tiny.build("-d", "_build/doctrees", run=False)
    assert "keeper of the harbour" not in first.page("docs/more.html")
    assert not read_stamp(tiny.root / "_build/.html.stamp").complete
    second = tiny.build("-d", "_build/doctrees", run=False)
    assert "keeper of the harbour" in second.page("docs/more.html")


@pytest.mark.parametrize("meddle", [Path.unlink, partial(Path.write_text, data="mine")])
def test_a_kept_file_that_changes_during_a_build_is_told_and_made_again(
    tiny: TinyBook, meddle: Callable[[Path], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tiny.build(*SHARED, run=False).files()
    tiny.edit("docs/second.md", "is said to reach", "is believed to reach")
    with monkeypatch.context() as late:
        write = StampedBuilder.write_documents

        def meddled(builder: StampedBuilder, names: set[str]) -> None:
            meddle(builder.target / "docs/sources.jsonld")
            write(builder, names)

        late.setattr(StampedBuilder, "write_documents", meddled)
        built = tiny.build(*SHARED, run=False)
    assert built.code != 0
    assert "docs/sources.jsonld was changed or taken away during the build" in built.warnings
    assert not (tiny.root / "_build/.html.part").exists()
    tiny.edit("docs/second.md", "is believed to reach", "is said to reach")
    assert tiny.build(*SHARED, run=False).code == 0
    assert built.files() == before


def test_what_other_code_makes_of_the_files_stays_whole(tiny: TinyBook) -> None:
    tiny.append("docs/conf.py", f"html_copy_source = True\n{JOINING}")
    assert tiny.build(*SHARED, run=False).code == 0
    tiny.edit("docs/second.md", "is said to reach", "is believed to reach")
    again = tiny.build(*SHARED, run=False).files()
    shutil.rmtree(tiny.root / "_build")
    assert again == tiny.build(*SHARED, run=False).files()
    assert again["all.txt"].count(b"# ") > 3


def test_a_folder_that_lies_elsewhere_stays_there(tiny: TinyBook) -> None:
    built = tiny.build(*SHARED, run=False)
    before, folder = built.files(), built.out / "exports"
    folder.rename(tiny.root / "elsewhere")
    folder.symlink_to(tiny.root / "elsewhere")
    for old, new in (("is said to", "is believed to"), ("is believed to", "is said to")):
        tiny.edit("docs/second.md", f"{old} reach", f"{new} reach")
        again = tiny.build(*SHARED, run=False)
        assert again.code == 0, again.warnings
    assert {"docs/second.html", "index.html"} <= again.files().keys()
    assert again.files()["docs/second.html"] == before["docs/second.html"]
    assert (folder / "statements.tsv").read_bytes() == before["exports/statements.tsv"]


def test_only_a_pdf_that_says_the_same_is_offered(tiny: TinyBook) -> None:
    assert tiny.build(*SHARED, builder="pdf", run=False).code == 0
    built = tiny.build(*SHARED, run=False)
    made = (tiny.root / "_build/handbook.pdf").read_bytes()
    assert built.files()["handbook.pdf"] == made
    assert "handbook.pdf" in built.page("docs/index.html")

    tiny.edit("data/people.csv", "person,harbour master", "person,master")
    changed = tiny.build(*SHARED, run=False)
    assert changed.code == 0
    assert not [name for name, one in changed.files().items() if b"handbook.pdf" in one]
    assert "handbook.pdf" not in changed.files()


def test_no_page_is_written_again_for_what_is_offered(tiny: TinyBook) -> None:
    for builder in ("pdf", "html"):
        assert tiny.build(*SHARED, builder=builder, run=False).code == 0
    tiny.edit("docs/second.md", "is said to reach", "is believed to reach")
    done = tiny.build(*SHARED, run=False)
    assert "handbook.pdf" not in done.page("docs/index.html")
    assert re.findall(r"writing output\.\.\. *\[[ \d]+%\] *(.*)", done.said) == ["docs/second"]


def test_what_is_made_of_the_book_alone_is_made_again_only_where_that_changed(
    tiny: TinyBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    tiny.quieten()
    log = tiny.root / "made.log"
    made: dict[str, Callable[..., object]] = {"exports": write, "entry": evidence.entry}

    def logged(name: str, *given: Any) -> object:
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{name}\n")
        return made[name](*given)

    monkeypatch.setattr(exports, "write", partial(logged, "exports"))
    monkeypatch.setattr(evidence, "entry", partial(logged, "entry"))

    def built() -> tuple[set[str], dict[str, bytes]]:
        log.write_text("", "utf-8")
        done = tiny.build("-W")
        assert done.code == 0, done.warnings
        folders = (done.out / exports.FOLDER, done.out / evidence.FOLDER)
        files = [one for folder in folders for one in folder.rglob("*") if one.is_file()]
        return {*log.read_text("utf-8").split()}, {one.name: one.read_bytes() for one in files}

    every, first = built()
    assert (every, len(first) > 3) == ({"exports", "entry"}, True)
    tiny.edit("docs/second.md", "is said to reach", "is also said to reach")
    assert built() == (set(), first)
    for file, old, new in (
        ("docs/sources.md", "# Sources", "# All sources"),
        ("data/people.csv", "Harbour board,org", "Harbour Board,org"),
        ("docs/conf.py", '"basic"', '"basic"\nhtml_baseurl = "https://book.example/"'),
    ):
        tiny.edit(file, old, new)
        assert built()[0] == every
    assert built()[0] == set()
    (tiny.root / "_build/html/exports/statements.tsv").unlink()
    again, last = built()
    assert again == every
    assert last.keys() == first.keys()


def test_html_that_a_book_brings_stays_as_it_is(tiny: TinyBook) -> None:
    brought = {
        "docs/extra/first/index.html": b"<!--offered-->The PDF of the first edition<!--/-->",
        "docs/saved.html": "<p>Café</p>\r\n".encode("latin-1"),
    }
    for name, page in brought.items():
        path = tiny.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(page)
    tiny.append("docs/second.md", "\n{download}`A page <saved.html>`\n")
    assert tiny.build(*SHARED, builder="pdf", run=False).code == 0
    done = tiny.build(*SHARED, "-D", "html_extra_path=extra", run=False)
    assert done.code == 0, done.warnings
    assert "handbook.pdf" in done.page("docs/index.html")
    assert {*brought.values()} <= {*done.files().values()}


def test_files_of_others_stay_and_are_told(tiny: TinyBook) -> None:
    tiny.build(*SHARED, run=False)
    tiny.append("_build/html/mine.txt", "mine")
    tiny.edit("docs/second.md", "is said to reach", "is believed to reach")
    again = tiny.build(*SHARED, run=False)
    assert again.page("mine.txt") == "mine"
    assert "1 files of no build, such as mine.txt" in again.said
