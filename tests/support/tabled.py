"""A page of the tiny book with a table of some rows, to be sorted and filtered."""

from __future__ import annotations

ROWS = (
    ("{actor}`ines-calder`", "12 March 2021", "9", "{ev}`times-order`"),
    ("{light}`skerry`", "4 May 2019", "10", "{ev}`gazette-price`"),
    ("", "2020", "–", "{ev}`gazette-three-lamps`"),
    ("Čapek, =1+1", "not stated", "1,200", ""),
    ("=2+2", "1 March 2021", "8", ""),
    ("“Aft”", "April 2020", "7.5", "{ev}`times-order`"),
    ("{actor}`harbour-board`", "2 May 2019", "70", ""),
    *((f"Buoy {at}", f"{at} June 2022", f"{at},000", "") for at in (2, 3, 4)),
)
HEAD = ("Thing", "When", "How many", "Words")


def as_list_table() -> str:
    """Return the rows as a table that a page may hold."""
    lines = ["````{list-table} Things", ":header-rows: 1", ":class: register", ""]
    for row in (HEAD, *ROWS):
        lines += [f"{'* -' if at == 0 else '  -'} {cell}" for at, cell in enumerate(row)]
    return "\n".join([*lines, "````"])


TABLE = f"---\nprose-exempt: a table to try\n---\n\n# Things\n\n{as_list_table()}\n"
