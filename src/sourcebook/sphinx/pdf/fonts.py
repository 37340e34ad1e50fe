"""The fonts of the printed book: the compiler's own and those a book brings, never the system's."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.errors import ConfigError

from sourcebook.sphinx.pdf.typst import call, string, value

if TYPE_CHECKING:
    from sphinx.config import Config

FAMILIES = ("Libertinus Serif", "DejaVu Sans Mono", "New Computer Modern Math")
STYLES = (("regular", "normal"), ("regular", "italic"), ("bold", "normal"), ("bold", "italic"))
UNDISPLAYED = re.compile(r'the text `("(?:[^"\\]|\\.)*")` could not be displayed')
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


def folders(config: Config, confdir: Path) -> list[str]:
    """Return the folders that hold a book's own fonts.

    Raises ``ConfigError`` for a package that is not installed.
    """
    named = [str(Path(confdir, one)) for one in config.sourcebook_font_paths]
    return [*named, *_of_packages(config.sourcebook_font_packages)]


def families(config: Config) -> list[str]:
    """Return the families that stand in where the book's own face lacks a character, in order."""
    import typst  # here, as a book that is never printed need not install it

    given = [str(one) for one in config.sourcebook_print_fonts]
    found = _of_packages(config.sourcebook_font_packages)
    brought = typst.Fonts(False, False, list(found)).families() if found else []
    return list(dict.fromkeys([*given, *brought]))


def undisplayed(
    texts: Iterable[str], families: Sequence[str], folders: Sequence[str]
) -> frozenset[str]:
    """Return those of the texts that no font displays in every style.

    The compiler itself is asked: it tells of each text that it has no glyph for.
    """
    import typst

    asked = sorted(set(texts))
    styled = (
        call("text", string(one), weight=weight, style=style)
        for one in asked
        for weight, style in STYLES
    )
    lines = "\n".join(f"#par({one.text})" for one in styled)
    fonts = value([FAMILIES[0], *families, *FAMILIES[1:]])
    probe = f'#set document(title: "-")\n#set text(font: {fonts}, fallback: false)\n{lines}'
    try:
        typst.compile(
            probe.encode(),
            font_paths=typst.Fonts(False, True, list(folders)),
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards="ua-1",
        )
    except typst.TypstError as error:
        told = {_read(one) for one in UNDISPLAYED.findall(error.diagnostic)}
        return frozenset(one for one in asked if any(part in one for part in told))
    return frozenset()


def _read(literal: str) -> str:
    """Return the words of a literal as Typst writes them."""
    python = ESCAPED.sub(lambda match: f"\\U{int(match[1], 16):08x}", literal)
    return str(ast.literal_eval(python))


def _of_packages(names: Iterable[str]) -> list[str]:
    found: list[str] = []
    for name in names:
        try:
            spec = find_spec(name)
        except (ImportError, ValueError):
            spec = None
        if spec is None or not spec.submodule_search_locations:
            raise ConfigError(
                f"sourcebook_font_packages: no package “{name}” is installed\n"
                "    expected: the name by which Python imports a package that holds fonts\n"
                "    do:       install the package, or correct its name in conf.py"
            )
        found += spec.submodule_search_locations
    return found
