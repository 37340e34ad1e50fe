"""Pages nested too deep, in a build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.deep import DEEP

from sourcebook.pages.nesting import DEEPEST

if TYPE_CHECKING:
    from conftest import TinyBook


def test_the_build_names_each_page_and_goes_on(tiny: TinyBook) -> None:
    for at, text in enumerate(DEEP.values()):
        tiny.add_page(f"deep{chr(97 + at)}", f"A page.\n\n{text}")
    outputs = [one for name, one in DEEP.items() if "title" not in name]
    cells = [f"Myst({one!r})" for one in outputs]
    tiny.quieten()
    tiny.add_notebook("outputs", "from sourcebook.show.render import Myst", *cells)
    done = tiny.build()
    assert done.code == 0, done.warnings
    assert "RecursionError" not in done.warnings + done.said
    for at in range(len(DEEP)):
        assert done.warnings.count(f"docs/deep{chr(97 + at)}.md:") == 1, done.warnings
    for cell in cells:
        line = tiny.line("notebooks/outputs.md", cell) - 1
        place = f"notebooks/outputs.md:{line}: WARNING: parts of the page stand too deep"
        assert done.warnings.count(place) == 1, (cell[:40], done.warnings)
    assert "This is left out" in done.page("docs/deepa.html")


def test_what_is_just_deep_enough_is_built(tiny: TinyBook) -> None:
    signs = [":" * (DEEPEST + 3 - n) for n in range(DEEPEST - 1)]
    tiny.add_page("directives", "".join(f"{one}{{note}}\n" for one in signs) + "A word.\n")
    tiny.append("docs/quotations.md", "---\nprose-exempt: it quotes nobody\n---\n\n")
    tiny.add_page("quotations", "> " * (DEEPEST - 1) + "A \U0001f600 word.\n")
    tiny.add_page("bullets", "- " * (DEEPEST // 2 - 1) + "A word.\n")
    tiny.add_page("emphasis", "*" * (DEEPEST - 1) + "A word." + "*" * (DEEPEST - 1))
    for builder in ("html", "pdf"):
        done = tiny.build("-W", "--keep-going", builder=builder, run=False)
        assert done.code == 0, done.warnings
