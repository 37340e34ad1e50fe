"""Grammars of addresses, which jsonschema compiles as it is imported: here when first asked."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

GRAMMARS = {"rfc3987_syntax": "is_valid_syntax", "rfc3986_validator": "validate_rfc3986"}


def load_jsonschema() -> None:
    """Import jsonschema, whose grammars are compiled when somebody asks it about an address.

    One of them takes longer than all tables of a book, and neither tables nor notebooks are held
    against it.
    """
    if "jsonschema" in sys.modules:
        return
    later = {name: _Later(name) for name in GRAMMARS if _is_to_come(name)}
    sys.modules |= later
    try:
        import_module("jsonschema")
    finally:
        for name in later:
            del sys.modules[name]


def _is_to_come(name: str) -> bool:
    return name not in sys.modules and find_spec(name) is not None


class _Later(ModuleType):
    """Stands for a grammar while jsonschema is imported."""

    def __getattr__(self, name: str) -> Callable[..., object]:
        if name != GRAMMARS[self.__name__]:
            raise AttributeError(name)
        return lambda *asked, **how: getattr(import_module(self.__name__), name)(*asked, **how)
