"""The prose gate in a build: pages as shown, notebooks' output, counts, exemptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import TinyBook


def test_what_is_written_by_hand_fails_the_build_once_at_its_line(tiny: TinyBook) -> None:
    tiny.edit("docs/index.md", "ordered two lamps", "ordered\nnine lamps")
    done = tiny.build("-W", run=False)
    assert done.code == 1
    line = tiny.line("docs/index.md", "nine lamps")
    assert f"docs/index.md:{line}: WARNING: “nine” is a number" in done.warnings
    assert done.faults() == [("prose", "nine")]
    again = tiny.build("-W", run=False)
    assert again.faults() == [("prose", "nine")]
    tiny.edit("docs/index.md", "nine lamps", "two lamps")
    assert tiny.build("-W", run=False).code == 0


def test_an_exempt_page_says_so(tiny: TinyBook) -> None:
    tiny.append(
        "docs/free.md", "---\nprose-exempt: it shows <examples>\n---\n\n# Free\n\n99 lamps\n"
    )
    tiny.append("docs/index.md", "\n```{toctree}\nfree\n```\n")
    done = tiny.build("-W", run=False)
    assert done.code == 0, done.warnings
    page = done.page("docs/free.html")
    assert "carried by evidence: it shows &lt;examples&gt;.</p>" in page
    assert "prose-exempt" not in done.page("docs/index.html")
