"""Frictionless, which validates tables, loaded only when tables are read."""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

GRAMMAR = "rfc3987_syntax"


@cache
def frictionless() -> ModuleType:
    """Return the library.

    It checks descriptors with jsonschema, which compiles a grammar of international addresses as it
    is imported, for several times as long as all tables take. Here the grammar is compiled when
    somebody first asks jsonschema about such an address; no descriptor does.
    """
    if not {GRAMMAR, "jsonschema"} & sys.modules.keys() and find_spec(GRAMMAR):
        sys.modules[GRAMMAR] = _Later(GRAMMAR)
        try:
            import_module("jsonschema")
        finally:
            del sys.modules[GRAMMAR]
    return import_module("frictionless")


class _Later(ModuleType):
    """Stands for the grammar while jsonschema is imported."""

    @staticmethod
    def is_valid_syntax(term: str, value: str) -> bool:
        """Tell whether a value is such an address, as the grammar itself tells."""
        return bool(import_module(GRAMMAR).is_valid_syntax(term, value))
