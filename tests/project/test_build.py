"""Building a book by command: in which order, with which arguments, and what it says."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from conftest import ENGINE
from support.waiting import in_time

from sourcebook.cli import main
from sourcebook.data import state
from sourcebook.pages.written import written_files
from sourcebook.project import build as building
from sourcebook.project.build import arguments, build
from sourcebook.sphinx.builds.stamps import digests

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import TinyBook


class Sphinx:
    """Stands for the processes of Sphinx: notes what each is asked for, and fails where told."""

    def __init__(self, failing: list[str]) -> None:
        self.failing = failing
        self.built: list[str] = []
        self.asked: list[list[str]] = []

    def call(self, given: list[str], root: Path) -> int:
        self.asked.append(given)
        self.built.append(given[given.index("-b") + 1])
        return int(self.built[-1] in self.failing)


def instead(monkeypatch: pytest.MonkeyPatch, *failing: str) -> Sphinx:
    sphinx = Sphinx([*failing])
    monkeypatch.setattr(building, "call", sphinx.call)
    monkeypatch.setattr(building, "may_fork", bool)
    return sphinx


@pytest.mark.parametrize("failing", [["pdf"], ["html"], ["pdf", "html"], []])
def test_a_format_that_fails_keeps_no_other_from_being_built(
    failing: list[str], book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sphinx = instead(monkeypatch, *failing)
    assert build(book, ["html", "pdf"]) == failing
    assert sphinx.built == ["pdf", "html"]


def test_the_pages_are_built_where_no_format_is_named(
    book: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sphinx = instead(monkeypatch)
    assert main(["--book", str(book), "build"]) == 0
    assert sphinx.built == ["html"]
    assert "_build/html/index.html: built" in capsys.readouterr().out


def test_further_arguments_go_to_sphinx(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sphinx = instead(monkeypatch)
    assert main(["--book", str(book), "build", "pdf", "--", "-D", "sourcebook_paper=a5"]) == 0
    assert sphinx.asked == [arguments("pdf", ["-D", "sourcebook_paper=a5"])]


def test_a_format_that_there_is_not_is_refused(
    book: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sphinx = instead(monkeypatch)
    assert main(["--book", str(book), "build", "docx"]) == 2
    assert not sphinx.built
    assert "“docx” is no format" in capsys.readouterr().err


def test_nothing_is_built_of_a_book_with_a_problem(
    tiny: TinyBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    sphinx = instead(monkeypatch)
    tiny.edit("data/evidence.csv", "The tower, 47 metres", "The tower, 48 metres")
    assert main(["--book", str(tiny.root), "build"]) == 1
    assert not sphinx.built


def test_nothing_is_built_below_the_floor_of_the_book(
    tiny: TinyBook, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sphinx = instead(monkeypatch)
    tiny.append("sourcebook.toml", "coverage = 100\n")
    text = (tiny.root / "seeds/pilots_gazette.txt").read_text("utf-8")
    tiny.rewrite_seed("seeds/pilots_gazette.txt", f"{text}\nNobody was hurt.\n")
    assert main(["--book", str(tiny.root), "build"]) == 1
    assert not sphinx.built
    assert "Nobody was hurt." in capsys.readouterr().err


@pytest.mark.parametrize("forks", [True, False])
def test_what_keeps_a_book_from_being_read_is_told_once(
    forks: bool, tiny: TinyBook, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    if not forks:
        monkeypatch.setattr(building, "may_fork", bool)
    (tiny.root / "data/datapackage.json").write_text("{", "utf-8")
    assert main(["--book", str(tiny.root), "build"]) == 1
    said = capfd.readouterr()
    assert said.err.count("data/datapackage.json") == 1
    assert "Traceback" not in said.err
    assert not (tiny.root / "_build/html").exists()


HEAD = 'href="../handbook.epub"'
NAMING = """

from pathlib import Path


def setup(app):
    app.connect("source-read", name)


