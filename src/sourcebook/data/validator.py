"""Frictionless, which validates tables, loaded only when tables are read."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from types import ModuleType

from sourcebook.data.grammars import load_jsonschema


@cache
def frictionless() -> ModuleType:
    """Return the library.

    It checks descriptors with jsonschema. Which class reads a type of field, it looks up among all
    classes for every field, several times: here once for each type.
    """
    load_jsonschema()
    library = import_module("frictionless")
    library.system.select_field_class = cache(library.system.select_field_class)
    return library
