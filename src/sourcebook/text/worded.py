"""Words of a source with the tag of the language that they are in, where that is not English."""

from __future__ import annotations

from sourcebook.text.abroad.tongue import Tongue, tongue


class Worded(str):
    """Words in another language than English: compared as words, read by that language's rules."""

    tag: str

    def __new__(cls, words: str, tag: str) -> Worded:
        """Take the words, and the BCP 47 tag of their language."""
        made = super().__new__(cls, words)
        made.tag = tag
        return made

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]
        """Return what a copy is made of."""
        return str(self), self.tag


def worded(words: str, tag: str) -> str:
    """Return words that know their language, plain ones if it is English."""
    return Worded(words, tag) if tongue(tag) else words


def tongue_of(words: str) -> Tongue | None:
    """Return the language that words are in; ``None`` for English."""
    return tongue(words.tag) if isinstance(words, Worded) else None


def tag_of(words: str) -> str:
    """Return the tag of the language that words are in; empty for English."""
    return words.tag if isinstance(words, Worded) else ""
