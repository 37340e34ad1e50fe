"""Frictionless, which validates tables, loaded only when tables are read."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

GRAMMARS = {"rfc3987_syntax": "is_valid_syntax", "rfc3986_validator": "validate_rfc3986"}


@cache
def frictionless() -> ModuleType:
    """Return the library.

    It checks descriptors with jsonschema, which compiles grammars of addresses as it is imported,
    one of them for several times as long as all tables take. Here they are compiled when somebody
    first asks jsonschema about an address; no descriptor does. And which class reads a type of
    field, it looks up among all classes for every field, several times: here once for each type.
    """
    if "jsonschema" not in sys.modules:
        later = {name: _Later(name) for name in GRAMMARS if _is_to_come(name)}
        sys.modules |= later
        try:
            import_module("jsonschema")
        finally:
            for name in later:
                del sys.modules[name]
    library = import_module("frictionless")
    library.system.select_field_class = cache(library.system.select_field_class)
    return library


def _is_to_come(name: str) -> bool:
    return name not in sys.modules and find_spec(name) is not None


class _Later(ModuleType):
    """Stands for a grammar while jsonschema is imported."""

    def __getattr__(self, name: str) -> Callable[..., object]:
        if name != GRAMMARS[self.__name__]:
            raise AttributeError(name)
        return lambda *asked, **how: getattr(import_module(self.__name__), name)(*asked, **how)
