"""Finding a quotation's one place in a seed, and saying how far off it is where there is none."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from sourcebook.seeds import Seed

TYPOGRAPHIC_QUOTES = str.maketrans(
    {"‘": "'", "’": "'", "‚": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‟": '"'}
)
SHORTEST_WITHOUT_CONTEXT = 12
NEAREST_WORTH_SHOWING = 60.0


@dataclass(frozen=True)
class Selector:
    """A quotation and the words around it (W3C Web Annotation, TextQuoteSelector)."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True)
class Fault:
    """Why a selector has no one place in its seed."""

    what: str
    found: str
    expected: str
    do: str


class NotLocatedError(Exception):
    """A selector has no one place in its seed; ``fault`` says why, and what is near."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(f"{fault.what}: found {fault.found}; expected {fault.expected}")


def normalise(text: str) -> str:
    """Fold typographic quotation marks to plain ones and each run of white space to one space.

    Letters, digits, dashes and every other character stay as they are.
    """
    return " ".join(text.translate(TYPOGRAPHIC_QUOTES).split())


def locate(selector: Selector, seed: Seed) -> tuple[int, int]:
    """Return the start and end offsets of the selector's one place in ``seed.text``.

    Compared after :func:`normalise`. Raises :class:`NotLocatedError` for a quotation that is empty,
    not found, found twice, cut inside a word or number, or too short to stand without a prefix or
    suffix.
    """
    exact = normalise(selector.exact)
    _refuse_unusable(exact, selector)
    places = [span for span in _places(exact, seed.text) if _in_context(span, selector, seed.text)]
    whole = [span for span in places if not any(_cuts_a_word(seed.text, at) for at in span)]
    if not places:
        raise NotLocatedError(_not_found(exact, selector, seed))
    if not whole:
        raise NotLocatedError(_cut(seed.text, *places[0]))
    if len(whole) > 1:
        raise NotLocatedError(_found_often(whole, seed))
    return whole[0]


def difference(found: str, asked: str) -> str:
    """Return both word by word, with ``[-what stands there-]`` and ``{+what was asked+}``."""
    there, wanted = normalise(found).split(), normalise(asked).split()
    parts: list[str] = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, there, wanted, False).get_opcodes():
        if kind == "equal":
            parts += there[a:b]
            continue
        if a < b:
            parts.append(f"[-{' '.join(there[a:b])}-]")
        if c < d:
            parts.append(f"{{+{' '.join(wanted[c:d])}+}}")
    return " ".join(parts)


def nearest(words: str, seed: Seed) -> tuple[int, int] | None:
    """Return the offsets of the passage most like ``words``, on word boundaries, or ``None``."""
    hit = fuzz.partial_ratio_alignment(normalise(words), seed.text)
    if hit is None or hit.score < NEAREST_WORTH_SHOWING or hit.dest_end <= hit.dest_start:
        return None
    start, end = hit.dest_start, hit.dest_end
    while start > 0 and seed.text[start - 1].isalnum():
        start -= 1
    while end < len(seed.text) and seed.text[end].isalnum():
        end += 1
    return start, end


def _refuse_unusable(exact: str, selector: Selector) -> None:
    if not exact:
        raise NotLocatedError(
            Fault(
                "the quotation is empty",
                "no words",
                "the exact words of the source",
                "copy the words from the seed",
            )
        )
    if len(exact) < SHORTEST_WITHOUT_CONTEXT and not (selector.prefix or selector.suffix):
        raise NotLocatedError(
            Fault(
                f"the quotation “{exact}” is too short to stand alone",
                f"{len(exact)} characters without prefix or suffix",
                f"{SHORTEST_WITHOUT_CONTEXT} characters or more, or a prefix or suffix",
                "quote more words, or give the words right before or after it",
            )
        )


def _places(exact: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield every place, overlapping ones too, where ``exact`` stands in ``text``."""
    pattern = re.compile(f"(?=({_tolerant(exact)}))")
    for match in pattern.finditer(text.translate(TYPOGRAPHIC_QUOTES)):
        yield match.span(1)


