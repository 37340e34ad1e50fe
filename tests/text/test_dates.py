"""What a text states as a date."""

import datetime

import pytest

from sourcebook.text.dates import dates, phrases, states_date
from sourcebook.text.plain_dates import parse_date, span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The lamp was lit on April 10.", ["XXXX-04-10"]),
        ("on 24 November", ["XXXX-11-24"]),
        ("August 4, 2020", ["2020-08-04"]),
        ("4 August 2020", ["2020-08-04"]),
        ("the 24th of November 2020", ["2020-11-24"]),
        ("4\u00a0August\u00a02020", ["2020-08-04"]),
        ("Sept. 3, 2020 and Feb. 2021", ["2020-09-03", "2021-02"]),
        ("from July 2024", ["2024-07"]),
        ("a new lamp in July, when", ["XXXX-07"]),
        ("opened in 2020", ["2020"]),
        ("(2020)", ["2020"]),
        ("mid-2020, pre-1990", ["2020", "../1990"]),
        ("the 1990s and 2000s", ["199X", "200X"]),
        ("2025–2027 completion", ["2025/2027"]),
        ("2025-2027, 2025—2027", ["2025/2027"]),
        ("from 2025 to 2027", ["2025/2027"]),
        ("moved from 2025 to 2027", ["2025", "2027"]),
        ("moved to March", ["XXXX-03"]),
        ("between 2025 and 2027", ["2025/2027"]),
        ("the season of 2020–21", ["2020/2021"]),
        ("2010-12", ["2010/2012", "2010-12"]),
        ("in 2025 and 2027", ["2025", "2027"]),
        ("from July to September 2024", ["2024-07/2024-09"]),
        ("28 April to 3 May 2020", ["2020-04-28/2020-05-03"]),
        ("April 10–12, 2020", ["2020-04-10/2020-04-12"]),
        ("on 10 and 12 April", ["XXXX-04-10", "XXXX-04-12"]),
        ("since 2022", ["2022/..", "2022"]),
        ("by 2022, after 2019", ["../2022", "2019/.."]),
        ("three years after 2020", ["2020"]),
        ("since July 2024", ["2024-07/..", "2024-07"]),
        ("no later than 4 August 2020", ["../2020-08-04"]),
        ("not later than 2020", ["../2020"]),
        ("no later than 4 August", ["XXXX-08-04"]),
        ("later than 2020", ["2020/.."]),
        ("around 2007", ["2007~"]),
        ("2024-05-11", ["2024-05-11"]),
        ("the Winter Fair 2025, in the harbour", ["2025"]),
        ("the 1500 workers", ["1500"]),
        ("2019, 2020\n10 May", ["2019", "2020", "XXXX-05-10"]),
        ("since\n2022", ["2022"]),
        ("In May the bridge opened", ["XXXX-05"]),
        ("last March", ["XXXX-03"]),
    ],
)
def test_dates_of_a_text(text: str, expected: list[str]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The keeper may leave. May she? March on!",
        "LH-2020, L2020, 2020A, 2,020 and 12,020 and 2020.5",
        "$2020, 2020 euros, 2020 million, 1500 metres, 2020%",
        "more than 1500 workers",
        "2019-02-30, 31 April 2020, 29 February 2019, 2020-13-01",
        "04/08/2020, 3020, 999",
        "2020-2021-2022",
        "10:30",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("4 August 2020", "2020-08-04"),
        ("4 August 2020", "2020-08"),
        ("4 August 2020", "2020"),
        ("4 August 2020", "XXXX-08-04"),
        ("4 August 2020", "202X"),
        ("April 10", "XXXX-04"),
        ("around 2007", "2007~"),
        ("since 2022", "2022/.."),
        ("since 2022", "2022"),
        ("by May 2022", "../2022"),
        ("July 2024 to May 2025", "2024/2025"),
    ],
)
def test_a_date_is_stated_by_itself_or_a_finer_one(text: str, edtf: str) -> None:
    assert states_date(text, edtf)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("in 2020", "2020-08"),
        ("August 2020", "2020-08-04"),
        ("in 2020, on 4 August", "2020-08-04"),
        ("in 2020\n4 August", "2020-08-04"),
        ("April 10", "2020-04-10"),
        ("the 1990s", "1995"),
        ("2025–2027", "2025"),
        ("2025–2027", "2025/2026"),
        ("in 2022", "2022/.."),
        ("after 2022", "2022"),
        ("by 2019", "2019"),
        ("in 2019", "../2019"),
        ("around 2007", "2007"),
        ("in 2007", "2007~"),
        ("4 August 2020", "2020-04-08"),
    ],
)
def test_a_date_is_not_stated_by_a_coarser_or_another_one(text: str, edtf: str) -> None:
    assert not states_date(text, edtf)


@pytest.mark.parametrize("text", ["4 August 2020", "July 2024", "in 2020", "2025–2027"])
def test_no_digit_of_a_date_can_change(text: str) -> None:
    (edtf,) = dates(text)
    for at in (at for at, character in enumerate(edtf) if character.isdigit()):
        for digit in set("0123456789") - {edtf[at]}:
            assert not states_date(text, edtf[:at] + digit + edtf[at + 1 :])


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("2020", ("2020-01-01", "2020-12-31")),
        ("2020-02", ("2020-02-01", "2020-02-29")),
        ("2020-08-04", ("2020-08-04", "2020-08-04")),
        ("199X", ("1990-01-01", "1999-12-31")),
        ("2025/2027", ("2025-01-01", "2027-12-31")),
        ("2022/..", ("2022-01-01", None)),
        ("../2022-03", (None, "2022-03-31")),
        ("2007~", ("2007-01-01", "2007-12-31")),
        ("XXXX-04-10", None),
        ("XXXX-04-10/XXXX-04-12", None),
    ],
)
def test_a_date_parses_and_spans_days(
    edtf: str, days: tuple[str | None, str | None] | None
) -> None:
    assert parse_date(f" {edtf} ") == edtf
    expected = days and tuple(day and datetime.date.fromisoformat(day) for day in days)
    assert span(edtf) == expected


@pytest.mark.parametrize(
    "cell",
    ["2019-02-30", "2019-02-29", "2020-13", "XXXX-04-31", "July", "", "4 August 2020", "2027/2025"],
)
def test_an_impossible_date_says_what_was_found_and_expected(cell: str) -> None:
    with pytest.raises(ValueError, match=f"found “{cell}”.* expected an EDTF"):
        parse_date(cell)


@pytest.mark.parametrize(
    ("text", "edtf", "relation", "part", "weekday", "calendar"),
    [
        ("before May 2017", "2017-05", "before", "", None, ""),
        ("no later than 2017", "2017", "by", "", None, ""),
        ("until late 2017", "2017", "until", "late", None, ""),
        ("by the end of 2017", "2017", "by", "late", None, ""),
        ("from 2017 onwards", "2017", "since", "", None, ""),
        ("on Monday, 6 June 2010", "2010-06-06", "", "", 0, ""),
        ("6 June 2010, a Sunday", "2010-06-06", "", "", 6, ""),
        ("in 300 BC", "0300", "", "", None, "BC"),
        ("in 1442 AH", "1442", "", "", None, "AH"),
        ("the fiscal year 2018/19", "2018/2019", "", "", None, "fiscal"),
    ],
)
def test_the_words_around_a_date_are_read(
    text: str, edtf: str, relation: str, part: str, weekday: int | None, calendar: str
) -> None:
    (one,) = phrases(text)
    assert one.edtf == (edtf,)
    assert (one.relation, one.part, one.weekday, one.calendar) == (
        relation,
        part,
        weekday,
        calendar,
    )
