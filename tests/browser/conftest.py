"""The browser of these tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser.chromium import launched

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Give a Chromium to the tests of a module; fails where there is none."""
    with launched() as started:
        yield started
