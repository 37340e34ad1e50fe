"""One style sheet for all pages of the look: no rule that no page needs, and no style in a page."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydata_sphinx_theme.pygments import overwrite_pygments_css

from sourcebook.sphinx.builds.output import WRITTEN
from sourcebook.sphinx.settings import LOOK
from sourcebook.sphinx.web import is_website

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Set

    from sphinx.application import Sphinx

    from sourcebook.sphinx.builds.output import StampedBuilder

SHEET = "_static/book.css"
STATIC, WITHOUT_SCRIPTS = Path(__file__).parent / "static", "no-script.css"
OF_THE_THEME = ("basic.css", "styles/pydata-sphinx-theme.css")
SIGNS = ("fontawesome.js", "webfonts")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SIGN_OF_A_FONT = re.compile(r"[\ue000-\uf8ff]|\\[ef][0-9a-f]{3}\b")
PIECE = re.compile(r"([^{};]*)([{};])")
NAME = re.compile(r"[.#]((?:[\w-]|\\.)+)")
NEGATED = re.compile(r":not\((?:[^()]|\([^()]*\))*\)")
WORD = re.compile(r"[\w-]+")
VALUE = r"""(?:"[^"]*"|'[^']*'|\([^()"']*\)|[^;{}"'])*"""
VARIABLE = re.compile(rf"(?<![\w-])(--[\w-]+)\s*:{VALUE}(?:;|(?=\}}))")
NAMED = re.compile(r"--[\w-]+")
READ = re.compile(r"var\(\s*(--[\w-]+)")
KEYFRAMES = re.compile(r"@keyframes ([\w-]+)\{(?:[^{}]*\{[^{}]*\})*\}\n?")
STYLE, MOVED = 'style="', 'data-style="'
CLASSES = re.compile(r'(?:class|id)="([^"]*)"')
TAG_WITH_STYLE = re.compile(r'(<[a-z][^<>]*?\s)style="([^"<>]*)"')
STYLED = re.compile(r'\sdata-style="([^"]*)"')
GROUPS = ("@media", "@supports", "@layer", "@container")
MOST_USED_BY_SCRIPTS = ("show", "collapsing", "fade", "tooltip")


def setup(app: Sphinx) -> None:
    """Make the sheet after the pages, whose classes tell which rules are needed."""
    app.connect("html-page-context", leave_out_inline, priority=900)
    app.connect(WRITTEN, write_sheet)


def has_look(app: Sphinx) -> bool:
    """Tell whether the pages are a website with the look that the sheet is made for."""
    return bool(app.config.html_theme == LOOK and is_website(app.builder))


def leave_out_inline(
    app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: Any
) -> None:
    """Leave out the scripts that stand within the page, and have no other hold up its drawing."""
    if has_look(app):
        files = context.get("script_files", [])
        context["script_files"] = [one for one in files if getattr(one, "filename", one)]
        for one in context["script_files"]:
            getattr(one, "attributes", {}).setdefault("defer", "defer")


def write_sheet(app: Sphinx, builder: StampedBuilder) -> None:
    """Take the styles out of the pages, and write all rules that these need into one file."""
    if not has_look(app):
        return
    overwrite_pygments_css(app)
    folder = Path(builder.outdir)
    used, styles, read = set(MOST_USED_BY_SCRIPTS), set[str](), set[str]()
    for path in folder.rglob("*.html"):
        text = path.read_text("utf-8")
        if STYLE in text.replace(MOVED, ""):
            text = TAG_WITH_STYLE.sub(rf'\1{MOVED}\2"', text)
            path.write_text(text, "utf-8", newline="\n")
        styles |= set(STYLED.findall(text))
        used |= set(WORD.findall(" ".join(set(CLASSES.findall(text)))))
    for path in folder.glob("_static/**/*.js"):
        text = path.read_text("utf-8") if "search-index" not in path.name else ""
        read |= set(NAMED.findall(text))
        if "bootstrap" not in path.name:
            used |= set(WORD.findall(text))
    rules = [*sheets(builder), *(f'[data-style="{one}"] {{{one}}}' for one in sorted(styles))]
    sheet = without_unread("\n".join(needed("\n".join(rules), used)), read)
    (folder / SHEET).write_text(sheet, "utf-8", newline="\n")
    remove_unused(folder)


def without_unread(css: str, named: Set[str]) -> str:
    """Return a sheet without motions that nothing plays, and variables neither read nor named."""
    played = set(WORD.findall(KEYFRAMES.sub("", css)))
    css = KEYFRAMES.sub(lambda found: found[0] if found[1] in played else "", css)
    read = {*READ.findall(css), *named}
    kept = VARIABLE.sub(lambda found: found[0] if found[1] in read else "", css)
    return css if kept == css else without_unread(kept, named)


def sheets(builder: StampedBuilder) -> Iterator[str]:
    """Yield the style sheets in the order in which they hold: those of all pages, then of some."""
    static = Path(builder.outdir, "_static")
    own = sorted(getattr(builder, "_orig_css_files", ()), key=lambda one: one.priority)
    names = [str(one.filename).removeprefix("_static/") for one in own]
    of_some_pages = {path.name for path in STATIC.glob("*.css")} - {*names, WITHOUT_SCRIPTS}
    for name in dict.fromkeys((*OF_THE_THEME, *names, *sorted(of_some_pages))):
        path = static / name
        if "//" not in name and path.is_file():
            yield path.read_text("utf-8").replace("@charset", "@ignored")


def remove_unused(folder: Path) -> None:
    """Take away the scripts, fonts and maps of the theme that no page asks for."""
    for path in [*folder.glob("_static/**/*")]:
        unused = path.suffix == ".map" or any(one in path.as_posix() for one in SIGNS)
        if path.is_file() and unused:
            path.unlink()


def needed(css: str, used: Set[str]) -> Iterator[str]:
    """Yield the rules of a sheet whose classes and ids are all used; groups with what they keep.

    Signs that only the theme's font of signs can draw are left out, as the font is.
    """
    plain = SIGN_OF_A_FONT.sub("", COMMENT.sub("", css))
    yield from _within(iter(PIECE.findall(plain)), used)


def _within(pieces: Iterator[tuple[str, str]], used: Set[str]) -> Iterator[str]:
    """Yield the rules up to the end of a group."""
    for words, sign in pieces:
        head = " ".join(words.split())
        if sign == "}":
            return
        if sign == ";" or not head:
            continue
        if head.startswith(GROUPS):
            inner = list(_within(pieces, used))
            yield from [f"{head}{{{''.join(inner)}}}"] if inner else []
            continue
        body = _body(pieces)
        if head.startswith("@"):
            yield from [] if "Awesome" in body else [f"{head}{{{body}}}"]
        elif kept := [one for one in _selectors(head) if _is_used(one, used)]:
            yield f"{','.join(kept)}{{{body}}}"


def _body(pieces: Iterable[tuple[str, str]]) -> str:
    """Return what stands up to the brace that closes one that is open."""
    found, depth = "", 1
    for words, sign in pieces:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        found += " ".join(words.split())
        if not depth:
            break
        found += sign
    return found


def _selectors(head: str) -> list[str]:
    """Return the selectors of a rule; a comma within brackets parts none."""
    found, depth = [""], 0
    for sign in head:
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(sign, 0)
        if sign == "," and not depth:
            found.append("")
        else:
            found[-1] += sign
    return [one.strip() for one in found]


def _is_used(selector: str, used: Set[str]) -> bool:
    names = [one.replace("\\", "") for one in NAME.findall(_plain(selector))]
    signs = any(one.startswith("fa-") and one not in used for one in names)
    return not signs and all(one in used for one in names)


def _plain(selector: str) -> str:
    """Return a selector without what may be absent: what it denies, and choices between several."""
    return re.sub(r":(?:is|where)\([^()]*\)", "", NEGATED.sub("", selector))
