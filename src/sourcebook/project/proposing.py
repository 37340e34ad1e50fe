"""What is proposed for a source that is added: its row of the register, and its first evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from sourcebook.data.quotations import context_for
from sourcebook.project.appending import id_of
from sourcebook.text.levelling import normalise

if TYPE_CHECKING:
    from sourcebook.data.originals.extracted import Stated
    from sourcebook.data.seeds import Seed
    from sourcebook.data.tables import Table

FIRST_PARAGRAPHS, LONGEST_LINE = 6, 120
NOT_JUDGED, NO_REASON = "F", "Not judged yet."
Quoted = Mapping[str, dict[str, str]]


def evidence_of(seed: Seed, stated: Stated, evidence: Table) -> Quoted:
    """Return rows of evidence for what a text states of itself, and for how it begins.

    They are those for its ``title`` and ``author``, or one for its ``opening`` where it has
    neither.
    """
    shown = [one for one in seed.paragraphs[:FIRST_PARAGRAPHS] if len(one.text) <= LONGEST_LINE]
    title, author = normalise(stated.title), normalise(stated.author)
    titles = [one for one in shown if title and normalise(one.text) == title]
    bylines = [one for one in shown if author and author in normalise(one.text)]
    opening = (place for one in seed.paragraphs for place in one.sentences())
    rows: dict[str, dict[str, str]] = {}
    _propose(rows, "title", seed, ((one.start, one.end) for one in titles), evidence)
    _propose(rows, "author", seed, ((one.start, one.end) for one in bylines), evidence)
    if not rows:
        _propose(rows, "opening", seed, opening, evidence)
    return rows


def _propose(
    rows: dict[str, dict[str, str]],
    name: str,
    seed: Seed,
    places: Iterable[tuple[int, int]],
    evidence: Table,
) -> None:
    """Add a row for the first of some places that the table can tell from others."""
    known = {*evidence.by_key, *(one["id"] for one in rows.values())}
    key = id_of(f"{seed.source}-{name}", known)
    tried = (_row(seed, place, key, evidence) for place in places)
    if row := next(filter(None, tried), None):
        rows[name] = {**row, "mode": "report" if name == "opening" else "apparatus"}


def register_row(
    cells: Mapping[str, str], short: str, stated: Stated, quoted: Quoted
) -> dict[str, str]:
    """Return the row of the register; what the file does not state stays empty."""
    row = {**cells, "short": short, "reliability": NOT_JUDGED, "reliability_reason": NO_REASON}
    for name in ("title", "author", "date"):
        if value := getattr(stated, name):
            cited = quoted.get(name, {}).get("id", "")
            row[name], row[f"{name}_evidence"] = value, cited
            reason = f"inferred: the properties of the file name {value}; no title or byline does"
            row[f"{name}_basis"] = "stated" if cited else reason
    row["evidence"] = " ".join(one["id"] for one in quoted.values())
    return row


def evidence_row(seed: Seed, place: tuple[int, int], key: str) -> dict[str, str]:
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


def _row(seed: Seed, place: tuple[int, int], key: str, evidence: Table) -> dict[str, str] | None:
    """Return a row of evidence; nothing where the table cannot tell its place from others."""
    try:
        row = evidence_row(seed, place, key)
    except ValueError:
        return None
    around = [name for name in ("prefix", "suffix") if row[name]]
    return row if all(evidence.field(name) for name in around) else None
