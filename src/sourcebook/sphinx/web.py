"""What every part that writes for a browser asks: is this a web site, where and what is a file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx.util.osutil import relative_uri

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.config import Config


def is_website(builder: Builder) -> bool:
    """Tell whether a builder writes pages for a browser, not those of an EPUB."""
    return builder.format == "html" and builder.name != "epub"


def from_page(builder: Builder, pagename: str, path: str) -> str:
    """Return the address of a file of the output as seen from a page."""
    return relative_uri(builder.get_target_uri(pagename), path)


def site(config: Config) -> str:
    """Return the address that a book is told to stand at; empty where there is none."""
    return str(config.html_baseurl or "").rstrip("/")


def as_file_name(key: str) -> str:
    """Return a name for the file of an object; different ids never have the same on any disk."""
    return re.sub(r"[^a-z0-9-]", lambda match: f"_{ord(match[0]):x}_", key)
