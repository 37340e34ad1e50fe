"""Keys that are the same however many processes build."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Build, TinyBook


CHECKSUM = re.compile(r"\?v=[0-9a-f]+")


def read_again(build: Build) -> tuple[int, int]:
    """Return how many pages Sphinx added and changed."""
    found = re.search(r"(\d+) added, (\d+) changed", build.said)
    assert found
    return int(found[1]), int(found[2])


def ran(build: Build) -> list[str]:
    return re.findall(r"(\w+)\.md: Executed notebook", build.said)


def pages(build: Build) -> dict[str, str]:
    """Return every page without checksums, which MyST-NB's style sheet only has in a rebuild."""
    return {
        path.relative_to(build.out).as_posix(): CHECKSUM.sub("", path.read_text("utf-8"))
        for path in sorted(build.out.rglob("*.html"))
    }


def test_several_processes_build_what_one_builds(tiny: TinyBook) -> None:
    for number in "abcdef":
        tiny.add_page(f"page-{number}", "One order {ev}`times-order` or two {ev}`gazette-price`.")
    tiny.add_notebook("second", "from sourcebook.show.render import marker\nprint(marker(['x']))")
    alone = tiny.build("-W")
    assert alone.code == 0, alone.warnings
    expected = pages(alone)

    for folder in ("html", ".jupyter_cache"):
        (tiny.root / "_build" / folder).rename(tiny.root / f"_build/{folder}-alone")
    together = tiny.build("-W", "-j", "4")
    assert together.code == 0, together.warnings
    assert sorted(ran(together)) == ["orders", "second"]
    assert pages(together) == expected
    inventory = (together.out / "objects.inv").read_bytes()
    assert inventory == (tiny.root / "_build/html-alone/objects.inv").read_bytes()

    for path in (tiny.root / "docs").glob("page-*.md"):
        path.touch()
    touched = tiny.build("-W", "-j", "4")
    assert read_again(touched) == (0, 6)
    assert ran(touched) == []
    assert pages(touched) == expected
