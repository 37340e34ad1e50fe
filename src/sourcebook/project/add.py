"""Adding a source: its file kept, its text beside it, and what it states in register and list."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sourcebook.data.book import ORIGINALS, SEEDS
from sourcebook.data.contract import EVIDENCE, SOURCES
from sourcebook.data.layout import BLANK, is_wrapped, levelled, pages
from sourcebook.data.originals.extracted import Extracted, Stated
from sourcebook.data.originals.plain import strange
from sourcebook.data.originals.reading import KINDS, TEXT, UTF_8, extract, not_installed
from sourcebook.data.seeds import Seed
from sourcebook.data.unchecked import Unchecked, read_unchecked
from sourcebook.problems import BookError, Problem, refuse
from sourcebook.project.appending import FENCE, ID, id_of, with_entry, with_fence, with_rows
from sourcebook.project.proposing import (
    Quoted,
    dated,
    dates_named,
    evidence_of,
    register_row,
)
from sourcebook.text.abroad.tongue import is_tag

if TYPE_CHECKING:
    from sourcebook.data.tables import Row, Table

LIST = "data/references.bib"
MUST_BE_KEPT = ("paragraphs", "first_page", "original", "original_sha256", "extractor")
PLAIN = f"encoding {UTF_8}"


@dataclass(frozen=True)
class Added:
    """A source that was added, or was there already, and what there is to tell of it."""

    key: str
    told: list[str]
    written: Mapping[str, bytes] = field(default_factory=dict)


def add(file: Path, root: Path | None = None, key: str = "", encoding: str = "") -> Added:
    """Add a file to the sources of the book at or above ``root``, under an id of its own.

    ``key`` is that id; without it, it is made of the file's name. Raises :class:`BookError`, before
    anything is written, if the file or the book cannot be read or the id is another file's.
    """
    book = read_unchecked(root)
    raw = _read(file)
    sha256 = hashlib.sha256(raw).hexdigest()
    sources = book.roles.get(SOURCES.name)
    if sources is None or EVIDENCE.name not in book.roles:
        raise BookError(book.in_tables or [_no_register()])
    for row in sources.rows:
        if sha256 in (row.text("sha256"), row.text("original_sha256")):
            return Added(row.text("id"), [f"{row.text('id')}: {file.name} is there already"])
    key = key or id_of(file.stem)
    _refuse_key(key, file, sha256, sources.by_key.get(key))
    try:
        found = extract(raw, str(file), encoding)
    except ModuleNotFoundError as error:
        raise not_installed(str(file), KINDS[file.suffix.lower()].library) from error
    added = _added(book, file, key, raw, found)
    _write(book.root, added.written)
    return added


def _added(book: Unchecked, file: Path, key: str, raw: bytes, found: Extracted) -> Added:
    sources, evidence = book.roles[SOURCES.name], book.roles[EVIDENCE.name]
    seed, cells, written = _filed(book.root, file, key, raw, found)
    stated = dated(seed, found.stated)
    quoted = evidence_of(seed, stated, evidence)
    row = register_row(cells, _name(key), seed, stated, quoted)
    _require({name for name, cell in row.items() if cell}, sources)
    texts = {
        sources.file: with_rows(_text(book.root, sources.file), sources, [row]),
        evidence.file: with_rows(_text(book.root, evidence.file), evidence, _each_once(quoted)),
        LIST: with_entry(_text(book.root, LIST), key, stated),
    }
    if page := _page_of_sources(book.root):
        texts[page] = with_fence(_text(book.root, page), key, _name(key))
    written |= {name: text.encode() for name, text in texts.items()}
    return Added(key, [*_told(seed, replace(found, stated=stated), page)], written)


def _each_once(quoted: Quoted) -> Iterable[dict[str, str]]:
    return {row["id"]: row for row in quoted.values()}.values()


def _filed(
    root: Path, file: Path, key: str, raw: bytes, found: Extracted
) -> tuple[Seed, dict[str, str], dict[str, bytes]]:
    """Return the seed, its cells of the register, and the files that are to be written."""
    plain = found.extractor == PLAIN
    at = file.resolve()
    in_place = plain and at.parent == (root / SEEDS).resolve()
    name = f"{SEEDS}/{at.name}" if in_place else f"{SEEDS}/{key}.txt"
    data = raw if plain else found.text.encode()
    form = BLANK if KINDS[file.suffix.lower()] is TEXT and is_wrapped(found.text) else ""
    cells = {"id": key, "file": name, "sha256": hashlib.sha256(data).hexdigest()}
    tag = found.stated.language.replace("_", "-")
    language = tag if is_tag(tag) else ""
    cells |= {"paragraphs": form, "language": language}
    cells["first_page"] = "" if found.first_page == 1 else str(found.first_page)
    written = {} if in_place else {name: data}
    if not plain:
        kept = f"{ORIGINALS}/{key}{file.suffix.lower()}"
        cells |= {"original": kept, "original_sha256": hashlib.sha256(raw).hexdigest()}
        cells["extractor"] = found.extractor
        written[kept] = raw
    for one in written:
        if (root / one).exists():
            raise BookError([_in_the_way(one)])
    text = data.decode()
    read = (levelled(text, form), text, pages(text), found.first_page, language)
    return Seed(key, name, *read), cells, written


def _told(seed: Seed, found: Extracted, page: str) -> Iterator[str]:
    counted = f"{len(seed.paragraphs)} paragraphs"
    if seed.pages:
        last = seed.first_page + len(seed.pages)
        counted += f" on pages {seed.first_page} to {last}"
    yield f"{seed.source}: {seed.file}, {counted}"
    if found.extractor != PLAIN:
        yield f"    read by: {found.extractor}"
    if "encoding" in found.extractor and found.extractor != PLAIN:
        yield f"    look whether these words are right: {' '.join(strange(found.text))}"
    yield from (f"    left out: {one}" for one in found.aside)
    yield from _of_properties(seed, found.stated)
    yield "    next: judge its reliability in the register, and quote: sourcebook find WORDS --add"
    if not page:
        yield f"    and show it on a page, by a fence {{source}} {seed.source}"


def _of_properties(seed: Seed, found: Stated) -> Iterator[str]:
    stated = {name: value for name, value in vars(found).items() if name != "made"}
    yield from (f"    {name}: {value}" for name, value in stated.items() if value)
    named = dates_named(seed)
    if stated["date"] and named and stated["date"] not in named:
        yield f"    its first lines name another date: {', '.join(named)}; register what was meant"
    if missing := [name for name, value in stated.items() if not value]:
        yield f"    its properties do not state: {', '.join(missing)}; if its words do, register it"
    if found.made and not stated["date"]:
        yield f"    the file was made on {found.made}, which need be no date of its text"
    if not stated["language"]:
        yield "    register its language before quoting it, if it is not that of the book"


def _read(file: Path) -> bytes:
    suffix = file.suffix.lower()
    try:
        raw = file.read_bytes()
    except OSError as error:
        said, expected = error.strerror or str(error), "a file that can be read"
        raise refuse(file, "the file cannot be read", said, expected, "correct its name") from error
    if suffix not in KINDS:
        do = "save it as one of these, or copy its words into a text"
        what, expected = "there is no reader for such a file", f"one of {', '.join(KINDS)}"
        raise refuse(file, what, suffix or "no suffix", expected, do)
    if not raw.strip():
        raise refuse(file, "the file is empty", f"{len(raw)} bytes", "a text", "put the text in it")
    return raw


def _refuse_key(key: str, file: Path, sha256: str, row: Row | None) -> None:
    if not ID.fullmatch(key):
        expected = "small letters and digits, parted by hyphens"
        raise refuse(file, "the id has another form", f"“{key}”", expected, "name another by --id")
    if row is not None:
        registered = row.text("original_sha256") or row.text("sha256")
        raise refuse(
            file,
            f"the id “{key}” is that of another file, or of this one before it changed",
            f"SHA-256 {sha256}",
            f"SHA-256 {registered}, as {row.text('original') or row.text('file')} has",
            f"add a new version under an id of its own: --id {key}-2; the old one stays as it is",
        )


def _require(names: set[str], sources: Table) -> None:
    kept = [one for one in MUST_BE_KEPT if one in names and sources.field(one) is None]
    if not kept:
        return
    told = SOURCES.optional
    fields = [
        {"name": one, "type": "string", "holds": "record", "description": told[one]} for one in kept
    ]
    what = "the register has no column for what has to be kept of this file"
    expected = "the columns, in the file and in its description"
    do = (
        f"add “,{','.join(kept)}” to the header, {len(kept)} commas to each row, and the fields to "
        f"data/datapackage.json: {json.dumps(fields)[1:-1]}"
    )
    raise BookError([Problem(sources.file, 1, what, f"no {', '.join(kept)}", expected, do)])


def _page_of_sources(root: Path) -> str:
    counted = {
        path.relative_to(root).as_posix(): len(FENCE.findall(path.read_text("utf-8", "replace")))
        for path in sorted((root / "docs").glob("**/*.md"))
    }
    most = max(counted, key=lambda name: counted[name], default="")
    return most if most and counted[most] else ""


def _text(root: Path, name: str) -> str:
    path = root / name
    return path.read_bytes().decode() if path.is_file() else ""


def _write(root: Path, written: Mapping[str, bytes]) -> None:
    for name, data in written.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)


def _name(key: str) -> str:
    """Return what markers call the source, until somebody thinks of something better."""
    return key.replace("-", " ").capitalize()


def _in_the_way(name: str) -> Problem:
    do = "take it away, or name another id by --id"
    what = "a file is there that no source is registered for"
    return Problem(name, None, what, Path(name).name, "no such file yet", do)


def _no_register() -> Problem:
    expected = "the tables sources and evidence"
    return Problem("data", None, "there is no register", "no such tables", expected, "add them")
