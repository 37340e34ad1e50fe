"""English words around a date: before, since, early, Monday, BC."""

from sourcebook.text.english.eras import BY_CALENDAR, ERAS, ERAS_BEFORE
from sourcebook.text.quantity import AFTER, AFTER_A_DATE, BEFORE, BEFORE_A_DATE

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
IN_IT = r"(?: (?:in|some ?time in|the year|the month of))?"
NO_SPAN = "".join(
    rf"(?<!{span} )"
    for one in ("day", "week", "month", "year", "decade")
    for span in (one, f"{one}s")
)
LASTING = (
    "valid|in (?:force|effect|place|office|power)|continue[sd]?|last(?:s|ed)?|runs?|ran|served?"
    "|extends?|extended"
)
HOLDING = (
    "appl(?:y|ies|ied|icable)|force|effect|effective|valid|available|in place|starting|beginning|as"
)
RELATIONS = (
    (rf"(?:no|not) later than{IN_IT}|by{IN_IT}|at (?:the )?latest(?: in| on| by)?", "by"),
    (
        rf"(?:no|not) (?:earlier|sooner|before) than{IN_IT}"
        rf"|(?:not|never|[a-z]+n['’]t) (?:[a-z]+ ){{0,3}}(?:before|until|till){IN_IT}"
        rf"|ever since{IN_IT}|since{IN_IT}|(?:{HOLDING}) from{IN_IT}",
        "since",
    ),
    (
        rf"until{IN_IT}|till{IN_IT}|up to(?: and including)?{IN_IT}|up until{IN_IT}"
        rf"|through to{IN_IT}|(?:{LASTING}) to{IN_IT}",
        "until",
    ),
    (
        rf"{NO_SPAN}(?:before{IN_IT}|prior to{IN_IT}|earlier than{IN_IT}|ahead of{IN_IT}"
        r"|pre-|previous to)",
        "before",
    ),
    (
        rf"{NO_SPAN}(?:after{IN_IT}|later than{IN_IT}|post-|following|subsequent to|beyond|past)",
        "after",
    ),
)
OF_A_DATE = (
    r" (?:the )?(?:early |mid-?|late )?(?:[0-9]{1,2} )?(?:of )?"
    r"(?:\0|[0-9]{4}|January|February|March|April|May|June|July|August|September|October|November"
    r"|December)"
)
SIDES = (
    (rf" after{OF_A_DATE}", AFTER_A_DATE),
    (rf" (?:before|prior to){OF_A_DATE}", BEFORE_A_DATE),
    (r" (?:after|later|afterwards|following|on\b)", AFTER),
    (r" (?:before|prior to|earlier|ago|previously)\b", BEFORE),
)
PARTS = (
    (
        r"early[ -](?:in )?|(?:beginning|start|first (?:days|weeks|months|years)|outset)"
        r" (?:of|in) |first half of ",
        "early",
    ),
    (r"mid[ -]|(?:middle) of ", "mid"),
    (
        r"late[ -](?:in )?|(?:end|close|last (?:days|weeks|months|years)) (?:of|in) "
        "|(?:second|latter|last) half of ",
        "late",
    ),
)
CALENDARS = (
    *ERAS,
    (r" (?i:fiscal|financial|budget) years?\b", "fiscal"),
    (r",? \(?(?:(?:by|in|of) the )?(?:Old Style|O\.S\.|Julian)\)?(?!\w)", "Julian"),
)
CALENDARS_BEFORE = (
    *ERAS_BEFORE,
    *BY_CALENDAR,
    (r"\b(?:FY|F\.Y\.|(?i:fiscal|financial|budget)(?i: years?)?(?: of)?) ?", "fiscal"),
)
AFTERWARDS = (
    (r",? (?:onwards?|and after|or later|and later|at the earliest)\b| on(?= *[,.;)]|\Z)", "since"),
    (r",? (?:or earlier|or before|at the latest)\b", "by"),
)
MOVING = (
    "(?:moved|shifted|postponed|deferred|rescheduled|delayed|slipped|changed|extended|advanced"
    "|put (?:off|back)|pushed (?:back|forward)|brought forward)(?: [a-z]+){0,2} from(?: the)?"
)
AT = r"(?: (?:on|in|at))?"
EDGES = (
    (
        rf"(?:end(?:s|ed|ing)?|(?:expire|lapse)[sd]?|finish(?:es|ed)|ceased?|stopped|lifted){AT}",
        "until",
    ),
    (rf"(?:beg[au]n|begins|start(?:s|ed)|(?:came into|entered into|took|takes) \w+){AT}", "since"),
)
OF_A_PART = r"(?: the)?"
ABOUT = r"(?i:\b(?:around|about|circa|approximately|roughly|ca?\.) ?|~ ?)"
