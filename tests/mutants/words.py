"""The words of English that a mutant changes, and what stands for each in its place."""

from __future__ import annotations

CARDINALS = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("twenty", "thirty", "forty", "fifty", "sixty", "hundred"),
)
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
OTHER_NUMBERS = {"twice": "three times", "half": "a third", "both": "all three", "dozen": "score"}
NOT_A_NUMBER = (
    *("of", "another", "by", "that", "which", "who", "or", "and", "is", "was", "side"),
    *("like", "after"),
    *("may", "can", "could", "should"),
)
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
SEASONS = ("spring", "summer", "autumn", "winter")
PARTS_OF_A_YEAR = ("early", "mid", "late")
UNITS = (
    ("€", "$", "£"),
    ("euros", "dollars", "dinars", "roubles"),
    ("EUR", "USD", "GBP"),
    ("km", "miles", "m"),
    ("kilometres", "metres"),
    ("km²", "ha"),
    ("%", "‰"),
    ("kg", "t"),
    ("tonnes", "kilograms"),
    ("mm", "cm"),
    ("km/h", "mph"),
    ("hours", "days", "weeks", "months", "years"),
    ("hour", "day", "week", "month", "year"),
)
BEFORE_THE_NUMBER = ("€", "$", "£")
SCALES = (
    ("thousand", "million", "billion", "trillion"),
    ("thousands", "millions", "billions"),
    ("bn", "m"),
)
BOUNDS = {
    "above": "below",
    "over": "under",
    "more than": "less than",
    "at least": "at most",
    "up to": "at least",
    "at most": "at least",
    "below": "above",
    "under": "over",
    "less than": "more than",
    "fewer than": "more than",
    "no more than": "no less than",
    "about": "more than",
    "around": "less than",
    "some": "over",
    "nearly": "more than",
    "almost": "more than",
    "exceeds": "is below",
    "exceed": "stay below",
}
BOUNDS_OF_DATES = {
    "before": "after",
    "after": "before",
    "since": "until",
    "until": "since",
    "by": "after",
    "in": "before",
    "from": "until",
    "on": "before",
    "no later than": "no earlier than",
}
SPEECH = (
    *("say", "says", "said", "warn", "warns", "warned", "write", "writes", "wrote", "call"),
    *("calls", "called", "tells", "told", "reports", "claims", "claimed", "holds", "thinks"),
    *("predicts", "argues", "argued", "expects", "fears", "adds", "asks", "urges", "announced"),
)
DENIALS = {
    "not ": "",
    "never ": "always ",
    "no ": "a ",
    "nobody": "everybody",
    "neither": "each",
    "without ": "with ",
    "cannot": "can",
}
AUXILIARIES = (
    *("is", "are", "was", "were", "has", "have", "had", "would", "could", "can", "will", "may"),
    *("might", "should", "must"),
)
STRONGER = {
    "may": "will",
    "might": "will",
    "could": "will",
    "would": "will",
    "considered": "bought",
    "considers": "buys",
    "sought": "bought",
    "offered": "sold",
    "planned": "completed",
    "scheduled": "completed",
    "ordered": "delivered",
    "acquired": "delivered",
    "announced": "signed",
    "expected": "received",
    "intends to": "does",
    "intend to": "do",
    "wants to": "does",
    "interested in": "committed to",
    "arguably": "certainly",
    "probably": "certainly",
    "possibly": "certainly",
    "reportedly": "certainly",
    "reported": "proved",
    "says": "proves",
    "said": "proved",
    "claims": "proves",
    "claimed": "proved",
    "suggests": "proves",
    "seems": "is known",
}
