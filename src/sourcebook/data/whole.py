"""Files that are written whole, or stay as they were."""

from __future__ import annotations

from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write a file in one step, for whoever reads it meanwhile; raises ``OSError`` if it cannot."""
    aside = path.with_name(f"{path.name}.part")
    aside.write_bytes(data)
    aside.replace(path)
