"""What a page's front matter declares: its tier, and that the prose gate does not apply to it."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.pages.blocks import front_matter

EXEMPT, TIER_KEY = "prose-exempt", "tier"


@dataclass(frozen=True)
class Page:
    """A page as declared.

    ``tier`` is empty for the first; ``exempt`` is the reason for an exemption from the prose gate,
    empty where none is given, ``None`` for a page that is not exempt.
    """

    tier: str = ""
    exempt: str | None = None


def read_page(text: str) -> Page:
    """Return what the front matter of a page's text declares."""
    matter = front_matter(text)
    exempt = str(matter[EXEMPT] or "").strip() if EXEMPT in matter else None
    return Page(str(matter.get(TIER_KEY) or "").strip(), exempt)
