"""What nothing here can read, or only a build: pages of other forms, files, what notebooks say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

from sourcebook.checks.findings import Finding
from sourcebook.checks.prose import MOST_FOR_ONE_PAGE, Gate
from sourcebook.data.safe_paths import fault_of_file
from sourcebook.pages.front_matter import read_page
from sourcebook.pages.taken_in import IN_OPTION, INCLUDING, RST, path_of, taken_in, words_taken_in
from sourcebook.problems import Problem

CELL = re.compile(r"^ *(?:`{3,}|:{3,}) *\{code-cell\}", re.MULTILINE)
SUBSTITUTION = re.compile(r"\{\{.{1,200}?\}\}|\{(?:eval|glue)(?::\w+)?\}`")
MOST_NAMED = 3


def other_form(file: str) -> Problem:
    """Return the problem of a page that is not written in MyST."""
    return Problem(
        file,
        None,
        "the page is written in a form that no check reads",
        f"a file of the form “{Path(file).suffix}”",
        "a page in MyST, “.md”, whose words are held against what it cites",
        "write it in MyST (jupytext or rst-to-myst turn it over), or take it out of the folder",
    )


def check_taken_in(root: Path, file: str, text: str) -> Iterator[Problem]:
    """Yield each part of a page, and each file it takes in, that cannot be read."""
    for one in taken_in(text):
        if one.role == RST:
            yield Problem(
                file,
                one.line,
                "a part of the page is written in a form that no check reads",
                f"{{{RST}}}",
                "MyST, whose words are held against what the page cites",
                "write the part in MyST",
            )
        elif one.role in INCLUDING | IN_OPTION:
            path = path_of(root, root / file, one.file)
            reason = fault_of_file(root, "", path) or ("" if path.is_file() else "no such file")
            if reason:
                yield Problem(
                    file,
                    one.line,
                    "the page takes in a file whose words cannot be read",
                    f"“{one.file}”: {reason}",
                    "a file of the book",
                    "correct the path, seen from the page's folder, or put the file there",
                )


def taken_in_findings(
    gate: Gate, root: Path, file: str, text: str
) -> list[tuple[str, int, Finding]]:
    """Return what is wrong with the words a page takes in, with the file and line of each."""
    return [*islice(_findings(gate, root, file, text), MOST_FOR_ONE_PAGE)]


def only_a_build_sees(texts: Mapping[str, str]) -> str:
    """Return a sentence on what of some pages only a build can see; empty if there is nothing."""
    outputs = [file for file, text in texts.items() if CELL.search(text)]
    stands_for = [file for file, text in texts.items() if SUBSTITUTION.search(text)]
    parts = [
        f"what the code of {_named(outputs)} puts out" if outputs else "",
        f"what substitutions in {_named(stands_for)} stand for" if stands_for else "",
    ]
    said = ", and ".join(part for part in parts if part)
    return f"only a build sees, and checks, {said}" if said else ""


def _findings(gate: Gate, root: Path, file: str, text: str) -> Iterator[tuple[str, int, Finding]]:
    page = read_page(text)
    for path, found in words_taken_in(root, root / file, text):
        name = path.relative_to(root.resolve()).as_posix()
        for block in found:
            for finding in gate.findings(block, page):
                yield name, block.line_at(finding.at), finding


def _named(files: list[str]) -> str:
    more = len(files) - MOST_NAMED
    return ", ".join(files[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
