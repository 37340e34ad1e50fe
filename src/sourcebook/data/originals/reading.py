"""Which library reads which kind of original, and with which versions its text was made."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from sourcebook.data.originals.docx import LIBRARY as DOCX
from sourcebook.data.originals.docx import read_docx
from sourcebook.data.originals.extracted import Extracted
from sourcebook.data.originals.html import LIBRARY as HTML
from sourcebook.data.originals.html import read_html
from sourcebook.data.originals.markdown import LIBRARY as MARKDOWN
from sourcebook.data.originals.markdown import read_markdown
from sourcebook.data.originals.pdf import LIBRARY as PDF
from sourcebook.data.originals.pdf import read_pdf
from sourcebook.data.originals.plain import encoding_of, read_in, read_plain
from sourcebook.problems import BookError, Problem
from sourcebook.version import installed_version

EXTRA = "sourcebook[sources]"
UTF_8 = "utf_8"
DECLARED = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([A-Za-z0-9_-]+)""", re.IGNORECASE)
LOOKED_AT = 4096
ENCODING = re.compile(r", encoding (\S+)$")


@dataclass(frozen=True)
class Kind:
    """A kind of original: the library that reads it, and how it reads bytes or a decoded text."""

    library: str
    of_bytes: Callable[[bytes, str], Extracted] | None = None
    of_text: Callable[[str, str], Extracted] | None = None


_HTML, _MARKDOWN = Kind(HTML, of_text=read_html), Kind(MARKDOWN, of_text=read_markdown)
TEXT = Kind("charset-normalizer", of_text=read_plain)
KINDS = {
    ".txt": TEXT,
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".html": _HTML,
    ".htm": _HTML,
    ".xhtml": _HTML,
    ".pdf": Kind(PDF, read_pdf),
    ".docx": Kind(DOCX, read_docx),
}


def extract(raw: bytes, file: str, encoding: str = "") -> Extracted:
    """Return the text of an original, read by the suffix of its name.

    Without an ``encoding`` that of a text is recognised. Raises :class:`BookError` if the file
    cannot be read, and :class:`ModuleNotFoundError` if the library for it is not installed.
    """
    kind = KINDS[Path(file).suffix.lower()]
    if kind.of_bytes:
        return replace(kind.of_bytes(raw, file), extractor=_made_by(kind.library))
    encoding = encoding or _declared(raw, kind) or encoding_of(raw, file)
    if kind.of_text is None:
        raise TypeError(file)
    read = kind.of_text(read_in(raw, encoding, file).text, file)
    maker = "" if kind is TEXT else _made_by(kind.library)
    named = maker if encoding == UTF_8 and maker else f"{maker}, encoding {encoding}"
    return replace(read, extractor=named.removeprefix(", "))


def encoding_in(extractor: str) -> str:
    """Return the encoding that the name of an extractor ends with; empty where there is none."""
    found = ENCODING.search(f", {extractor}")
    return found[1] if found else ""


def not_installed(file: str, library: str) -> BookError:
    """Return the error of a file whose library is missing."""
    return BookError(
        [
            Problem(
                file,
                None,
                "the library that reads such a file is not installed",
                f"no {library} in this Python",
                f"{EXTRA}, the command with what it needs to read sources",
                f"pip install '{EXTRA}'",
            )
        ]
    )


def _made_by(library: str) -> str:
    try:
        return f"{library} {version(library)}, sourcebook {installed_version()}"
    except PackageNotFoundError:
        return f"{library}, sourcebook {installed_version()}"


def _declared(raw: bytes, kind: Kind) -> str:
    """Return the encoding that a page declares, if its bytes are in it."""
    found = DECLARED.search(raw[:LOOKED_AT]) if kind is _HTML else None
    if not found:
        return ""
    try:
        name = found[1].decode()
        raw.decode(name)
    except (LookupError, UnicodeDecodeError):
        return ""
    return UTF_8 if name.lower() in ("utf-8", "utf8") else name
