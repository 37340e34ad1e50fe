"""The inventory of what the book defines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util.inventory import InventoryFile

if TYPE_CHECKING:
    from conftest import Build


def test_the_inventory_names_sources_and_evidence(built: Build) -> None:
    data = InventoryFile.loads((built.out / "objects.inv").read_bytes(), uri="").data
    assert data["sourcebook:evidence"]["times-order"].uri == "docs/sources.html#ev-times-order"
    assert data["sourcebook:source"]["harbour-times"].display_name == "Harbour Times"
