"""The two books that tests read, and the schemas that what is made of them keeps to."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sourcebook.data.book import find_root

TESTS = Path(__file__).parents[1]
TINY_BOOK = TESTS / "book"
THE_BOOK = find_root(TESTS.parent)


def schema(name: str) -> Any:
    """Return a schema by its name."""
    return json.loads((TESTS / f"schemas/{name}.json").read_text("utf-8"))
