"""What reaches a page by a way that is easily overlooked, and changes without a new time."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import TinyBook

SHARED = ("-W", "-d", "_build/doctrees")
NOTEBOOK = "---\nfile_format: mystnb\nkernelspec:\n  name: python3\n---\n\n# A notebook\n"


def notebook(tiny: TinyBook, file: str, code: str) -> None:
    (tiny.root / file).parent.mkdir(parents=True, exist_ok=True)
    tiny.append(file, f"{NOTEBOOK}\n```{{code-cell}} python\n{code}\n```\n")
    tiny.append("docs/index.md", f"\n```{{toctree}}\n../{file.removesuffix('.md')}\n```\n")


def change(path: Path, old: str, new: str) -> None:
    """Change words for others of the same length, and keep the time of the file."""
    times = path.stat()
    text = path.read_text("utf-8")
    assert old in text
    assert len(old) == len(new)
    path.write_text(text.replace(old, new), "utf-8")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


@pytest.fixture
def quiet(tiny: TinyBook) -> TinyBook:
    """Return a book whose own notebook runs no code."""
    tiny.quieten()
    return tiny


def built(tiny: TinyBook, page: str, *options: str) -> str:
    done = tiny.build(*SHARED, *options)
    assert done.code == 0, done.warnings
    return done.page(page)


def test_the_same_code_at_two_places_reads_what_lies_beside_it(quiet: TinyBook) -> None:
    for folder, word in (("a", "alpha"), ("b", "omega")):
        notebook(quiet, f"notebooks/{folder}/x.md", 'print(open("words.txt").read())')
        quiet.append(f"notebooks/{folder}/words.txt", word)
    done = quiet.build(*SHARED)
    assert done.code == 0, done.warnings
    assert "omega" in done.page("notebooks/b/x.html")
    assert "alpha" in done.page("notebooks/a/x.html")


def test_a_value_that_a_page_takes_from_a_notebook(quiet: TinyBook) -> None:
    code = 'from myst_nb import glue\nglue("lamp", "alpha", display=False)'
    notebook(quiet, "notebooks/n.md", code)
    quiet.add_page("paste", "```{glue} lamp\n:doc: ../notebooks/n.md\n```")
    assert "alpha" in built(quiet, "docs/paste.html")
    change(quiet.root / "notebooks/n.md", "alpha", "omega")
    assert "omega" in built(quiet, "docs/paste.html")


READ = {
    "docs/_static/t.txt": "north {}",
    "docs/left/out.txt": "south {}",
    "docs/left/text.md": "east {}",
    "notebooks/helper.py": 'WORD = "west {}"',
}


@pytest.mark.walks(0)
def test_a_text_or_a_helper_of_the_same_size_and_time_wherever_it_lies(quiet: TinyBook) -> None:
    quiet.append("docs/conf.py", 'html_static_path = ["_static"]\n')
    quiet.append("docs/conf.py", 'exclude_patterns = ["_build", ".*", "docs/left"]\n')
    for folder in ("_static", "left"):
        (quiet.root / "docs" / folder).mkdir()
    for file, words in READ.items():
        quiet.append(file, words.format("alpha"))
    shown = [f'open("../{file}").read()' for file in READ if not file.endswith(".py")]
    notebook(quiet, "notebooks/n.md", f"import helper\nprint({', '.join(shown)}, helper.WORD)")
    page = built(quiet, "notebooks/n.html")
    for file, word in zip(READ, ("north", "south", "east", "west"), strict=True):
        assert f"{word} alpha" in page
        change(quiet.root / file, "alpha", "omega")
        page = built(quiet, "notebooks/n.html")
        assert f"{word} omega" in page


def test_a_bibliography_of_the_same_size_and_time(tiny: TinyBook) -> None:
    unrun = ("-D", "nb_execution_mode=off")
    assert "Ada" in built(tiny, "docs/sources.html", *unrun)
    change(tiny.root / "data/references.bib", "Thorne, Ada", "Thorne, Eva")
    assert "Eva" in built(tiny, "docs/sources.html", *unrun)


def test_a_cache_that_the_settings_name(quiet: TinyBook, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "precious.txt").write_text("mine", "utf-8")
    quiet.append("docs/conf.py", f"nb_execution_cache_path = {str(mine)!r}\n")
    quiet.append("notebooks/t.txt", "alpha")
    notebook(quiet, "notebooks/n.md", 'print(open("t.txt").read())')
    assert "alpha" in built(quiet, "notebooks/n.html")
    change(quiet.root / "notebooks/t.txt", "alpha", "omega")
    assert "omega" in built(quiet, "notebooks/n.html")
    assert (mine / "precious.txt").read_text("utf-8") == "mine"


def test_a_depth_of_contents(tiny: TinyBook) -> None:
    tiny.edit("docs/objects.md", "# Objects\n", "---\ntocdepth: 3\n---\n\n# Objects\n")
    with_depth = built(tiny, "docs/index.html", "-D", "nb_execution_mode=off")
    tiny.edit("docs/objects.md", "tocdepth: 3", "tocdepth: 1")
    incremental = built(tiny, "docs/index.html", "-D", "nb_execution_mode=off")
    assert incremental != with_depth
    shutil.rmtree(tiny.root / "_build")
    assert built(tiny, "docs/index.html", "-D", "nb_execution_mode=off") == incremental


def test_a_page_with_a_picture_and_a_file_to_take_away(tiny: TinyBook) -> None:
    tiny.append("docs/dot.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    tiny.append("docs/d.txt", "a file")
    tiny.add_page("both", "![A dot](dot.svg)\n\n{download}`d.txt`")
    for builder in ("html", "pdf", "epub"):
        done = tiny.build(*SHARED, builder=builder, run=False)
        assert done.code == 0, done.warnings


def test_no_other_edition_is_offered(tiny: TinyBook) -> None:
    options = (*SHARED, "-D", "project=A draft")
    assert tiny.build(*options, builder="pdf", run=False).code == 0
    done = tiny.build(*SHARED, run=False)
    assert not (done.out / "handbook.pdf").exists()


def test_a_builder_without_stamps_writes_all(tiny: TinyBook) -> None:
    text = (*SHARED, "-D", "nb_execution_mode=off")
    tiny.build(*text, builder="text")
    tiny.edit("data/people.csv", "person,harbour master", "person,master of lamps")
    tiny.build(*text, builder="html")
    done = tiny.build(*text, builder="text")
    assert "master of lamps" in done.page("docs/objects.txt")


def test_sources_of_kept_pages_stay(tiny: TinyBook) -> None:
    tiny.append("docs/conf.py", "html_copy_source = True\nhtml_show_sourcelink = True\n")
    built(tiny, "docs/index.html", "-D", "nb_execution_mode=off")
    tiny.edit("docs/second.md", "is said to reach", "is believed to reach")
    built(tiny, "docs/index.html", "-D", "nb_execution_mode=off")
    assert (tiny.root / "_build/html/_sources/docs/index.md.txt").is_file()


CITED = """\
cff-version: 1.2.0
message: Cite it.
title: The light
version: "1.0"
authors:
  - name: The authors