def name(app, docname, _):
    if docname == "docs/second":
        app.env.note_dependency("docs/missing.txt")
        with Path(app.srcdir, "_build/read.txt").open("a") as noted:
            noted.write(f"{docname}\\n")
"""
FAILING = """

def setup(app):
    app.connect("write-started", fail)


def fail(app, builder):
    if builder.name == "epub":
        raise OSError("no ink")
"""


def pages_and_epub(
    tiny: TinyBook, capfd: pytest.CaptureFixture[str]
) -> tuple[list[str] | None, str]:
    failed = build(tiny.root, ["html", "epub"], ["-D", "nb_execution_mode=off"])
    return failed, capfd.readouterr().out


def test_pages_offer_what_is_built_beside_them_of_the_same_reading(
    tiny: TinyBook, capfd: pytest.CaptureFixture[str]
) -> None:
    failed, said = pages_and_epub(tiny, capfd)
    assert failed == []
    assert said.count("reading sources") > 0
    assert said.count("Running Sphinx") == 1
    site = tiny.root / "_build/html"
    assert HEAD in (site / "docs/index.html").read_text("utf-8")
    made = (tiny.root / "_build/handbook.epub").read_bytes()
    assert (site / "handbook.epub").read_bytes() == made
    failed, said = pages_and_epub(tiny, capfd)
    assert failed == []
    assert "no page is out of date" in said


def test_a_page_that_names_a_missing_file_is_not_read_again_beside_the_pages(
    tiny: TinyBook, capfd: pytest.CaptureFixture[str]
) -> None:
    tiny.append("docs/conf.py", NAMING)
    assert pages_and_epub(tiny, capfd)[0] == []
    assert len((tiny.root / "_build/read.txt").read_text("utf-8").split()) == 1


def test_pages_are_the_same_whether_others_are_built_beside_them(
    tiny: TinyBook, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pages_and_epub(tiny, capfd)
    site, first = tiny.root / "_build/html", tiny.root / "_build/first"
    site.rename(first)
    for one in (tiny.root / "_build").glob(".*.stamp"):
        one.unlink()
    monkeypatch.setattr(building, "may_fork", bool)
    monkeypatch.setenv("PYTHONPATH", str(ENGINE))
    assert pages_and_epub(tiny, capfd)[0] == []
    assert digests(site) == digests(first)


def test_pages_do_not_offer_what_failed_beside_them(
    tiny: TinyBook, capfd: pytest.CaptureFixture[str]
) -> None:
    pages_and_epub(tiny, capfd)
    tiny.append("docs/conf.py", FAILING)
    failed, _ = pages_and_epub(tiny, capfd)
    assert failed == ["epub"]
    assert HEAD not in (tiny.root / "_build/html/docs/index.html").read_text("utf-8")
    assert not (tiny.root / "_build/html/handbook.epub").exists()


def test_what_is_wrong_with_a_page_fails_each_format(
    tiny: TinyBook, capfd: pytest.CaptureFixture[str]
) -> None:
    tiny.append("docs/index.md", "\nThere are 9 lamps.\n")
    assert pages_and_epub(tiny, capfd)[0] == ["epub", "html"]


@pytest.mark.parametrize("forks", [True, False])
def test_what_sphinx_says_is_the_code_of_its_process(
    forks: bool, tiny: TinyBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not forks:
        monkeypatch.setattr(building, "may_fork", bool)
        monkeypatch.setenv("PYTHONPATH", str(ENGINE))
    quiet = ["-q", "-D", "nb_execution_mode=off"]
    assert build(tiny.root, ["html"], quiet) == []
    tiny.append("docs/index.md", "\nThere are 9 lamps.\n")
    assert build(tiny.root, ["html"], quiet) == ["html"]


@pytest.mark.parametrize("forks", [True, False])
def test_nothing_is_shown_of_a_book_that_is_refused(
    forks: bool,
    tiny: TinyBook,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    if not forks:
        monkeypatch.setattr(building, "may_fork", bool)

    def check() -> None:
        print("the lamp is out")
        print("and the tower is down", file=sys.stderr)

    assert build(tiny.root, ["html", "epub"], ["-q", "-D", "nb_execution_mode=off"], check) is None
    said = capfd.readouterr()
    assert said.out.count("the lamp is out\n") == 1
    assert said.err.count("and the tower is down\n") == 1
    assert not [*(tiny.root / "_build").glob("html/*")]
    assert not (tiny.root / "_build/handbook.epub").exists()


def test_a_problem_is_told_once_by_the_check_alone(
    tiny: TinyBook, capfd: pytest.CaptureFixture[str]
) -> None:
    command = ["--book", str(tiny.root), "build", "html", "--", "-D", "nb_execution_mode=off"]
    assert main(command) == 0
    built = digests(tiny.root / "_build/html")
    tiny.append("docs/index.md", "\nThere are 9 lamps.\n")
    capfd.readouterr()
    assert main(command) == 1
    said = capfd.readouterr()
    assert f"{said.out}{said.err}".count("“9” is a number") == 1
    assert digests(tiny.root / "_build/html") == built
    tiny.edit("docs/index.md", "\nThere are 9 lamps.\n", "")
    capfd.readouterr()
    assert main(command) == 0
    assert re.search(r" 0 added, [01] changed, 0 removed", capfd.readouterr().out)


@pytest.mark.parametrize("changed", ["", "docs/index.md", "data/traffic.csv"])
def test_what_was_checked_is_not_held_again_unless_it_changed_since(
    changed: str, tiny: TinyBook, capfd: pytest.CaptureFixture[str]
) -> None:
    tiny.append("docs/index.md", "\nThe port has not ordered two lamps. {ev}`times-order`\n")

    def check() -> dict[str, str]:
        files = {
            **state.state(tiny.root),
            **state.digests(tiny.root, written_files(tiny.root)),
        }
        if changed:
            tiny.append(changed, "\n")
        return files

    quiet = ["-q", "-D", "nb_execution_mode=off"]
    assert build(tiny.root, ["html"], quiet, check) == (["html"] if changed else [])
    assert ("is denied here" in capfd.readouterr().err) == bool(changed)


def test_a_check_that_breaks_off_refuses_the_book(
    tiny: TinyBook, capfd: pytest.CaptureFixture[str]
) -> None:
    def check() -> dict[str, str]:
        raise OSError("no ink")

    assert build(tiny.root, ["html"], ["-q", "-D", "nb_execution_mode=off"], check) is None
    assert "no ink" in capfd.readouterr().err


@pytest.mark.parametrize("name", ["_build", "_build/html"])
def test_a_book_beside_which_nothing_can_be_written_is_told_of(
    book: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (book / name).parent.mkdir(exist_ok=True)
    (book / name).write_text("no folder", "utf-8")
    assert main(["--book", str(book), "build", "html"]) == 1
    told = capsys.readouterr().err
    assert "_build: nothing can be built here" in told
    assert f"File exists: {book / name}" in told
    assert "allow to write in the folder of the book" in told


def test_packages_that_are_not_installed_are_named(
    book: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sphinx = instead(monkeypatch)
    monkeypatch.setattr(building, "find_spec", lambda name: None if name == "typst" else name)
    assert main(["--book", str(book), "build", "pdf"]) == 1
    assert "pip install 'sourcebook[pdf]'" in capsys.readouterr().err
    assert main(["--book", str(book), "build", "html"]) == 0
    assert sphinx.built == ["html"]


def test_ctrl_c_in_a_terminal_is_told_in_one_line(tiny: TinyBook) -> None:
    tiny.quieten()
    with subprocess.Popen(
        [sys.executable, "-m", "sourcebook", "build", "html", "pdf"],
        cwd=tiny.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as client:
        assert in_time((tiny.root / "_build/.building").exists, 60)
        os.killpg(client.pid, signal.SIGINT)
        said = client.communicate(timeout=60)[0]
    assert client.returncode == 130
    assert "interrupted; what had ended is kept" in said
    assert not re.search(r"^Process ForkProcess-\d+:$", said, re.MULTILINE)
