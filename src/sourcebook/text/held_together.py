"""What holds together in a text: the words and signs that say something else when parted.

Each name is a pattern of one whole. They are wide on purpose: a cut that they forbid costs a
writer a word more, one that they allow may turn a source's sense.
"""

from __future__ import annotations

import re

from sourcebook.text.english.dates import MONTH
from sourcebook.text.english.numbers import BIG, FRACTIONS, NUMBERS
from sourcebook.text.english.units import MONEY as NAMES_OF_MONEY
from sourcebook.text.folding import UNSPACED


def either(*words: str) -> str:
    """Return the pattern of any of some words, each a pattern without a space."""
    return f"(?:{'|'.join(' '.join(words).split())})"


NUMBER_WORD = rf"(?:{NUMBERS}|{BIG}|dozen)"
TENTH = either(*(word for word in FRACTIONS if word not in ("half", "halves")))
PART = rf"(?:hal(?:f|ves)|{TENTH}s?)\b"

VULGAR = "[¼-¾⅐-⅞]"
NUMBERED = rf"\d|{VULGAR}|\b(?i:{NUMBER_WORD}|{PART})"
LARGE = rf"(?:{BIG}|dozen|score|lakh|crore|milliard)s?"
ABROAD = either(r"milliard\w*", r"mill?i[oóõ]n\w*", r"миллион\w*", r"миллиард\w*", r"тысяч\w*")
SHORT_SCALE = either("[kKMBT] [mb]n mln tn trn Mrd Mio Mld Tsd mio mrd тыс млн млрд")

SYMBOL = "[$€£¥₽₹₴₩₪₺₫₦₱₡₲₵₸₼₾฿﷼¢៛]"
CODES = either(
    "USD EUR GBP JPY CNY RMB CHF RUB RSD INR PKR AUD CAD NZD SEK NOK DKK PLN HUF CZK TRY UAH",
    "BRL ZAR KRW SGD HKD MXN ILS AED SAR EGP THB IDR MYR BAM RON BGN лв руб",
)
CODE = rf"\b{CODES}\b\.?"
CURRENCIES = either(
    r"euros? pounds? cents? pence penny shillings? guineas? francs? marks? lir[ae]s? dinars?",
    r"rubles? kope[ck]ks? rupees? baht rand pesos? reais ri[yi]?als? dirhams? shekels? zlotys?",
    r"forints? korunas? kron[aeou]r? leva le[iu] hryvnias? ringgit rupiah tenge manat lari drams?",
    r"kunas dong won bucks",
    r"евро долл\w* рубл\w* динар\w*",
)
NAMED = "|".join(re.escape(one) for one in sorted(NAMES_OF_MONEY, key=len, reverse=True))
NAME = rf"(?:[A-Z][A-Za-z]* )?(?i:{CURRENCIES}|{NAMED})(?!\w)"
MONEY = rf"(?:{SYMBOL}|{CODE}|{NAME})"
SCALE = rf"(?:(?i:{LARGE}|{ABROAD})|{SHORT_SCALE})(?!\w)(?:\.(?= ?{MONEY}))?"
PERCENT = (
    r"(?:[%‰‱]|(?i:per ?cent|pct|pp|ppt|bps?|basis[ -]points?|percentage[ -]points?|pro[cz]ent\w*"
    r"|процент\w*|pour cent|por ciento)\b)"
)
UNIT_SIGNS = either(
    "km/h mph kph rpm [kcmµμn]?m[²³]? [kmM]?g [kM]?t [kMGT]?Wh? [kM]?V [kMG]?Hz [kMGT]i?B",
    "[kM]?J [kMG]?Pa [cm]?l ha hrs? mins? secs? s h ft yd mi nmi nm lbs? oz kn dB hp ppm ppb",
    "bbl dwt DWT [CFK]",
)
SYMBOLIC_UNIT = rf"(?:[°º] ?[CFK]?|{UNIT_SIGNS}(?![\w']))"
MEASURE = either(
    "seconds? minutes? hours? days? weeks? fortnights? months? years? decades? century centuries",
    "degrees? miles? (?:kilo|centi|milli)?met(?:er|re)s? feet foot inch(?:es)? yards? knots?",
    "acres? hectares? (?:kilo|mega)?tons? tonnes? kilos? (?:kilo)?gram(?:me)?s? ounces?",
    "lit(?:er|re)s? gallons? barrels? (?:kilo|mega|giga)?watts? volts? hertz fathoms? leagues?",
)
UNIT = rf"(?:(?i:(?:square |cubic |nautical )?{MEASURE})\b|{SYMBOLIC_UNIT})"
ERA = r"(?:(?:BCE?|CE|AD|AH|GMT|UTC)\b|B\.C\.|A\.D\.|(?i:[ap]\.?m\b|o'clock\b))"

