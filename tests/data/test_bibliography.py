"""Bibliographies that cannot be read, and addresses in them that none may link to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sourcebook.checks.opening import read_book
from sourcebook.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import TinyBook


ENTRIES = (
    *("url = {javascript:alert(1)}", "url = {DATA:text/html,x}", "URL = {vbscript:x}"),
    *("url = {//evil.example}", "url = {ftp://a.example}", "url = {www.a.example}"),
    *("doi = {javascript:x}", "doi = {https://doi.org/10.1000/1}", "eprint = {javascript:x}"),
    *("howpublished = {\\url{javascript:x}}", "note = {See \\href{data:x}{this}.}"),
    *('url = "java script:x"', "note = {\\url{file:///etc/passwd}}", "pubmed = {../x y}"),
)


@pytest.mark.parametrize("field", ENTRIES)
def test_an_unsafe_address_of_the_bibliography_is_a_problem(
    tiny: TinyBook, capsys: pytest.CaptureFixture[str], field: str
) -> None:
    tiny.append("data/references.bib", f"\n@misc{{more,\n  title = {{More}},\n  {field},\n}}\n")
    line = tiny.line("data/references.bib", field)
    assert main(["--book", str(tiny.root), "check"]) == 1
    said = capsys.readouterr().err
    assert f"data/references.bib:{line}: the " in said
    assert "may not be linked to" in said
    assert said.endswith("1 problem\n")


@pytest.mark.parametrize("text", ["@misc{a, title = {x}", "@misc{a,}\n@misc{a,}", "@misc{" * 3000])
def test_a_bibliography_that_cannot_be_read_is_a_problem(tiny: TinyBook, text: str) -> None:
    tiny.append("data/references.bib", text)
    found = [one.what for one in read_book(tiny.root).problems]
    assert found == ["the bibliography cannot be read"]


def test_an_entry_lacks_nothing_that_the_register_has(tmp_path: Path) -> None:
    main(["new", str(tmp_path)])
    path, entries = tmp_path / "data/sources.csv", tmp_path / "data/references.bib"
    lines = path.read_text("utf-8").splitlines()
    at = next(place for place, one in enumerate(lines) if one.startswith("valley-courier,"))
    text = entries.read_text("utf-8")
    entries.write_text(text.replace("{Lind, Mara}", "{{No author stated}}"), "utf-8")
    [told] = read_book(tmp_path).problems
    assert (told.file, told.line, told.found) == ("data/references.bib", 4, "no author stated")
    assert told.expected == f"“Mara Lind”, as data/sources.csv:{at + 1} has it"
    path.write_text(path.read_text("utf-8").replace(",stated,2024", ",inferred: Mara Lind,2024"))
    assert not read_book(tmp_path).problems
