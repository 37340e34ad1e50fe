"""English: the words by which its claims are read."""

from __future__ import annotations

import re

from sourcebook.text.claims.english_contraries import (
    EITHER,
    ENDING,
    LACKING,
    OPPOSITES,
    ORDER,
    REMOVING,
)
from sourcebook.text.claims.english_forms import (
    IRREGULAR,
    KIN,
    NO_PAST,
    PAST_ALSO,
    PAST_ONLY,
)
from sourcebook.text.claims.english_small import (
    ADVERBS,
    ANAPHORS,
    ARTICLES,
    AUXILIARIES,
    CALENDAR,
    CONJUNCTIONS,
    NUMBERS,
    PREPOSITIONS,
    PRONOUNS,
    TITLES,
)
from sourcebook.text.claims.english_speakers import (
    BLAMING,
    COUNTING,
    DOCUMENTS,
    EXPERT,
    NEUTRAL,
    REPORTERS,
    SAYING,
    TEXTS,
)
from sourcebook.text.claims.english_strength import (
    ADJECTIVES,
    HAPPENING,
    MODALS,
    MODES,
    NO_SUPERLATIVES,
    QUANTIFIERS,
    REALISING,
    SCALES,
    STAGING,
)
from sourcebook.text.claims.lists import forms, groups, listed, opposed, stems
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import stem
from sourcebook.text.english.numbers import BIG
from sourcebook.text.english.numbers import NUMBERS as FIGURES

DENIALS = (
    "not no never neither nor nobody none nothing nowhere cannot without hardly barely scarcely"
    " don't doesn't didn't isn't aren't wasn't weren't won't can't couldn't wouldn't shouldn't"
    " hasn't haven't hadn't mustn't needn't ain't shan't mightn't"
)
REFUSALS = (
    "deny refuse reject decline fail lack avoid forbid abandon cancel halt abstain refrain stop"
    " dodge unable drop scrap omit neglect forget oppose miss postpone defer shelve exempt"
)
NO_ADVERBS = (
    "rely supply apply reply comply imply multiply ally rally bully tally fly assembly family italy"
    " july anomaly monopoly"
)
UNDONE = ("un", "in", "im", "ir", "il", "non", "dis")
GIVEN = {
    "day": "day",
    "month": "month",
    "date": "date",
    "year": "year",
    "price": "price sum",
    "number": "number figure amount count",
    "speaker": "speaker source",
    "model": "model",
    **{one: one for one in ("name", "role", "reason", "definition", "hedge")},
}
ALIKE = (
    "series means species news headquarters crossroads barracks works gallows bias lens atlas"
    " canvas chaos alias kudos ethos mathematics physics politics economics ethics athletics"
    " statistics tactics gymnastics acoustics summons innings sometimes always perhaps"
    " commons corps chassis cosmos pathos christmas trellis texas diabetes rabies measles"
)
BREAKS = (
    "but and or because while whereas although though if unless since whether so that which who"
    " when"
)

