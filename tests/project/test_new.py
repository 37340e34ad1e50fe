"""A book that is begun by command: sound as it is, refused where anything would be lost."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from sourcebook.cli import main
from sourcebook.project.new import STARTER

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import TinyBook


def test_a_new_book_is_sound_and_wholly_quoted(tmp_path: Path) -> None:
    root = tmp_path / "shelf/ferry"
    assert main(["new", str(root)]) == 0
    assert main(["--book", str(root), "check"]) == 0
    assert main(["--book", str(root), "coverage"]) == 0
    assert "coverage = 100" in (root / "sourcebook.toml").read_text("utf-8")


def test_a_new_book_builds_without_a_warning(tmp_path: Path, tiny: TinyBook) -> None:
    main(["new", str(tmp_path / "ferry")])
    done = replace(tiny, root=tmp_path / "ferry").build(
        "-W", "--keep-going", "-D", "html_theme=basic"
    )
    assert done.code == 0, done.warnings
    page = done.page("notebooks/dates.html")
    assert 'class="ev' in page
    assert "<table" in page
    assert "<figure" in page


def test_a_figure_of_ones_own_is_drawn_as_the_guide_says_and_opens_its_evidence(
    tmp_path: Path, tiny: TinyBook
) -> None:
    main(["new", str(tmp_path / "ferry")])
    [code] = re.findall(r"```python\n(.*?)```", (STARTER / "README.md").read_text("utf-8"), re.S)
    notebook = tmp_path / "ferry/notebooks/dates.md"
    written = notebook.read_text("utf-8")
    begin = written.index("from sourcebook import figures")
    end = written.index("```", begin)
    notebook.write_text(written[:begin] + code + written[end:], "utf-8")
    done = replace(tiny, root=tmp_path / "ferry").build("-D", "html_theme=basic")
    page = done.page("notebooks/dates.html")
    drawn = page[page.index('<svg viewBox="') :]
    opened = re.findall(r'data-ev="([^"]+)"', drawn[: drawn.index("</svg>")])
    assert opened == ["notes-closing notes-reopening", "courier-closing courier-reopening"]


def test_a_new_book_has_all_that_the_starter_has(tmp_path: Path) -> None:
    main(["new", str(tmp_path)])
    names = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")}
    wanted = {"README.md", "CITATION.cff", ".gitignore", ".github/workflows/book.yml"}
    wanted |= {"seeds/river_notes.txt", "data/references.bib", "docs/method.md"}
    assert wanted <= names
    seeds = (STARTER / "seeds").iterdir()
    assert all((tmp_path / "seeds" / one.name).read_bytes() == one.read_bytes() for one in seeds)


def test_a_folder_that_holds_something_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    assert main(["new", str(tmp_path)]) == 1
    assert [one.name for one in tmp_path.iterdir()] == ["mine.txt"]
    assert "it is not empty" in capsys.readouterr().err


def test_a_place_where_no_folder_can_be_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    assert main(["new", str(tmp_path / "file/book")]) == 1
    assert "no book can be begun here" in capsys.readouterr().err
