"""The figures: what is vague is drawn vague, silence is said in words, and no text collides."""

from __future__ import annotations

import csv
import hashlib
import io
import subprocess
import sys
from itertools import combinations
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex
from matplotlib.patches import Rectangle

from sourcebook.drawing import COLOURS, PAPER
from sourcebook.figures import (
    chronology,
    look,
    matrix,
    ranges,
    save_svg,
    who_says_when,
)
from sourcebook.figures.data import DataFigure, as_csv
from sourcebook.figures.page import text_width, wrap
from sourcebook.figures.style import CONTEXT_TAG
from sourcebook.figures.when import read_when

if TYPE_CHECKING:
    from pathlib import Path

    from matplotlib.figure import Figure
    from matplotlib.text import Text

SAYINGS = pd.DataFrame(
    [
        ("Harbour Board, annual report", "order", "2020-07/2020-08", None, None),
        ("Harbour Board, annual report", "announcement", "2020-09-14", "press notice", "stated"),
        ("Harbour Board, annual report", "delivery", "2022", "", "stated"),
        ("Coastal Register", "order", "2019", "", "stated"),
        ("Coastal Register", "delivery", "XXXX-04-10", "said in passing", "stated"),
        ("Dziennik Żeglugi Łódź", "announcement", "2020-07", "quoting a spokesman " * 4, "stated"),
        ("Dziennik Żeglugi Łódź", "delivery", None, "only “soon”", "stated"),
        ("Trade yearbook 2023", "order", "2019~", "", "stated"),
        ("Trade yearbook 2023", "delivery", "2021-11-03", "from a photograph", "inferred"),
        ("Trade yearbook 2023", "acquisition", "2021", "", "derived"),
        ("Parliamentary answer", "delivery", "2022/..", "", "stated"),
        ("Parliamentary answer", "order", "../2021", "", "stated"),
    ],
    columns=["source", "step", "date", "note", "basis"],
)
HEADS = (
    *("Automation", "Decommissioning", "Funding", "Heritage protection", "Keepers’ pensions"),
    *("Infrastructure", "Light pollution", "Night navigation"),
)
ACTORS = (
    *("Harbour Board", "Ministry of Transport", "Fishermen’s Association", "Port of Łeba"),
    *("Shipping companies", "Coastal heritage trust", "Regional council for the northern shore"),
)
VIEWS = {"for": "in favour", "mixed": "in favour with conditions", "against": "against"}
CELLS = pd.DataFrame(
    [
        (actor, head, (*VIEWS, None)[(i * 3 + j) % 4])
        for i, actor in enumerate(ACTORS)
        for j, head in enumerate(HEADS)
    ],
    columns=["row", "column", "value"],
)
TOLD = pd.DataFrame(
    [
        ("Storms and wrecks", "Storms of a decade", "199X", "Coastal Register", "stated"),
        ("Storms and wrecks", "The great wreck off the outer skerry", "1999", "Yearbook", None),
        ("Orders", "Lamps ordered", "../2020-08-04", "Dziennik Żeglugi Łódź", "inferred"),
        ("Orders", "Lamps delivered", "XXXX-04-10", "Coastal Register", "stated"),
        ("Orders", "Keepers sent", "XXXX-11", "Harbour Board, annual report", "stated"),
        ("Rules", "No lamps to the north", "2022/..", "Coastal Register", "stated"),
        ("Rules", "Target for the last keeper", "2025/2027", "Yearbook", "derived"),
    ],
    columns=["lane", "label", "date", "source", "basis"],
)
REPORTS: list[dict[str, Any]] = [
    {"label": "Lamp, by one almanac: 40 km", "reported": "Almanac, 2019, A", "high": 40},
    {"label": "Lamp, by another: 50-60 km", "reported": "Leaflet, 2020, C", "low": 50, "high": 60},
    {"label": "Horn: over 55 km", "reported": "Keeper, no date, B", "high": 55, "bound": ">"},
    {"label": "Gong: about 20 km", "reported": "Keeper, no date, B", "high": 20, "bound": "~"},
    {"label": "Bell: 3 km", "reported": "A very long name of a publisher " * 3, "high": 3},
]
PRINT_DPI = 300
KINDS = {
    "chronology": lambda **more: chronology(TOLD, **more),
    "who_says_when": lambda **more: who_says_when(SAYINGS, **more),
    "matrix": lambda **more: matrix(CELLS, categories=VIEWS, **more),
    "ranges": lambda **more: ranges(REPORTS, unit="km", **more),
}
CARRIED = {
    "chronology": [
        ["Lane", "Event", "Date (EDTF)", "Date in words", "Basis", "Source"],
        ["Orders", "Lamps delivered", "XXXX-04-10", "10 April", "stated", "Coastal Register"],
    ],
    "who_says_when": [
        ["Source", "Step", "Date (EDTF)", "Date in words", "Basis", "Note"],
        ["Coastal Register", "order", "2019", "2019", "stated", ""],
        ["Dziennik Żeglugi Łódź", "delivery", "", "", "", "only “soon”"],
    ],
    "matrix": [
        ["Row", "Column", "Value"],
        ["Harbour Board", "Automation", "in favour"],
    ],
    "ranges": [
        ["What", "Reported by", "From (km)", "To (km)", "Bound"],
        ["Lamp, by another: 50-60 km", "Leaflet, 2020, C", "50", "60", ""],
        ["Horn: over 55 km", "Keeper, no date, B", "", "55", ">"],
    ],
}


