"""What a clause rests on: the words cited, those around them in the source, and who speaks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from sourcebook.checks.naming import Named, Register
from sourcebook.data.contract import SOURCES
from sourcebook.data.evidence import Evidence
from sourcebook.text.claims.words import words
from sourcebook.text.worded import tongue_of

OUTLET = ("short", "outlet")


@dataclass(frozen=True, eq=False)
class Rest:
    """One piece of evidence that is cited: what it says, and what it may be said to name.

    ``sentence`` holds the whole sentences of the source in which the quotation stands, ``before``
    the paragraph up to them.
    """

    evidence: Evidence
    register: Register

    @property
    def abroad(self) -> bool:
        """Tell whether it is in another language, whose verbs and denials are not read."""
        return tongue_of(self.evidence.quotation) is not None

    @cached_property
    def sentence(self) -> str:
        """Return the sentences in which the quotation stands."""
        return self._around[1]

    @cached_property
    def before(self) -> str:
        """Return the sentence of the paragraph that stands before them."""
        return self._around[0]

    @cached_property
    def _around(self) -> tuple[str, str]:
        seed = self.register.book.seeds.get(self.evidence.source)
        if seed is None or self.evidence.end > len(seed.text):
            return "", self.evidence.quotation
        start, end = self.evidence.start, self.evidence.end
        paragraphs = seed.paragraphs_between(start, end)
        spans = [span for one in paragraphs for span in one.sentences()]
        touched = [one for one in spans if one[0] < end and one[1] > start]
        first = min((one[0] for one in touched), default=start)
        last = max((one[1] for one in touched), default=end)
        earlier = max((one[0] for one in spans if one[1] <= first), default=first)
        return seed.text[earlier:first], seed.text[first:last]

    @cached_property
    def paragraph(self) -> str:
        """Return the paragraph in which the quotation stands, or those over which it goes."""
        seed = self.register.book.seeds.get(self.evidence.source)
        if seed is None or self.evidence.end > len(seed.text):
            return self.evidence.quotation
        here = seed.paragraphs_between(self.evidence.start, self.evidence.end)
        return "\n".join(one.text for one in here)

    @cached_property
    def around(self) -> Named:
        """Return what the paragraph names in which the quotation stands, and the one before it."""
        seed = self.register.book.seeds.get(self.evidence.source)
        if seed is None or self.evidence.end > len(seed.text):
            return Named()
        here = seed.paragraphs_between(self.evidence.start, self.evidence.end)
        first = here[0].number if here else 0
        near = [one.text for one in seed.paragraphs if one.number == first - 1 or one in here]
        return self.register.named("\n".join(near))

    @cached_property
    def surroundings(self) -> Named:
        """Return what is named around the quotation, and who speaks in it."""
        return self.around | self.speaking

    @cached_property
    def throughout(self) -> Named:
        """Return what the source of the quotation names anywhere."""
        seed = self.register.book.seeds.get(self.evidence.source)
        return self.register.named(seed.text) if seed else Named()

    @cached_property
    def source(self) -> Named:
        """Return what the register of sources names of the source: where it stands, its author."""
        return self.register.named(self._of_source((*OUTLET, "author")))

    @cached_property
    def outlet(self) -> Named:
        """Return the words that name the source itself, which may stand anywhere beside it."""
        named = self.register.named(self._of_source(OUTLET))
        return Named(named.words, named.capitals)

    def _of_source(self, columns: Iterable[str]) -> str:
        row = self.register.book.rows_of(SOURCES).get(self.evidence.source)
        return " | ".join(row.text(column) for column in columns) if row else ""

    @cached_property
    def speaker(self) -> Named:
        """Return what the table of speakers names of the one who speaks; nothing if nobody does."""
        return self.register.named(self.register.of_speaker(self.evidence.speaker))

    @cached_property
    def by_another(self) -> bool:
        """Tell whether somebody else speaks in it than the source itself or its author."""
        who = self.evidence.speaker
        return bool(who) and all(key != who for _, key in self.source.objects)

    @cached_property
    def named(self) -> Named:
        """Return what may be named as spoken of in the evidence.

        What stands before it in its sentence counts where the quotation begins within it, what
        stands before that in the paragraph where it refers back.
        """
        quotation, register = self.evidence.quotation, self.register
        found = register.named(quotation) | self.outlet
        at = max(self.sentence.find(quotation), 0)
        refers = any(
            word.folded in register.vocabulary.anaphors
            for word in words(self.sentence[:at] + quotation)
        )
        if at:
            found |= register.named(self.sentence[:at])
        if refers:
            found |= register.named(self.before)
        return found

    @cached_property
    def speaking(self) -> Named:
        """Return what may be named as speaking: the speaker, the source and its author."""
        return self.speaker | self.source
