"""What libraries would work out alike in test after test: kept here, for forked builds as well."""

from __future__ import annotations

import importlib
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


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