def written(figure: Figure) -> list[Text]:
    return [text for text in figure.axes[0].texts if text.get_text()]


def words(figure: Figure) -> str:
    return " ".join(text.get_text() for text in written(figure))


def assert_clear(figure: Figure) -> None:
    """Assert that no two texts overlap and that every text lies inside the figure."""
    figure.set_dpi(PRINT_DPI)
    FigureCanvasAgg(figure)
    figure.canvas.draw()
    places = [(text.get_text(), text.get_window_extent()) for text in written(figure)]
    for text, box in places:
        assert 0 <= box.x0 < box.x1 <= figure.bbox.x1, f"cut at the side: {text}"
        assert 0 <= box.y0 < box.y1 <= figure.bbox.y1, f"cut above or below: {text}"
    for (one, box), (other, near) in combinations(places, 2):
        across = min(box.x1, near.x1) - max(box.x0, near.x0)
        down = min(box.y1, near.y1) - max(box.y0, near.y0)
        assert across <= 0 or down <= 0, f"overlap: {one!r} and {other!r}"


def bars(figure: Figure) -> list[Rectangle]:
    return [patch for patch in figure.axes[0].patches if isinstance(patch, Rectangle)]


def hatched(figure: Figure) -> list[Rectangle]:
    return [bar for bar in bars(figure) if bar.get_hatch()]


def markers(figure: Figure, shape: str) -> list[Any]:
    return [line for line in figure.axes[0].lines if line.get_marker() == shape]


def across(figure: Figure) -> list[list[float]]:
    """Return where the points of each line stand from side to side."""
    return [[float(x) for x in np.asarray(one.get_xdata())] for one in figure.axes[0].lines]


def year_rules(figure: Figure) -> list[float]:
    upright = [xs for xs in across(figure) if len(xs) == 2]
    return sorted({left for left, right in upright if left == right})


def rows(columns: str, *values: tuple[Any, ...]) -> pd.DataFrame:
    return pd.DataFrame(list(values), columns=columns.split())


def said(*values: tuple[Any, ...]) -> pd.DataFrame:
    return rows("source step date", *values)


@pytest.mark.parametrize("width", [160, 120, 95, 80])
@pytest.mark.parametrize("kind", KINDS)
def test_no_text_overlaps_or_is_cut(kind: str, width: int) -> None:
    assert_clear(KINDS[kind](width=width))


@pytest.mark.parametrize("kind", KINDS)
def test_the_figure_is_as_wide_as_asked(kind: str) -> None:
    assert KINDS[kind](width=150).get_figwidth() == pytest.approx(150 / 25.4)


