"""English words that carry a number as a label or hide one, and those that carry no sense."""

from sourcebook.text.english.numbers import ONES

LABELS = (
    "no|nos|number|article|section|chapter|pages?|pp|figure|table|paragraph|resolution|version|volume"
    "|vol|phase|mark|mk|route|stage|part|block|tier|level|type|class|category|grade|world war|mach"
    "|annex|appendix|protocol|tranche|batch|division|group|highway|motorway|line|platform|gate|pier"
    "|channel|act|scene|item|point|option|track|model|series|unit|reactor|berth|hangar|corridor|book"
    "|squadron|regiment|brigade|battalion|room|floor|verse|generation|gen|size|round|lot|zone|area"
    "|heisei|reiwa|showa|meiji|taisho|minguo"
)
LABEL_NAMES = {"nos": "no", "number": "no", "pages": "page", "pp": "page", "vol": "volume"}
LABEL_NAMES |= {"mk": "mark", "gen": "generation"}
LABEL_NUMBERS = {word: str(at) for at, word in enumerate(ONES, 1)}
LABEL_ALIASES = {"WWI": ("world war", "1"), "WWII": ("world war", "2"), "WWIII": ("world war", "3")}
LABEL_ALIASES |= {"WW1": ("world war", "1"), "WW2": ("world war", "2"), "WW3": ("world war", "3")}
LABEL_ALIASES |= {"First World War": ("world war", "1"), "Second World War": ("world war", "2")}
LABEL_ALIASES |= {"Third World War": ("world war", "3")}
MANY = "dozens|scores|hundreds|thousands|millions|billions|trillions|tens|lakhs|crores"
VAGUE = (
    rf"(?:(?:{MANY}) of )*(?:{MANY})"
    r"|(?:several|a few|few|many|couple of) (?:dozen|hundred|thousand|million|billion|trillion)"
    r"|(?:single|double|triple|two|three|four|five|six|seven|eight)-(?:digit|figure)s?"
)
SPANS = "year|month|week|quarter|decade|century|spring|summer|autumn|winter|fall|season"
DEICTIC_ENDS = f"{SPANS}|yesterday|tomorrow|tonight"
DEICTIC = rf"(?:last|this|next) (?:{SPANS})|yesterday|tomorrow|tonight"

BREAKS = r";|\.(?= )| (?:and|but|as well as|while|whereas|or|then|plus|against|compared) "
COMMAS = r",| – | — |\(|\)|:"
FURTHER = (
    r" (?:after|before|with|for|at|over|against|following|plus|on|in) (?:an?|the|its|their)"
    r" (?:[\w-]+ ){1,3}of (?:[a-z]+ ){0,2}\Z"
)
STOP_LINES = (
    "the a an of in on at to from by for with and or but as is are was were be been has have",
    "had it its they their this that these those which who whose he she his her him them we",
    "our us i you than then not no nor so if into over under about some all any each per more",
    "less most least also only just after before since until during between through up down",
    "out off there here when while where will would can could may might must shall should do",
    "does did one two three four five six seven eight nine ten eleven twelve hundred thousand",
    "million billion trillion dozen percent cent",
)
STOP = frozenset(word for line in STOP_LINES for word in line.split())
FORMERLY_LINES = (
    "used had previously formerly earlier before once until from old former instead rather not no",
)
FORMERLY = frozenset(word for line in FORMERLY_LINES for word in line.split())
ENDINGS = ("'s", "ies", "ing", "ed", "es", "s", "e")
