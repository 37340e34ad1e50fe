"""The picture of the README: the built book on a desktop in light, and on a phone in dark.

Run by ``nox -s picture`` over the pages that ``nox -s html`` built.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from browser.chromium import launched
from PIL import Image

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[2]
SITE, PICTURE = ROOT / "_build/html", ROOT / "docs/picture.webp"
DESKTOP: dict[str, Any] = {"viewport": {"width": 1100, "height": 700}, "color_scheme": "light"}
PHONE: dict[str, Any] = {"viewport": {"width": 330, "height": 700}, "color_scheme": "dark"}
PAGE, MARKER = "docs/findings.html", "article table .marker a.ev >> nth=8"
GAP, QUALITY = 20, 80


def shot(browser: Browser, look: dict[str, Any]) -> Image.Image:
    """Return the page as it looks with the words behind a marker opened."""
    page = browser.new_context(**look, reduced_motion="reduce").new_page()
    page.goto((SITE / PAGE).as_uri())
    marker = page.locator(MARKER)
    marker.evaluate("it => it.scrollIntoView({ block: 'center' })")
    marker.click()
    page.wait_for_selector(".sourcebook-popup:popover-open, .sourcebook-popup:visible")
    page.wait_for_timeout(500)
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


def picture() -> int:
    """Write both looks side by side, as a small file."""
    with launched() as browser:
        looks = [shot(browser, look) for look in (DESKTOP, PHONE)]
    width = sum(one.width for one in looks) + GAP
    whole = Image.new("RGB", (width, max(one.height for one in looks)), "white")
    whole.paste(looks[0], (0, 0))
    whole.paste(looks[1], (width - looks[1].width, 0))
    whole.save(PICTURE, quality=QUALITY, method=6)
    print(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(picture())