@pytest.mark.parametrize("kind", KINDS)
def test_a_figure_written_twice_is_the_same_bytes(kind: str, tmp_path: Path) -> None:
    digests = set()
    for name in ("one.svg", "two.svg"):
        save_svg(KINDS[kind](), tmp_path / name)
        digests.add(hashlib.sha256((tmp_path / name).read_bytes()).hexdigest())
    assert len(digests) == 1
    assert "<dc:date>" not in (tmp_path / "one.svg").read_text("utf-8")


@pytest.mark.parametrize(
    "draw",
    [chronology, who_says_when, lambda r: matrix(r, categories=VIEWS)],
)
def test_empty_rows_are_refused_with_the_columns_expected(draw: Any) -> None:
    with pytest.raises(ValueError, match="expected at least one row with the columns"):
        draw(pd.DataFrame())


def test_a_character_that_the_font_lacks_is_refused_with_its_name() -> None:
    with pytest.raises(ValueError, match=r"DejaVu Sans.*has no “灯” \(U\+706F\): “.*A lamp, 灯”"):
        who_says_when(said(("A lamp, 灯", "order", "2020")))


def test_an_absent_column_is_named() -> None:
    with pytest.raises(ValueError, match="missing step"):
        who_says_when(rows("source date", ("Register", "2020")))


def test_rows_may_be_plain_mappings() -> None:
    plain = [{"source": "Register", "step": "order", "date": "2020"}]
    assert "Register" in words(who_says_when(plain))


def test_a_figure_too_narrow_to_read_is_refused() -> None:
    with pytest.raises(ValueError, match="80 mm"):
        who_says_when(SAYINGS, width=50)


def test_a_vague_year_is_a_bar_over_the_whole_year() -> None:
    figure = who_says_when(said(("Register", "order", "2020"), ("Board", "order", "2022")))
    years = year_rules(figure)
    first, second = hatched(figure)
    assert len(years) == 4
    assert first.get_x() == pytest.approx(years[0], abs=0.2)
    assert first.get_width() == pytest.approx(years[1] - years[0], rel=0.01)
    assert second.get_x() == pytest.approx(years[2], abs=0.2)


def test_a_month_is_a_narrower_bar_and_a_day_is_no_bar() -> None:
    month, year = hatched(
        who_says_when(said(("Register", "order", "2020-07"), ("Board", "order", "2021")))
    )
    assert month.get_width() < year.get_width() / 8
    day = who_says_when(said(("Register", "order", "2020-07-04")))
    assert not hatched(day)
    assert len(markers(day, "o")) == 2


def test_a_missing_date_is_said_in_words() -> None:
    figure = who_says_when(said(("Register", "order", "2020"), ("Register", "delivery", None)))
    assert "no date stated: delivery" in words(figure)
    assert not hatched(who_says_when(said(("Register", "order", float("nan")))))


def test_a_step_that_a_source_never_mentions_is_said_where_it_is_expected() -> None:
    rows = said(("Register", "order", "2020"), ("Board", "delivery", "2021"))
    assert "no date stated" not in words(who_says_when(rows))
    figure = who_says_when(rows, expected=["order", "delivery"])
    assert "no date stated: order" in words(figure)
    assert "no date stated: delivery" in words(figure)


def test_a_date_without_a_year_stands_in_its_own_panel() -> None:
    figure = who_says_when(said(("Register", "order", "2020"), ("Board", "order", "XXXX-04-10")))
    place = {text.get_text(): text.get_position()[0] for text in written(figure)}
    assert place["10 April"] > max(year_rules(figure))
    assert "year not stated" in words(figure)
    assert len(hatched(figure)) == 1
    assert "not stated" not in words(who_says_when(said(("Register", "order", "2020"))))


def test_only_dates_without_a_year_leave_no_years() -> None:
    figure = who_says_when(said(("Board", "order", "XXXX-04-10")))
    assert not any(text.get_text().isdigit() for text in written(figure))


def test_what_is_not_stated_outright_is_hollow() -> None:
    columns = "source step date basis"
    stated = ("Register", "order", "2020-07-04", "stated")
    inferred = ("Board", "order", "2020-07-05", "inferred")
    figure = who_says_when(rows(columns, stated, inferred))
    fills = [to_hex(marker.get_markerfacecolor()) for marker in markers(figure, "o")]
    assert fills == [COLOURS[0], COLOURS[0], PAPER, PAPER]
    assert "5 July 2020 (inferred)" in words(figure)
    derived = who_says_when(rows(columns, ("Board", "order", "2020", "derived")))
    assert not hatched(derived)
    assert any(bar.get_linestyle() not in ("-", "solid") for bar in bars(derived))


