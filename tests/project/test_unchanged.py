"""When a build is not needed: every file is as the last one found or left it, and nothing else."""

from __future__ import annotations

import json
import os
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sourcebook.cli import main
from sourcebook.project import unchanged
from sourcebook.project.unchanged import forget, inputs, note, what_was_said

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import TinyBook

    Change = Callable[[Path], object]

SAID = ["all is well\n", "a note\n"]
MADE = ("html/docs/index.html", "doctrees/index.doctree", ".jupyter_cache/notebooks/made.json")
WAY = ["html"]


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder that looks like a book which has been built."""
    monkeypatch.setattr(unchanged, "SETTLED", 0)
    monkeypatch.setattr(unchanged, "OF_A_SHELL", {*unchanged.OF_A_SHELL, "PYTEST_CURRENT_TEST"})
    root = tmp_path / "book"
    written = ("data/a.csv", "docs/index.md", "docs/.hidden", "notebooks/n.md", "sourcebook.toml")
    for name in (*written, *(f"_build/{one}" for one in (*MADE, ".html.stamp", "bench/times"))):
        write(root / name, "as it was")
    (root / "data/empty").mkdir()
    note(root, inputs(root, WAY), SAID)
    return root


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def in_disguise(path: Path) -> None:
    """Write as many other bytes into a file, and set back its time."""
    before = path.stat()
    path.write_text("as it is!", "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)


def replace_by_its_like(path: Path) -> None:
    aside = path.with_name("aside")
    aside.write_bytes(path.read_bytes())
    aside.replace(path)


def disguise_made(name: str, root: Path) -> None:
    in_disguise(root / "_build" / name)


def remove_made(name: str, root: Path) -> None:
    (root / "_build" / name).unlink()


DUE: dict[str, Change] = {
    "edited": lambda root: write(root / "data/a.csv", "as it is, at last"),
    "disguised": lambda root: in_disguise(root / "data/a.csv"),
    "setting": lambda root: write(root / "sourcebook.toml", "other"),
    "hidden beside pages": lambda root: write(root / "docs/.hidden", "other"),
    "new": lambda root: write(root / "notebooks/new.txt", ""),
    "new folder": lambda root: (root / "notebooks/new").mkdir(),
    "gone": lambda root: (root / "docs/index.md").unlink(),
    "gone folder": lambda root: (root / "data/empty").rmdir(),
    "renamed": lambda root: (root / "data/a.csv").rename(root / "data/b.csv"),
    "replaced by its like": lambda root: replace_by_its_like(root / "data/a.csv"),
    **{f"{one} edited": partial(disguise_made, one) for one in MADE},
    **{f"{one} gone": partial(remove_made, one) for one in MADE},
    "stamp gone": lambda root: (root / "_build/.html.stamp").unlink(),
    "another stamp": lambda root: write(root / "_build/.pdf.stamp", ""),
    "note gone": lambda root: (root / unchanged.NOTE).unlink(),
    "note broken": lambda root: write(root / unchanged.NOTE, "{"),
    "note of something else": lambda root: write(root / unchanged.NOTE, "[]"),
    "forgotten": forget,
}
NOT_DUE: dict[str, Change] = {
    "nothing": lambda root: None,
    "compiled": lambda root: write(root / "notebooks/__pycache__/n.pyc", ""),
    "versions": lambda root: write(root / ".git/index", ""),
    "environment": lambda root: write(root / ".venv/lib/x.py", ""),
    "not of a build": lambda root: write(root / "_build/bench/times", "other"),
}


@pytest.mark.parametrize("change", DUE.values(), ids=DUE)
def test_a_build_is_due_after_any_change(change: Change, built: Path) -> None:
    assert what_was_said(built, inputs(built, WAY)) == SAID
    change(built)
    assert what_was_said(built, inputs(built, WAY)) is None


@pytest.mark.parametrize("change", NOT_DUE.values(), ids=NOT_DUE)
def test_no_build_is_due_where_no_input_and_no_output_changed(change: Change, built: Path) -> None:
    change(built)
    assert what_was_said(built, inputs(built, WAY)) == SAID


NAMED = ("words.txt", "fonts", "missing.txt")
DUE_ELSEWHERE: dict[str, Change] = {
    "edited": lambda apart: write(apart / "words.txt", "as it is, at last"),
    "gone": lambda apart: (apart / "words.txt").unlink(),
    "new in a folder": lambda apart: write(apart / "fonts/b.ttf", ""),
    "no longer missing": lambda apart: write(apart / "missing.txt", ""),
}


def as_last_read(root: Path, named: list[str] | None) -> None:
    write(root / unchanged.READ, json.dumps({"about": {"read": named}}))


@pytest.mark.parametrize("change", DUE_ELSEWHERE.values(), ids=DUE_ELSEWHERE)
def test_what_the_last_build_named_elsewhere_is_an_input(
    change: Change, built: Path, tmp_path: Path
) -> None:
    for name in ("words.txt", "fonts/a.ttf"):
        write(tmp_path / "apart" / name, "as it was")
    as_last_read(built, [str(tmp_path / "apart" / name) for name in NAMED])
    note(built, inputs(built, WAY), SAID)
    assert what_was_said(built, inputs(built, WAY)) == SAID
    change(tmp_path / "apart")
    assert what_was_said(built, inputs(built, WAY)) is None


def test_nothing_is_sure_where_the_last_build_may_have_read_anything(built: Path) -> None:
    as_last_read(built, [str(built / "data/a.csv")])
    assert inputs(built, WAY)
    as_last_read(built, None)
    assert not inputs(built, WAY)


def test_a_build_is_due_in_other_formats(built: Path) -> None:
    assert what_was_said(built, inputs(built, ["html", "pdf"])) is None


def test_the_environment_is_an_input_except_for_what_a_shell_counts(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHLVL", "7")
    assert what_was_said(built, inputs(built, WAY)) == SAID
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "7")
    assert what_was_said(built, inputs(built, WAY)) is None


def test_a_package_in_another_version_is_an_input(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lib/sphinx-9.0.dist-info").mkdir(parents=True)
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path / "lib")])
    note(built, inputs(built, WAY), SAID)
    assert what_was_said(built, inputs(built, WAY)) == SAID
    (tmp_path / "lib/sphinx-9.0.dist-info").rename(tmp_path / "lib/sphinx-9.1.dist-info")
    assert what_was_said(built, inputs(built, WAY)) is None


def test_a_kernel_is_an_input(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "jupyter"))
    note(built, inputs(built, WAY), SAID)
    write(tmp_path / "jupyter/kernels/python3/kernel.json", "{}")
    assert what_was_said(built, inputs(built, WAY)) is None


def test_nothing_is_sure_of_kernels_that_cannot_be_read(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JUPYTER_PATH", "unreadable" * 99)
    assert not inputs(built, WAY)


def test_the_engine_is_an_input(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unchanged, "ENGINE", tmp_path / "engine")
    write(tmp_path / "engine/a.py", "")
    note(built, inputs(built, WAY), SAID)
    assert what_was_said(built, inputs(built, WAY)) == SAID
    write(tmp_path / "engine/a.py", "x = 1")
    assert what_was_said(built, inputs(built, WAY)) is None


def test_nothing_is_sure_of_a_file_that_has_just_changed(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(built / "data/a.csv", "other")
    changed = (built / "data/a.csv").stat().st_ctime_ns
    monkeypatch.setattr(unchanged, "SETTLED", 1000)
    monkeypatch.setattr(time, "time_ns", lambda: changed + 1000)
    assert inputs(built, WAY)
    monkeypatch.setattr(time, "time_ns", lambda: changed + 999)
    assert not inputs(built, WAY)


def test_nothing_is_sure_of_a_folder_that_is_a_link(built: Path, tmp_path: Path) -> None:
    (built / "data/elsewhere").symlink_to(tmp_path, target_is_directory=True)
    assert not inputs(built, WAY)
    note(built, inputs(built, WAY), SAID)
    assert what_was_said(built, inputs(built, WAY)) is None


def test_a_link_to_a_file_is_as_the_file_is(built: Path, tmp_path: Path) -> None:
    write(tmp_path / "other.csv", "as it was")
    (built / "data/link.csv").symlink_to(tmp_path / "other.csv")
    (built / "data/nowhere.csv").symlink_to(tmp_path / "nowhere.csv")
    note(built, inputs(built, WAY), SAID)
    assert what_was_said(built, inputs(built, WAY)) == SAID
    write(tmp_path / "other.csv", "as it is")
    assert what_was_said(built, inputs(built, WAY)) is None


def test_a_book_is_built_again_only_if_something_changed(
    tiny: TinyBook, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unchanged, "SETTLED", 0)
    tiny.append("sourcebook.toml", "")
    command = ["--book", str(tiny.root), "build", "html"]
    assert main(command) == 0
    first = capfd.readouterr()
    assert "Running Sphinx" in first.out
    assert main(command) == 0
    second = capfd.readouterr()
    assert "Running Sphinx" not in second.out
    assert second.out.endswith("nothing has changed since it was built: _build/html/index.html\n")
    counted = next(line for line in first.out.splitlines() if "seeds as registered" in line)
    assert counted in second.out
    tiny.append("docs/index.md", "\nThere are 9 lamps.\n")
    assert main(command) == 1
    assert main(command) == 1
    assert "nothing has changed" not in capfd.readouterr().out


def test_arguments_for_sphinx_are_never_passed_over(
    tiny: TinyBook, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unchanged, "SETTLED", 0)
    command = ["--book", str(tiny.root), "build", "html", "--", "-D", "nb_execution_mode=off"]
    assert main(command) == 0
    assert main(command) == 0
    assert capfd.readouterr().out.count("Running Sphinx") == 2


def test_a_page_that_shows_a_hidden_file_is_built_again_with_it(
    tiny: TinyBook, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unchanged, "SETTLED", 0)
    write(tiny.root / ".hidden/code.py", "before = 1")
    shown = "```{literalinclude} ../.hidden/code.py\n:language: python\n```"
    tiny.append("docs/second.md", f"\n{shown}\n")
    command = ["--book", str(tiny.root), "build", "html"]
    assert [main(command) for _ in range(3)] == [0, 0, 0]
    assert "nothing has changed" in capfd.readouterr().out
    write(tiny.root / ".hidden/code.py", "afterwards = 2")
    assert main(command) == 0
    assert "afterwards" in (tiny.root / "_build/html/docs/second.html").read_text("utf-8")
    assert "nothing has changed" not in capfd.readouterr().out


def test_settings_that_run_code_are_always_asked(
    tiny: TinyBook, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unchanged, "SETTLED", 0)
    write(tiny.root.parent / "VERSION", "of May")
    tiny.append("docs/conf.py", "\nrelease = html_title = open('../../VERSION').read()\n")
    command = ["--book", str(tiny.root), "build", "html"]
    assert [main(command) for _ in range(2)] == [0, 0]
    write(tiny.root.parent / "VERSION", "of June")
    assert main(command) == 0
    assert capfd.readouterr().out.count("Running Sphinx") == 3
    assert "of June" in (tiny.root / "_build/html/docs/index.html").read_text("utf-8")
