"""Lists of statements and silences that a page asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.built import text

if TYPE_CHECKING:
    from conftest import TinyBook


def test_unknown_questions_and_lists_are_warned_of(tiny: TinyBook) -> None:
    tiny.add_page("wrong", "```{readings} how-mny\n```\n\n```{statements} all\n```")
    done = tiny.build("-W", run=False)
    line = tiny.line("docs/wrong.md", "{readings}")
    assert "did you mean “how-many”?" in done.warning("object", f"docs/wrong.md:{line}")
    line = tiny.line("docs/wrong.md", "{statements}")
    assert "one-source or contradicted" in done.warning("value", f"docs/wrong.md:{line}")


def test_what_rests_on_one_source_what_is_contradicted_and_what_none_states_is_listed(
    tiny: TinyBook,
) -> None:
    tiny.add_page("one", "```{statements} one-source\n```")
    tiny.add_page("against", "```{statements} contradicted\n```")
    tiny.add_page("silent", "```{silences}\n```")
    done = tiny.build("-W", run=False)
    assert done.code == 0, done.warnings
    one = text(done.page("docs/one.html"))
    assert "10 of the 10 statements in the tables rest on one source." in one
    assert "Skerry lighthouse – ordered: 2; date: 3 March 2021; price: £1,200,000 [Harbour" in one
    against = text(done.page("docs/against.html"))
    readings = "Harbour Times: Two. [Harbour Times ¶3] Gazette: Three, says a keeper. [Gazette ¶2]"
    assert f"How many lamps were ordered? {readings}" in against
    assert "Skerry lighthouse – ordered: 2 [Harbour Times ¶3, ¶6] against 3 [Gazette" in against
    silent = text(done.page("docs/silent.html"))
    assert "Period: not stated by any source, for any of the 1" in silent
