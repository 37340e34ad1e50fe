"""A map of reported ranges: rings around one point, each source's own, nothing averaged."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import asin, atan2, cos, degrees, hypot, pi, radians, sin
from typing import Any

from matplotlib.figure import Figure
from matplotlib.patches import Polygon, Rectangle

from sourcebook.figures.data import renamed
from sourcebook.figures.page import PITCH, Page, text_width, wrap
from sourcebook.figures.rows import Record, Rows, need, one_of, read_rows
from sourcebook.figures.style import (
    CONTEXT_COLOURS,
    CONTEXT_DASHES,
    CONTEXT_TAG,
    FAINT,
    INK,
    MUTED,
    PAPER,
    PRINT_WIDTH,
    SMALL,
    styled,
)

TITLES = {
    "label": "What",
    "reported": "Reported by",
    "low": "From (km)",
    "high": "To (km)",
    "bound": "Bound",
}
EARTH = 6371.0088
SEA, LAND = "#eaf0f3", "#faf9f6"
LOOKS: dict[str, dict[str, Any]] = {
    "coast": {"color": "#8d9aa3", "linewidth": 0.7},
    "boundary": {"color": "#b9b3a6", "linewidth": 0.7},
    "disputed": {"color": "#b9b3a6", "linewidth": 0.9, "linestyle": (0, (3, 2))},
}
BOUNDS = ("=", "<=", ">", ">=", "~")
STEPS = 180
NICE = (5, 10, 20, 50, 100, 200)
HIGHEST = 0.8
FIRST_TAG, LAST_TAG = 20.0, 340.0
EDGE = 8.0

Place = tuple[float, float]


@dataclass(frozen=True)
class Ring:
    """One reported range in km; ``low`` where a range of ranges is given, ``bound`` as reported."""

    label: str
    reported: str
    low: float | None
    high: float
    bound: str


@dataclass(frozen=True)
class View:
    """The part of the page that is map: its middle, half its width and height, points per km."""

    middle: Place
    half: Place
    scale: float

    def at(self, place: Place) -> Place:
        """Return where a place, in km east and north of the centre, stands on the page."""
        return self.middle[0] + place[0] * self.scale, self.middle[1] - place[1] * self.scale


@styled
def range_map(
    features: Mapping[str, Any],
    rings: Rows,
    centre: Place,
    *,
    reach: float,
    point: str,
    notes: Sequence[str] = (),
    width: float = PRINT_WIDTH,
) -> Figure:
    """Draw reported ranges as rings around one point, on an azimuthal equidistant map.

    Every ring has a number, a colour and a dash of its own, and a line in the key below the map.
    Two ends of one range are a band; an open bound has arrows that point outwards.

    Args:
        features: a GeoJSON collection; ``kind`` of a feature is land, coast, boundary or disputed,
            and a disputed line is drawn dashed.
        rings: columns ``label``, ``reported`` (by whom, when, how good), ``high`` (km), and
            optionally ``low`` (km) and ``bound``: =, <=, >, >= or ~.
        centre: latitude and longitude in degrees.
        reach: km from the centre to the sides of the map.
        point: what the point in the middle is, in a few words that stand on the map.
        notes: sentences under the map.
        width: millimetres.

    Raises:
        ValueError: there are no rings, or one lacks a value, is not above 0, or leaves the map.
    """
    records = read_ring_rows(rings)
    read = [read_ring(record, reach) for record in records]
    page = Page(width, renamed(records, TITLES), CONTEXT_TAG)
    half = page.width / 2, page.width / 2 * HIGHEST
    view = View((half[0], half[1]), half, half[0] / reach)
    frame = Rectangle((0, 0), page.width, 2 * half[1], facecolor=SEA, edgecolor="none", zorder=0)
    page.axes.add_patch(frame)
    for feature in features["features"]:
        draw_feature(page, view, feature, centre, frame)
    for at, ring in enumerate(read):
        draw_ring(page, view, ring, centre, at, frame)
    for at, (ring, bearing) in enumerate(zip(read, bearings(len(read)), strict=True)):
        draw_tag(page, view, ring, bearing, at)
    page.marker(*view.middle, "P", INK, size=7)
    draw_scale(page, view, reach)
    draw_point(page, point)
    y = 2 * half[1]
    page.axes.add_patch(
        Rectangle((0, 0), page.width, y, facecolor="none", edgecolor=FAINT, linewidth=0.8)
    )
    return page.finish(draw_key(page, read, notes, y + 12))


def read_ring_rows(rings: Rows) -> list[Record]:
    """Return the rows of the rings, with ``low`` and ``bound`` where they are given."""
    return read_rows(rings, ("label", "reported", "high"), ("low", "bound"))


def read_ring(record: Record, reach: float) -> Ring:
    """Read one row."""
    need(record, "label", "reported", "high")
    low = None if record["low"] is None else float(record["low"])
    high = float(record["high"])
    if not 0 < (low or high) <= high <= reach:
        raise ValueError(f"expected a range above 0 km and up to {reach:g} km; got {high:g}")
    bound = one_of(record, "bound", BOUNDS, default="=")
    return Ring(str(record["label"]), str(record["reported"]), low, high, bound)


def projected(place: Place, centre: Place) -> Place:
    """Return km east and north of the centre, for a latitude and longitude.

    Distance and direction from the centre are true (azimuthal equidistant, on a sphere).
    """
    lat, lon, lat0, lon0 = map(radians, (*place, *centre))
    turn = lon - lon0
    east = cos(lat) * sin(turn)
    north = cos(lat0) * sin(lat) - sin(lat0) * cos(lat) * cos(turn)
    along = sin(lat0) * sin(lat) + cos(lat0) * cos(lat) * cos(turn)
    away, angle = hypot(east, north), atan2(hypot(east, north), along)
    return (0.0, 0.0) if away == 0 else (EARTH * angle * east / away, EARTH * angle * north / away)


def circle(centre: Place, radius: float) -> list[Place]:
    """Return latitudes and longitudes at one distance, in km along the ground, from a centre."""
    lat0, lon0, angle = radians(centre[0]), radians(centre[1]), radius / EARTH
    found = []
    for step in range(STEPS + 1):
        bearing = 2 * pi * step / STEPS
        lat = asin(sin(lat0) * cos(angle) + cos(lat0) * sin(angle) * cos(bearing))
        east = sin(bearing) * sin(angle) * cos(lat0)
        lon = lon0 + atan2(east, cos(angle) - sin(lat0) * sin(lat))
        found.append((degrees(lat), degrees(lon)))
    return found


def draw_feature(
    page: Page, view: View, feature: Mapping[str, Any], centre: Place, frame: Rectangle
) -> None:
    """Draw an area of land, or a line in the look of its kind, within the map."""
    geometry, kind = feature["geometry"], feature["properties"]["kind"]
    land = geometry["type"] == "Polygon"
    for line in geometry["coordinates"] if land else [geometry["coordinates"]]:
        points = [view.at(projected((lat, lon), centre)) for lon, lat in line]
        if land:
            patch = Polygon(points, facecolor=LAND, edgecolor="none", zorder=0.5)
            page.axes.add_patch(patch)
            patch.set_clip_path(frame)
        else:
            clipped(page, points, frame, zorder=1, **LOOKS[kind])


def draw_ring(page: Page, view: View, ring: Ring, centre: Place, at: int, frame: Rectangle) -> None:
    """Draw a ring, a band between the two ends of a range, or a ring that is open outwards."""
    colour, dash = look(at)
    outer = [view.at(projected(place, centre)) for place in circle(centre, ring.high)]
    if ring.low is not None and ring.low < ring.high:
        inner = [view.at(projected(place, centre)) for place in circle(centre, ring.low)]
        band = Polygon([*outer, *inner[::-1]], facecolor=colour, alpha=0.16, zorder=2)
        page.axes.add_patch(band)
        band.set_clip_path(frame)
        clipped(page, inner, frame, color=colour, linewidth=1.0, linestyle=dash, zorder=3)
    clipped(page, outer, frame, color=colour, linewidth=1.5, linestyle=dash, zorder=3)
    for bearing in range(0, 360, 45) if ring.bound.startswith(">") else ():
        start, end = (on_ring(view, ring.high, bearing, more) for more in (0, 8))
        if is_on_map(view, end):
            arrow = {"arrowstyle": "-|>", "color": colour, "linewidth": 1.0}
            page.axes.annotate("", xy=end, xytext=start, arrowprops=arrow, zorder=4)


def draw_tag(page: Page, view: View, ring: Ring, bearing: float, at: int) -> None:
    """Put a ring's number beside it, with a short line to it, where the map shows the ring."""
    colour, _ = look(at)
    radius = ring.high
    start, end = on_ring(view, radius, bearing), on_ring(view, radius, bearing, 12)
    if not is_on_map(view, end):
        end = on_ring(view, radius, bearing, -12)
    page.rule(*start, *end, color=colour, linewidth=1.0, zorder=5)
    number(page, end, at)


