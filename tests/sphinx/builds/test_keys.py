"""Keys that are the same however many processes build."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import TinyBook


def test_several_processes_build_what_one_builds(tiny: TinyBook) -> None:
    for number in "abcdef":
        tiny.add_page(f"page-{number}", "One order {ev}`times-order` or two {ev}`gazette-price`.")
    tiny.quieten()
    tiny.add_notebook("plain", "print('plain')")
    imports = "from sourcebook.show.render import marker, Myst"
    tiny.add_notebook("marked", f'{imports}\nMyst("See " + marker(["gazette-price"]))')
    alone = tiny.build("-W")
    assert alone.code == 0, alone.warnings
    expected = alone.pages()

    for folder in ("html", ".jupyter_cache"):
        (tiny.root / "_build" / folder).rename(tiny.root / f"_build/{folder}-alone")
    together = tiny.build("-W", "-j", "4")
    assert together.code == 0, together.warnings
    assert sorted(together.ran()) == ["marked", "plain"]
    assert together.pages() == expected
    inventory = (together.out / "objects.inv").read_bytes()
    assert inventory == (tiny.root / "_build/html-alone/objects.inv").read_bytes()

    for path in (tiny.root / "docs").glob("page-*.md"):
        path.touch()
    touched = tiny.build("-W", "-j", "4")
    assert touched.read_again() == (0, 6)
    assert touched.ran() == []
    assert touched.pages() == expected
