"""What libraries would work out alike in test after test: kept here, for forked builds as well."""

from __future__ import annotations

import importlib
import json
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sourcebook.data.validator import frictionless

if TYPE_CHECKING:
    from collections.abc import Callable

    from frictionless import Resource


def remember_reports() -> None:
    """Keep what is wrong with a table, by its text and its schema, if that refers to no other.

    The library is loaded here, before a test imports jsonschema, which would compile a grammar.
    """
    resource: Any = frictionless().Resource
    validated = resource.validate
    kept: dict[bytes, object] = {}

    def validate_once(resource: Resource, *given: object, **options: object) -> object:
        if given or options or resource.schema.foreign_keys:
            return validated(resource, *given, **options)
        key = _of_table(resource)
        if key not in kept:
            kept[key] = validated(resource)
        return kept[key]

    resource.validate = validate_once


def _of_table(resource: Resource) -> bytes:
    version = getattr(resource, "_datapackage_version", None)
    described = json.dumps([resource.to_descriptor(), version], default=str)
    text = Path(resource.basepath or "", resource.path or "").read_bytes()
    return sha256(described.encode() + text).digest()


def remember_builds() -> None:
    """Keep where the parts of pybtex are, the stems of words and the code of templates."""
    plugins: Any = importlib.import_module("pybtex.plugin")
    plugins.entry_points = cache(plugins.entry_points)
    styles: Any = importlib.import_module("sphinxcontrib.bibtex.plugin")
    styles._entry_points = cache(styles._entry_points)
    english: Any = importlib.import_module("sphinx.search.en").SearchEnglish
    stem = cache(importlib.import_module("snowballstemmer").stemmer("english").stemWord)
    english.stem = lambda _, word: stem(word.lower())
    templates: Any = importlib.import_module("jinja2").Environment
    templates.compile = _kept(templates.compile)


def _kept(compiled: Callable[..., object]) -> Callable[..., object]:
    """Return what compiles a template once, by its text and the parts that its language has."""
    kept: dict[object, object] = {}

    def compile_once(environment: Any, source: object, *names: object, **options: object) -> object:
        if not isinstance(source, str) or options:
            return compiled(environment, source, *names, **options)
        key = (source, *names, *environment.extensions)
        if key not in kept:
            kept[key] = compiled(environment, source, *names)
        return kept[key]

    return compile_once