def number(page: Page, place: Place, at: int) -> None:
    """Draw a number in a disc of its ring's colour."""
    page.marker(*place, "o", look(at)[0], size=11)
    page.text(*place, str(at + 1), fontsize=7, color=PAPER, fontweight="bold", ha="center")


def draw_scale(page: Page, view: View, reach: float) -> None:
    """Draw a bar of a round number of km in the lower left corner."""
    length = max(one for one in NICE if one <= reach / 2)
    x, y = 8.0, 2 * view.half[1] - 9
    end = x + length * view.scale
    page.rule(x, y, end, y, color=INK, linewidth=1.4, zorder=6)
    for tick in (x, end):
        page.rule(tick, y - 3, tick, y + 3, color=INK, linewidth=1.0, zorder=6)
    page.text(x, y - 9, f"{length} km", fontsize=SMALL, boxed=True)


def draw_point(page: Page, words: str) -> None:
    """Say in the upper left corner what the point in the middle is."""
    page.block(0, 0, 24 + text_width(words, SMALL), 20, facecolor=PAPER, zorder=5)
    page.marker(10, 10, "P", INK, size=7)
    page.text(18, 10, words, fontsize=SMALL)


def draw_key(page: Page, rings: Sequence[Ring], notes: Iterable[str], y: float) -> float:
    """Write a line for each ring and each note; return the y after them."""
    for at, ring in enumerate(rings):
        colour, dash = look(at)
        number(page, (7, y), at)
        page.rule(16, y, 46, y, color=colour, linewidth=1.5, linestyle=dash, zorder=4)
        room = page.width - 52
        head = wrap(ring.label, room, SMALL, "bold")
        beside = text_width(head[-1], SMALL, "bold") + 8
        fits = beside + text_width(ring.reported, SMALL) <= room
        after = page.lines(52, y, head, fontsize=SMALL, fontweight="bold")
        x, below = (52 + beside, after - SMALL * PITCH) if fits else (52, after)
        lines = [ring.reported] if fits else wrap(ring.reported, room, SMALL)
        end = page.lines(x, below, lines, fontsize=SMALL, color=MUTED)
        y = max(after, end) + 3
    for note in notes:
        y = page.lines(0, y + 2, wrap(note, page.width, SMALL), fontsize=SMALL, color=MUTED)
    return y - 4


