"""Builds killed at any moment: one ordinary build later, the bytes are those of a clean one."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from builds.conftest import Walk
    from conftest import TinyBook

KILLS = 50
BUILDS = (("html",), ("pdf",), ("epub",), ("pdf", "html"))


def change(tiny: TinyBook) -> None:
    tiny.edit("data/people.csv", "person,harbour master", "person,master")
    tiny.edit("docs/second.md", "is said to reach", "is believed to reach")


@pytest.mark.walks(0)
@pytest.mark.parametrize("seed", range(KILLS))
def test_a_killed_build_leaves_nothing_that_the_next_believes(walk: Walk, seed: int) -> None:
    chance = random.Random(seed)
    from_nothing, builders = chance.random() < 0.5, chance.choice(BUILDS)
    clean = walk.clean_after("two words", change, builders)
    walk.restore()
    change(walk.tiny)
    if from_nothing:
        walk.forget()
    at = chance.randrange(len(builders))
    for builder in builders[:at]:
        walk.sound(builder)
    walk.interrupt(builders[at], chance, "-j", chance.choice("13"))
    for builder in builders:
        walk.sound(builder)
        assert not walk.differs(builder, clean)


@pytest.mark.walks(0)
@pytest.mark.parametrize("seed", range(KILLS))
def test_a_killed_run_of_the_notebooks_leaves_nothing_that_a_build_believes(
    walk: Walk, seed: int
) -> None:
    clean = walk.clean_after("two words", change, ("html",))
    walk.restore()
    change(walk.tiny)
    walk.forget()
    walk.interrupt_run(random.Random(seed))
    walk.sound("html")
    assert not walk.differs("html", clean)


@pytest.mark.walks(0)
@pytest.mark.parametrize("seed", range(KILLS))
def test_a_killed_build_of_all_formats_leaves_nothing_that_the_next_believes(
    walk: Walk, seed: int
) -> None:
    chance = random.Random(seed)
    from_nothing, builders = chance.random() < 0.5, ("pdf", "epub", "html")
    clean = walk.clean_after("two words", change, builders)
    walk.restore()
    change(walk.tiny)
    if from_nothing:
        walk.forget()
    walk.interrupt_all(chance)
    for builder in builders:
        walk.sound(builder)
        assert not walk.differs(builder, clean)
