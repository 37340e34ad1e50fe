"""What a page fills in to be cited: one file, loaded only where there is something to cite."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Build


def test_one_file_holds_every_form_without_a_citation_file_too(built: Build) -> None:
    said = built.page("_static/citation.js")
    given = json.loads(said[said.index("(") + 1 : said.rindex(")")])
    assert sorted(given) == ["bibtex", "csl", "plain"]
    assert all("«address»" in one for one in given.values())
    assert "In: " in given["plain"]


def test_the_script_is_loaded_where_there_is_something_to_cite(built: Build) -> None:
    assert "citing.js" in built.page("docs/index.html")
    assert "citing.js" not in built.page("search.html")
