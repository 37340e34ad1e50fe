"""What a text states as a quantity, and what it does not; read the tables as the specification."""

import re
from decimal import Decimal

import pytest

from sourcebook.text.carrying import states
from sourcebook.text.quantities import parse_quantity, quantities
from sourcebook.text.quantity import Quantity


def written(text: str) -> list[str]:
    return [f"{q.bound}{q.amount} {q.unit}".strip() for q in quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The harbour has six lamps.", ["=6"]),
        ("18 lamps", ["=18"]),
        ("some lamps and 3,600 mirrors", ["=3600"]),
        ("10,000,000 visitors", ["=10000000"]),
        ("3\u202f600 visitors", ["=3600"]),
        ("10 000 visitors", ["=10000"]),
        ("a depth of 5.13 metres", ["=5.13 meter"]),
        ("a 12.50 metre span", ["=12.5 meter"]),
        ("twenty-five keepers", ["=25"]),
        ("two hundred and five steps", ["=205"]),
        ("Three piers with four arches each", ["=3", "=4"]),
        ("two six-span bridges", ["=2", "=6"]),
        ("six, seven and eight", ["=6", "=7", "=8"]),
        ("a hundred lamps, a million bricks, a dozen keepers", ["=100", "=1000000", "=12"]),
        ("two dozen, half a dozen, half a million", ["=24", "=6", "=500000"]),
        ("2.5 million bricks", ["=2500000"]),
        ("five hundred thousand bricks", ["=500000"]),
        ("zero accidents", ["=0"]),
        ("−5 degrees, minus five, -5", ["=-5 degree", "=-5", "=-5"]),
        ("a 20-lamp tower of 18km", ["=20", "=18 kilometer"]),
        ("the 1500 workers", ["=1500"]),
        ("“18,” the keeper said", ["=18"]),
        ("18 LH-8C lamps", ["=18"]),
        ("one of the lighthouses", ["=1"]),
    ],
)
def test_counts_in_digits_and_words(text: str, expected: list[str]) -> None:
    assert written(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("€5.13 billion", ["=5130000000 EUR"]),
        ("€5.13\u00a0billion", ["=5130000000 EUR"]),
        ("€5.13bn, $200m", ["=5130000000 EUR", "=200000000 USD"]),
        ("$200 million", ["=200000000 USD"]),
        ("5 billion euros", ["=5000000000 EUR"]),
        ("five million pounds sterling", ["=5000000 GBP"]),
        ("bombs of 500 pounds; £500", ["=500 pound", "=500 GBP"]),
        ("it paid 500 pounds", ["=500 GBP"]),
        ("there were 500 pounds", ["=500 pound or GBP"]),
        ("US$20k and 20 US dollars", ["=20000 USD", "=20 USD"]),
        ("EUR 5 million, 5 million EUR", ["=5000000 EUR", "=5000000 EUR"]),
        ("a 200-million-dollar bridge", ["=200000000 USD"]),
        ("300 yuan, CN¥300, 300 Swiss francs", ["=300 CNY", "=300 CNY", "=300 CHF"]),
        ("5 € a day", ["=5 EUR"]),
        ("4%, 4 percent, 4 per cent", ["=4 %", "=4 %", "=4 %"]),
        ("4 percentage points", ["=4 percentage point"]),
        ("a 78-day closure", ["=78 day"]),
        ("a 78‑day closure, a seventy-eight-day closure", ["=78 day", "=78 day"]),
        ("ten days, six weeks, two months", ["=10 day", "=6 week", "=2 month"]),
        ("over the past 14 years", ["=14 year"]),
        ("two and a half years", ["=2.5 year"]),
        ("36 consecutive hours", ["=36 hour"]),
    ],
)
def test_units(text: str, expected: list[str]) -> None:
    assert written(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("more than 40 bridges", [">40"]),
        ("The toll exceeds 4% of its price", [">4 %"]),
        ("costs exceeding €5 billion", [">5000000000 EUR"]),
        ("above 40, upwards of 50", [">40", ">50"]),
        ("at least 18, no fewer than six, 18 or more", [">=18", ">=6", ">=18"]),
        ("18 bridges or more; 40+ piers", [">=18", "+40"]),
        ("12 degrees below zero, 3 below freezing", ["=-12 degree", "=-3"]),
        ("−12 °C, 12 °C below zero", ["=-12 celsius", "=-12 celsius"]),
        ("it won twice in five matches", ["=2 times", "=2", "=5"]),
        ("it won once out of five matches", ["=1 times", "=1", "=5"]),
        ("it won twice in five years", ["=2 times", "=5 year"]),
        ("less than 18, fewer than six, below 4%, under 40", ["<18", "<6", "<4 %", "<40"]),
        ("up to 40, at most six, no more than 18, two days or less", "<=40 <=6 <=18 <=2·day"),
        ("not exceeding 4%, must not exceed 18", ["<=4 %", "<=18"]),
        ("about 18, some 3,600, around six, nearly 40", ["~18", "~3600", "~6", "<~40"]),
        ("approximately 18, roughly 18, an estimated 18", ["~18"] * 3),
        ("forty-odd lamps", ["~40"]),
        ("over 40 bridges", [">40"]),
        ("Over ten days they painted", ["=10 day", ">10 day"]),
        ("well over 40 bridges", [">40"]),
    ],
)
def test_bounds(text: str, expected: list[str] | str) -> None:
    if isinstance(expected, str):
        expected = [one.replace("·", " ") for one in expected.split()]
    assert written(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5-7 days", [">=5 day", "<=7 day"]),
        ("5–7 days", [">=5 day", "<=7 day"]),
        ("between 5 and 7 lamps", [">=5", "<=7"]),
        ("five to seven lamps", [">=5", "<=7"]),
        ("three or four lamps", [">=3", "<=4"]),
        ("15,000-20,000 bricks", [">=15000", "<=20000"]),
        ("5 to 7 million bricks", [">=5000000", "<=7000000"]),
        ("two to three hundred bricks", [">=200", "<=300"]),
        ("$5–7 billion", [">=5000000000 USD", "<=7000000000 USD"]),
        ("$5 million to $7 billion", [">=5000000 USD", "<=7000000000 USD"]),
        ("20 to 30 percent", [">=20 %", "<=30 %"]),
        ("The lamps rose from 18 to 24", ["=18", "=24"]),
        ("from 18 to 24 lamps", [">=18", "<=24"]),
        ("18 lamps in\n24 to", ["=18", "=24"]),
    ],
)
def test_the_ends_of_a_range_are_bounds(text: str, expected: list[str]) -> None:
    assert written(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5m people, 5k people, 1.5bn people", ["=5000000", "=5000", "=1500000000"]),
        ("12 lakh, 3 crore, 5,1 Mrd Euro", ["=1200000", "=30000000", "=5100000000 EUR"]),
        ("1.234.567, 12,34,567, 1 200 000, 1'300'000", "1234567 1234567 1200000 1300000"),
        ("40 kW, 90 MW, 5 MWh", ["=40 kilowatt", "=90 megawatt", "=5 megawatt-hour"]),
        (
            "47 m², 48 m³, 30 km/h",
            ["=47 square-meter", "=48 cubic-meter", "=30 kilometer-per-hour"],
        ),
        ("5‰, 25 basis points", ["=5 permille", "=25 basis point"]),
        ("5 1/2, 2½ hours", ["=5.5", "=2.5 hour"]),
        ("half of them, three-quarters, one in five", ["=50.0 %", "=75.00 %", "=20.0 %"]),
        ("the 3rd, the twenty-first", ["=3 ordinal", "=21 ordinal"]),
        ("twice, tripled, fourfold", ["=2 times", "=3 times", "=4 times"]),
        ("a quarter of a million, half an hour", ["=250000", "=0.5 hour"]),
        ("5, 6 and 7 days", ["=5 day", "=6 day", "=7 day"]),
        ("no lamp, both lamps, a pair of lamps", ["=0", "=2", "=2"]),
    ],
)
def test_scales_measures_and_parts(text: str, expected: list[str] | str) -> None:
    if isinstance(expected, str):
        expected = [f"={one}" for one in expected.split()]
    assert written(text) == expected


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("rose by 12%", [("up", "by")]),
        ("fell from 24 to 18 crowns", [("down", "from"), ("down", "to")]),
        ("an 8% fall", [("down", "by")]),
        ("moved +12%", [("up", "")]),
        ("as the press hands it down, 57%", [("", "")]),
        ("up to 40", [("", "")]),
    ],
)
def test_changes(text: str, changes: list[tuple[str, str]]) -> None:
    assert [(one.change, one.role) for one in quantities(text)] == changes


