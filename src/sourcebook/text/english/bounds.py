"""English words around a number: more than, at most, about, rose, fell, deficit."""

MORE = "(?:more|greater|higher|longer|larger|bigger|heavier|faster|older|later|further|farther)"
LESS = (
    "(?:less|fewer|lower|shorter|smaller|lighter|slower|younger|cheaper|narrower|thinner|poorer"
    "|weaker|colder|nearer|closer|shallower)"
)
NOT = "(?:no|(?:not|never)(?: [a-z]+)?)"
FAR = r"(?:(?:far|much|well|many|considerably|significantly|substantially) )?"
NEAR = r"(?:(?:only )?(?:just|slightly|a little|a bit|a shade|a fraction|marginally|barely) )"
BOUNDS_BEFORE = (
    (
        rf"{NOT} {MORE} than|at (?:the )?(?:most|maximum)|up to|(?:a |the )?maximum(?: of)?"
        r"|as (?:many|much|high|long|far) as|within|capped at|(?:limited|restricted) to"
        r"|a (?:cap|ceiling|limit) of|max\.?|≤|<="
        r"|(?:not|never|nor|cannot|can't|without) (?:to )?exceed\w*|(?:not|never) (?:above|over)",
        "<=",
    ),
    (
        rf"{NOT} {LESS} than|at (?:the )?(?:very )?least|(?:a |the )?minimum(?: of)?|min\.?"
        r"|as (?:few|little|low) as|a floor of|(?:not|never) (?:below|under)|≥|>=",
        ">=",
    ),
    (rf"{NEAR}(?:{MORE} than|over|above|past|north of|upwards? of|exceed\w*)", ">~"),
    (
        rf"{NEAR}(?:{LESS} than|under|below)|(?:just |a little |slightly )?(?:shy|short) of"
        r"|not quite|nearly|almost|close to|nearing|approaching|verging on|practically|virtually"
        r"|all but|barely under",
        "<~",
    ),
    (
        rf"{FAR}(?:{MORE} than|over|above)|exceed(?:s|ed|ing)?|upwards? of"
        r"|(?:well )?in excess of|north of|surpass(?:es|ed|ing)?|top(?:s|ped|ping)|>",
        ">",
    ),
    (rf"{FAR}(?:{LESS} than|under|below)|south of|<", "<"),
    (
        r"about|some|around|approximately|approx\.|roughly|(?:an )?estimated|circa|ca?\.|~|≈"
        r"|something like|in the (?:region|order|neighbou?rhood|vicinity) of|more or less"
        r"|an estimate of|an? (?:average|mean) of|on average|averag(?:es|ed|ing)|perhaps|maybe",
        "~",
    ),
    (r"±|\+/-|plus or minus|give or take", "±"),
)
EXTREMES = (
    (r"minimum(?: [a-z]+){1,2} (?:of|is|was|being)", ">="),
    (r"maximum(?: [a-z]+){1,2} (?:of|is|was|being)", "<="),
)
THING, STOP_SIGN = r"(?: [a-z-]+){0,2}", r"(?= *[,.;:)\n]|\Z)"
VERY = "at (?:the (?:very )?)?"
BOUNDS_AFTER = (
    (
        rf"{THING},? or (?:more|greater|longer|over|above|higher|older)\b(?! than)"
        rf"|{THING},? and (?:over|above|more|older|up|upwards?){STOP_SIGN}| and (?:over|above)\b"
        rf"|{THING},? (?:{VERY}least|(?:at|as) (?:a|the) minimum|minimum){STOP_SIGN}",
        ">=",
    ),
    (r"\+(?!\w)|[ -]plus\b(?! or)(?! ?[0-9])", "+"),
    (
        rf"{THING},? or (?:fewer|less|shorter|under|below|lower|younger)\b(?! than)"
        rf"|{THING},? (?:{VERY}most|(?:at|as) (?:a|the) maximum|maximum|tops){STOP_SIGN}",
        "<=",
    ),
    (
        r"(?: [a-z]+)? or so\b|-(?:odd|something|ish)\b|ish\b| odd\b"
        r"| ?(?:±|\+/-|plus or minus )(?= ?[0-9])"
        rf"|{THING},? (?:approximately|roughly|more or less|give or take){STOP_SIGN}",
        "~",
    ),
)

RISING = (
    r"rose|risen|ris(?:es?|ing)|gr[eo]w(?:n|s|ing|th)?|increas\w+|climb\w*|gain(?:s|ed|ing)?|jump\w*"
    r"|soar\w*|surg(?:es?|ed|ing)|up(?! to\b| in\b)|higher|rais(?:es?|ed|ing)|expan\w+|swell\w*"
    r"|swollen|surplus(?:es)?|profits?|rebound\w*|advanc(?:es?|ed|ing)|upturn|widen\w*|lengthen\w*"
    r"|boost\w*|accelerat\w+|warm(?:ed|er)|rall(?:y|ied)|add(?:s|ed|ing)|leap\w*|doubled"
    r"|tripled|trebled|quadrupled|spik(?:ed|ing)|edg(?:ed|ing) up|deepen\w*|heighten\w*"
    r"|enlarg\w+|broaden\w*|hik(?:es?|ed|ing)|(?:dearer|costlier|pricier|more expensive)(?! than)"
)
NO_FALL = ("broken", "handed", "laid", "passed", "set", "shot", "struck", "turned", "written")
DOWN = "".join(f"(?<!{word} )" for word in NO_FALL) + "down"
FALLING = (
    r"fell|fall(?:s|en|ing)?|drop\w*|declin\w+|decreas\w+|reduc\w+|cuts?|cutting|shr[aiu]nk\w*"
    rf"|plung\w+|slump\w*|los(?:t|es?|ing|s|ses)|{DOWN}|lower(?:s|ed|ing)?|deficits?"
    r"|slid(?:es?|ing)?"
    r"|contract(?:ed|ion)|plummet\w*|tumbl\w+|dwindl\w+|diminish\w*|dip(?:s|ped)?|sank|sunk"
    r"|sink(?:s|ing)?|shortfalls?|narrow(?:ed|ing)|shorten\w*|slow(?:ed|ing)|weaken\w*|downturn"
    r"|trimm?(?:ed|ing|s)?|eas(?:ed|ing)|cool(?:ed|er)|collaps\w+|slash\w*|shed(?:s|ding)?"
    r"|slip(?:s|ped|ping)?|ebb(?:s|ed|ing)|reced\w+|retreated|curtail\w*|cheaper(?! than)"
    r"|halved|whittled|pared|downsized"
)
COMPARED = rf"(?:{MORE}|(?!(?:{LESS}|rather|other|earlier|sooner|number)\b)[a-z]+er)"
RELATIVE = (
    rf" (?:(?P<above>above)|(?P<below>below))\b"
    rf"|(?: (?!or\b|and\b|no\b|not\b)[a-z]+)? (?:(?P<more>{COMPARED})(?={THING} than\b)"
    rf"|(?P<less>{LESS})(?={THING} than\b| *[,.;:)\n]|\Z))"
)
ROLES = (
    (r"from", "from"),
    (r"to", "to"),
    (r"by", "by"),
    (r"of|at", "of"),
)
