"""Front matter and glossaries as a page declares them."""

from __future__ import annotations

from sourcebook.pages.blocks import front_matter, glossary_terms


def test_front_matter_and_glossary_terms() -> None:
    assert front_matter("---\nprose-exempt: why\n---\n\ntext") == {"prose-exempt": "why"}
    assert front_matter("---\na: [\n---\n") == front_matter("text") == {}
    text = ":::{note}\n```{glossary}\nAlpha\n  One.\n\nBeta\n  Two.\n```\n:::"
    assert list(glossary_terms(text)) == ["Alpha", "Beta"]
