"""Warnings: the one way to give them, each of a subtype that the catalogue of checks explains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util import logging

if TYPE_CHECKING:
    from sourcebook.problems import Subtype

LOGGER = logging.getLogger(__name__)


def warn(subtype: Subtype, message: str, location: str | tuple[str, int | None] | None) -> None:
    """Give a warning of type ``sourcebook``.

    ``location`` is ``file:line``, or the name of a page with a line.
    """
    LOGGER.warning(message, type="sourcebook", subtype=subtype, location=location)
