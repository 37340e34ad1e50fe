"""What is proposed for a source that is added: its row of the register, and its first evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from sourcebook.data.quotations import context_for
from sourcebook.project.appending import id_of
from sourcebook.text.date_phrase import Phrase
from sourcebook.text.levelling import normalise
from sourcebook.text.reading import read
from sourcebook.text.worded import worded

if TYPE_CHECKING:
    from sourcebook.data.originals.extracted import Stated
    from sourcebook.data.seeds import Paragraph, Seed
    from sourcebook.data.tables import Table
    from sourcebook.text.sentences import Span

FIRST_PARAGRAPHS, LONGEST_LINE = 6, 120
NOT_JUDGED, NO_REASON = "F", "Not judged yet."
SENTENCE_ENDS = (".", "!", "?", "…", "”")
NO_LINE = "no title or byline does"
Quoted = Mapping[str, dict[str, str]]


def dated(seed: Seed, stated: Stated) -> Stated:
    """Return what a file states; its text dates it on the day it was made, if it names that day."""
    named = not stated.date and stated.made in dates_named(seed)
    return replace(stated, date=stated.made) if named else stated


def evidence_of(seed: Seed, stated: Stated, evidence: Table) -> Quoted:
    """Return rows of evidence for what a text states of itself, and for how it begins.

    They are those for its ``title``, ``author`` and ``date``, one row where a line states several,
    or one for its ``opening`` where it has neither title nor author.
    """
    title, author = normalise(stated.title), normalise(stated.author)
    shown = [((one.start, one.end), normalise(one.text)) for one in _first(seed)]
    titles = [place for place, said in shown if title and said == title]
    bylines = [place for place, said in shown if author and author in said]
    days = [place for day, place in dates_named(seed).items() if day == stated.date]
    lines: dict[Span, dict[str, str]] = {}
    rows = {
        "title": _proposed("title", seed, titles, evidence, lines),
        "author": _proposed("author", seed, bylines, evidence, lines),
    }
    if not any(rows.values()):
        opening = (place for one in seed.paragraphs for place in one.sentences())
        rows["opening"] = _proposed("opening", seed, opening, evidence, lines)
    rows["date"] = _proposed("date", seed, days, evidence, lines)
    return {name: row for name, row in rows.items() if row}


def dates_named(seed: Seed) -> dict[str, Span]:
    """Return the dates, in EDTF, that the first lines of a text name, and the line of each.

    A line that ends as a sentence does tells of something else than of the text.
    """
    found: dict[str, Span] = {}
    for line in (one for one in _first(seed) if not one.text.rstrip().endswith(SENTENCE_ENDS)):
        for one in read(worded(line.text, seed.language)).items:
            phrases = (each for each in one.readings if isinstance(each, Phrase))
            for edtf in (each for phrase in phrases for each in phrase.edtf):
                found.setdefault(edtf, (line.start, line.end))
    return found


def _first(seed: Seed) -> list[Paragraph]:
    return [one for one in seed.paragraphs[:FIRST_PARAGRAPHS] if len(one.text) <= LONGEST_LINE]


def _proposed(
    name: str,
    seed: Seed,
    places: Iterable[Span],
    evidence: Table,
    lines: dict[Span, dict[str, str]],
) -> dict[str, str] | None:
    """Return a row for the first of some places that the table can tell from others, made once."""
    known = {*evidence.by_key, *(one["id"] for one in lines.values())}
    key = id_of(f"{seed.source}-{name}", known)
    for place in places:
        if place in lines:
            return lines[place]
        if row := _row(seed, place, key, evidence):
            lines[place] = {**row, "mode": "report" if name == "opening" else "apparatus"}
            return lines[place]
    return None


def register_row(
    cells: Mapping[str, str], short: str, seed: Seed, stated: Stated, quoted: Quoted
) -> dict[str, str]:
    """Return the row of the register; what the file does not state stays empty."""
    row = {**cells, "short": short, "reliability": NOT_JUDGED, "reliability_reason": NO_REASON}
    reason = "its first lines name another" if dates_named(seed) else NO_LINE
    for name in ("title", "author", "date"):
        if value := getattr(stated, name):
            cited = quoted.get(name, {}).get("id", "")
            row[name], row[f"{name}_evidence"] = value, cited
            instead = reason if name == "date" else NO_LINE
            inferred = f"inferred: the properties of the file name {value}; {instead}"
            row[f"{name}_basis"] = "stated" if cited else inferred
    row["evidence"] = " ".join(dict.fromkeys(one["id"] for one in quoted.values()))
    return row


def evidence_row(seed: Seed, place: Span, key: str) -> dict[str, str]:
    """Return a row of evidence for a place of a text, with a prefix or suffix where it needs one.

    Raises ``ValueError`` where nothing around tells it from its other places.
    """
    selector = context_for(*place, seed)
    return {
        "id": key,
        "source": seed.source,
        "quotation": seed.words(*place),
        "prefix": " ".join(selector.prefix.split()),
        "suffix": " ".join(selector.suffix.split()),
    }


def _row(seed: Seed, place: Span, key: str, evidence: Table) -> dict[str, str] | None:
    """Return a row of evidence; nothing where the table cannot tell its place from others."""
    try:
        row = evidence_row(seed, place, key)
    except ValueError:
        return None
    around = [name for name in ("prefix", "suffix") if row[name]]
    return row if all(evidence.field(name) for name in around) else None