def test_steps_differ_in_shape() -> None:
    figure = who_says_when(SAYINGS)
    assert all(markers(figure, shape) for shape in "oDs^")


def test_an_approximate_date_fades_out() -> None:
    fading = who_says_when(said(("Register", "order", "2020~")))
    plain = who_says_when(said(("Register", "order", "2020")))
    assert len(bars(fading)) > len(bars(plain))
    assert "about 2020" in words(fading)


def test_an_unknown_basis_or_date_is_refused() -> None:
    with pytest.raises(ValueError, match="'basis'"):
        who_says_when(rows("source step date basis", ("Register", "order", "2020", "guessed")))
    with pytest.raises(ValueError, match="EDTF"):
        who_says_when(said(("Register", "order", "next spring")))


def test_too_many_steps_are_refused() -> None:
    with pytest.raises(ValueError, match="at most 6 steps"):
        who_says_when(said(*(("Register", f"step {n}", "2020") for n in range(7))))


def test_twelve_lanes_over_forty_years_are_clear() -> None:
    lanes = said(
        *((f"Lighthouse log {n}", "order", str(1980 + 4 * n)) for n in range(12)),
        *((f"Lighthouse log {n}", "delivery", f"{1980 + 4 * n}-05") for n in range(12)),
    )
    for width in (160, 95):
        assert_clear(who_says_when(lanes, width=width))


def happened(*dates: str, basis: str = "stated") -> Figure:
    events = [("Storms", f"storm {n}", date, "Log", basis) for n, date in enumerate(dates)]
    return chronology(rows("lane label date source basis", *events))


def test_an_event_without_a_year_stands_apart_from_the_axis() -> None:
    with_panel, without = happened("2020", "XXXX-04-10"), happened("2020", "2021-04-10")
    assert "year not stated" in words(with_panel)
    assert "10 April" in words(with_panel)
    assert "year not stated" not in words(without)
    assert max(year_rules(with_panel)) < max(year_rules(without))


def test_a_decade_is_a_wider_bar_than_a_year() -> None:
    decade, year = sorted(hatched(happened("199X", "1999")), key=lambda bar: -bar.get_width())
    assert decade.get_width() > 9 * year.get_width()


def test_an_inferred_event_is_hollow_and_says_so() -> None:
    figure = happened("../2020-08-04", basis="inferred")
    assert "by 4 August 2020 (inferred)" in words(figure)
    assert not hatched(figure)


def test_an_event_without_a_date_is_refused_and_so_is_a_seventh_lane() -> None:
    with pytest.raises(ValueError, match="expected a value for 'date'"):
        chronology(rows("lane label date source", ("Storms", "storm", None, "Log")))
    with pytest.raises(ValueError, match="a date of which something is known"):
        happened("XXXX")
    lanes = [(f"lane {n}", "storm", "2020", "Log") for n in range(7)]
    with pytest.raises(ValueError, match="at most 6 lanes; got 7"):
        chronology(rows("lane label date source", *lanes))


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2020", "2020"),
        ("2020-07-04", "4 July 2020"),
        ("2020-07/2020-08", "July–August 2020"),
        ("2020-07-04/2020-07-09", "4–9 July 2020"),
        ("2020-11/2021-02", "November 2020 – February 2021"),
        ("2019/2021", "2019–2021"),
        ("XXXX-04-10", "10 April"),
        ("XXXX-04", "April"),
        ("202X", "2020s"),
        ("2020-21", "spring 2020"),
        ("2022/..", "from 2022"),
        ("../2022", "by 2022"),
        ("2020~", "about 2020"),
        ("2020-07?", "July 2020 (uncertain)"),
    ],
)
def test_dates_in_words(edtf: str, expected: str) -> None:
    when = read_when(edtf)
    assert when is not None
    assert when.words == expected


@pytest.mark.parametrize("edtf", [None, "XXXX", "../.."])
def test_a_date_with_nothing_known_is_none(edtf: str | None) -> None:
    assert read_when(edtf) is None


