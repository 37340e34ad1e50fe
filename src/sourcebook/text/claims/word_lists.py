"""The lists of a vocabulary: what the readers of claims need to know of a language, in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

Scale = tuple[frozenset[str], ...]


@dataclass(frozen=True, eq=False)
class WordLists:
    """The words of one language, in one case; where so named, their stems.

    - ``openers`` begin sentences without being names; ``calendar``, ``titles``, ``small`` are none.
    - ``irregular`` maps forms to what they have in common, ``kin`` groups names that no ending
      relates, ``kin_endings`` make a name into the word for what belongs to it. ``anaphors`` stand
      for what was named before.
    - ``saying`` are the stems of verbs that tell what somebody says, ``told`` of those by which
      that is reported (“is said to”), ``impending`` words tell what comes (“is about to”);
      ``spoken`` are forms of the commonest, ``asserting`` stems of others that need no “that”,
      ``reporting`` of these and of those that call a thing so, ``active`` participles after which
      the subject speaks all the same (“is quoted”). ``vouching`` ones take it for true, ``asked``
      and ``supposing`` ones leave it open, as do ``conditional`` words and an ``alone`` one before
      a ``placed`` one; ``documents`` speak for themselves, and ``counting`` bodies and experts,
      some told by ``expert`` endings, for what they count, measure or date by a ``neutral`` verb,
      but not for what is ``blaming``; ``lore`` with a verb ``of_lore`` is no more than told, as is
      what is ``believed``. What one is ``wanting`` one is not ``owning``. ``hardly_saying`` verbs
      say only before a “that”. ``inverting`` verbs stand before who speaks (“said the mayor”), as
      do ``sayers`` (“by”, “in”). ``complements`` begin what is said, ``questions`` what is asked
      and not told. ``unchanging`` verbs have one form for now and then, ``lately`` words stand
      before verbs, ``mutual`` ones say the same of both sides, ``pronouns`` tell of nobody in
      particular, after ``third`` ones a verb ends in -s, ``doer`` words of who did it, ``objects``
      of to whom it was done; ``timing`` words begin another deed, ``in_order`` has for those that
      tell what comes first the contrary ones, ``thereafter`` words tell what came then.
      ``reporters`` are words for the sources and for nobody in particular, ``texts`` for what is
      written.
    - ``given`` are words for what a text may give, each with its kind: ``unread`` ones no reader
      finds in a text, ``lasting`` ones are times too; ``having`` words introduce them, verbs of the
      ``supporting`` stems have them as subjects. Words stand ``enclosing`` the ``quotation_marks``,
      or are printed ``silent_of`` them. ``files`` are what sources are, ``all_of`` words stand for
      every source, ``every`` ones before it, ``writers`` own ``wordings`` and ``signs``, each with
      what it may look like.
    - ``silences`` make of a verb of saying that nothing is said, ``nothings`` those that stand
      alone, ``asking`` words begin what is not told, ``telling`` are the stems of verbs by which a
      text gives or leaves out something, ``stating`` of those that say only that, ``empty`` of
      those that say so even without a question, ``own`` those of what the writer infers.
      ``ill_formed`` is an article before the wrong letter. A ``holding`` word with a “not” stands
      before none of ``determiners``; ``near`` words say that a text is the writer’s own.
    - A name before an ``emphatic`` word may stand there twice; after a comma ``aside`` words begin
      a statement of their own, and stems of ``spelling`` tell of names themselves.
    - ``denials`` deny what comes after them, ``nots`` those that deny a verb, one that is not
      ``enduring`` only so long where ``ending_at`` words follow; before ``idle`` words they deny
      nothing. ``refusals`` are stems of verbs that deny, ``barring`` of those that do with a
      “from”, ``undone`` beginnings that make a word’s contrary. ``breaks`` end their reach, of
      which ``contrasting`` ones set one thing against another; ``listing`` words begin examples,
      two that are ``preferring`` set what is so before what is not, ``unlike`` words set one apart.
      Words with ``yet`` and an ``infinitive`` deny too, as do ``removing`` stems with a particle
      (“leave out”) and ``scant`` words (“few”) without a ``scanty`` one before them (“a few”).
      ``opposites`` have for a stem those that say the contrary, ``either`` those of which one or
      the other is so; ``lacking`` stems tell without a denial that something is not so, or no
      longer, ``ending`` ones of what follows.
    - ``numbers`` count what is had (“has six”), ``views`` are stems of nouns for what one holds.
      After ``possible`` words a “be” leaves open what something is; ``certain`` words say that a
      thing comes, but of ``meaning`` stems that it is sure, ``realising`` stems that it came, as
      do ``happening`` ones, ``staging`` ones after a “be”, two that are ``taking_place``, and a
      ``been`` before a date;
      ``supposed`` that it came if another did, and ``alone`` that there is nothing else; ``backed``
      words say so much that the evidence has to have one of their scale. ``nominal`` endings make
      nouns of verbs of saying where a ``singular`` word stands before them or ``of`` after;
      ``turning`` words end the name of who speaks. ``demonyms`` end words that say whose a thing
      is; ``versions`` are made after another one.
    - ``superlative`` ends words that say that something is first of its kind, but for those of
      ``no_superlatives``; ``ordinals`` order things, ``figures`` are numbers in words, a ``ranks``
      word before one says that it is not, ``among`` that others are too.
    - ``able`` and ``bare_not`` are written as one word, a ``needing`` one has no “be” without a
      “not” between; ``there`` tells what there is, and ``further`` words that there is more of it,
      as does an ``also`` at the end; ``circumstances`` ask how a thing came about. ``one_of`` words
      stand before one thing, ``comparing`` before no “of”; a word with one of the
      ``singular_endings`` is no plural, one ``alike_in_number`` may be either.
    - ``binding`` prepositions tie a name to the word before them, those that are ``reaching`` join
      no two names by themselves, ``facing`` ones set one against another, ``sided`` ones stand
      before two sides of something; ``placing`` ones tell from, to or with whom, and ``both`` may
      follow them; what ``calling`` verbs name is said to be what comes next. ``joining`` words join
      one to another, ``relative`` ones say more of the word before. After ``linking`` words a name
      is no subject, ``excepting`` words leave one out.
    - ``prepositions`` are all of them; two words that are ``measuring`` set an amount against
      another, ``past_only`` forms are no participles, ``past_also`` ones may be, ``no_past`` words
      end like one and are none, ``standing_in`` words mean what another clause names; ``in_turn``
      tells that of several each does or has another.
    - ``modes`` are groups of words that tell how real a thing is: less in each than in the next. A
      verb follows ``modals`` at once and a noun ``adjectives``; the others need an ``infinitive``.
      ``afterwards`` are those that also stand after what they are said of, and before a word of
      ``purpose``; ``nearing`` ones only bound a number after them.
    - ``scales`` list groups of stems or words, each of which says more than those before it. What
      is counted on the scale of ``quantifiers`` has to be the same on both sides.
    """

    openers: frozenset[str]
    calendar: frozenset[str]
    titles: frozenset[str]
    irregular: Mapping[str, str]
    kin: Mapping[str, frozenset[str]]
    kin_endings: tuple[str, ...]
    anaphors: frozenset[str]
    small: frozenset[str]
    saying: frozenset[str]
    according: tuple[str, str]
    by: frozenset[str]
    articles: frozenset[str]
    determiners: frozenset[str]
    holding: frozenset[str]
    near: frozenset[str]
    itself: frozenset[str]
    emphatic: frozenset[str]
    aside: frozenset[str]
    spelling: frozenset[str]
    adverbs: frozenset[str]
    adverb_ending: str
    no_adverbs: frozenset[str]
    being: frozenset[str]
    excepting: frozenset[str]
    doing: frozenset[str]
    infinitive: frozenset[str]
    purpose: frozenset[str]
    ongoing: str
    past: str
    unchanging: frozenset[str]
    active: frozenset[str]
    told: frozenset[str]
    impending: frozenset[str]
    spoken: frozenset[str]
    vouching: frozenset[str]
    conditional: frozenset[str]
    asked: frozenset[str]
    fors: frozenset[str]
    supposing: frozenset[str]
    placed: frozenset[str]
    documents: frozenset[str]
    counting: frozenset[str]
    expert: tuple[str, ...]
    blaming: frozenset[str]
    lore: frozenset[str]
    of_lore: frozenset[str]
    hardly_saying: frozenset[str]
    believed: frozenset[str]
    wanting: frozenset[str]
    owning: frozenset[str]
    neutral: frozenset[str]
    asserting: frozenset[str]
    reporting: frozenset[str]
    complements: frozenset[str]
    questions: frozenset[str]
    silences: frozenset[str]
    nothings: frozenset[str]
    asking: frozenset[str]
    own: frozenset[str]
    views: frozenset[str]
    numbers: frozenset[str]
    nominal: tuple[str, ...]
    possible: frozenset[str]
    nearing: frozenset[str]
    certain: frozenset[str]
    probable: frozenset[str]
    realising: frozenset[str]
    happening: frozenset[str]
    staging: frozenset[str]
    taking_place: tuple[str, str]
    been: frozenset[str]
    meaning: frozenset[str]
    alone: frozenset[str]
    backed: frozenset[str]
    supposed: frozenset[str]
    singular: frozenset[str]
    of: str
    demonyms: tuple[str, ...]
    versions: frozenset[str]
    superlative: str
    no_superlatives: frozenset[str]
    figures: frozenset[str]
    ordinals: frozenset[str]
    ranks: frozenset[str]
    among: frozenset[str]
    able: str
    bare_not: str
    needing: frozenset[str]
    there: frozenset[str]
    further: frozenset[str]
    also: frozenset[str]
    circumstances: frozenset[str]
    one_of: frozenset[str]
    comparing: frozenset[str]
    singular_endings: tuple[str, ...]
    alike_in_number: frozenset[str]
    turning: frozenset[str]
    telling: frozenset[str]
    reporters: frozenset[str]
    texts: frozenset[str]
    stating: frozenset[str]
    given: Mapping[str, str]
    quotation_marks: tuple[str, str]
    silent_of: frozenset[str]
    enclosing: frozenset[str]
    writers: frozenset[str]
    wordings: frozenset[str]
    signs: Mapping[str, str]
    unread: frozenset[str]
    lasting: frozenset[str]
    supporting: frozenset[str]
    files: frozenset[str]
    having: frozenset[str]
    all_of: frozenset[str]
    every: frozenset[str]
    empty: frozenset[str]
    ill_formed: re.Pattern[str]
    denials: frozenset[str]
    nots: frozenset[str]
    ending_at: frozenset[str]
    enduring: frozenset[str]
    refusals: frozenset[str]
    barring: frozenset[str]
    prepositions: frozenset[str]
    measuring: frozenset[tuple[str, str]]
    past_only: frozenset[str]
    past_also: frozenset[str]
    no_past: frozenset[str]
    in_turn: frozenset[str]
    standing_in: frozenset[str]
    binding: frozenset[str]
    reaching: frozenset[str]
    relative: frozenset[str]
    facing: frozenset[str]
    calling: frozenset[str]
    placing: frozenset[str]
    both: frozenset[str]
    sided: frozenset[str]
    timing: frozenset[str]
    in_order: Mapping[str, frozenset[str]]
    thereafter: frozenset[str]
    mutual: frozenset[str]
    third: frozenset[str]
    pronouns: frozenset[str]
    doer: frozenset[str]
    objects: frozenset[str]
    lately: frozenset[str]
    joining: frozenset[str]
    linking: frozenset[str]
    inverting: frozenset[str]
    sayers: frozenset[str]
    undone: tuple[str, ...]
    yet: str
    removing: Mapping[str, frozenset[str]]
    scant: frozenset[str]
    scanty: frozenset[str]
    opposites: Mapping[str, frozenset[str]]
    either: Mapping[str, frozenset[str]]
    lacking: frozenset[str]
    ending: frozenset[str]
    idle: frozenset[str]
    breaks: frozenset[str]
    contrasting: frozenset[str]
    listing: frozenset[str]
    preferring: tuple[tuple[str, str], ...]
    unlike: frozenset[str]
    auxiliaries: frozenset[str]
    modes: tuple[frozenset[str], ...]
    modals: frozenset[str]
    adjectives: frozenset[str]
    afterwards: frozenset[str]
    quantifiers: Scale
    scales: tuple[Scale, ...] = ()
