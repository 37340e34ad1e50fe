"""Numbers in English words: numerals, scales, fractions, multiples, ordinals, groups."""

SCALES = {"dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9}
SCALES |= {"trillion": 10**12, "mn": 10**6, "mln": 10**6, "mio": 10**6, "bn": 10**9, "bln": 10**9}
SCALES |= {"milliard": 10**9, "milliards": 10**9, "score": 20}
SCALES |= {"mrd": 10**9, "tn": 10**12, "trn": 10**12, "lakh": 10**5, "lakhs": 10**5}
SCALES |= {"crore": 10**7, "crores": 10**7}

BIG = "hundred|thousand|million|billion|trillion"
TENS_AND_TEENS = (
    "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    "|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
NUMBERS = rf"zero|one|two|three|four|five|six|seven|eight|nine|{TENS_AND_TEENS}"
UNITS_OF_TEN = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
)
SHORT_SPANS = "minute|hour|day|week|month|year"
SPANS = f"second|{SHORT_SPANS}|fortnight|quarter|decade|century|mile|kilomet[a-z]+"
UNCOUNTED = (
    r"\b(?:no|any|some|every|each|this|that|which|another) one\b|\bone(?= another\b|'|-\w+-)"
    rf"|\b(?:nineteen|twenty)[ -](?:{TENS_AND_TEENS})(?:[ -](?:{NUMBERS}))?\b"
    r"(?! ?(?:hundred|thousand))"
    rf"|\bwithin one(?! (?:{SPANS})\b)"
    r"|\bat first\b|\bfirst of all\b|\bfirst and foremost\b|\bin the first place\b"
    r"|\b(?:first|second|third)(?= (?:hand|person)\b)|\bsecond(?= thoughts?\b)"
    rf"|(?:(?<![^\0])|(?<=\A\s)|(?<=[.;:!?]\s)|(?<=, and ))(?:{'|'.join(UNITS_OF_TEN)})(?=,)"
)
MULTIPLES = {
    "twice": ("2", ""),
    "thrice": ("3", ""),
    "doubled": ("2", "up"),
    "doubles": ("2", "up"),
    "doubling": ("2", "up"),
    "double the": ("2", ""),
    "double that": ("2", ""),
    "triple the": ("3", ""),
    "triple that": ("3", ""),
    "treble the": ("3", ""),
    "treble that": ("3", ""),
    "quadruple the": ("4", ""),
    "quadruple that": ("4", ""),
    "tripled": ("3", "up"),
    "tripling": ("3", "up"),
    "trebled": ("3", "up"),
    "quadrupled": ("4", "up"),
    "quintupled": ("5", "up"),
    "halved": ("0.5", "down"),
    "halving": ("0.5", "down"),
    "half as": ("0.5", ""),
    **{f"half the {one}": ("0.5", "") for one in ("size", "price", "cost", "length", "weight")},
    "twofold": ("2", ""),
    "threefold": ("3", ""),
    "fourfold": ("4", ""),
    "fivefold": ("5", ""),
    "sixfold": ("6", ""),
    "tenfold": ("10", ""),
    "once a": ("1", ""),
    "once every": ("1", ""),
    "once per": ("1", ""),
    "once in": ("1", ""),
    "once out of": ("1", ""),
    "only once": ("1", ""),
    "just once": ("1", ""),
    "once during": ("1", ""),
}
TEENS = (
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth"),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ORDINALS = {word: at for at, word in enumerate((*UNITS_OF_TEN, *TEENS), 1)}
ORDINALS |= {f"{ten[:-1]}ieth": 10 * at for at, ten in enumerate(TENS, 2)}
ORDINALS |= {
    f"{ten}-{word}": 10 * tens + at
    for tens, ten in enumerate(TENS, 2)
    for at, word in enumerate(UNITS_OF_TEN, 1)
}
ORDINALS |= {"hundredth": 100, "thousandth": 1000}
FRACTIONS = {"half": 2, "halves": 2, "quarter": 4, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
FRACTIONS |= {
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "hundredth": 100,
    "thousandth": 1000,
}
FRACTIONS |= {
    f"{word}s": number for word, number in FRACTIONS.items() if not word.startswith("hal")
}
GROUPS = {"pair": 2, "couple": 2, "duo": 2, "trio": 3, "quartet": 4, "quintet": 5, "sextet": 6}
GROUPS |= {"septet": 7, "octet": 8, "score": 20, "brace": 2, "gross": 144}
GROUPS |= {"baker's dozen": 13}
ALONE = {
    "one": 1,
    "a single": 1,
    "single": 1,
    "sole": 1,
    "no": 0,
    "none of": 0,
    "neither": 0,
    "neither of": 0,
    "both": 2,
    "both of": 2,
    "threescore": 60,
    "fourscore": 80,
}
ONES = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    "twelve",
)