def test_a_blank_cell_is_a_faint_dot() -> None:
    cells = rows("row column value", ("Board", "Funding", "for"), ("Port", "Heritage", None))
    figure: Any = matrix(cells, categories={"for": "in favour"})
    dots = [marker for marker in markers(figure, "o") if marker.get_markersize() < 2]
    assert len(dots) == 3
    assert "nothing said" in words(figure)


def test_categories_differ_in_shape() -> None:
    cells = rows("row column value", ("Board", "Funding", "for"), ("Port", "Funding", "against"))
    figure: Any = matrix(cells, categories=VIEWS)
    squares = [to_hex(marker.get_markerfacecolor()) for marker in markers(figure, "s")]
    assert len(squares) == 2
    assert PAPER not in squares
    assert all(label in words(figure) for label in VIEWS.values())


def test_two_values_in_a_cell_stand_side_by_side() -> None:
    cells = rows("row column value", ("Board", "Funding", "for"), ("Board", "Funding", "against"))
    figure: Any = matrix(cells, categories=VIEWS)
    circle, square = markers(figure, "o")[-1], markers(figure, "s")[-1]
    assert circle.get_ydata()[0] == square.get_ydata()[0]
    assert square.get_xdata()[0] - circle.get_xdata()[0] > circle.get_markersize()


def test_an_unknown_category_is_refused() -> None:
    with pytest.raises(ValueError, match="'value' to be one of"):
        matrix(rows("row column value", ("Board", "Funding", "perhaps")), categories=VIEWS)


def test_too_many_categories_are_refused() -> None:
    with pytest.raises(ValueError, match="at most 6 categories; got 7"):
        matrix(CELLS, categories={str(n): str(n) for n in range(7)})


def test_matrix_heads_are_level_and_whole() -> None:
    figure = KINDS["matrix"]()
    assert {text.get_rotation() for text in written(figure)} == {0.0}
    assert all(word in words(figure) for head in HEADS for word in head.split())


def test_wrapping_keeps_every_letter_within_the_width() -> None:
    text = "Wasserstraßen- und Schifffahrtsverwaltungsangelegenheiten"
    lines = wrap(text, 60, 8)
    assert all(text_width(line, 8) <= 60 for line in lines)
    assert "".join(lines).replace("-", "").replace(" ", "") == text.replace("-", "").replace(
        " ", ""
    )


def test_under_ipython_the_figure_is_shown_once_as_svg() -> None:
    code = """
import warnings; warnings.simplefilter("ignore")
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
from sourcebook.figures import use_style, who_says_when
use_style()
figure = who_says_when([{"source": "Register", "step": "order", "date": "2020"}])
from matplotlib.backend_bases import FigureCanvasBase
drawn, draw = [], FigureCanvasBase.print_figure
def print_figure(*given, **named):
    drawn.append(given)
    return draw(*given, **named)
FigureCanvasBase.print_figure = print_figure
figure._repr_mimebundle_()
own = len(drawn)
data, _ = shell.display_formatter.format(figure)
assert len(drawn) == 2 * own, "drawn once more by IPython itself"
import matplotlib.pyplot as plt
narrow = "application/vnd.sourcebook.narrow-svg"
drawings = "application/vnd.sourcebook.drawings"
expected = [drawings, narrow, "image/svg+xml", "text/csv", "text/plain"]
assert sorted(data) == expected, sorted(data)
assert 'width="226.77' in data[narrow], data[narrow][:600]
assert "<dc:date>" not in data["image/svg+xml"]
assert 'width="453.54' in data["image/svg+xml"], data["image/svg+xml"][:600]
assert not plt.get_fignums()
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_style_needs_no_ipython() -> None:
    code = """
