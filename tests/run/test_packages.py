"""Which packages modules come from: asked once, and again when others are installed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from sourcebook.run import packages

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what is added to each time that it is found out at length."""
    found: list[str] = []

    def find() -> dict[str, list[str]]:
        found.append("asked")
        return {"lamp": ["lamps"], "wick": ["lamps", "candles"]}

    monkeypatch.setattr(packages, "packages_distributions", find)
    return found


def distributions(caches: Path, *modules: str) -> list[str]:
    """Return what the next process would."""
    packages.owners.cache_clear()
    return packages.distributions(caches, modules)


def test_modules_have_their_packages(tmp_path: Path, asked: list[str]) -> None:
    assert distributions(tmp_path, "wick", "lamp", "json") == ["candles", "lamps"]
    assert distributions(tmp_path, "lamp") == ["lamps"]
    assert asked == ["asked"]


def test_they_are_asked_for_again_when_others_are_installed_or_the_same_anew(
    tmp_path: Path, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(tmp_path / "site")
    for times, name, when in ((1, "1", 1), (2, "2", 1), (3, "2", 2), (3, "2", 2)):
        folder = tmp_path / "site" / f"lamps-{name}.dist-info"
        folder.mkdir(parents=True, exist_ok=True)
        os.utime(folder, (when, when))
        distributions(tmp_path, "lamp")
        assert len(asked) == times


@pytest.mark.parametrize("kept", ["", "[]", "{}", '{"now": 3}'])
def test_what_cannot_be_read_is_asked_for(kept: str, tmp_path: Path, asked: list[str]) -> None:
    (tmp_path / packages.OWNERS).write_text(kept, "utf-8")
    assert distributions(tmp_path, "lamp") == ["lamps"]
    assert distributions(tmp_path, "lamp") == ["lamps"]
    assert asked == ["asked"]


def test_nothing_fails_where_nothing_can_be_written(tmp_path: Path, asked: list[str]) -> None:
    assert distributions(tmp_path / "nowhere", "lamp") == ["lamps"]
    assert asked == ["asked"]


def test_a_package_has_a_version() -> None:
    assert packages.version_of("pandas")[0].isdigit()
    assert packages.version_of("no such package") == ""
