"""Checks that a book does without: by name, with a reason, and told wherever checks are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sourcebook.checks.catalogue import all_checks
from sourcebook.checks.opening import read_book
from sourcebook.checks.pages import Pages, check_pages
from sourcebook.checks.switched import NEEDED
from sourcebook.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import TinyBook

FAULT = "\nThe Zorblatt Institute knows {ev}`gazette-three-lamps`.\n"


def told(root: Path, settings: str) -> list[str]:
    (root / "sourcebook.toml").write_text(settings, "utf-8")
    book = read_book(root)
    return [str(one) for one in (*book.problems, *check_pages(Pages(book)))]


def test_a_check_that_is_switched_off_finds_nothing(
    tiny: TinyBook, capsys: pytest.CaptureFixture[str]
) -> None:
    tiny.append("docs/index.md", FAULT)
    assert any("Zorblatt" in one for one in told(tiny.root, ""))
    settings = '[off]\nname = "Names are new."\nnamed = "Names are new."\n'
    assert not any("Zorblatt" in one for one in told(tiny.root, settings))
    main(["--book", str(tiny.root), "check"])
    assert "note: the check “name” is switched off: Names are new." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("settings", "wrong"),
    [
        ('[off]\nstrenght = "why"\n', "there is no check to switch off"),
        ('[off]\nstrenght = "why"\n', "“strength”"),
        ('[off]\nstrength = " "\n', "“strength” is switched off without a reason"),
        ('[off]\nquotations = "why"\n', "a check cannot be switched off"),
        ("off = 1\n", "the setting “off” has another form"),
        ("[off]\nstrength = 1\n", "the setting “off” has another form"),
        ('[units]\nbushel = "3 litrs"\n', "the unit “bushel” is not declared as one"),
    ],
)
def test_what_is_switched_off_wrongly_is_told(tiny: TinyBook, settings: str, wrong: str) -> None:
    assert any(wrong in one for one in told(tiny.root, settings))


def test_what_others_rest_on_is_a_check() -> None:
    assert {*NEEDED} <= {one.name for checks in all_checks().values() for one in checks}