import sys
sys.modules["IPython"] = None
from sourcebook.figures import use_style
use_style()
import matplotlib
assert matplotlib.rcParams["svg.hashsalt"] == "sourcebook"
"""
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("kind", KINDS)
def test_a_figure_brings_along_one_for_a_telephone_unless_a_width_is_asked_for(kind: str) -> None:
    figure = KINDS[kind]()
    assert isinstance(figure, DataFigure)
    assert figure.narrow is not None
    assert figure.narrow.get_figwidth() * 25.4 == pytest.approx(80)
    assert set(words(figure.narrow).split()) & set(words(figure).split())
    asked_for = KINDS[kind](width=160)
    assert isinstance(asked_for, DataFigure)
    assert asked_for.narrow is None


def test_rows_that_can_be_read_once_are_drawn_twice() -> None:
    figure = ranges(iter(REPORTS), unit="km")
    assert isinstance(figure, DataFigure)
    assert figure.narrow is not None
    assert len(bars(figure.narrow)) == len(bars(figure))


@pytest.mark.parametrize("kind", KINDS)
def test_a_figure_carries_the_rows_it_was_drawn_from(kind: str) -> None:
    figure = KINDS[kind]()
    assert isinstance(figure, DataFigure)
    data = figure._repr_mimebundle_(include=None, exclude=None)["text/csv"]
    read = list(csv.reader(io.StringIO(data)))
    assert read == CARRIED[kind][:1] + read[1:]
    assert [one for one in CARRIED[kind][1:] if one not in read] == []


def test_data_without_rows_or_with_uneven_ones_are_refused() -> None:
    cases: tuple[list[dict[str, Any]], ...] = ([], [{}], [{"a": 1}, {"b": 1}])
    for uneven in cases:
        with pytest.raises(ValueError, match="all with the same columns"):
            as_csv(uneven)


def test_the_data_of_a_matrix_are_named_by_its_caller_and_leave_silence_out() -> None:
    cells: list[dict[str, Any]] = [
        {"row": "Board", "column": "Funding", "value": "for"},
        {"row": "Board", "column": "Heritage", "value": None},
    ]
    figure: Any = matrix(cells, categories=VIEWS, titles=("Who", "On what", "View"))
    assert figure.csv == "Who,On what,View\nBoard,Funding,in favour\n"


def test_a_look_that_is_given_is_drawn_and_every_label_has_one() -> None:
    looks = {"order": ("h", "#123456"), "announcement": ("h", "#123456")}
    looks |= dict.fromkeys(("delivery", "acquisition"), look(0))
    figure = who_says_when(SAYINGS, looks=looks)
    colours = {to_hex(line.get_markeredgecolor()) for line in figure.axes[0].get_lines()}
    assert colours & {"#123456", *COLOURS} == {"#123456", COLOURS[0]}
    with pytest.raises(ValueError, match="a look for each of the steps; got none for delivery"):
        who_says_when(SAYINGS, looks={one: looks[one] for one in looks if one != "delivery"})


@pytest.mark.parametrize("width", [88, 160])
def test_a_bar_is_as_long_as_its_amount_and_a_span_begins_at_its_lower_end(width: float) -> None:
    figure = ranges(REPORTS, unit="km", width=width)
    bars: list[Any] = [one for one in figure.axes[0].patches if bar(one)]
    assert len(bars) == len(REPORTS)
    nought = min(one.get_x() for one in bars)
    unit = bars[0].get_width() / 40
    ends = [round((one.get_x() + one.get_width() - nought) / unit) for one in bars]
    assert ends == [40, 60, 55, 20, 3]
    assert round((bars[1].get_x() - nought) / unit) == 50
    assert [one.get_facecolor()[3] for one in bars] == [1, 1, 1, 0, 1]


def bar(patch: Any) -> bool:
    return isinstance(patch, Rectangle) and patch.get_height() == 8


def test_only_an_open_bound_has_an_arrow() -> None:
    lines = ranges(REPORTS, unit="km").axes[0].get_lines()
    assert [np.size(one.get_xdata()) for one in lines].count(3) == 1


@pytest.mark.parametrize(
    "wrong", [{"high": 0}, {"high": -2}, {"high": 4, "low": 5}, {"high": 4, "bound": "<"}]
)
def test_an_amount_that_cannot_be_drawn_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="expected"):
        ranges([{"label": "Lamp", "reported": "Almanac"} | wrong], unit="km")


def test_what_is_no_evidence_says_so_in_the_picture() -> None:
    assert CONTEXT_TAG in words(ranges(REPORTS, unit="km"))
