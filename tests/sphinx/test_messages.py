"""Faulty books: every fault is one warning with file and line, all are listed, none is a crash."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast, get_args

from sourcebook.problems import Subtype
from sourcebook.sphinx.messages import warn

if TYPE_CHECKING:
    from conftest import TinyBook


ENGINE_FAULTS = re.compile(r"\[sourcebook\.(\w+)\]")


def test_every_problem_of_the_book_is_a_warning_with_file_and_line(tiny: TinyBook) -> None:
    tiny.edit("data/evidence.csv", "The tower, 47 metres", "The tower, 48 metres")
    tiny.edit("data/orders.csv", "harbour-board,3,", "harbour-board,4,")
    done = tiny.build("-W", run=False)
    assert done.code == 1
    line = tiny.line("data/evidence.csv", "48 metres")
    assert "does not stand in its source" in done.warning("book", f"data/evidence.csv:{line}")
    line = tiny.line("data/orders.csv", "harbour-board,4,")
    assert "“4” is not carried" in done.warning("book", f"data/orders.csv:{line}")
    assert set(ENGINE_FAULTS.findall(done.warnings)) <= set(get_args(Subtype))


def test_a_kind_of_warning_that_no_check_lists_is_given_all_the_same() -> None:
    warn(cast("Subtype", "unheard-of"), "something is wrong", None)


def test_unknown_ids_are_warned_of_at_their_line_with_the_nearest(tiny: TinyBook) -> None:
    tiny.add_page(
        "wrong",
        "One {ev}`times-ordr`.\n\nTwo {quote}`times-twer`.\n\n"
        "```{quotation} gazette-prize\n```\n\nThree {source}`harbor-times`.\n\n"
        "```{source} pilot-gazette\n```",
    )
    done = tiny.build("-W", run=False)
    assert done.code == 1
    for words, subtype, nearest in (
        ("times-ordr", "evidence", "times-order"),
        ("times-twer", "evidence", "times-tower"),
        ("gazette-prize", "evidence", "gazette-price"),
        ("harbor-times", "source", "harbour-times"),
        ("pilot-gazette", "source", "pilots-gazette"),
    ):
        text = done.warning(subtype, f"docs/wrong.md:{tiny.line('docs/wrong.md', words)}")
        assert f"“{words}”" in text
        assert f"did you mean “{nearest}”?" in text
        assert done.warnings.count(f"found:    “{words}”") == 1
    assert "[times-ordr: unknown]" in done.page("docs/wrong.html")
    again = tiny.build("-W", run=False)
    assert again.code == 1
    assert again.warnings == done.warnings


def test_an_unknown_id_in_a_notebooks_output_is_warned_of(tiny: TinyBook) -> None:
    imports = "from sourcebook.show.render import marker, Myst"
    cell = f'{imports}\nMyst("See " + marker(["times-" + "ordr"]))'
    tiny.quieten()
    tiny.add_notebook("output", cell)
    done = tiny.build("-W")
    assert done.code == 1
    line = tiny.line("notebooks/output.md", "```{code-cell}")
    text = done.warning("evidence", f"notebooks/output.md:{line}")
    assert "did you mean “times-order”?" in text


def test_a_source_shown_twice_or_nowhere_is_warned_of(tiny: TinyBook) -> None:
    tiny.add_page("again", "```{source} harbour-times\n```")
    tiny.edit("docs/sources.md", "```{source} pilots-gazette\n```\n", "")
    done = tiny.build("-W", run=False)
    assert done.code == 1
    places = {
        file: f"{file}:{tiny.line(file, '{source} harbour')}"
        for file in ("docs/again.md", "docs/sources.md")
    }
    assert places["docs/again.md"] in done.warning("twice", places["docs/sources.md"])
    cited = tiny.line("docs/index.md", "gazette-three-lamps")
    text = done.warning("nowhere", f"docs/index.md:{cited}")
    assert "no page shows source “pilots-gazette”" in text


def test_without_a_book_sphinx_stops_with_a_sentence(tiny: TinyBook) -> None:
    (tiny.root / "data/datapackage.json").unlink()
    done = tiny.build(run=False)
    assert done.code == 2
    assert "data/datapackage.json: no book here" in done.warnings
