"""Which notebooks run, and why: one thing is changed at a time."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from importlib.metadata import version
from typing import TYPE_CHECKING

import pytest
from conftest import ENGINE, begin_nursery
from filelock import FileLock
from sqlalchemy.exc import OperationalError
from support.waiting import in_time, is_alive

from sourcebook.problems import BookError
from sourcebook.run import running, store
from sourcebook.run.made_from import CACHES, MADE_FROM
from sourcebook.run.running import LOCK, UNTRACKED, Runner, named, notebooks, table
from sourcebook.run.side_by_side import side_by_side

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence
    from pathlib import Path

    from conftest import TinyBook

    from sourcebook.run.executing import Ran, Work

BOOK = "from sourcebook import open_book\nbook = open_book()\n"
CODE = {
    "text": "print(open('words.txt').read())",
    "helper": "import helper\nprint(helper.WORD)",
    "listing": "import os\nprint(sorted(os.listdir('pile')))",
    "missing": "import os\ntry:\n    open('later.txt')\nexcept OSError:\n    print('not there')",
    "asked": "from pathlib import Path\nprint(Path('asked.txt').exists())",
    "ordered": BOOK + "print(len(book.rows('orders')))\nlist(book.tables), book.roles.keys()",
    "people": BOOK + "book.table('people')",
    "cites": BOOK + "print(book.cite('times-order').quotation)",
    "figures": BOOK + "print(book.context.cite('almanac-range').label)",
    "whole": BOOK + "from sourcebook.analysis.statements import statements\n"
    "print(len(list(statements(book))), len(book.evidence), len(book.context.entries))",
    "nothing": "print(1)",
}


@pytest.fixture(scope="module", autouse=True)
def engine() -> Iterator[None]:
    """Let kernels find the engine, those that are forked and others."""
    begin_nursery()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(ENGINE))
        yield


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory, new_book: Callable[[Path], TinyBook]) -> TinyBook:
    """Return a book whose notebooks have all run."""
    book = new_book(tmp_path_factory.mktemp("ran"))
    book.quieten()
    for name, code in CODE.items():
        book.add_notebook(name, code)
    book.append("notebooks/words.txt", "alpha")
    book.append("notebooks/helper.py", "WORD = 'west'\n")
    (book.root / "notebooks/pile").mkdir()
    book.append("notebooks/pile/a.txt", "a")
    assert runs(book) == dict.fromkeys(CODE, "it has not run yet")
    return book


@pytest.fixture
def before(ran: TinyBook) -> Iterator[TinyBook]:
    """Return that book, and put back what a test changes of it."""
    files = {path: path.read_bytes() for path in ran.root.rglob("*") if is_hand_written(path)}
    yield ran
    for path in ran.root.rglob("*"):
        if is_hand_written(path) and path not in files:
            path.unlink()
    for path, data in files.items():
        path.write_bytes(data)


def is_hand_written(path: Path) -> bool:
    return path.is_file() and "_build" not in path.parts


def whys(book: TinyBook) -> dict[str, str]:
    runner = Runner(book.root, book.root / CACHES, print)
    found = {path.stem: runner.why(path) for path in notebooks(book.root)}
    assert not [one for one in notebooks(book.root) if runner.holds(one) and found[one.stem]]
    return {name: why for name, why in found.items() if why}


def runs(book: TinyBook, *, every: bool = False) -> dict[str, str]:
    runner = Runner(book.root, book.root / CACHES, print, jobs=2)
    done = runner.run(notebooks(book.root), every)
    assert not [one.error for one in done if one.error]
    return {one.name.rpartition("/")[2]: one.why for one in done if one.why}


def test_nothing_runs_again_of_itself(before: TinyBook) -> None:
    assert runs(before) == {}


def test_only_what_is_gone_or_unfinished_is_forgotten(before: TinyBook) -> None:
    before.add_notebook("half.part", "print(1)")
    kept, unfinished = (before.root / CACHES / name for name in ("notebooks~1half.part", ".part"))
    assert runs(before) == {"half.part": "it has not run yet"}
    for _ in range(2):
        unfinished.mkdir()
        assert runs(before) == {}
        assert kept.exists()
        assert not unfinished.exists()
    (before.root / "notebooks/half.part.md").unlink()
    assert runs(before) == {}
    assert not kept.exists()


CHANGES = {
    "notebooks/words.txt": {"text": "notebooks/words.txt changed"},
    "notebooks/helper.py": {"helper": "notebooks/helper.py changed"},
    "notebooks/pile/b.txt": {"listing": "what lies in notebooks/pile changed"},
    "notebooks/pile/a.txt": {},
    "notebooks/later.txt": {"missing": "notebooks/later.txt changed"},
    "notebooks/asked.txt": {"asked": "notebooks/asked.txt changed"},
    "notebooks/nothing.md": {},
    "data/orders.csv": dict.fromkeys(("ordered", "whole"), "data/orders.csv changed"),
    "data/people.csv": dict.fromkeys(("people", "whole"), "data/people.csv changed"),
    "data/lights.csv": {"whole": "data/lights.csv changed"},
    "data/evidence.csv": dict.fromkeys(("cites", "whole"), "data/evidence.csv changed"),
    "data/sources.csv": dict.fromkeys(("cites", "whole"), "data/sources.csv changed"),
    "data/references.bib": {},
    "seeds/harbour_times.txt": dict.fromkeys(("cites", "whole"), "seeds/harbour_times.txt changed"),
    "seeds/pilots_gazette.txt": {"whole": "seeds/pilots_gazette.txt changed"},
    "data/context/reports.csv": dict.fromkeys(
        ("figures", "whole"), "data/context/reports.csv changed"
    ),
    "data/context/publications.csv": dict.fromkeys(
        ("figures", "whole"), "data/context/publications.csv changed"
    ),
    "data/datapackage.json": dict.fromkeys(
        ("ordered", "people", "cites", "figures", "whole"), "data/datapackage.json changed"
    ),
    "docs/index.md": {},
    "notebooks/unread.txt": {},
}


@pytest.mark.parametrize("file", CHANGES)
def test_a_changed_file_is_a_reason_for_those_that_read_it(before: TinyBook, file: str) -> None:
    before.append(file, "\n")
    assert whys(before) == CHANGES[file]


ABSENT = {
    "file": "import os\nprint(os.path.isfile('later'))",
    "folder": "from pathlib import Path\nprint(Path('pile').is_dir())",
    "link": "import glob\nprint(glob.glob('later'), glob.glob('pile'))",
    "below": "import os\ntry:\n    os.stat('pile/one')\nexcept OSError as e:\n    print(e)",
    "makes": "import os\nif not os.path.exists('made'):\n    os.mkdir('made')\n"
    "if not os.path.exists('made.txt'):\n    open('made.txt', 'w')",
    "copies": "import os, shutil\nprint(os.stat in os.supports_dir_fd, os.lstat.__name__)",
    "engine": "from pathlib import Path\nfrom sourcebook.data.book import find_root\n"
    "print(find_root(Path('nowhere')).is_absolute())",
    "imports": "import json.tool, email.mime.text\nprint('not asked after')",
}


def test_what_is_asked_after_and_not_there_is_a_reason_once_it_comes(tiny: TinyBook) -> None:
    tiny.quieten()
    for name, code in ABSENT.items():
        tiny.add_notebook(name, code)
    assert runs(tiny).keys() == ABSENT.keys()
    assert runs(tiny) == {}
    tiny.append("notebooks/later", "")
    assert runs(tiny) == dict.fromkeys(("file", "link"), "notebooks/later changed")
    (tiny.root / "notebooks/pile").mkdir()
    assert whys(tiny) == dict.fromkeys(("folder", "link"), "what lies in notebooks/pile changed")
    tiny.append("notebooks/pile/one", "")
    assert whys(tiny)["below"] == "notebooks/pile/one changed"
    made = {name: kept(tiny, name) for name in ("makes", "copies", "imports", "engine")}
    assert [*made.values()] == [({}, {})] * len(made)


def kept(book: TinyBook, name: str) -> tuple[dict[str, str], dict[str, str]]:
    file = book.root / CACHES / f"notebooks~1{name}" / MADE_FROM
    made = json.loads(file.read_text("utf-8"))
    return made["read"], made["listed"]


def test_a_notebook_that_met_an_unsound_book_depends_on_all_of_it(tiny: TinyBook) -> None:
    tiny.quieten()
    tiny.edit("data/lights.csv", "skerry,", "skerry-2,")
    code = "try:\n    open_book()\nexcept BookError as error:\n    print(len(error.problems))"
    tiny.add_notebook("unsound", f"from sourcebook import BookError, open_book\n{code}")
    assert runs(tiny) == {"unsound": "it has not run yet"}
    tiny.append("data/people.csv", "\n")
    assert whys(tiny) == {"unsound": "data/people.csv changed"}


def test_what_lies_outside_the_book_is_read_and_told_of_once(
    tiny: TinyBook, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path_factory.mktemp("temp")))
    monkeypatch.setattr(tempfile, "tempdir", None)
    tiny.quieten()
    file = tmp_path_factory.mktemp("outside") / "words.txt"
    file.write_text("far away", "utf-8")
    temporary = "import pandas, tempfile\ntempfile.tempdir = None\ntempfile.TemporaryFile()"
    tiny.add_notebook("far", f"{temporary}\nprint(open({str(file)!r}).read())\nopen('{file}')")
    told: list[str] = []
    runner = Runner(tiny.root, tiny.root / CACHES, told.append)
    runner.run(notebooks(tiny.root))
    assert [line.partition(": ")[2] for line in told[1:]] == [f"warning: {UNTRACKED}: {file}"]
    assert json.loads(next((tiny.root / CACHES).rglob(MADE_FROM)).read_text())["outside"] == [
        str(file)
    ]
    file.write_text("farther", "utf-8")
    assert whys(tiny) == {}


BEGIN = {
    "run": "import subprocess\nsubprocess.run(['cat', 'seen.txt'], check=True)",
    "shell": "!cat seen.txt",
    "fork": "from concurrent.futures import ProcessPoolExecutor\n"
    "with ProcessPoolExecutor(1) as pool:\n    pool.submit(open, 'seen.txt').exception()",
}


def test_what_another_process_reads_is_taken_to_be_the_whole_book_but_for_prose(
    tiny: TinyBook,
) -> None:
    tiny.quieten()
    tiny.append("notebooks/seen.txt", "one\n")
    for name, code in BEGIN.items():
        tiny.add_notebook(name, code)
    tiny.add_notebook("alone", "import platform\nimport pandas")
    assert runs(tiny).keys() == {*BEGIN, "alone"}
    assert runs(tiny) == {}
    tiny.append("notebooks/seen.txt", "two\n")
    assert runs(tiny) == dict.fromkeys(BEGIN, "notebooks/seen.txt changed")
    tiny.append("notebooks/seen-later.txt", "one\n")
    assert runs(tiny) == dict.fromkeys(BEGIN, "what lies in notebooks changed")
    tiny.append("notebooks/run.md", "\nA word more.\n")
    assert "run" not in runs(tiny)


@pytest.mark.parametrize("name", ["'kept.db'", "'file:kept.db?mode=ro', uri=True"])
def test_a_database_is_read_like_a_file_and_none_is_begun_where_people_write(
    tiny: TinyBook, name: str
) -> None:
    def write(number: int) -> None:
        with closing(sqlite3.connect(tiny.root / "notebooks/kept.db")) as database:
            database.execute("create table if not exists kept (number)")
            database.execute("insert into kept values (?)", [number])
            database.commit()

    tiny.quieten()
    write(1)
    asked = f"import sqlite3\nkept = sqlite3.connect({name})\n"
    tiny.add_notebook("asks", f"{asked}kept.execute('select * from kept').fetchall()")
    tiny.add_notebook("alone", "import sqlite3\nsqlite3.connect(':memory:'), sqlite3.connect('')")
    runs(tiny)
    assert runs(tiny) == {}
    write(2)
    assert runs(tiny) == {"asks": "notebooks/kept.db changed"}
    tiny.add_notebook("begins", "import sqlite3\nsqlite3.connect('../data/new.db')")
    done = Runner(tiny.root, tiny.root / CACHES, print).run(notebooks(tiny.root))
    assert ["may not change" in one.error for one in done] == [False, False, True]
    assert not (tiny.root / "data/new.db").exists()


def test_a_file_that_is_gone(before: TinyBook) -> None:
    (before.root / "notebooks/words.txt").unlink()
    assert whys(before) == {"text": "notebooks/words.txt changed"}


def test_code_is_a_reason_and_a_cosmetic_tag_is_none(before: TinyBook) -> None:
    cell = "```{code-cell} python\nprint(1)"
    before.edit("notebooks/nothing.md", cell, cell.replace("print", ":tags: [hide-input]\nprint"))
    assert runs(before) == {}
    page = before.build()
    assert page.ran() == []
    assert "cell_input" in page.page("notebooks/nothing.html")
    before.edit("notebooks/text.md", "open('words.txt')", "open( 'words.txt')")
    assert whys(before) == {"text": "its code changed"}


def test_a_page_that_is_as_it_ran_need_not_be_read(before: TinyBook) -> None:
    runner = Runner(before.root, before.root / CACHES, print)
    assert all(runner.holds(one) for one in notebooks(before.root))
    assert not runner.holds(before.root / "docs/index.md")
    before.append("notebooks/nothing.md", "\nA word more.\n")
    before.append("notebooks/words.txt", "beta")
    others = {one.stem for one in notebooks(before.root) if not runner.holds(one)}
    assert others == {"nothing", "text"}
    assert whys(before).keys() == {"text"}


def test_a_page_that_changed_while_it_ran_is_read_again(tiny: TinyBook) -> None:
    tiny.quieten()
    change = "open('../changed', 'w').close()\nimport time\ntime.sleep(2)"
    tiny.add_notebook("slow", f"print(1)\n{change}")
    path = tiny.root / "notebooks/slow.md"
    runner = Runner(tiny.root, tiny.root / CACHES, print)
    with ThreadPoolExecutor(1) as beside:
        ran = beside.submit(runner.run, [path])
        assert in_time((tiny.root / "changed").exists, 60)
        tiny.edit("notebooks/slow.md", "print(1)", "print(2)")
        assert not ran.result()[0].error
    assert not runner.holds(path)
    assert runner.why(path) == "its code changed"


def test_another_version_of_what_is_imported(
    before: TinyBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        store, "version_of", lambda name: "0" if name == "pandas" else version(name)
    )
    assert {*whys(before).values()} == {"the version of pandas changed"}


@pytest.mark.parametrize("folder", ["data", "docs", "seeds"])
def test_a_notebook_that_writes_where_people_write_is_refused(tiny: TinyBook, folder: str) -> None:
    tiny.quieten()
    tiny.add_notebook("writes", f"open('../{folder}/new.txt', 'w')")
    runner = Runner(tiny.root, tiny.root / CACHES, print)
    (done,) = runner.run(notebooks(tiny.root))
    assert f"a notebook may not change what is written by hand: {folder}/new.txt" in done.error
    line = tiny.line("notebooks/writes.md", "new.txt")
    assert done.error.startswith(f"{tiny.root}/notebooks/writes.md:{line}: the notebook stops")
    assert "nbclient" not in done.error
    assert "\x1b" not in done.error
    assert not (tiny.root / folder / "new.txt").exists()


CHANGING = {
    "tree": "import shutil\nshutil.rmtree('../data')",
    "unlink": "os.unlink('lights.csv', dir_fd=data)",
    "rename": "os.rename('lights.csv', 'dark.csv', src_dir_fd=data)",
    "into": "open('new', 'w').close()\nos.rename('new', 'lights.csv', dst_dir_fd=data)",
    "mkdir": "os.mkdir('new', dir_fd=data)",
    "symlink": "os.symlink('here', 'new', dir_fd=data)",
    "link": "os.link('lights.csv', 'new', src_dir_fd=data, dst_dir_fd=data)",
    "truncate": "os.truncate('../data/lights.csv', 0)",
}


def test_nothing_is_changed_by_way_of_an_open_folder(tiny: TinyBook) -> None:
    tiny.quieten()
    for name, code in CHANGING.items():
        tiny.add_notebook(name, f"import os\ndata = os.open('../data', os.O_RDONLY)\n{code}")
    tiny.add_notebook("own", "import os, shutil\nos.makedirs('own/er')\nshutil.rmtree('own')")
    before = {path: path.read_bytes() for path in (tiny.root / "data").rglob("*.*")}
    done = Runner(tiny.root, tiny.root / CACHES, print, jobs=2).run(notebooks(tiny.root))
    told = {one.name.rpartition("/")[2]: one.error for one in done}
    assert not told.pop("own")
    refused = [name for name, error in told.items() if "may not change what is written" in error]
    assert sorted(refused) == sorted(CHANGING)
    assert {path: path.read_bytes() for path in (tiny.root / "data").rglob("*.*")} == before


UNHEARD = {
    "shell": "!echo more > ../{folder}/kept.db",
    "new": "!echo more > ../{folder}/new.txt",
    "inside": "import os\ninside = os.open('../{folder}', os.O_RDONLY)\n"
    "os.close(os.open('kept.db', os.O_WRONLY | os.O_TRUNC, dir_fd=inside))",
    "away": "!rm ../{folder}/kept.db",
    "run": "import subprocess\nsubprocess.run(['touch', '../{folder}/kept.db'], check=True)",
    "waits": "import asyncio\nawait asyncio.create_subprocess_shell('>../{folder}/kept.db')\n"
    "await asyncio.sleep(0.5)",
    "database": "import sqlite3\nkept = sqlite3.connect('../{folder}/kept.db')\n"
    "kept.execute('insert into kept values (2)')\nkept.commit()",
}


@pytest.mark.parametrize("folder", ["data", "docs", "seeds"])
def test_what_python_does_not_tell_of_is_refused_in_the_cell_that_did_it(
    tiny: TinyBook, folder: str
) -> None:
    tiny.quieten()
    file = tiny.root / folder / "kept.db"
    with closing(sqlite3.connect(file)) as database:
        database.execute("create table kept (number)")
        database.commit()
    before = file.read_bytes()
    reads = f"import sqlite3\nlist(sqlite3.connect('../{folder}/kept.db').execute('pragma a'))"
    tiny.add_notebook("reads", f"{reads}\n!cat ../{folder}/kept.db > /dev/null")
    tiny.add_notebook("beside", "import time\nprint(1)\ntime.sleep(1)")
    for name, code in UNHEARD.items():
        tiny.add_notebook(name, "!true", code.format(folder=folder), "print('after')")
    for path in notebooks(tiny.root):
        runner = Runner(tiny.root, tiny.root / CACHES, print)
        (done,) = runner.run([path])
        file.write_bytes(before)
        (file.parent / "new.txt").unlink(missing_ok=True)
        if path.stem in UNHEARD:
            name = "new.txt" if path.stem == "new" else "kept.db"
            assert f"while this cell ran, this changed: {folder}/{name};" in done.error
            first = UNHEARD[path.stem].partition("\n")[0].format(folder=folder)
            line = tiny.line(f"notebooks/{path.name}", first)
            assert done.error.startswith(f"{path}:{line}: the notebook stops at this line")
        else:
            assert not done.error


def test_nobody_else_is_blamed_for_what_changes_while_a_notebook_runs(tiny: TinyBook) -> None:
    tiny.quieten()
    (tiny.root / "_build").mkdir(exist_ok=True)
    wait = "import time\nfrom pathlib import Path\nwhile not Path('../_build/done').exists():\n"
    tiny.add_notebook("quiet", f"{wait}    time.sleep(0.1)")
    tiny.add_notebook("writes", "!echo more >> ../data/lights.csv; touch ../_build/done")
    runner = Runner(tiny.root, tiny.root / CACHES, print, jobs=2)
    done = {one.name.rpartition("/")[2]: one.error for one in runner.run(notebooks(tiny.root))}
    assert not done["quiet"]
    assert "this changed: data/lights.csv;" in done["writes"]


def test_a_flood_is_cut_and_a_missing_or_dying_kernel_is_told(tiny: TinyBook) -> None:
    tiny.quieten()
    tiny.add_notebook("flood", "print('x' * 30_000_000)\nprint('more')", "print('after')")
    tiny.add_notebook("dies", "import os\nos.kill(os.getpid(), 9)")
    tiny.add_notebook("lacks", "1")
    tiny.edit("notebooks/lacks.md", "name: python3", "name: no-such-kernel")
    runner = Runner(tiny.root, tiny.root / CACHES, print, jobs=2)
    done = {one.name: one for one in runner.run(notebooks(tiny.root))}
    assert "DeadKernelError" in done["notebooks/dies"].error
    assert "no-such-kernel" in done["notebooks/lacks"].error
    assert not done["notebooks/flood"].error
    (kept,) = (tiny.root / CACHES / "notebooks~1flood").rglob("base.ipynb")
    text = kept.read_text("utf-8")
    assert "… cut: cell " in text
    assert "put out more than 2,000,000 characters" in text
    assert "after" in text
    assert len(text) < 3_000_000
    told = table([*done.values()])
    assert [line.split()[1] for line in told[1:]].count("failed") == 2


UNREADABLE = {
    "broken.ipynb": '{"cells": [',
    "options.md": "---\nfile_format: mystnb\n---\n\n```{code-cell}\n:tags: [a\n1\n```\n",
    "head.md": "---\nfile_format: mystnb\nkernelspec:\n  name: [\n---\n\n```{code-cell}\n1\n```\n",
}


def test_what_cannot_be_read_is_told_and_the_others_run(tiny: TinyBook) -> None:
    tiny.quieten()
    tiny.add_notebook("sound", "1")
    for name, text in UNREADABLE.items():
        tiny.append(f"notebooks/{name}", text)
    (tiny.root / "notebooks/folder.md").mkdir()
    (tiny.root / "notebooks/lost.md").symlink_to(tiny.root / "nowhere.md")
    (tiny.root / "notebooks/latin.md").write_bytes(b"\xff is no notebook")
    runner = Runner(tiny.root, tiny.root / CACHES, print)
    done = {one.name: one for one in runner.run(notebooks(tiny.root))}
    assert not done["notebooks/sound"].error
    for name in ("broken.ipynb", "options.md"):
        error = done[f"notebooks/{name.partition('.')[0]}"].error
        assert error.startswith(f"{tiny.root}/notebooks/{name}: it cannot be read as a notebook")
        assert "do:       correct the file" in error


@pytest.mark.parametrize("name", ["nowhere.md", "notebooks", "docs/index.md", "data/lights.csv"])
def test_what_is_no_notebook_of_the_book_is_refused(tiny: TinyBook, name: str) -> None:
    with pytest.raises(BookError, match=r"it cannot be run\n    found:    no (such file|notebook)"):
        named(tiny.root, [tiny.root / name])
    with pytest.raises(BookError, match="no notebook of the book"):
        named(tiny.root / "data", [tiny.root / "notebooks/orders.md"])
    assert named(tiny.root, [tiny.root / "notebooks/orders.md"])


def test_signs_that_mean_something_in_addresses_may_stand_in_names(tiny: TinyBook) -> None:
    tiny.quieten()
    names = ("100%", "20%25", "why?", "a ~ b", "a#b; 'c'")
    for name in names:
        tiny.add_notebook(name, "1")
    runner = Runner(tiny.root, tiny.root / CACHES, print)
    assert {one.why for one in runner.run(notebooks(tiny.root))} == {"it has not run yet"}
    assert [one.why for one in runner.run(notebooks(tiny.root))] == [""] * len(names)


TURN = """
from pathlib import Path
import os, time
turn = Path("../_build/turn")
turn.touch(exist_ok=False)
time.sleep(0.2)
turn.unlink()
print(os.getpid())
"""


def test_cells_run_in_as_many_notebooks_at_a_time_as_there_are_jobs(tiny: TinyBook) -> None:
    tiny.quieten()
    (tiny.root / "_build").mkdir(exist_ok=True)
    for name in ("a", "b", "c"):
        tiny.add_notebook(name, TURN)
    done = Runner(tiny.root, tiny.root / CACHES, print, jobs=1).run(notebooks(tiny.root))
    assert not any(one.error for one in done), [one.error for one in done]


def test_what_takes_longest_begins_first_as_far_as_is_known(tiny: TinyBook) -> None:
    begun: list[list[str]] = []

    def engine(works: Sequence[Work], jobs: int) -> Generator[tuple[Work, Ran]]:
        begun.append([one.name.removeprefix("notebooks/") for one in works])
        return side_by_side(works, jobs)

    tiny.quieten()
    for name, code in {
        "a": "print(1)",
        "b": "import time\ntime.sleep(1)",
        "c": "print()\n" * 9,
    }.items():
        tiny.add_notebook(name, code)
    runner = Runner(tiny.root, tiny.root / CACHES, print, jobs=1, engine=engine)
    for every in (False, True):
        runner.run(notebooks(tiny.root), every)
    tiny.add_notebook("d", "1")
    runner.run(notebooks(tiny.root), every=True)
    assert begun[0] == ["c", "b", "a"]
    assert begun[1][0] == "b"
    assert begun[2][:2] == ["d", "b"]


def test_what_ended_before_a_kill_is_kept(tiny: TinyBook) -> None:
    tiny.quieten()
    tiny.add_notebook("a", "print('kept')")
    tiny.add_notebook("b", "import time\ntime.sleep(60)")
    build = tiny.start("-D", "nb_execution_timeout=90", builder="dummy")
    made = tiny.root / CACHES / "notebooks~1a/made-from.json"
    assert in_time(made.exists, 60)
    build.kill()
    build.join()
    assert "a" not in whys(tiny)
    assert "b" in whys(tiny)


def test_ctrl_c_keeps_what_had_ended_and_leaves_no_process_or_folder(
    tiny: TinyBook, tmp_path_factory: pytest.TempPathFactory
) -> None:
    tiny.quieten()
    tiny.add_notebook("a", "print('kept')")
    pid = "open('../_build/pids', 'w').write(f'{os.getpid()} {os.getppid()}')"
    tiny.add_notebook("b", f"import os, time\n{pid}\ntime.sleep(60)")
    temp = tmp_path_factory.mktemp("t")
    pids, made = tiny.root / "_build/pids", tiny.root / CACHES / "notebooks~1a" / MADE_FROM
    pids.parent.mkdir()
    command = [sys.executable, "-m", "sourcebook", "run"]
    env = os.environ | {"TMPDIR": str(temp)}
    with subprocess.Popen(command, cwd=tiny.root, env=env, stderr=subprocess.PIPE) as client:
        assert in_time(lambda: made.exists() and pids.exists(), 60)
        client.send_signal(signal.SIGINT)
        said = client.communicate(timeout=30)[1].decode()
    assert client.returncode == 130
    assert said.endswith("interrupted; what had ended is kept\n")
    assert "Traceback" not in said
    assert in_time(lambda: not any(is_alive(int(one)) for one in pids.read_text().split()), 10)
    assert in_time(lambda: not [*temp.glob("kernel-*"), *temp.glob("nursery-*")], 10)
    assert whys(tiny) == {"b": "it has not run yet"}


def test_an_error_of_the_runner_ends_it_in_time(
    before: TinyBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before.add_notebook("slow", "import time\ntime.sleep(90)")
    before.edit("notebooks/nothing.md", "print(1)", "print(2)")
    monkeypatch.setattr(running, "keep", fail)
    began = time.monotonic()
    with pytest.raises(OSError, match="No space left"):
        runs(before)
    assert time.monotonic() - began < 60
    monkeypatch.undo()
    assert whys(before).keys() == {"nothing", "slow"}


@pytest.mark.parametrize("trouble", ["full", "shut"])
def test_where_nothing_can_be_written_it_is_told_and_what_had_ended_is_kept(
    tiny: TinyBook, trouble: str
) -> None:
    tiny.quieten()
    tiny.add_notebook("small", "print(1)")
    if trouble == "shut":
        (tiny.root / "_build").symlink_to("/proc/self", target_is_directory=True)
    else:
        runs(tiny)
        tiny.add_notebook("large", "print('x' * 1_500_000)")
    least = "ulimit -f 1000; " if trouble == "full" else ""
    command = ["bash", "-c", f"{least}exec {sys.executable} -m sourcebook run"]
    done = subprocess.run(command, cwd=tiny.root, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "make room in _build, or allow to write there" in done.stderr
    assert "Traceback" not in done.stderr
    if trouble == "full":
        assert whys(tiny) == {"large": "it has not run yet"}
        assert runs(tiny) == {"large": "it has not run yet"}


@pytest.mark.parametrize("file", [MADE_FROM, "base.ipynb", "global.db"])
@pytest.mark.parametrize("text", ["", "[1]", '{"key":'])
def test_what_is_damaged_in_the_cache_is_made_again(before: TinyBook, file: str, text: str) -> None:
    (damaged,) = (before.root / CACHES / "notebooks~1nothing").rglob(file)
    damaged.write_text(text, "utf-8")
    assert runs(before) == {"nothing": "its outputs are not there to their end"}
    assert runs(before) == {}


def test_outputs_go_with_their_notebook(tiny: TinyBook) -> None:
    tiny.quieten()
    for name in ("stays", "goes", "turns"):
        tiny.add_notebook(name, "print(1)")
    runs(tiny)
    (tiny.root / "notebooks/goes.md").rename(tiny.root / "notebooks/went.md")
    (tiny.root / "notebooks/turns.md").write_text("# A page\n", "utf-8")
    (tiny.root / CACHES / "notebooks~1stays.part").mkdir()
    (tiny.root / CACHES / "of-others").mkdir()
    assert runs(tiny) == {"went": "it has not run yet"}
    kept = {one.name for one in (tiny.root / CACHES).iterdir() if one.is_dir()}
    assert kept == {"notebooks~1stays", "notebooks~1went", "of-others"}


def test_a_cache_that_has_no_room_for_its_first_table_is_told_in_one_line(
    tiny: TinyBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = OperationalError("CREATE TABLE", {}, sqlite3.OperationalError("disk is full"))

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("it may need to be cleared") from full

    tiny.quieten()
    tiny.add_notebook("a", "1")
    monkeypatch.setattr("jupyter_cache.cache.main.JupyterCacheBase.cache_notebook_bundle", fail)
    with pytest.raises(OSError, match=r"the cache cannot be written: .*disk is full$"):
        runs(tiny)


def test_a_second_run_waits_for_the_first_and_says_so(before: TinyBook) -> None:
    told: list[str] = []
    lock = FileLock(before.root / CACHES / LOCK)
    lock.acquire()

    def tell(line: str) -> None:
        told.append(line)
        lock.release()

    Runner(before.root, before.root / CACHES, tell).run(notebooks(before.root))
    assert told == ["another run is going on; this one waits until it has ended"]
