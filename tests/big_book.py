"""A big book, made by rule from the starter: so many sources, quotations and rows, all sound."""

from __future__ import annotations

import csv
import random
import sys
from collections.abc import Iterable, Mapping
from hashlib import sha256
from itertools import permutations
from pathlib import Path
from typing import NamedTuple

from sourcebook.project.new import new

NOUNS = (
    *("harbour", "tower", "keeper", "lamp", "council", "ferry", "bridge", "valley", "river"),
    *("market", "winter", "letter", "engine", "wheel", "signal", "garden", "station", "window"),
    *("island", "boat", "storm", "morning", "evening", "paper", "story", "board", "office"),
    *("mirror", "ladder", "basket", "candle", "orchard", "quarry"),
)
DONE = ("opened", "closed", "moved", "repaired", "painted", "measured", "counted", "delivered")
REPLACED = ("docs/sources.md", "docs/method.md", "notebooks/dates.md")
CONTENTS = "# Book\n\nText.\n\n```{{toctree}}\n{}\n```\n"

Record = Mapping[str, str]


class Size(NamedTuple):
    """How many sources, quotations and rows a book has."""

    sources: int
    quotations: int
    rows: int


BIG = Size(500, 20_000, 5_000)


def make(root: Path, size: Size) -> None:
    """Write a book of a size into a folder that is empty or does not exist."""
    new(root)
    for path in (*(root / "seeds").iterdir(), *(root / name for name in REPLACED)):
        path.unlink()
    chosen = random.Random(1)
    sources, evidence, events = [], [], []
    each, every = size.quotations // size.sources, size.quotations // size.rows
    titles = (f"The {first} and the {second}" for first, second in permutations(NOUNS, 2))
    for at, title in zip(range(size.sources), titles, strict=False):
        source = f"s{at}"
        said = [_sentence(chosen, f"{at}-{number}") for number in range(each)]
        sources.append(_source(root, source, title, said))
        for number, sentence in enumerate(said):
            key = f"{source}-q{number}"
            cited = {"id": key, "source": source}
            evidence.append({**cited, "quotation": sentence, "mode": "report"})
            if (at * each + number) % every == 0:
                year = {"date": sentence.split(" in ")[1][:4], "date_basis": "stated"}
                events.append({**cited, **year, "step": "closing", "evidence": key})
    for name, records in (("sources", sources), ("evidence", evidence), ("events", events)):
        _write(root / f"data/{name}.csv", records)
    _pages(root, {record["id"]: record["short"] for record in sources})


def _sentence(chosen: random.Random, number: str) -> str:
    first, second, third, fourth, fifth = chosen.choices(NOUNS, k=5)
    count, year = chosen.randint(2, 9999), chosen.randint(1990, 2024)
    done = chosen.choice(DONE)
    return (
        f"The {first} {second} {done} {count} {third}s in {year}, as entry {number} has it, "
        f"near the {fourth} of the {fifth}."
    )


def _source(root: Path, source: str, title: str, said: Iterable[str]) -> Record:
    text = "\n\n".join([title, *said]) + "\n"
    file = f"seeds/{source}.txt"
    (root / file).write_text(text, "utf-8")
    return {
        "id": source,
        "file": file,
        "sha256": sha256(text.encode()).hexdigest(),
        "short": title,
        "reliability": "B",
        "reliability_reason": "Made by rule.",
        "evidence": f"{source}-q0",
    }


def _write(path: Path, records: Iterable[Record]) -> None:
    columns = path.read_text("utf-8").splitlines()[0].split(",")
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(records)


def _pages(root: Path, titles: Mapping[str, str]) -> None:
    entries = (
        f"@misc{{{one}, title={{{title}}}, author={{x}}}}\n" for one, title in titles.items()
    )
    (root / "data/references.bib").write_text("".join(entries), "utf-8")
    contents = CONTENTS.format("\n".join(f"sources/{one}" for one in titles))
    (root / "docs/index.md").write_text(contents, "utf-8")
    (root / "docs/sources").mkdir()
    for one, title in titles.items():
        page = f"# {title}\n\n```{{source}} {one}\n```\n"
        (root / f"docs/sources/{one}.md").write_text(page, "utf-8")
    (root / "sourcebook.toml").write_text("coverage = 0\n", "utf-8")


if __name__ == "__main__":
    make(Path(sys.argv[1]), Size(*map(int, sys.argv[2:])) if sys.argv[2:] else BIG)
