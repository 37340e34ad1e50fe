"""English: words that are the contrary of others, or tell with no “not” of what is not so."""

from __future__ import annotations

EITHER = (
    "open | close shut closure",
    "continue | end cease stop halt",
    "present | absent",
    "convict guilty | acquit innocent",
    "safe | unsafe dangerous",
    "alive | dead",
    "public | secret",
    "succeed | fail",
    "sober | drunk",
    "legal lawful | illegal unlawful",
    "private | public",
    "ahead | behind",
    "full | empty",
    "early | late",
)
ORDER = ("before prior | after during", "during | before after prior")
OPPOSITES = (
    "begin start launch | end finish expire lapse",
    "accept approve agree | reject refuse",
    "support back endorse favour | oppose",
    "praise | criticise condemn denounce",
    "confirm | deny",
    "impose | lift",
    "freeze | unfreeze",
    "resume | cancel suspend halt stop break collapse",
    "arrest detain jail imprison | free release",
    "import importer | export exporter",
    "supply | demand",
    "revenue income | spending expenditure",
    "birth | death",
    "inflow inbound incoming inward | outflow outbound outgoing outward",
    "lead | trail lag",
    "negative | positive",
    "asset | liability",
    "emigrate emigrant emigration | immigrate immigrant immigration",
    "arrival | departure",
    "entry | exit",
    "domestic | foreign",
    "rural | urban",
    "indoor | outdoor",
    "male | female",
    "minimum | maximum",
    "majority | minority",
    "north northern | south southern",
    "east eastern | west western",
    "upper | lower",
    "highest | lowest",
    "largest biggest | smallest",
    "longest | shortest",
    "oldest | youngest",
    "rise increase grow | fall drop decrease decline shrink",
    "arrive | depart",
    "attend | boycott",
    "remember | forget",
    "allow permit authorise authorize | ban forbid prohibit bar prevent",
    "add | remove subtract",
    "strengthen | weaken",
    "raise | lower cut",
    "uphold | overturn quash annul",
    "cheap cheaper cheapest | expensive dear dearer costly costlier",
)
LACKING = (
    "absent acquit avert ban bar block boycott clear close collapse defy dismiss doubt exclude"
    " exempt expel flout free halt hold idle ignore lose miss oust outside postpone prevent"
    " prohibit quit release remain resign spare stand stay still strip survive uphold veto"
    " withhold away unsuccessful vain lapse expire keep retain inadequate"
    " insufficient faulty false wrong"
)
ENDING = (
    "lift withdraw drop end revoke repeal waive remove suspend abolish escape clear acquit strip"
    " deprive free close"
)
REMOVING = {
    "rule": "out",
    "leave": "out off",
    "throw": "out",
    "turn": "away down",
    "stay": "away out",
    "call": "off",
    "fall": "through apart",
    "walk": "out away",
}
