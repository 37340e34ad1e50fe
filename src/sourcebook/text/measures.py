"""Regular expressions for what goes with a number: scales, units, money, bounds."""

ONES = "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
ONES += "|(?:thir|four|fif|six|seven|eigh|nine)teen"
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
BIG = "hundred|thousand|million|billion|trillion|dozen|score|lakh|crore"
PARTS = "half|quarter|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|hundredth|thousandth"
NUMBER_WORD = rf"(?:(?:{ONES}|{TENS}|{BIG}|{PARTS})s?|halves|tens)\b"
LINKED = r"(?: (?:and|of|in|out of|and a|of a|an?) |[ -])"
IN_WORDS = rf"\b(?:an? |half an? )?{NUMBER_WORD}(?:{LINKED}{NUMBER_WORD})*+"

GLYPH = "[½⅓⅔¼¾⅕-⅞⅐-⅒]"
GROUPED = r"\d{1,3}(?: \d{3}(?!\d))++(?:[.,]\d+)?"
DIGITS = rf"(?<!\d)(?<!\d[.,'٫٬:/])(?:{GROUPED}|\.?\d++(?:[.,'٫٬:/·]\d++)*+)"
DIGITS += rf"(?: ?{GLYPH}| \d+/\d+)?|{GLYPH}"

MONEY_SIGN = "[A-Z]{0,3}[$¢-¥֏؋৲৳૱௹฿៛\u20a0-\u20c0]"
MONEY_CODE = (
    "AED|AUD|BAM|BGN|BRL|CAD|CHF|CNY|CZK|DKK|EGP|EUR|GBP|HKD|HUF|IDR|ILS|INR|IRR|JPY|KRW|MKD|MXN"
    "|NOK|NZD|PHP|PKR|PLN|RMB|RON|RSD|RUB|SAR|SEK|SGD|THB|TRY|TWD|UAH|USD|VND|ZAR"
    "|Rs\\.?|[Kk]r\\.?|Fr\\.?"
)
MONEY_WORD = (
    "(?:(?-i:[A-Z])\\w+ )?"
    "(?:dollars?|euros?|cents?|pounds?|pence|dinars?|rou?bles?|rupees?|yen|yuan|francs?|crowns?"
    "|kron\\w+|pesos?|zlot\\w+|liras?|rials?|riyals?|dirhams?|shekels?|forints?|hryvni\\w+"
    "|динар\\w*|рубл\\w*|евро|долар\\w*|доллар\\w*|dinar\\w*|evra|eura|kr|zł|Kč|лв|дин|din|руб|грн|元|円|圓|원)"
)
SCALE = (
    "hundred|thousand|million|billion|trillion|dozen|score|lakh|crore|mn|mln|bn|tn|mio|mrd|tsd|mil"
    "|m|k|b|Million(?:en)?|Milliarden?|milliards?|millions?|тыс|млн|млрд|тысяч\\w*|миллион\\w*"
    "|миллиард\\w*|милион\\w*|милијард\\w*|хиљад\\w*|milion\\w*|milijard\\w*|hiljad\\w*"
)
PER_CENT = (
    "percent(?:age)?(?: points?)?|per cent|pct|basis points?|bps|procen\\w+|prozent\\w*|pour cent"
    "|por ciento|процент\\w*|посто\\w*|odsto"
)
UNIT = (
    "[kcm]?m[²³]?|mi|ft|in²|[kmµ]?g|k?t|Mt|lbs?|oz|[mc]?l|[kMGT]?Wh?|[km]?V|[kMG]?Hz|mph|kph|kts?"
    "|kn|K|ha|k?bar|psi|[kM]?Pa|hp|[kMGT]B|am|pm|a\\.m\\.?|p\\.m\\.?|BCE?|CE|AD|h|min|s|ms"
    "|(?:kilo|centi|milli|nano|micro)?(?:met(?:re|er)|gram(?:me)?|lit(?:re|er)|watt|volt|hertz)s?"
    "|(?:kilo|mega|giga|tera)?(?:watt|ton|tonne|hertz|byte)(?:-?hours?|s)?"
    "|(?:nautical |square |cubic )(?:kilo)?(?:met(?:re|er)|mile|foot|yard|inch)(?:s|es)?"
    "|square feet|cubic feet|miles?|feet|foot|inch(?:es)?|yards?|barrels?|gallons?|hectares?|acres?"
    "|ounces?|knots?|degrees?(?: (?:Celsius|Fahrenheit))?|horsepower|times|-?fold"
    "|(?:milli|micro)?seconds?|minutes?|hours?|days?|weeks?|fortnights?|months?|years?|decades?"
    "|centur(?:y|ies)"
)
MONTH = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?"
)
DAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
BOUND = (
    "(?:more|less|fewer|greater|higher|lower|larger|smaller|longer|shorter) than|at least|at most"
    "|(?:just |well )?(?:over|under|above|below)|just shy of|short of|up to|upwards? of"
    "|in excess of"
    "|as (?:many|much|few|little) as|close to|(?:nearly|almost|about|around|approximately|roughly)"
    "|some|circa|ca?\\.|approx\\.|minus|negative|plus or minus|a (?:minimum|maximum) of"
)
OR_MORE = "(?: [\\w-]+)? (?:or|and) (?:more|fewer|less|so|over|under|above|below|longer)"
LABEL = (
    "No|Nos|Nr|Art|Mk|Mark|Type|Model|Article|Phase|Class|Block|Unit|Chapter|Section|Flight|Version"
    "|Route|Line|Level|Category|Grade|Room|Gate|Batch|Project|Group|Resolution|Annex|Part|Volume"
    "|Series|Lot|Tier|Stage|Step|Page|Figure|Table|Highway|Pier|Platform|Channel|Point"
)
