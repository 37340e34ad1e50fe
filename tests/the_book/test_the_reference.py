"""The reference of this book: an example of each role and directive, and notebooks by its means."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from support.registered import names, registered

from sourcebook.data.book import find_root
from sourcebook.pages.written import written_files
from sourcebook.sphinx.views.declared import public

ROOT = find_root(Path(__file__).parents[2])
PAGES = ROOT / "docs" / "reference"


def test_notebooks_take_only_what_is_public() -> None:
    known = {f"{module}.{name}" for module, members in public().items() for name in members}
    known |= public().keys()
    for path in written_files(ROOT):
        for cell in re.findall(
            r"```\{code-cell\}.*?\n(.*?)```", path.read_text("utf-8"), re.DOTALL
        ):
            lines = cell.split("---\n")[-1]
            for node in ast.walk(ast.parse(lines)):
                if isinstance(node, ast.ImportFrom) and str(node.module).startswith("sourcebook"):
                    taken = {f"{node.module}.{one.name}" for one in node.names}
                    assert taken <= known, path.name


def test_every_role_and_directive_of_the_engine_has_an_example_in_this_book() -> None:
    app = registered()
    for asked, page in (("add_role", "roles"), ("add_directive", "directives")):
        text = (PAGES / f"{page}.md").read_text("utf-8")
        assert [one for one in names(app, asked) if f"{{{one}}}" not in text] == []
