"""Plain dates are read without the parser of EDTF, and exactly as the parser reads them."""

import datetime
import re
import subprocess
import sys
from contextlib import suppress

import pytest
from edtf import EDTFParseException, parse_edtf, text_to_edtf
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from sourcebook.text import plain_dates
from sourcebook.text.dates import dates
from sourcebook.text.english.dates import DAY, MONTH, YEAR
from sourcebook.text.plain_dates import parse_date, span

stable = settings(max_examples=60, deadline=None, derandomize=True)

NUMBER = st.integers(0, 40).map("{:02}".format)
SINGLE = st.one_of(
    st.integers(0, 9999).map("{:04}".format),
    st.tuples(st.sampled_from(["2020", "1900", "2000", "XXXX", "0000"]), NUMBER).map("-".join),
    st.tuples(st.sampled_from(["2020", "1900", "XXXX"]), NUMBER, NUMBER).map("-".join),
    st.dates().map(str),
    st.integers(0, 999).map("{:03}X".format),
    st.text("0123456789X-~?%/.", max_size=12),
)
DOUBTED = st.tuples(SINGLE, st.sampled_from(["", "", "~", "?", "%"])).map("".join)
END = st.one_of(DOUBTED, st.just(".."), st.just(""))
WRITTEN = st.one_of(DOUBTED, st.tuples(END, END).map("/".join))
ENGLISH = st.one_of(
    st.from_regex(rf"{DAY} (?:of )?{MONTH}(?:,? (?:of )?{YEAR})?", fullmatch=True),
    st.from_regex(rf"{MONTH} {DAY}(?:,? (?:of )?{YEAR})?", fullmatch=True),
    st.from_regex(rf"{MONTH},? (?:of )?{YEAR}", fullmatch=True),
    st.from_regex(MONTH, fullmatch=True),
)


@stable
@given(WRITTEN)
@example("2020-02-29")
@example("2019-02-29")
@example("0000")
@example("2020-00")
@example("199X")
@example("2020-24")
@example("0000-21")
@example("2020-07-04~/..")
def test_the_parser_takes_every_plain_date_and_gives_it_the_same_days(edtf: str) -> None:
    assume(plain_dates._is_plain(edtf))
    parsed = parse_edtf(edtf)
    if days := plain_dates._days_of_plain(edtf):
        assert days == tuple(
            datetime.date(*day[:3]) for day in (parsed.lower_strict(), parsed.upper_strict())
        )


@stable
@given(WRITTEN)
@example("../")
@example("2020-00")
@example("2020-02-00")
def test_every_date_is_read_or_refused_as_the_parser_alone_does(edtf: str) -> None:
    taken = False
    with suppress(EDTFParseException, ValueError, TypeError):
        taken = bool(edtf) and bool(parse_edtf(edtf))
    assert plain_dates.is_edtf(edtf) == taken


@stable
@given(ENGLISH)
@example("29 February")
@example("April 31, 2020")
@example("10 May 1900")
def test_english_is_read_as_the_parser_alone_reads_it(words: str) -> None:
    assert plain_dates.english_date(words) == text_to_edtf(words)


@pytest.mark.parametrize("text", ["on 4 August 2020 and in May 2021", "since 2020", "the 1990s"])
def test_plain_words_need_no_parser(text: str) -> None:
    code = f"""
import sys
from sourcebook.text.dates import dates
assert dates({text!r})
sys.exit("edtf" in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_what_is_not_plain_is_asked_of_the_parser() -> None:
    assert parse_date("2020-41") == "2020-41"
    assert span("[2020,2021]") == span("2020/2021")
    assert dates("the 31st of April") == []
    assert re.fullmatch(plain_dates.PLAIN, "Y170000002") is None
