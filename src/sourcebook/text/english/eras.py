"""Years as English counts them from another event than most do: BC, AH, of the Buddhist era."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sourcebook.text.date_phrase import Phrase, valid

LIKE_WORDS = ("BE", "SH", "VS")
LETTERS_OF_ERAS = {
    "AH": r"AH|A\.H\.",
    "BE": r"B\.E\.",
    "SH": r"S\.H\.",
    "AM": "Anno Mundi",
    "AUC": r"AUC|A\.U\.C\.|[Aa]b [Uu]rbe [Cc]ondita",
    "VS": r"V\.S\.|(?:Vikram|Bikram) Sam[bv]at",
    "Saka": "Saka|Śaka|Shaka",
    "Heisei": "Heisei",
    "Reiwa": "Reiwa",
    "Showa": "Showa|Shōwa",
    "Minguo": "Minguo",
}
NAMES_OF_ERAS = {
    "AH": "Hijri|Islamic|Muslim|Moslem|Hijrah?|Hegira",
    "BE": "Buddhist|Thai",
    "SH": "Solar Hijri|Persian|Iranian|Jalali",
    "AM": "Hebrew|Jewish",
    "VS": "Vikram|Bikram",
    "Julian": "Julian",
    **{
        one: one
        for one in (
            *("Saka", "Coptic", "Ethiopian", "Ethiopic", "Armenian", "Byzantine", "Seleucid"),
            *("Chinese", "Bengali", "Nepali", "Indian", "Republican", "Mayan", "Juche"),
        )
    },
}
COUNTED_FROM = {
    "AH": "Hijri|Hijrah?|Hegira",
    "BE": "Buddhist",
    "VS": "Vikram|Bikram",
    **{one: one for one in ("Saka", "Seleucid", "Armenian")},
}
LED = r",? \(?(?:(?:of|in|by) the )?"
RECKONED = r"[ -](?i:calendar|years?|reckoning)\)?(?!\w)"
ERAS = (
    (r" ?(?:BCE?|B\.C\.(?:E\.)?)(?!\w)", "BC"),
    (r" (?:of|after) the (?:Hijrah?|Hegira)\b", "AH"),
    (r"(?<=[3-6][0-9]{3}) AM\b", "AM"),
    *((rf" ?{letters}(?!\w)", letters) for letters in LIKE_WORDS),
    *((rf" ?(?:{words})(?: [Ee]ra)?(?!\w)", name) for name, words in LETTERS_OF_ERAS.items()),
    *((rf" (?:of|in) the (?:{words}) [Ee]ra\b", name) for name, words in COUNTED_FROM.items()),
    *((f"{LED}(?:{words}){RECKONED}", name) for name, words in NAMES_OF_ERAS.items()),
)
ERAS_BEFORE = (
    *((rf"(?<=\b[Ii]n ){letters} ", letters) for letters in (*LIKE_WORDS, "AM")),
    (r"(?<=\bfrom )AM ", "AM"),
    *((rf"\b(?:{words})(?: [Yy]ear)? ", name) for name, words in LETTERS_OF_ERAS.items()),
    *((rf"\b(?:{words})(?: calendar| era)? year ", name) for name, words in NAMES_OF_ERAS.items()),
)
BY_CALENDAR = tuple(
    (
        rf"\b(?:[Bb]y|[Ii]n|[Oo]n|[Uu]nder|[Aa]ccording to) the (?:{words})[ -][Cc]alendar,?"
        r"(?: [\w']+){0,5} ",
        name,
    )
    for name, words in NAMES_OF_ERAS.items()
)


def _read_of_the_era(_: str, match: re.Match[str]) -> Iterator[Phrase]:
    year = match["after"] or match["before"]
    yield Phrase(match.start(), match.end(), (f"{int(year):04}",))


def _read_of_an_era(_: str, match: re.Match[str]) -> Iterator[Phrase]:
    year = "before" if match["before"] else "after"
    yield Phrase(*match.span(year), (f"{int(match[year]):04}",))


def _read_years_of_the_era(_: str, match: re.Match[str]) -> Iterator[Phrase]:
    first, last = match["first"] or match["first2"], match["last"] or match["last2"]
    yield Phrase(match.start(), match.end(), valid(f"{int(first):04}/{int(last):04}"))


def _read_early_year(_: str, match: re.Match[str]) -> Iterator[Phrase]:
    yield Phrase(match.start(), match.end(), (f"{int(match[0]):04}",), certain=False)


OF_AN_ERA = (
    rf"(?<![\w.,-])(?P<before>[1-9][0-9]{{0,3}})(?={'|'.join(words for words, _ in ERAS)})"
    rf"|(?<!\w)(?=[A-Z])(?:{'|'.join(words for words, _ in ERAS_BEFORE)})"
    r"(?P<after>[1-9][0-9]{0,3})(?![\w%]|[.,:/-][0-9])",
    _read_of_an_era,
)
OF_THE_ERA = (
    r"\b(?:AD|A\.D\.) ?(?P<after>[0-9]{1,4})\b"
    r"|(?<![\w.,-])(?P<before>[0-9]{1,4}) ?(?:AD|CE|A\.D\.|C\.E\.)(?!\w)",
    _read_of_the_era,
)
YEARS_OF_THE_ERA = (
    r"\b(?:AD|A\.D\.) ?(?P<first>[0-9]{1,4})(?: ?[-–] ?| to | until )(?P<last>[0-9]{1,4})\b"
    r"|(?<![\w.,-])(?P<first2>[0-9]{1,4})(?: ?[-–] ?| to | until )(?P<last2>[0-9]{1,4})"
    r" ?(?:AD|CE|A\.D\.|C\.E\.)(?!\w)",
    _read_years_of_the_era,
)
EARLY_YEAR = (
    r"(?<=\b[Ii]n )[1-9][0-9]{2,3}(?![\w%]|[.,:/-][0-9])"
    r"(?= ?(?:[.,;:)]|\Z)| (?:and|but|by|when|while|under|after|before|during|with)\b)",
    _read_early_year,
)