def bearings(count: int) -> list[float]:
    """Return directions, in degrees from north, that keep the numbers of rings apart."""
    step = (LAST_TAG - FIRST_TAG) / max(count, 1)
    return [FIRST_TAG + step * (at + 0.5) for at in range(count)]


def on_ring(view: View, radius: float, bearing: float, more: float = 0) -> Place:
    """Return the place of a ring in a direction, ``more`` points further out."""
    away, turn = radius * view.scale + more, radians(bearing)
    return view.middle[0] + away * sin(turn), view.middle[1] - away * cos(turn)


def is_on_map(view: View, place: Place) -> bool:
    """Tell whether a place lies on the map, and not at its very edge."""
    away = (abs(place[axis] - view.middle[axis]) for axis in (0, 1))
    return all(one < half - EDGE for one, half in zip(away, view.half, strict=True))


def look(at: int) -> tuple[str, Any]:
    """Return the colour and the dash of the ring with this place in their order."""
    return CONTEXT_COLOURS[at % len(CONTEXT_COLOURS)], CONTEXT_DASHES[at % len(CONTEXT_DASHES)]


def clipped(page: Page, points: Sequence[Place], frame: Rectangle, **look: Any) -> None:
    """Draw a line, only within the map."""
    xs, ys = zip(*points, strict=True)
    (line,) = page.axes.plot(xs, ys, **look)
    line.set_clip_path(frame)