@pytest.mark.parametrize(
    "text",
    [
        "LH-92A, LH-8C, L-400, LAMP-19, G7, 5G, QX-22/FX-3, LH–92",
        "version 1.2.3 at 10:30, by 10 am, five o'clock",
        "in 2020, July 2024, 2025–2027, 2025-2027, the 1990s, since 2022",
        "on April 10, on 24 November, on 4 August 2020, from April 10–12, on 2024-05-11",
        "1,2345 and 1.2.3 and 007 and 555 0199",
        "billions of euros, hundreds of lamps, dozens, several hundred, a few thousand",
        "no one; this one; one another",
        "a score of 3-2, 1-2-3, 2x4",
        "No. 5, #5, Article 5, chapter 18 [18]",
        "twenty twenty-five, nineteen ninety",
        "",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert written(text) == []


def count(amount: str, unit: str = "", bound: str = "=") -> Quantity:
    return Quantity(Decimal(amount), unit, bound)


def test_a_count_is_not_stated_by_a_duration_money_or_a_percentage() -> None:
    assert not states("a 78-day closure", count("78"))
    assert states("a 78-day closure", count("78", "day"))
    assert not states("78 lamps", count("78", "day"))
    assert not states("€78", count("78"))
    assert not states("78%", count("78"))
    assert not states("78 percentage points", count("78", "%"))


def test_a_bound_is_part_of_what_is_stated() -> None:
    assert states("The toll exceeds 4% of its price", count("4", "%", ">"))
    assert not states("The toll exceeds 4% of its price", count("4", "%"))
    assert not states("4% of its price", count("4", "%", ">"))
    assert not states("5-7 days", count("5", "day"))


def test_amounts_are_compared_as_numbers() -> None:
    assert states("€5.130 billion", parse_quantity("5.13", "billion EUR", ""))
    assert not states("€5.31 billion", parse_quantity("5.13", "billion EUR", ""))
    assert not states("€5.13 million", parse_quantity("5.13", "billion EUR", ""))
    assert not states("$5.13 billion", parse_quantity("5.13", "billion EUR", ""))


STATEMENTS = [
    ("The bridge cost €5.13 billion in 2024.", "5.13", "billion EUR", ""),
    ("some 3,600 visitors climbed the tower", "3600", "", "~"),
    ("the 78-day closure of 1999", "78", "day", ""),
    ("as well as 18 LH-8C lamps", "18", "", ""),
    ("more than 40 bridges", "40", "", ">"),
    ("The toll exceeds 4% of its price", "4", "%", ">"),
    ("between 105 and 127 piers", "127", "", "<="),
    ("-12 degrees", "-12", "degree", ""),
    ("10 250 bricks", "10250", "", ""),
    ("the 1500 workers", "1500", "", ""),
]


@pytest.mark.parametrize(("text", "amount", "unit", "bound"), STATEMENTS)
def test_no_digit_of_a_number_can_change(text: str, amount: str, unit: str, bound: str) -> None:
    wanted = parse_quantity(amount, unit, bound)
    assert states(text, wanted)
    places = [at for at, character in enumerate(amount) if character.isdigit()]
    for at in places:
        for digit in set("0123456789") - {amount[at]}:
            altered = amount[:at] + digit + amount[at + 1 :]
            if not re.match("-?0[0-9]", altered):
                assert not states(text, parse_quantity(altered, unit, bound)), altered


@pytest.mark.parametrize(("text", "amount", "unit", "bound"), STATEMENTS)
def test_no_digit_of_the_quotation_can_change(
    text: str, amount: str, unit: str, bound: str
) -> None:
    wanted = parse_quantity(amount, unit, bound)
    number = re.search("[ ,.]?".join(re.findall("[0-9]", amount)), text)
    assert number
    for at in (at for at in range(*number.span()) if text[at].isdigit()):
        for digit in set("0123456789") - {text[at]}:
            assert not states(text[:at] + digit + text[at + 1 :], wanted)


@pytest.mark.parametrize("text", ["about\n18", "18\nor more", "18\n%", "€\n18", "18\nmillion"])
def test_a_phrase_ends_with_its_line(text: str) -> None:
    assert written(text) == ["=18"]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("18", "", ""), ("18", "", "=")),
        (("5.13", "billion EUR", ""), ("5130000000", "EUR", "=")),
        (("1,200", "million", "~"), ("1200000000", "", "~")),
        (("4", "percent", ">"), ("4", "%", ">")),
        (("78", "days", "<="), ("78", "day", "<=")),
        (("5", "euros", "="), ("5", "EUR", "=")),
        (("−5", "", ">="), ("-5", "", ">=")),
    ],
)
def test_cells_of_a_table(cells: tuple[str, str, str], expected: tuple[str, str, str]) -> None:
    amount, unit, bound = expected
    assert parse_quantity(*cells) == count(amount, unit, bound)


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (("1,23", "", ""), "1,23"),
        (("007", "", ""), "007"),
        (("many", "", ""), "many"),
        (("", "", ""), "“”"),
        (("5", "hogsheads", ""), "hogsheads"),
        (("5", "", "circa"), "circa"),
    ],
)
def test_a_nonsensical_cell_says_what_was_found_and_expected(
    cells: tuple[str, str, str], found: str
) -> None:
    with pytest.raises(ValueError, match=r"found .* expected ") as caught:
        parse_quantity(*cells)
    assert found in str(caught.value)