"""
OF_THE_WHOLE = {
    "CITATION.cff": (CITED, CITED.replace("light", "lamp")),
    "CHANGELOG.md": ("", "## [1.0] - 2020-02-03\n"),
    "docs/redirects.csv": ("old,new\n", "old,new\ndocs/was,docs/second\n"),
    "docs/statements.tsv": ("0.1\t2020-01-01\t\ndocs/second#x\ta\tb\n", "0.2\t2020-01-01\t\n"),
    "docs/changes.csv": ("address,reason\n", "address,reason\ndocs/second,It was wrong.\n"),
}


@pytest.mark.parametrize("file", OF_THE_WHOLE)
def test_what_tells_of_the_whole_book_reaches_the_site(tiny: TinyBook, file: str) -> None:
    tiny.quieten()
    for name, (before, _) in OF_THE_WHOLE.items():
        tiny.append(name, before)
    assert tiny.build("-W", run=False).code == 0
    (tiny.root / file).write_text(OF_THE_WHOLE[file][1], "utf-8")
    assert as_made_again(tiny)
    assert tiny.build("-W", run=False).read_again() == (0, 0)


CODE = """
from pathlib import Path

ROOT = Path(__file__).parents[1]


def say(app, docname, content):
    content[0] = content[0].replace("@", (ROOT / "{file}").read_text("utf-8").splitlines()[0])


def show(app, page, template, context, doctree):
    context["body"] = context.get("body", "") + (ROOT / "{file}").read_text("utf-8")


def setup(app):
    app.connect("{event}", {listener})
    return {{"parallel_read_safe": True, "parallel_write_safe": True}}
"""


@pytest.mark.parametrize("event", ["source-read say", "html-page-context show"])
@pytest.mark.parametrize("file", ["docs/loose.txt", "data/loose.txt"])
@pytest.mark.parametrize("place", ["conf.py", "own.py"])
def test_what_code_of_the_book_reads_for_pages(
    tiny: TinyBook, place: str, file: str, event: str
) -> None:
    tiny.quieten()
    tiny.add_page("shown", "Here is @.")
    tiny.append(file, "id\n")
    happening, listener = event.split()
    tiny.append(f"docs/{place}", CODE.format(file=file, event=happening, listener=listener))
    if place == "own.py":
        tiny.append("docs/conf.py", "import sys\n\nsys.path.insert(0, __file__[:-8])\n")
        tiny.append("docs/conf.py", 'extensions.append("own")\n')
    assert tiny.build(run=False).code == 0
    tiny.edit(file, "id", "number")
    assert as_made_again(tiny)


def test_a_page_that_cites_another_by_its_title(tiny: TinyBook) -> None:
    tiny.quieten()
    tiny.append("CITATION.cff", CITED)
    exempt = "---\nprose-exempt: the book tells of itself\n---\n"
    tiny.append("docs/cited.md", exempt)
    tiny.add_page("cited", "```{how-to-cite} page docs/second\n```\n\n```{how-current}\n```")
    assert tiny.build("-W", run=False).code == 0
    assert tiny.build("-W", run=False).read_again() == (0, 0)
    tiny.edit("docs/second.md", "# What others report", "# What they report")
    assert as_made_again(tiny)


def as_made_again(tiny: TinyBook) -> bool:
    """Tell whether a build that follows others writes something new, and just what a first does."""
    out = tiny.root / "_build/html"
    before = files(out)
    assert tiny.build("-W", run=False).code == 0
    after = files(out)
    shutil.move(tiny.root / "_build", tiny.root / ".before")
    assert tiny.build("-W", run=False).code == 0
    clean = files(out)
    shutil.rmtree(tiny.root / "_build")
    shutil.move(tiny.root / ".before", tiny.root / "_build")
    return before != after == clean


def files(folder: Path) -> dict[str, bytes]:
    found = (one for one in folder.rglob("*") if one.is_file() and ".doctrees" not in one.parts)
    return {str(one): one.read_bytes() for one in found}
