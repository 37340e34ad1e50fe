"""What the code declares of itself, as entries."""

from __future__ import annotations

from sourcebook.sphinx.views.declared import docstring


def test_a_docstring_is_read_with_its_lists() -> None:
    said, facts = docstring(
        """Draw a :class:`Page`.

        More of
        it.

        Args:
            rows: what
                it shows.

        Raises:
            ValueError: there are none.
        """
    )
    assert said == ("Draw a ``Page``.", "More of it.")
    assert facts == ("``rows``: what it shows.", "Raises ``ValueError``: there are none.")
