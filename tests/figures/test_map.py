"""The map of reported ranges: true distances, every report a ring of its own, nothing cut."""

from __future__ import annotations

from itertools import combinations
from math import asin, cos, hypot, radians, sin, sqrt
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.patches import Polygon

from sourcebook.figures import range_map
from sourcebook.figures.map import EARTH, LOOKS, circle, projected
from sourcebook.figures.page import FRAMED
from sourcebook.figures.style import COLOURS, CONTEXT_COLOURS, CONTEXT_TAG

if TYPE_CHECKING:
    from matplotlib.figure import Figure

CENTRE = (54.2, 16.1)
LAND = [[15.0, 53.0], [17.5, 53.0], [17.5, 54.3], [15.0, 54.3], [15.0, 53.0]]
REGION = {
    "features": [
        {"properties": {"kind": kind}, "geometry": {"type": shape, "coordinates": points}}
        for kind, shape, points in (
            ("land", "Polygon", [LAND]),
            ("coast", "LineString", LAND),
            ("boundary", "LineString", [[16.0, 53.0], [16.2, 54.3]]),
            ("disputed", "LineString", [[16.5, 53.0], [16.6, 54.3]]),
        )
    ]
}
RINGS: list[dict[str, Any]] = [
    {"label": "Lamp, by one almanac", "reported": "Almanac, 2019, A", "high": 40},
    {"label": "Lamp, by another", "reported": "Leaflet, 2020, C", "low": 50, "high": 60},
    {"label": "Horn", "reported": "Keeper, no date, B", "high": 55, "bound": ">"},
    {"label": "Bell", "reported": "A very long name of a publisher " * 3, "high": 3},
]
REACH = 70
POINT, NOTE = "illustrative point", "Nobody lives there."


def drawn(width: float = 160, rings: list[dict[str, Any]] = RINGS) -> Figure:
    return range_map(REGION, rings, CENTRE, reach=REACH, point=POINT, notes=[NOTE], width=width)


def haversine(one: tuple[float, float], other: tuple[float, float]) -> float:
    lat, lon, lat1, lon1 = map(radians, (*one, *other))
    half = sin((lat1 - lat) / 2) ** 2 + cos(lat) * cos(lat1) * sin((lon1 - lon) / 2) ** 2
    return 2 * EARTH * asin(sqrt(half))


@pytest.mark.parametrize("centre", [CENTRE, (0.0, 0.0), (-44.9, 179.5), (78.0, -10.0)])
@pytest.mark.parametrize("radius", [3.0, 400.0])
def test_a_ring_is_as_far_from_the_centre_everywhere_on_the_ground_and_on_the_map(
    centre: tuple[float, float], radius: float
) -> None:
    for place in circle(centre, radius):
        assert haversine(centre, place) == pytest.approx(radius, rel=1e-6)
        assert hypot(*projected(place, centre)) == pytest.approx(radius, rel=1e-6)


def test_north_is_up_and_east_is_right() -> None:
    assert projected(CENTRE, CENTRE) == (0.0, 0.0)
    east, north = projected((CENTRE[0] + 1, CENTRE[1]), CENTRE)
    assert (round(east, 6), round(north)) == (0.0, 111)
    assert projected((CENTRE[0], CENTRE[1] + 1), CENTRE)[0] > 60


def test_each_report_has_its_own_ring_and_both_ends_of_a_range_are_drawn() -> None:
    figure = drawn()
    across = figure.axes[0].get_xlim()[1] - FRAMED
    scale = across / 2 / REACH
    lines = [one for one in figure.axes[0].lines if np.size(one.get_xdata()) > 100]
    radii = sorted(round(float(np.ptp(one.get_xdata())) / 2 / scale) for one in lines)
    assert radii == [3, 40, 50, 55, 60]
    assert len({one.get_color() for one in lines}) == len(RINGS)
    assert len({str(one.get_linestyle()) for one in lines}) > 1
    bands = [one for one in figure.axes[0].patches if isinstance(one, Polygon) and one.get_alpha()]
    assert len(bands) == 1


def test_a_lower_bound_is_open_outwards() -> None:
    arrows = [one for one in drawn().axes[0].texts if getattr(one, "arrow_patch", None)]
    assert len(arrows) >= 6
    exact = [{**ring, "bound": "="} for ring in RINGS]
    assert not [
        one for one in drawn(rings=exact).axes[0].texts if getattr(one, "arrow_patch", None)
    ]


def test_a_disputed_line_is_dashed_and_a_boundary_is_not() -> None:
    assert "linestyle" in LOOKS["disputed"]
    assert "linestyle" not in LOOKS["boundary"]
    assert LOOKS["disputed"]["color"] == LOOKS["boundary"]["color"]
    dashes = [one for one in drawn().axes[0].lines if one.get_color() == LOOKS["boundary"]["color"]]
    assert [one.is_dashed() for one in dashes] == [False, True]


@pytest.mark.parametrize("width", [95, 110, 160])
def test_words_stand_inside_and_never_on_one_another(width: float) -> None:
    figure = drawn(width)
    FigureCanvasAgg(figure)
    figure.canvas.draw()
    texts = [one for one in figure.axes[0].texts if one.get_text()]
    boxes = [(one.get_text(), one.get_window_extent()) for one in texts]
    said = " ".join(words for words, _ in boxes)
    assert CONTEXT_TAG in said
    assert POINT in said
    assert NOTE in said
    assert "20 km" in said
    for words, box in boxes:
        assert 0 <= box.x0 < box.x1 <= figure.bbox.x1, words
        assert 0 <= box.y0 < box.y1 <= figure.bbox.y1, words
    for (one, box), (other, near) in combinations(boxes, 2):
        across = min(box.x1, near.x1) - max(box.x0, near.x0)
        down = min(box.y1, near.y1) - max(box.y0, near.y0)
        assert across <= 0 or down <= 0, f"overlap: {one!r} and {other!r}"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"high": 71}, "up to 70 km; got 71"),
        ({"high": 0}, "above 0 km"),
        ({"low": 50}, "above 0 km"),
        ({"bound": "!"}, "one of"),
        ({"reported": None}, "reported"),
    ],
)
def test_rings_that_cannot_be_drawn_are_refused(change: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        drawn(rings=[{**RINGS[0], **change}])


def test_figures_of_the_second_tier_look_unlike_those_of_the_first() -> None:
    assert not set(CONTEXT_COLOURS) & set(COLOURS)
