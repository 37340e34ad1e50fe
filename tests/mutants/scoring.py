"""Scoring: mutants of each kind tried by forked children of one opened book, and counted."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from random import Random

from mutants.code import IN_CODE, sites_in_code
from mutants.seeds import SEED_BYTE, sites_in_seeds
from mutants.sites import MISSPELT, Site, sites
from mutants.stage import Stage, Verdict
from sourcebook.show.score import Kind, Score, Survivor

ROOT = Path(__file__).parents[2]
CHECKS = ("text", "checks", "data", "pages", "analysis")
RESULT = ROOT / "docs/reference/tested.json"
SEED = 11
OF_A_KIND = 100
WORKERS = 2
AIMS = {
    **dict.fromkeys(("digit", "unit", "scale", "date", "designation", "quotation"), 100),
    **dict.fromkeys((MISSPELT, SEED_BYTE), 100),
    **dict.fromkeys(("number word", "bound"), 98),
    **dict.fromkeys(("name", "speaker"), 95),
    **dict.fromkeys(("negation", "verb strength"), 80),
}
_staged: list[tuple[Stage, dict[str, list[Site]]]] = []


def score(stage: Stage, most: int = OF_A_KIND, only: Sequence[str] = ()) -> Score:
    """Return how many mutants of each kind, or of some kinds only, the checks notice."""
    found = sites(stage, SEED)
    for kind, of_kind in ((SEED_BYTE, sites_in_seeds), (IN_CODE, sites_in_code)):
        random = Random(f"{SEED} {kind}")
        found[kind] = [*of_kind(stage, random)]
        random.shuffle(found[kind])
    _staged[:] = [(stage, found)]
    with ProcessPoolExecutor(WORKERS, get_context("fork")) as pool:
        kinds = [
            _of_kind(kind, found[kind], most, pool) for kind in found if kind in only or not only
        ]
    return Score(commit(), digest(), SEED, kinds)


def _of_kind(kind: str, places: Sequence[Site], most: int, pool: ProcessPoolExecutor) -> Kind:
    """Try places in their order until so many of them were mutants."""
    tried: list[tuple[Site, Verdict]] = []
    left_out = sum(not one.on_subject for one in places)
    at = 0
    while at < len(places) and len(tried) < most:
        end = min(len(places), at + most - len(tried))
        some = [one for one in range(at, end) if places[one].on_subject]
        verdicts = pool.map(_try, [(kind, one) for one in some], chunksize=5)
        tried += [(places[one], told) for one, told in zip(some, verdicts, strict=True) if told]
        at = end
    survived = [(site, told) for site, told in tried if not told.killed]
    return Kind(
        kind,
        len(tried),
        len(tried) - len(survived),
        sum(told.noted for _, told in survived),
        at == len(places),
        AIMS.get(kind),
        [Survivor(one.file, one.line, one.before, one.after) for one, _ in survived],
        left_out,
        len(places),
        sum(told.by_slip for _, told in tried),
    )


def _try(which: tuple[str, int]) -> Verdict | None:
    stage, found = _staged[0]
    kind, at = which
    return found[kind][at].attempt(stage)


def digest() -> str:
    """Return a digest of the code of the checks, and of all that they read with."""
    made = hashlib.sha256()
    engine = ROOT / "src/sourcebook"
    for path in sorted(one for room in CHECKS for one in (engine / room).rglob("*.py")):
        made.update(path.relative_to(engine).as_posix().encode())
        made.update(path.read_bytes())
    return made.hexdigest()


def commit() -> str:
    """Return the commit that is checked out, with a sign where something was changed since."""
    command = ["git", "describe", "--always", "--dirty=+", "--abbrev=12", "--exclude=*"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return told.stdout.strip() or "unknown"
