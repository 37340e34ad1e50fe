"""Kernels of a build: those that MyST-NB starts are forked from the nursery where they can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.run.kernels import use

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(_: Sphinx) -> None:
    """Have kernels start by a fork from now on."""
    use()
