"""Originals: each is the file that was registered, and the text of its source follows from it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sourcebook.data.book import ORIGINALS, SEEDS
from sourcebook.data.originals.reading import KINDS, encoding_in, extract, not_installed
from sourcebook.data.safe_paths import fault
from sourcebook.problems import BookError, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sourcebook.data.seeds import Seed
    from sourcebook.data.tables import Row


def check_originals(
    root: Path, sources: Iterable[Row], seeds: Mapping[str, Seed]
) -> Iterator[Problem]:
    """Yield what is wrong with the originals, and notes on those that cannot be read again here."""
    rows = [row for row in sources if row.text("original")]
    for row in rows:
        try:
            raw = _read(root, row)
            if seed := seeds.get(row.text("id")):
                yield from _compare(raw, row, seed)
        except BookError as error:
            yield from error.problems
    yield from _unregistered(root, {row.text("original") for row in rows})


def _read(root: Path, row: Row) -> bytes:
    file = row.text("original")
    reason = fault(root, SEEDS, file)
    if not reason and Path(file).suffix.lower() not in KINDS:
        reason = f"none of {', '.join(KINDS)}"
    try:
        raw = b"" if reason else (root / file).read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
    if reason:
        do = "put the file back, or correct its name in the register"
        raise _problem(row, "cannot be read", f"{file!r}: {reason}", f"a file in {ORIGINALS}/", do)
    actual, registered = hashlib.sha256(raw).hexdigest(), row.text("original_sha256")
    if actual != registered:
        do = "restore it byte for byte; add a new version as a source with an id of its own"
        found, expected = f"SHA-256 {actual}", f"SHA-256 {registered or 'in original_sha256'}"
        raise _problem(row, "is not the one that was registered", found, expected, do)
    return raw


def _compare(raw: bytes, row: Row, seed: Seed) -> Iterator[Problem]:
    file, extractor = row.text("original"), row.text("extractor")
    try:
        found = extract(raw, file, encoding_in(extractor))
    except ModuleNotFoundError:
        (missing,) = not_installed(file, KINDS[Path(file).suffix.lower()].library).problems
        what = "the text was not held against its original, as a library is missing"
        yield Problem(file, None, what, missing.found, missing.expected, missing.do, note=True)
        return
    there = seed.written or seed.text
    if found.text == there:
        return
    line = _first_difference(found.text, there)
    same = found.extractor == extractor
    yield Problem(
        seed.file,
        line,
        f"the text does not follow from its original, {file}",
        f"another line {line} than {found.extractor} reads",
        "the text that is extracted of the original, without a change",
        "restore the text; what is wrong with it is said in the register, under damage"
        if same
        else f"the text was made by {extractor or 'nothing that is named'}: check it with that, or "
        "read over what has changed",
        note=bool(extractor) and not same,
    )


def _first_difference(one: str, other: str) -> int:
    lines = zip(one.split("\n"), other.split("\n"), strict=False)
    same = (at for at, (here, there) in enumerate(lines, 1) if here != there)
    return next(same, min(one.count("\n"), other.count("\n")) + 1)


def _unregistered(root: Path, registered: set[str]) -> Iterator[Problem]:
    folder = root / ORIGINALS
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        file = f"{ORIGINALS}/{path.name}"
        if not path.name.startswith(".") and file not in registered:
            yield Problem(
                file,
                None,
                "the original belongs to no source",
                path.name,
                "a row of the register that names it in its column original",
                "take it away, and add it with sourcebook add",
            )


def _problem(row: Row, what: str, found: str, expected: str, do: str) -> BookError:
    said = f"the original of source “{row.text('id')}” {what}"
    return BookError([Problem(row.file, row.line, said, found, expected, do)])
