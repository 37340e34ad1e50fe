"""English names of units and money that Unicode’s CLDR lacks, and names of its own to pass over."""

PREFIXES = {"kilo": "k", "mega": "M", "giga": "G", "tera": "T", "milli": "m", "micro": "µ"}
UNITS = {
    "percentage point": "percentage point",
    "percentage points": "percentage point",
    "per cent": "%",
    "pct": "%",
    "basis point": "basis point",
    "basis points": "basis point",
    "bps": "basis point",
    "per mille": "permille",
    "per mill": "permille",
    "per thousand": "permille",
    "fortnight": "fortnight",
    "fortnights": "fortnight",
    "millennium": "millennium",
    "millennia": "millennium",
    "time": "times",
    "times": "times",
    "fold": "times",
    "kilo": "kilogram",
    "kilos": "kilogram",
    "lbs": "pound",
    "pound": "pound or GBP",
    "pounds": "pound or GBP",
    "mins": "minute",
    "yrs": "year",
    "kph": "kilometer-per-hour",
    "kmh": "kilometer-per-hour",
    "km an hour": "kilometer-per-hour",
    "kilometres an hour": "kilometer-per-hour",
    "kilometers an hour": "kilometer-per-hour",
    "miles an hour": "mile-per-hour",
    "metric ton": "tonne",
    "metric tons": "tonne",
    "metric tonnes": "tonne",
    "watt-hour": "watt-hour",
    "watt-hours": "watt-hour",
    "watt hour": "watt-hour",
    "watt hours": "watt-hour",
    "degree centigrade": "celsius",
    "degrees centigrade": "celsius",
    "celsius": "celsius",
    "fahrenheit": "fahrenheit",
    "sq km": "square-kilometer",
    "sq m": "square-meter",
    "sq ft": "square-foot",
    "cu m": "cubic-meter",
    "amps": "ampere",
    "rpm": "rpm",
    "ppm": "permillion",
    "bcm": "billion-cubic-meter",
    "cent": "cent",
    "cents": "cent",
    "penny": "penny",
    "pence": "penny",
    "kt": "kilotonne",
    "ha": "hectare",
    "kopeck": "kopeck",
    "kopecks": "kopeck",
}
NO_UNITS_LINES = (
    "item items dot dots drop drops pinch pinches point points cup cups mole moles em ems",
    "quarter in quarters stone stones grain grains dram drams revolution revolutions tn c pt",
    "a at gr light deg lights d w q K A B C F G mol part parts dec fur st smi CD au ac mc bu",
    "pn dr drdrops MP rad rev revs mt pm MA GA MN TN GN MV Cal cal Da mth mths ly bar bars pc",
    "ha",
)
NO_UNITS = frozenset(word for line in NO_UNITS_LINES for word in line.split())
MONEY = {"US$": "USD", "C$": "CAD", "dollar": "USD", "dollars": "USD", "pounds sterling": "GBP"}
MONEY |= {"yuan": "CNY", "renminbi": "CNY", "RMB": "CNY", "yen": "JPY", "sterling": "GBP"}
MONEY |= {
    "Rs": "rupee",
    "Rs.": "rupee",
    "₽": "RUB",
    "₺": "TRY",
    "₴": "UAH",
    "₸": "KZT",
    "zł": "PLN",
}
MONEY |= {
    "krona": "krona",
    "kronor": "krona",
    "Kč": "CZK",
    "Ft": "HUF",
    "kr": "krone or krona",
    "kr.": "krone or krona",
}
MONEY |= {"rouble": "ruble", "roubles": "ruble", "Russian rouble": "RUB", "Russian roubles": "RUB"}
MONEY |= {"crown": "crown", "crowns": "crown", "S$": "SGD", "din.": "dinar", "kuna": "HRK"}
MONEY |= {
    "U.S. dollars": "USD",
    "Canadian $": "CAD",
    "greenbacks": "USD",
    "quid": "GBP",
    "buck": "USD",
}
MONEY |= {"R$": "BRL", "reais": "BRL", "J$": "JMD", "TT$": "TTD"}
MONEY |= {"৳": "BDT", "₦": "NGN", "₱": "PHP", "₫": "VND", "₼": "AZN", "₾": "GEL", "₵": "GHS"}
MONEY |= {"₲": "PYG", "₡": "CRC", "₭": "LAK", "₮": "MNT", "֏": "AMD", "฿": "THB", "៛": "KHR"}
WEIGHTS = (
    r"\b(?:bombs?|weigh\w*|heavy|heavier|warheads?|payloads?|thrust|explosives?|charges?|shells?"
    r"|lifts?|carr(?:y|ies|ied)|pounds? of|pound[ -](?:bomb|shell|gun|charge)\w*|lbs?"
    r"|cargo|mass|load\w*)\b"
)
SUMS = (
    r"\b(?:cost\w*|pa(?:y|ys|id|ying|yments?)|pric\w+|worth|spen[dt]s?|spending|sums?|fees?|fund\w*"
    r"|budget\w*|money|sterling|wages?|salar\w+|earn\w*|rais\w+|donat\w+|debts?|loans?|borrow\w*"
    r"|len[dt]|tax\w*|fin(?:e|ed|es)|s[eo]l[ld]s?|selling|sales?|b[uo]ys?|bought|bills?|grants?"
    r"|invest\w*|prizes?|valued?|values|valuable|revenues?|profits?|loss\w*|income|rent\w*|insur\w+|exports?|imports?"
    r"|trade|deposit\w*|banks?|cash|gifts?|legacy|legacies|beque\w+|ow(?:e|ed|es|ing)|rewards?|ransoms?"
    r"|damages|compensat\w+|subsid\w+|stipends?|pensions?|dowr\w+|tolls?|tickets?|auction\w*|bids?"
    r"|mortgag\w+|won|wins?|lotter\w+|saved?|saves|savings?|turnover|takings|pledg\w+|contracts?"
    r"|set aside|deals?|charged|stole|stolen|gave|given|left|collected|promised|offered|accounts?"
    r"|levy|levied)\b"
)

NOT_MONEY_LINES = ("unit units mark gold silver won real som all top cup day point",)
NOT_MONEY = frozenset(word for line in NOT_MONEY_LINES for word in line.split())

PER = (
    r"(?:per|(?:an?|each|every)"
    r"(?= (?:second|minute|hour|day|night|week|month|year|decade|century|head)\b))"
    r" (?!cent\b)(?P<per>[a-z]+)\b(?! (?:ago|earlier|later|sooner|before|after)\b)"
)
NO_RATE = r"(?!(?:in|within|over|after|for|before|during|and|or)\b)"
OF_EACH = (
    r"(?P<each>each|apiece)\b(?= (?:in|of|at|on|for|and|to|by|from|with)\b| ?[.,;:)]|\Z)"
    r"|(?:for|to|in|on) (?:each|every) (?P<thing>[a-z]+(?: [a-z]+)?)"
)
EACH = frozenset({"each", "every", "per", "apiece", "average", "single"})
RATES = {"daily": "day", "hourly": "hour", "nightly": "night", "weekly": "week", "monthly": "month"}
RATES |= {"yearly": "year", "annual": "year", "annually": "year", "annum": "year"}
OFTEN = {word: (1, unit) for word, unit in RATES.items() if word != "annum"}
OFTEN |= {"fortnightly": (1, "fortnight"), "quarterly": (3, "month"), "biennial": (2, "year")}
OFTEN |= {"biennially": (2, "year"), "triennial": (3, "year"), "triennially": (3, "year")}
