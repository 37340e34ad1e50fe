"""What the parts of the engine register with Sphinx: roles, directives and settings by name."""

from __future__ import annotations

from unittest.mock import MagicMock

from sourcebook.sphinx import PARTS


def registered() -> MagicMock:
    """Return what the engine's parts asked of an application that notes all and does nothing."""
    app = MagicMock()
    for part in PARTS:
        part.setup(app)
    return app


def names(app: MagicMock, asked: str) -> set[str]:
    """Return what the parts of the engine asked to be added, such as roles."""
    return {call.args[0] for call in getattr(app, asked).call_args_list}
