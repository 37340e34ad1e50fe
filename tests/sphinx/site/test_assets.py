"""What the site is made of: a front door, and nothing from another host."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from support.built import Resources

if TYPE_CHECKING:
    from conftest import Build


def test_nothing_is_loaded_from_another_host(built: Build) -> None:
    for path in built.out.rglob("*.html"):
        text = path.read_text("utf-8")
        assert not [one for one in Resources(text).loaded if "//" in one], path.name
    for path in built.out.rglob("*.css"):
        assert not re.search(r"(?:url\(|@import)\s*[\"']?(?:https?:)?//", path.read_text("utf-8"))


def test_the_front_door_leads_to_the_first_page_without_scripts(built: Build) -> None:
    door = built.page("index.html")
    assert '<meta http-equiv="refresh" content="0; url=docs/index.html">' in door
    assert '<a href="docs/index.html">The Skerry light</a>' in door
    assert "<script" not in door