def _tolerant(normalised: str) -> str:
    return r"\s+".join(re.escape(word) for word in normalised.split(" "))


def _in_context(span: tuple[int, int], selector: Selector, text: str) -> bool:
    before = normalise(text[: span[0]][-4 * len(selector.prefix) - 80 :])
    after = normalise(text[span[1] :][: 4 * len(selector.suffix) + 80])
    return before.endswith(normalise(selector.prefix)) and after.startswith(
        normalise(selector.suffix)
    )


def _cuts_a_word(text: str, at: int) -> bool:
    if at in (0, len(text)):
        return False
    left, right = text[at - 1], text[at]
    inside_number = re.match(r"\d[.,]\d", text[at - 1 : at + 2]) or (
        left in ".," and right.isdigit() and text[max(at - 2, 0)].isdigit()
    )
    return (left.isalnum() and right.isalnum()) or bool(inside_number)


def _not_found(exact: str, selector: Selector, seed: Seed) -> Fault:
    if any(True for _ in _places(exact, seed.text)):
        return Fault(
            "the quotation stands in its source, but not between its prefix and suffix",
            f"prefix “{selector.prefix}”, suffix “{selector.suffix}”",
            "the words right before and right after the quotation",
            "copy prefix and suffix from the seed",
        )
    span = nearest(exact, seed)
    if span is None:
        return Fault(
            "the quotation does not stand in its source",
            f"nothing like “{_short(exact)}” in {seed.file}",
            "the exact words of the source",
            "copy the words from the seed, or name the right source",
        )
    passage = seed.text[slice(*span)]
    return Fault(
        f"the quotation does not stand in its source; nearest is {seed.locator(*span)} "
        f"({seed.file}:{seed.line(span[0])})",
        f"“{_short(exact)}”",
        f"“{_short(normalise(passage))}”; the difference: {_short(difference(passage, exact))}",
        "copy the words from the seed, letter by letter",
    )


def _found_often(places: list[tuple[int, int]], seed: Seed) -> Fault:
    where = ", ".join(
        f"{seed.locator(*span)} ({seed.file}:{seed.line(span[0])})" for span in places
    )
    return Fault(
        f"the quotation stands in {len(places)} places",
        where,
        "one place",
        "give a prefix or suffix that stands next to the one meant, or quote more words",
    )


def _cut(text: str, start: int, end: int) -> Fault:
    around = normalise(text[max(start - 12, 0) : end + 12])
    return Fault(
        "the quotation begins or ends inside a word or a number",
        f"“{_short(normalise(text[start:end]))}”",
        f"whole words, as in “{_short(around)}”",
        "quote the whole word or number",
    )


def _short(text: str, most: int = 600) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def context_for(start: int, end: int, seed: Seed) -> Selector:
    """Return the selector, with prefix or suffix where needed, that locates this span of a seed.

    The quotation is the file's own characters; prefix and suffix grow word by word.
    """
    exact = seed.text[start:end]
    before, after = _word_starts(seed.text, start), _word_ends(seed.text, end)
    candidates = [Selector(exact)]
    candidates += [Selector(exact, prefix=seed.text[at:start].strip()) for at in before]
    candidates += [Selector(exact, suffix=seed.text[end:at].strip()) for at in after]
    for candidate in candidates:
        try:
            if locate(candidate, seed) == (start, end):
                return candidate
        except NotLocatedError:
            continue
    raise ValueError(f"no prefix or suffix tells {exact!r} at {start} from its other places")


def _word_starts(text: str, at: int) -> list[int]:
    return [m.start() for m in re.finditer(r"\S+", text[:at])][-12:][::-1]


def _word_ends(text: str, at: int) -> list[int]:
    return [at + m.end() for m in re.finditer(r"\S+", text[at:])][:12]
