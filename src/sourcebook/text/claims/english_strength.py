"""English: which words say more than which, and how real they let a thing be."""

from __future__ import annotations

from sourcebook.text.claims.lists import listed
from sourcebook.text.claims.word_lists import Scale

POSSIBLE = listed(
    "may might could can possible possibly possibility potential potentially perhaps maybe"
    " conceivable conceivably option mull mulls mulled mulling consider considers"
    " considered considering explore explores exploring idea entertain entertains entertaining"
    " discuss discusses discussed discussing rumoured rumored interest interested unlikely doubtful"
)
MEANT = listed(
    "will would shall should must ought plan plans planned planning intend intends intended"
    " intending intention intentions hope hopes hoped hoping want wants wanted seek seeks sought"
    " seeking"
    " expect expects expected schedule scheduled announce announces announced announcement"
    " propose proposes proposed proposal promise"
    " promises promised pledge pledges pledged vow vows vowed agree agrees agreed aim aims aimed"
    " aiming set try tries tried trying attempt attempts attempted attempting threaten threatens"
    " threatened offer offers offered ask asks asked urge urges urged demand demands demanded"
    " recommend recommends recommended suggest likely probably forecast forecasts"
    " predict predicts predicted future order upcoming favourite favorite candidate bid keen eager"
    " apply applies applied suspect suspects suspected"
    " prepare prepares preparing prepared"
    " willing ready wish wishes wished refuse refuses refused fail fails failed decline declines"
    " declined goal objective ambition target targets targeted"
    " poised slated bound destined envisaged envisages foreseen"
)
HEDGED = listed(
    "reportedly allegedly apparently purportedly supposedly arguably seemingly seems seem seemed"
    " appears appear appeared suggests suggested suggesting alleged presumably believed thought"
    " understood rumours reputedly ostensibly claims claimed claim nearly almost"
)
MODES = (POSSIBLE, MEANT, HEDGED)


def _scale(*steps: str) -> Scale:
    return tuple(listed(step) for step in steps)


SCALES = (
    _scale(
        "hint imply suggest indicat",
        "say tell stat claim argu assert not add writ alleg maintain contend announc declar report",
        "confirm verif verify corroborat",
        "prov demonstrat establish",
    ),
    _scale(
        "might could may possibl possibly perhap mayb",
        "likely probably probabl",
        "certain certainly surely definitely undoubtedly",
    ),
    _scale("unlikely improbabl doubtful", "impossibl"),
    _scale("link associat correlat coincid", "contribut", "caus trigger"),
    _scale("suspect arrest detain", "accus alleg", "charg indict", "convict guilty sentenc"),
    _scale(
        "mull consider study weigh negotiat talk discuss recommend propos",
        "decid approv adopt agr sign",
    ),
    _scale("request seek", "receiv obtain"),
    _scale("order", "deliver receiv"),
    _scale("draft", "law act statute decree"),
    _scale("hurt injur wound", "kill di murder"),
    _scale("damag", "destroy wreck obliterat"),
    _scale("slow curb", "halt stop end"),
    _scale("question", "criticis", "condemn denounc"),
    _scale("concern worry", "warn caution", "threaten"),
    _scale("ask request invit", "urg appeal", "demand insist", "forc compel coerc"),
    _scale(
        "rarely seldom",
        "sometim occasional occasionally",
        "often frequently",
        "usually generally",
        "always",
    ),
    _scale("allow permit tolerat", "support back endors"),
    _scale("somebody someone", "everybody everyone"),
    _scale("hint imply insinuat", "announc pledg promise promised promises", "sign"),
    _scale("plan schedule scheduled schedules", "complete completed completes finish"),
    _scale("interest", "commit"),
    _scale("tacitly implicitly", "openly explicitly publicly expressly"),
)
QUANTIFIERS = _scale("few some several", "many much", "most", "all every each")
MODALS = listed(
    "may might could can will would shall should ought must probably likely possibly perhaps maybe"
    " reportedly allegedly apparently purportedly supposedly seemingly presumably ostensibly nearly"
    " almost"
)
ADJECTIVES = listed(
    "possible potential planned intended expected scheduled proposed promised future upcoming"
    " likely envisaged"
)
REALISING = (
    "introduce impose adopt enact pass build open buy purchase acquire obtain receive sign launch"
    " approve create establish install deploy deliver complete hire sell close abolish cut"
)
HAPPENING = "happen occur"
STAGING = "hold stage celebrate give run perform"
NO_SUPERLATIVES = (
    "test request protest interest forest west harvest arrest guest contest nest chest rest quest"
    " priest invest suggest manifest digest conquest inquest west vest bequest honest modest"
)
