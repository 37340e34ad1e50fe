"""Which addresses a book may link to: the one place that decides, for data, pages and output."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from html import unescape
from html.parser import HTMLParser
from unicodedata import category

from sourcebook.problems import Problem

SCHEMES = ("http", "https", "doi")
EXPECTED = "an address that begins with http:// or https://, or a DOI"
DO = "write an address that is allowed, or take the link out"
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
OPAQUE = re.compile(r"[\x00-\x20]*(?:[\\/][\x00-\x20]*){2}")
DOI = re.compile(r"10\.\d{4,9}/\S+")
EPRINT = re.compile(r"[\w.-]+(?:/[\w.-]+)*")
BROWSERS_SKIP = re.compile(r"[\x00-\x20\x7f-\xa0]")
OF_LINKS = {"action", "archive", "background", "cite", "classid", "codebase", "data", "formaction"}
OF_LINKS |= {"from", "href", "icon", "longdesc", "manifest", "poster", "profile", "src", "to"}
OF_LINKS |= {"usemap", "xlink:href", "xml:base"}
UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
LISTS = {"ping": r"\s+", "srcset": r"[\s,]+", "values": r"\s*;\s*"}
REFRESH = re.compile(r"url\s*=\s*['\"]?(.*)", re.IGNORECASE | re.DOTALL)


def fault(address: str, internal: Collection[str] = ()) -> str:
    """Return why a page may not link to an address; empty where it may.

    An address without a scheme is one within the book, and so is one whose scheme is ``internal``.
    """
    plain = unescape(address)
    if _holds(address, UNSEEN):
        return "a character that cannot be seen"
    if OPAQUE.match(plain):
        return "an address without a scheme"
    found = SCHEME.match(BROWSERS_SKIP.sub("", plain))
    if not found:
        return ""
    scheme = found[1].lower()
    if scheme in internal:
        return ""
    if scheme not in SCHEMES:
        return f"the scheme “{scheme}:”"
    return fault_outside(address)


def fault_outside(address: str) -> str:
    """Return why an address does not lead out of the book; empty where it does."""
    if _holds(address, (*UNSEEN, "Zs")):
        return "white space, or a character that cannot be seen"
    scheme, colon, rest = address.partition(":")
    if not colon or scheme.lower() not in SCHEMES:
        return f"the scheme “{scheme}:”" if colon else "no scheme"
    if scheme.lower() == "doi":
        return fault_of_doi(rest)
    return "" if re.match(r"//[^/?#\\]", rest) and "\\" not in rest else "no host"


def fault_of_doi(doi: str) -> str:
    """Return why words are no DOI, such as ``10.1000/182``; empty where they are."""
    return "" if DOI.fullmatch(doi) else "no DOI, which begins with 10. and has a slash"


def fault_of_eprint(eprint: str) -> str:
    """Return why words are no number of a preprint; empty where they are."""
    return "" if EPRINT.fullmatch(eprint) else "no number of a preprint"


def refused(file: str, line: int | None, where: str, address: str, reason: str) -> Problem:
    """Return the problem that an address may not be linked to; ``where`` says what holds it."""
    found = f"{address!r}: {reason}"
    return Problem(file, line, f"{where} may not be linked to", found, EXPECTED, DO)


def in_html(html: str) -> Iterator[tuple[str, int, str]]:
    """Yield each address in HTML that may not be linked to: as written, its line, and why.

    A tag that the HTML leaves open is read as one that what follows it may close.
    """
    found: dict[tuple[str, int, str], None] = {}
    for end in ("", ">", '">', "'>"):
        reader = _Reader()
        reader.feed(html + end)
        reader.close()
        found |= dict.fromkeys(reader.found)
    yield from found


class _Reader(HTMLParser):
    """Gathers the faulty addresses of the attributes of every tag, as a browser reads them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, int, str]] = []

    def handle_starttag(self, _: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at a tag's attributes."""
        line = self.getpos()[0]
        for name, value in attrs:
            for address in _addresses(name, value or ""):
                if reason := fault(address):
                    self.found.append((address, line, reason))


def _addresses(name: str, value: str) -> list[str]:
    if name == "srcdoc":
        return [address for address, _, _ in in_html(value)]
    if name == "content":
        return REFRESH.findall(value)
    if name in LISTS:
        return re.split(LISTS[name], value)
    return [value] if name in OF_LINKS else []


def _holds(address: str, categories: Collection[str]) -> bool:
    plain = address.isprintable() and " " not in address
    return not plain and any(category(sign) in categories for sign in address)