THAN = "(?:more|fewer|less|greater|higher|lower|larger|smaller|longer|shorter) than"
BOUND = (
    rf"\b(?i:(?:{THAN}|at (?:least|most)|up to|in excess of|upwards of"
    r"|as (?:many|much|few|little) as|just (?:shy of|short of|under|over)|nearly|almost|roughly"
    r"|approximately|approx\.|minus|a (?:minimum|maximum) of|exceed(?:s|ed|ing)?) "
    rf"|(?:some|about|around|over|under|below|above|circa|ca?\.|not) (?={SYMBOL}?\d))"
)
FIGURES = r"(?:\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,:']\d+)*|(?<![\w.,])[.,]\d+)"
AND_MORE = r"(?:(?<=hundred)|(?<=thousand)|(?<=million)|(?<=billion)) and "
IN_WORDS = (
    r"(?:(?:half |quarter )?an? |half |several |many |few |couple of )?"
    rf"\b{NUMBER_WORD}s?\b(?:(?:[- ]| point |{AND_MORE}| of (?:an? )?(?={LARGE}))"
    rf"(?:{NUMBER_WORD}|score|lakh|crore)s?\b)*"
)
OF_LARGE = rf"\b(?:an? |one |three[- ])?{PART} (?:of )?(?:an? )?{LARGE}\b"
MIXED = rf"(?:[- ]?{VULGAR}| ?\d*[/⁄]\d+|(?i: and (?:an?|one|three)[ -]{PART}|[ -]{PART}))"
SIGN = r"(?:[-+±~≈∼<>≤≥=×√Δ@§#№]{1,2} ?)"
BEFORE = rf"(?:(?<![\w-]){SIGN}|(?:\b[A-Z]{{1,3}})?{SYMBOL} ?|(?:{CODE}|\b(?:{NAMED})(?!\w)) ?)"
NUMBER = (
    rf"(?:(?i:{OF_LARGE})|{FIGURES}{MIXED}?|{VULGAR}|(?i:{IN_WORDS}){MIXED}?|(?i:\ban? {PART}))"
)
SIGN_AFTER = r"(?:\+(?!\w)|['′″\"](?=[ ,.;)]))"
AMOUNT = (
    rf"(?:{BEFORE}{{0,3}}{NUMBER}(?:(?: ?[×·] ?|\^){FIGURES})?{SIGN_AFTER}?(?:[- ]?{SCALE})?"
    rf"(?:[- ]?(?:{PERCENT}|{MONEY}|{UNIT}|{ERA}))?(?: ?± ?{FIGURES})?)"
)
RANGE = rf"{AMOUNT}(?:(?: ?[-–:/] ?| (?:to|or|through|by|bis) ){AMOUNT})*"
QUANTITY = rf"(?:{BOUND})?(?:(?i:between ){AMOUNT} and {AMOUNT}|{RANGE})"

LABELS = either(
    r"nos?\. number phase mark mk\.? type class block model art(?:icle|\.) section chapter",
    r"resolution flight route unit version table figure pages? pp?\. vol(?:ume|\.) annex stage",
    r"category grade tier generation pier highway room level batch lot part",
)
LABEL = rf"(?:[#№§]|\b(?i:{LABELS})|World War)"
ABBREVIATION = r"\b(?!(?:A|I|AD|AM|BC|CE|EU|PM|TV|UK|UN|US|NATO|OK)\b)[A-Z]{1,4}"
LABELLED = rf"(?:{LABEL} ?(?:\d[\w.-]*|[IVXLC]+\b)|{ABBREVIATION} \d[\w.-]*)"

NTH = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = rf"\b{NTH}(?: of)? {MONTH}|{MONTH} {NTH}(?:, ?\d{{4}}\b|\W*\Z)"

ADDRESS_BEGINS = r"://|www\.|mailto:|doi:|@"
ADDRESS = (
    r"(?:(?<!\w)[A-Za-z][\w+.-]*://|\bwww\.|\bmailto:|\bdoi:)[^\s<>\"]*[\w/]"
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*"
)

PREFIXED = r"\b(?i:non|ex|anti|quasi|pseudo)"
ELIDED = r"(?:[Ll]'(?=\w)|[djcmt]'(?=[a-zà-ÿœ]))"
JOINED = (
    rf"(?:(?<!\w){ELIDED})?+(?<!\w)\w+(?:(?:\.?['/&@_+-]|(?<=[a-z\d])\.(?=[a-z\d]))\w+)+"
    r"|\b(?:[A-Z]\.){2,}|\b(?:[a-z]\.){2,}"
    rf"|\w+-(?= (?:and|or|to)\b)|{PREFIXED} [^\W\d_]+"
)

HAN_NUMBER = "[0-9〇零一二三四五六七八九十百千万萬億亿兆两兩]"
HAN_UNIT = either(
    "[元円圓块塊吨噸米度年月日号號％%] 公里 公斤 公尺 美元 欧元 歐元 人民币",
    "キロ トン ドル ユーロ パーセント",
)
VOWEL_AHEAD = r"[\u0e40-\u0e44\u0ec0-\u0ec4][\u0e01-\u0e2e\u0e81-\u0eae]"
VOWEL_BEHIND = r"[\u0e01-\u0e2e\u0e81-\u0eae][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*[ะาำๅๆຯະາຳ]"
SMALL_KANA = "[\u3041-\u30ff][ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮー]"
WITHOUT_SPACES = (
    rf"(?:百分之|第|超过|超過|不到|约|約)?{HAN_NUMBER}+{HAN_UNIT}?"
    rf"|(?:[不没沒未无無勿]|(?<![是南西北东東除])非|ไม่(?:ได้|เคย)?|มิได้|မ)[{UNSPACED}]"
    rf"|[{UNSPACED}](?:ない|なかった|なく|ません|ずに)|{VOWEL_AHEAD}|{VOWEL_BEHIND}|{SMALL_KANA}"
)
