"""English: small words, by what they are, and the words for times, titles and what was named."""

from __future__ import annotations

ARTICLES = "a an the this that these those each every some any no both all another such"
PRONOUNS = (
    "i you he she it we they me him her us them his hers its our ours their theirs my mine your"
    " who whom whose which what one ones none nobody nothing somebody something anybody anything"
    " everybody everything everyone anyone someone neither either others"
)
PREPOSITIONS = (
    "of in on at to from by for with without within about above below over under after before"
    " since until till during between among against through across along around near behind"
    " beyond despite except inside outside into onto off up down out upon per via than as like"
    " unlike amid toward towards throughout following according regarding concerning besides"
    " beneath beside instead due because"
)
CONJUNCTIONS = "and or but nor so yet if unless although though while whereas when where whether"
ADVERBS = (
    "not never now then there here how why just only also even still already again once twice"
    " further moreover however therefore thus hence indeed perhaps maybe often sometimes always"
    " usually rarely later earlier today yesterday tomorrow meanwhile otherwise nonetheless"
    " nevertheless more most less least much many few several other first second third fourth"
    " last next short previously recently currently originally formerly finally elsewhere together"
    " alone apart almost nearly about exactly too very quite rather two three four five six seven"
    " eight nine ten eleven twelve half dozens hundreds thousands millions whoever whatever"
    " whichever whenever wherever please yes let asked given seen said told taken"
)
AUXILIARIES = (
    "be is are was were been being am do does did done doing have has had having will would shall"
    " should can could may might must cannot can't won't don't doesn't didn't isn't aren't wasn't"
    " weren't hasn't haven't hadn't wouldn't couldn't shouldn't get gets got"
)
NUMBERS = "one two three four five six seven eight nine ten eleven twelve half dozens hundreds"
CALENDAR = (
    "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sept sep oct nov dec"
    " monday tuesday wednesday thursday friday saturday sunday"
)
TITLES = "mr mrs ms dr sir lady lord dame prof st"
ANAPHORS = (
    "he she it they him her them his hers its their this that these those former latter same such"
    " we our country nation state government capital ministry minister president premier leader"
    " chief official officer spokesman spokeswoman spokesperson author analyst researcher expert"
    " professor company firm group party union bloc organisation organization agency alliance"
    " side sides two both man woman couple team club city town village island region territory"
    " school museum bank court court's paper newspaper magazine report plant ship vessel system"
)
