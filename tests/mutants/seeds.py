"""Seed bytes: one byte of a source changed, and the source read again from a copy."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from mutants.sites import Site
from mutants.stage import Stage, Verdict
from sourcebook.data.contract import SOURCES
from sourcebook.data.seeds import read_seed
from sourcebook.problems import BookError

SEED_BYTE = "seed byte"
FOR_EACH = 40


def sites_in_seeds(stage: Stage, random: Random) -> Iterator[Site]:
    """Yield some bytes of each seed, with another byte for each."""
    for source, row in stage.book.rows_of(SOURCES).items():
        file, registered = row.text("file"), row.text("sha256")
        raw = (stage.book.root / file).read_bytes()
        for at in sorted(random.sample(range(len(raw)), min(FOR_EACH, len(raw)))):
            new = (raw[at] + random.randint(1, 255)) % 256
            line = raw.count(b"\n", 0, at) + 1
            before, after = (f"byte {at}: 0x{one:02x}" for one in (raw[at], new))
            mutant = raw[:at] + bytes([new]) + raw[at + 1 :]
            attempt = partial(_attempt, file, source, registered, mutant)
            yield Site(file, line, before, after, attempt)


def _attempt(file: str, source: str, registered: str, raw: bytes, stage: Stage) -> Verdict:
    with TemporaryDirectory() as folder:
        path = Path(folder, file)
        path.parent.mkdir(parents=True)
        path.write_bytes(raw)
        try:
            read_seed(Path(folder), file, source, registered)
        except BookError:
            return Verdict(killed=True)
    return Verdict(killed=False)