FORMS = forms(IRREGULAR)
ENGLISH = Vocabulary(
    openers=listed(f"{ARTICLES} {PRONOUNS} {PREPOSITIONS} {CONJUNCTIONS} {ADVERBS} {AUXILIARIES}"),
    calendar=listed(CALENDAR),
    titles=listed(TITLES),
    irregular=FORMS,
    kin=groups(KIN),
    kin_endings=(
        *("n", "an", "ian", "ean", "nian", "egian", "ese", "lese", "ish", "i", "ar", "er", "ers"),
        *("ns", "ans", "ians", "eans", "is", "ars", "ite", "ites", "ene"),
    ),
    anaphors=listed(ANAPHORS),
    small=listed(f"{ARTICLES} {PREPOSITIONS} {CONJUNCTIONS} {PRONOUNS}"),
    saying=stems(SAYING, FORMS),
    according=("according", "to"),
    by=listed("by from"),
    articles=listed("a an the one"),
    near=listed("this our"),
    itself=listed("own"),
    emphatic=listed("itself himself herself themselves"),
    aside=listed("as in then there now"),
    spelling=stems("spell take", FORMS),
    determiners=listed(f"{ARTICLES} {PRONOUNS} or"),
    every=listed("every each both all"),
    all_of=listed("each everybody everyone"),
    holding=listed("has have had"),
    adverbs=listed(ADVERBS),
    adverb_ending="ly",
    no_adverbs=stems(NO_ADVERBS, FORMS),
    being=listed("be is are was were been being am isn't aren't wasn't weren't"),
    excepting=listed("but except save besides"),
    doing=listed("do does did don't doesn't didn't"),
    infinitive=listed("to"),
    purpose=listed("to for"),
    ongoing="ing",
    past="ed",
    unchanging=listed("beat cut hit hurt quit shed let"),
    active=listed("quoted cited"),
    complements=listed("that it he she they we there to against of how"),
    questions=listed("what whether who whose whom which how why when where"),
    nothings=listed("nothing nobody none nowhere"),
    asking=listed("that what whether who whose whom which how why when where"),
    silences=listed("nothing never nobody none no"),
    own=stems("inference infer mean reading", FORMS),
    views=stems("inference reading view opinion judgement judgment word charge phrase", FORMS),
    numbers=listed(NUMBERS),
    nominal=("ment", "ments", "ion", "ions", "al", "als", "threat", "threats", "warning"),
    nearing=listed("nearly almost"),
    possible=listed("may might could"),
    certain=listed("will shall"),
    probable=listed("likely probably"),
    realising=stems(REALISING, FORMS),
    happening=stems(HAPPENING, FORMS),
    staging=stems(STAGING, FORMS),
    taking_place=(stem("take", FORMS), "place"),
    been=listed("was were"),
    meaning=stems("mean refer credit", FORMS),
    alone=listed("only just"),
    backed=listed("everybody everyone always certainly surely definitely undoubtedly"),
    supposed=listed("would"),
    singular=listed("a an any no"),
    of="of",
    versions=listed("version versions variant variants derivative derivatives copy copies"),
    demonyms=("ian", "ese", "ish", "ean"),
    superlative="est",
    no_superlatives=listed(NO_SUPERLATIVES),
    figures=frozenset(f"{FIGURES}|{BIG}".split("|")),
    ordinals=listed("first second third fourth"),
    ranks=listed("second third fourth fifth sixth seventh eighth ninth tenth 2nd 3rd 4th 5th"),
    among=listed("among amongst"),
    able="can",
    bare_not="not",
    needing=listed("need"),
    there=listed("there"),
    also=listed("too"),
    further=listed("later earlier further other more"),
    circumstances=listed("when where how"),
    one_of=listed("a an"),
    comparing=listed("more less most least"),
    singular_endings=("ss", "us", "is"),
    alike_in_number=listed(ALIKE),
    turning=listed("against over on about beyond between towards toward that who which"),
    telling=stems(
        f"{SAYING} name mean count mark give date know follow address derive agree contradict fit"
        " prove demonstrate establish show print speak specify"
        " ascribe settle tie",
        FORMS,
    ),
    vouching=stems(
        "confirm reveal admit acknowledge disclose announce declare note recall observe", FORMS
    ),
    conditional=listed("if unless whether provided"),
    fors=listed("for against"),
    supposing=stems(
        "suspect fear assume rumour rumor allegation suspicion assumption hear hopeful confident"
        " optimistic afraid",
        FORMS,
    ),
    asked=stems(f"{SAYING} ask wonder unclear doubt see know", FORMS),
    counting=stems(COUNTING, FORMS),
    expert=EXPERT,
    blaming=stems(BLAMING, FORMS),
    neutral=stems(NEUTRAL, FORMS),
    asserting=stems("claim allege insist believe think", FORMS),
    lore=listed("legend legends rumour rumours rumor rumors tradition folklore myth story tale"),
    of_lore=listed("has had holds held goes went says tells"),
    hardly_saying=stems("hold maintain add", FORMS),
    believed=stems(
        "believe say think report claim allege rumour rumor understand assume suppose"
        " suggest hear argue fear",
        FORMS,
    ),
    wanting=stems("need want lack require seek request ask demand", FORMS),
    owning=stems("have own possess hold employ keep number", FORMS),
    documents=listed(f"{TEXTS} {DOCUMENTS}") - listed("source sources"),
    placed=listed("in to for on with if when after by under at from"),
    spoken=listed("said told"),
    told=stems("report say quote hear describe", FORMS),
    impending=listed("about"),
    reporting=stems("report say quote hear describe call count recall consider think", FORMS),
    reporters=listed(REPORTERS),
    texts=listed(TEXTS),
    empty=stems("state mark specify name", FORMS),
    ill_formed=re.compile(r"a (?!eu|one|once|ewe)[aeio][a-z]+|[Aa]n [bcdfgjklmnpqrstvwxz][a-z]+"),
    stating=stems("state mark tell name say mention specify give print", FORMS),
    quotation_marks=("quotation", "marks"),
    silent_of=listed("without"),
    enclosing=listed("with within between in"),
    writers=listed(
        "source sources article file text report paper letter author writer editor headline caption"
    ),
    wordings=listed("word words phrase phrases term terms wording expression expressions"),
    signs={
        **dict.fromkeys(("ellipsis", "ellipses", "dots"), "…"),
        **dict.fromkeys(("marks",), '“”"«»„‘'),
        **dict.fromkeys(("brackets", "parentheses"), "(["),
    },
    unread=listed("name role reason definition hedge"),
    lasting=listed("day month year"),
    supporting=stems("stand support accompany follow", FORMS),
    files=listed("file source article text"),
    given={word: kind for kind, some in GIVEN.items() for word in some.split()},
    having=listed("with gives names states has have"),
    denials=listed(DENIALS),
    nots=listed(DENIALS) - listed("no neither nor none without nothing"),
    ending_at=listed("until till"),
    enduring=stems("last stay remain hold run continue keep survive live wait endure", FORMS),
    refusals=stems(REFUSALS, FORMS),
    barring=stems("prevent ban block exclude bar discourage keep deter dissuade prohibit", FORMS),
    inverting=stems("say add write argue explain note warn insist claim announce report", FORMS),
    sayers=listed(
        f"by in through to of as from for {BREAKS} {ADVERBS} what whether how why when where"
    ),
    prepositions=listed(PREPOSITIONS),
    measuring=frozenset({("compared", "with"), ("compared", "to"), ("as", "against")}),
    in_turn=listed("respectively"),
    past_only=listed(PAST_ONLY),
    past_also=listed(PAST_ALSO),
    no_past=listed(NO_PAST),
    standing_in=listed(
        "it its they them their he him his she her hers theirs this these itself themselves himself"
        " herself both each former latter one ones another"
    ),
    binding=listed("from against by towards toward beyond between to with over of on"),
    reaching=listed("for from against by to with between beyond towards toward"),
    relative=listed("that which"),
    facing=listed("with against between than"),
    calling=stems("call deem consider", FORMS),
    placing=listed("from to with against by between in like into toward towards over at"),
    both=listed("both either neither"),
    sided=listed("between"),
    timing=listed("after before until till when as"),
    in_order=opposed(ORDER, {}),
    thereafter=listed("since then thereafter afterwards later earlier"),
    third=listed("he she it"),
    pronouns=listed("he she it they him her them we us this that these those i you who whom"),
    doer=listed("by"),
    objects=listed("that which whom"),
    lately=listed("so far ago soon"),
    mutual=stems("meet marry fight face play talk negotiate join border equal accompany", FORMS),
    joining=listed("and or nor"),
    linking=listed(f"{PREPOSITIONS} and or nor") - listed("as because since although while"),
    undone=UNDONE,
    yet="yet",
    removing={stem(one, FORMS): listed(some) for one, some in REMOVING.items()},
    opposites=opposed(OPPOSITES, FORMS),
    either=opposed(EITHER, FORMS),
    scant=listed("few little"),
    scanty=listed(f"{ARTICLES} {PRONOUNS} last next past first only"),
    lacking=stems(f"{LACKING} {ENDING} {REFUSALS}", FORMS),
    ending=stems(ENDING, FORMS),
    idle=listed("only doubt less fewer more later sooner earlier least one wonder matter"),
    breaks=listed(BREAKS),
    listing=listed("including namely like"),
    unlike=listed("unlike except excepting excluding"),
    preferring=(("rather", "than"), ("instead", "of")),
    contrasting=listed("but while whereas although though"),
    auxiliaries=listed(AUXILIARIES),
    modes=MODES,
    modals=MODALS,
    adjectives=ADJECTIVES,
    quantifiers=QUANTIFIERS,
    afterwards=listed(
        "scheduled planned expected due possible intended promised proposed likely targeted"
    ),
    scales=SCALES,
)
