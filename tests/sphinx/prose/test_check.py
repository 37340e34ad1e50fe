"""Pages that are not read again: held against a changed book where that can find anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.sphinx.prose.check import Keeper

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from conftest import TinyBook
    from docutils import nodes
    from sphinx.environment import BuildEnvironment


GLOSSARY = "```{glossary}\nZorrolamp\n: A lamp.\n```"


def build(tiny: TinyBook, noted: Path) -> tuple[int, set[str], str]:
    """Return the exit code of a build, the pages that it held anew and what it warned of."""
    noted.write_text("", "utf-8")
    child = tiny.start_build("html")
    child.join(240)
    assert child.exitcode is not None
    warned = (tiny.root / "_build/warned.log").read_text("utf-8")
    return child.exitcode, {*noted.read_text("utf-8").split()}, warned


def test_pages_are_held_again_only_where_what_all_are_held_against_changed(
    tiny: TinyBook, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    noted, holding = tmp_path / "held", []
    hold, find = Keeper.found_on, Keeper.found_in

    def found_on(keeper: Keeper, env: BuildEnvironment, names: list[str], same: bool) -> object:
        holding.append(keeper)
        found = hold(keeper, env, names, same)
        holding.remove(keeper)
        return found

    def found_in(keeper: Keeper, env: BuildEnvironment, name: str, page: nodes.document) -> object:
        if keeper in holding:
            with noted.open("a", encoding="utf-8") as file:
                file.write(f"{name}\n")
        return find(keeper, env, name, page)

    monkeypatch.setattr(Keeper, "found_on", found_on)
    monkeypatch.setattr(Keeper, "found_in", found_in)
    tiny.quieten()
    tiny.add_notebook("told", "print('The lamp is a Zorrolamp.')")
    tiny.add_page("words", GLOSSARY)
    code, held, warned = build(tiny, noted)
    assert (code, held) == (0, set()), warned
    tiny.append("data/traffic.csv", "again,5,<,%,,gazette-ships\n")
    code, held, warned = build(tiny, noted)
    assert (code, held) == (0, set()), warned
    tiny.edit("docs/words.md", "Zorrolamp", "Lamp")
    code, held, warned = build(tiny, noted)
    assert code != 0
    assert {"docs/index", "notebooks/told"} <= held
    assert "“Zorrolamp” is a name that no seed" in warned
    tiny.edit("docs/words.md", "Lamp", "Zorrolamp")
    code, held, warned = build(tiny, noted)
    assert code == 0, warned
