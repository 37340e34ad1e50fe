"""Numbers of figures: by the sections they stand in, and as they were where no page is read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import TinyBook

FIGURE = "```{{figure}} dot.svg\n:name: fig-{name}\n:alt: A dot\n\nA dot {name}.\n```\n"
DOT = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>\n'


def numbers(tiny: TinyBook, *options: str) -> dict[str, str]:
    """Build, and return the number of the figure on each of the pages that have one."""
    made = tiny.build("-W", *options, run=False)
    assert made.code == 0, made.warnings
    pages = {path.stem: path.read_text("utf-8") for path in (made.out / "docs").glob("*lamp.html")}
    return {
        name: ", ".join(re.findall(r'<span class="caption-number">Figure (\d+)', text))
        for name, text in pages.items()
    }


def test_figures_keep_their_numbers_where_no_page_is_read(tiny: TinyBook) -> None:
    tiny.quieten()
    tiny.append("docs/dot.svg", DOT)
    for name in ("onelamp", "twolamp"):
        tiny.add_page(name, FIGURE.format(name=name))
    assert numbers(tiny) == {"onelamp": "1", "twolamp": "2"}
    assert numbers(tiny, "-D", "html_title=Lamps") == {"onelamp": "1", "twolamp": "2"}
    (tiny.root / "docs/onelamp.md").unlink()
    tiny.edit("docs/index.md", "\n```{toctree}\nonelamp\n```\n", "")
    assert numbers(tiny) == {"twolamp": "1"}


NESTED = """
# Nested

## Part

```{figure} dot.svg
A dot that has words.
```

```{figure} dot.svg
```

````{note}
:name: a-note

```{figure} dot.svg
A dot within a note.
```
```{code-block} python
:caption: A line

pass
```
````

### Below

```{table} Of dots
| a | b |
| - | - |
| c | d |
```
"""
COUNTED = [*("Figure 2.1", "Figure 2.2", "Listing 2.1", "Table 2.1")]


def test_what_is_numbered_counts_as_it_stands_within_numbered_sections(tiny: TinyBook) -> None:
    tiny.quieten()
    tiny.append("docs/dot.svg", DOT)
    tiny.append("docs/onelamp.md", f"# One\n\n{FIGURE.format(name='onelamp')}")
    tiny.append("docs/nested.md", NESTED)
    tiny.append("docs/index.md", "\n```{toctree}\n:numbered:\nonelamp\nnested\n```\n")
    made = tiny.build("-W", "-D", "numfig_secnum_depth=1", run=False)
    assert made.code == 0, made.warnings
    assert counted(made.page("docs/onelamp.html")) == ["Figure 1.1"]
    assert counted(made.page("docs/nested.html")) == COUNTED


def counted(page: str) -> list[str]:
    """Return the numbers that a page shows."""
    return [one.strip() for one in re.findall(r'<span class="caption-number">([^<]+)', page)]
