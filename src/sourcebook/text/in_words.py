"""How codes and dates read to a person, and the ways in which a quotation speaks."""

import re

YEAR_SILENT = "year not stated"
MODES = {
    "report": "reported by the source",
    "quotation": "direct quotation",
    "paraphrase": "reported speech",
    "opinion": "opinion",
    "anonymous": "unnamed speaker",
    "caption": "photo caption",
    "apparatus": "apparatus of publication",
}
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
PARTS = {
    "21": "spring",
    "22": "summer",
    "23": "autumn",
    "24": "winter",
    "33": "first quarter of",
    "34": "second quarter of",
    "35": "third quarter of",
    "36": "fourth quarter of",
}
MONTH = r"0[1-9]|1[0-2]|2[1-4]|3[3-6]|\dX|X[\dX]"
SIDE = re.compile(rf"(?P<year>[\dX]{{4}})(-(?P<month>{MONTH})(-(?P<day>[\dX]{{2}}))?)?")


def date_words(edtf: str) -> str:
    """Return an EDTF date in words, exactly as vague as it is, and say where it has no year.

    ``2020-07`` is ``July 2020``, ``199X`` is ``1990s``, ``XXXX-04-10`` is ``10 April, year not
    stated``; what has no plain words comes back as it is.
    """
    yearless = any(side.startswith("XXXX") for side in edtf.split("/"))
    return f"{plain_date(edtf)}, {YEAR_SILENT}" if yearless else plain_date(edtf)


def plain_date(edtf: str) -> str:
    """Return an EDTF date in words, and nothing in place of a year that is not stated."""
    start, slash, end = edtf.partition("/")
    return _interval(start, end) if slash else _side(start)


def _interval(start: str, end: str) -> str:
    if not start.strip("."):
        return f"by {_side(end)}"
    if not end.strip("."):
        return f"from {_side(start)}"
    first, last = _side(start), _side(end)
    if first == last:
        return first
    if start[:4] == end[:4] and len(start) == len(end):
        first = first.removesuffix(f" {start[:4]}")
        if start[:7] == end[:7] and len(start) == 10:
            first = first.split(" ")[0]
    return f"{first} – {last}" if " " in first else f"{first}–{last}"


def _side(text: str) -> str:
    bare = text.rstrip("~?%")
    found = SIDE.fullmatch(bare)
    words = _parts(found["year"], found["month"], found["day"]) if found else bare
    if text.endswith(("~", "%")):
        words = f"about {words}"
    return f"{words} (uncertain)" if text.endswith(("?", "%")) else words


def _parts(year: str, month: str | None, day: str | None) -> str:
    decade = year[3] == "X" and "X" not in year[:3]
    words = [f"{year[:3]}0s" if decade else year] if year != "XXXX" else []
    if month and month in PARTS:
        words.insert(0, PARTS[month])
    elif month and month.isdigit():
        words.insert(0, MONTHS[int(month) - 1])
    if day and day.isdigit():
        words.insert(0, str(int(day)))
    return " ".join(words)
